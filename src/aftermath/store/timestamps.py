"""Timestamps (RFC 3161) of the audit log: an authority's word that a hash existed at a time.

A token is a file `NUMBER.tsr` in the archive's folder `timestamps`, over the hash of entry
NUMBER as its 64 letters. It shows what a chain alone cannot: that its end was cut off, or
that all of it was made anew. Nothing is fetched here; `pipeline.timestamping` asks.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from aftermath.model import Misuse
from aftermath.store.chain import Entry
from aftermath.store.finding import Finding

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

FOLDER = "timestamps"
MISSING = "timestamps need a library more: pip install 'aftermath[timestamps]'"


class Request(NamedTuple):
    """What to ask an authority, and the number that its answer must have, so that it is no older one."""

    form: bytes
    nonce: int | None


def request(entry: Entry) -> Request:
    """What to ask an authority for the timestamp of an entry."""
    try:
        from rfc3161_client import HashAlgorithm, TimestampRequestBuilder
    except ImportError as error:
        raise Misuse(MISSING) from error
    asked = TimestampRequestBuilder().data(entry.hash.encode()).hash_algorithm(HashAlgorithm.SHA256).build()
    return Request(asked.as_bytes(), asked.nonce)


def keep(archive: Path, entry: Entry, token: bytes, nonce: int | None) -> Path:
    """Keep an authority's answer; `Misuse` where it is no timestamp of the entry, or the answer to another request."""
    fault = _fault(token, entry, ()) or _other_answer(token, nonce)
    if fault:
        raise Misuse(f"the authority's answer is not kept: {fault}")
    path = archive / FOLDER / f"{entry.number}.tsr"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(token)
    return path


def findings(archive: Path, entry_of: Callable[[int], Entry | None], roots: Path | None) -> Iterator[Finding]:
    """Timestamps that do not fit the log; with certificates of authorities their signatures are checked too."""
    certificates = _certificates(roots) if roots else ()
    paths = sorted((archive / FOLDER).glob("*.tsr"))
    for path in paths:
        entry = entry_of(int(path.stem)) if path.stem.isdecimal() else None
        fault = _fault(path.read_bytes(), entry, certificates) if entry else "the audit log has no such entry"
        if fault:
            yield Finding(about=f"timestamp {path}", says=fault)
    if paths and not roots:
        says = f"the signatures of {len(paths)} were not checked: give the authorities' certificates"
        yield Finding(about="timestamps", says=says, is_note=True)


def _certificates(roots: Path) -> "tuple[Certificate, ...]":
    try:
        from cryptography.x509 import load_pem_x509_certificates
    except ImportError as error:
        raise Misuse(MISSING) from error
    try:
        return tuple(load_pem_x509_certificates(roots.read_bytes()))
    except (OSError, ValueError) as error:
        raise Misuse(f"{roots}: no certificates in PEM form can be read from it ({error})") from error


def _other_answer(token: bytes, nonce: int | None) -> str:
    from rfc3161_client import decode_timestamp_response

    found = decode_timestamp_response(token).tst_info.nonce
    return "" if found == nonce else f"it answers another request ({found}) than this ({nonce})"


def _fault(token: bytes, entry: Entry, roots: "tuple[Certificate, ...]") -> str:
    """What is wrong with a token, "" where nothing is."""
    import hashlib

    try:
        from rfc3161_client import VerificationError, VerifierBuilder, decode_timestamp_response
    except ImportError as error:
        raise Misuse(MISSING) from error
    try:
        answer = decode_timestamp_response(token)
        if answer.tst_info.message_imprint.message != hashlib.sha256(entry.hash.encode()).digest():
            return f"it is of another hash than that of entry {entry.number}"
    except ValueError as error:
        return f"it is no timestamp ({error})"
    if roots:
        verifier = VerifierBuilder(roots=list(roots)).build()
        try:
            verifier.verify_message(answer, entry.hash.encode())
        except VerificationError as error:
            return f"its signature does not hold ({error})"
    return ""
