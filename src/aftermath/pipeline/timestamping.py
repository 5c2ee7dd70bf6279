"""An authority asked for a timestamp of the audit log's last entry (RFC 3161 over HTTP)."""

from pathlib import Path

import httpx

from aftermath.model import Misuse
from aftermath.store import Store, timestamps

TIMEOUT = 30.0


def timestamp(store: Store, authority: str) -> Path:
    """Ask an authority for a timestamp of the log as it stands, and keep it beside the archive."""
    head = store.head()
    if head is None or store.archive is None:
        raise Misuse(f"{store.name}: there is nothing to have a timestamp of, or no archive to keep it in")
    try:
        answer = httpx.post(
            authority,
            content=timestamps.request(head),
            headers={"Content-Type": "application/timestamp-query"},
            timeout=TIMEOUT,
        )
        answer.raise_for_status()
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise Misuse(f"{authority}: no timestamp could be had ({error})") from error
    return timestamps.keep(store.archive.folder, head, answer.content)
