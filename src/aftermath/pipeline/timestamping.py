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
    asked = timestamps.request(head)
    try:
        answer = httpx.post(
            authority,
            content=asked.form,
            headers={"Content-Type": "application/timestamp-query"},
            timeout=TIMEOUT,
        )
        answer.raise_for_status()
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        said = f"{authority}: no timestamp could be had ({error})"
        raise Misuse(f"{said}: see whether it can be reached from here, or ask another authority") from error
    return timestamps.keep(store.archive.folder, head, answer.content, asked.nonce)
