"""One web address fetched within limits: time in all, size, redirects.

Takes an address and gives the body with what the server declared, or what was missed and why.
A server may be slow, endless, circular or hostile: none of that costs more than the deadline
and the size limit. Nothing is retried and no cookie is kept.

The transfer runs in an event loop of its own in a thread, because only there a deadline cuts
off every wait, that for a byte of the headers too, and so that it works inside notebooks,
which have a running loop already.
"""

import asyncio
import ssl
import threading
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from email.message import Message
from http import HTTPStatus

import httpx

from aftermath.acquire.draft import lost
from aftermath.acquire.origin import Origin
from aftermath.acquire.public import public_transport
from aftermath.acquire.route import read_bytes
from aftermath.acquire.settings import Settings, megabytes
from aftermath.model import Problem, Report
from aftermath.model.raw import Exchange

_GRACE = 2.0  # seconds in which a cut-off transfer may close its socket
_FORMATS = {"": None, "identity": None, "gzip": 31, "x-gzip": 31, "deflate": 47}  # zlib's window bits


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """The body of a response, unpacked, what the server said of it, and the exchange as it went.

    `moved` where every redirect on the way to `url` was one for good.
    """

    url: str
    body: bytes
    media: str
    charset: str
    exchange: Exchange | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    moved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """Why there is no body: in words, and by the server's status where it gave one (0 where not).

    `headers` are the response's; `location` is where a redirect that was not followed leads;
    `refused` where the server asks programs not to fetch it.
    """

    why: str
    status: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)
    location: str = ""
    refused: bool = False


NO_HEADERS: Mapping[str, str] = {}


class _RefusedError(Exception):
    """A response that will not be read."""

    def __init__(self, why: str, response: httpx.Response | None = None) -> None:
        """Why, and the response where it is its status that refuses."""
        onward = response.next_request if response is not None else None
        self.missed = Missed(
            why=why,
            status=response.status_code if response is not None else 0,
            headers=response.headers if response is not None else NO_HEADERS,
            location=str(onward.url) if onward else "",
        )
        super().__init__(why)


def read_url(address: str, settings: Settings) -> Iterator[Report | Problem]:
    """The reports at an address: a page, a text, a feed, a web archive."""
    found = fetch(address, settings)
    if isinstance(found, Missed):
        yield lost(address, found.why)
        return
    origin = Origin(
        name=address, key=address, media=found.media, charset=found.charset, url=found.url, exchange=found.exchange
    )
    yield from read_bytes(found.body, origin, settings)


def fetch(address: str, settings: Settings, asking: Mapping[str, str] = NO_HEADERS) -> Fetched | Missed:
    """What is at an http or https address, redirects followed."""
    return _within_deadline(address, settings, asking, follow=True)


def fetch_here(address: str, settings: Settings, asking: Mapping[str, str] = NO_HEADERS) -> Fetched | Missed:
    """What is at this very address; of a redirect, where it leads."""
    return _within_deadline(address, settings, asking, follow=False)


def _within_deadline(address: str, settings: Settings, asking: Mapping[str, str], *, follow: bool) -> Fetched | Missed:
    outcome: list[Fetched | Missed] = []
    worker = threading.Thread(
        target=lambda: outcome.append(_outcome(address, settings, asking, follow=follow)), daemon=True
    )
    worker.start()
    worker.join(settings.deadline + _GRACE)  # a name server may hang where no deadline reaches
    return outcome[0] if outcome else Missed(why=_late(settings))


def _outcome(address: str, settings: Settings, asking: Mapping[str, str], *, follow: bool) -> Fetched | Missed:
    """The fetch as a value: the body, or the reason in words."""
    try:
        return asyncio.run(_transfer(address, settings, asking, follow=follow))
    except _RefusedError as refused:
        return refused.missed
    except Exception as error:
        if why := _in_words(error, settings):
            return Missed(why=why)
        raise


def _in_words(error: Exception, settings: Settings) -> str:
    """Why a transfer failed, "" for an error that no transfer should raise."""
    match error:
        case httpx.TimeoutException():
            return f"the server gave no answer within {settings.timeout:g} s"
        case TimeoutError():
            return _late(settings)
        case httpx.TooManyRedirects():
            return f"the address leads through more than {settings.max_redirects} redirects"
        case httpx.UnsupportedProtocol():
            return "the address leads to something that is no web address (http or https)"
        case httpx.HTTPError() | httpx.InvalidURL() | ssl.SSLError() | OSError() | ValueError():
            return f"the address could not be fetched: {str(error) or type(error).__name__}"
        case _:
            return ""


def _late(settings: Settings) -> str:
    """The reason of a fetch that was cut off."""
    return f"fetching took longer than {settings.deadline:g} s and was given up"


async def _transfer(address: str, settings: Settings, asking: Mapping[str, str], *, follow: bool) -> Fetched:
    """The whole transfer, under one deadline."""
    client = httpx.AsyncClient(
        follow_redirects=follow,
        max_redirects=settings.max_redirects,
        timeout=settings.timeout,
        limits=httpx.Limits(max_keepalive_connections=0),  # servers may drop a kept connection between redirects
        headers={"User-Agent": settings.user_agent, "Accept-Encoding": "gzip, deflate", **asking},
        transport=public_transport() if settings.public_only else None,
    )
    async with asyncio.timeout(settings.deadline), client, client.stream("GET", address) as response:
        _check(response, settings)
        declared = Message()
        declared["content-type"] = response.headers.get("content-type", "")
        body, packed = await _body(response, settings)
        return Fetched(
            url=str(response.url),
            body=body,
            exchange=_exchange(response, packed),
            media=declared.get_content_type() if response.headers.get("content-type") else "",
            charset=str(declared.get_param("charset", "")),
            headers=response.headers,
        )


def _check(response: httpx.Response, settings: Settings) -> None:
    """Refuse what is no success, is packed in an unknown way, or says itself that it is too large."""
    if not response.is_success:
        known = response.status_code in HTTPStatus._value2member_map_
        phrase = HTTPStatus(response.status_code).phrase if known else ""
        raise _RefusedError(f"the server answered {response.status_code} {phrase}".rstrip(), response)
    if _packing(response) not in _FORMATS:
        raise _RefusedError(f"the server sent {_packing(response)!r} encoding, which was not asked for")
    length = response.headers.get("content-length", "")
    if length.isdecimal() and len(length) < 20 and int(length) > settings.max_page:
        raise _RefusedError(_too_large(settings))


def _packing(response: httpx.Response) -> str:
    """How the body is packed, as declared."""
    return str(response.headers.get("content-encoding", "")).strip().lower()


def _exchange(response: httpx.Response, body: bytes) -> Exchange:
    """What was asked last, after redirects, and answered. httpx has joined the chunks of a chunked body."""
    asked, version = response.request, response.http_version  # HTTP/1.1 is what httpx asks in
    path = asked.url.raw_path.decode("ascii", "replace")
    return Exchange(
        url=str(response.url),
        asked=_head(f"{asked.method} {path} HTTP/1.1", asked.headers.raw),
        answered=_head(f"{version} {response.status_code} {response.reason_phrase}", response.headers.raw),
        body=body,
    )


def _head(first: str, headers: list[tuple[bytes, bytes]]) -> bytes:
    """The head of a message; what says that the body was chunked is set aside, as archives do."""
    renamed = (
        (b"X-Archive-" + name if name.lower() == b"transfer-encoding" else name, value) for name, value in headers
    )
    return b"\r\n".join((first.encode(), *(name + b": " + value for name, value in renamed)))


async def _body(response: httpx.Response, settings: Settings) -> tuple[bytes, bytes]:
    """The body, unpacked piece by piece, so that no packed bomb grows beyond the limit; and as it came."""
    bits = _FORMATS[_packing(response)]
    unpacker = zlib.decompressobj(bits) if bits else None
    body, packed = bytearray(), bytearray()
    async for piece in response.aiter_raw():
        packed += piece
        room = settings.max_page + 1 - len(body)
        body += _unpacked(unpacker, piece, room) if unpacker else piece
        if max(len(body), len(packed)) > settings.max_page:
            raise _RefusedError(_too_large(settings))
    if unpacker and body and not unpacker.eof:
        raise _RefusedError("the server's compressed data end too early")
    return bytes(body), bytes(packed)


def _unpacked(unpacker: "zlib._Decompress", piece: bytes, room: int) -> bytes:
    """At most `room` bytes of what a packed piece holds."""
    try:
        return unpacker.decompress(piece, room)
    except zlib.error as error:
        raise _RefusedError(f"the server sent broken compressed data ({error})") from error


def _too_large(settings: Settings) -> str:
    """The reason of a body beyond the limit."""
    return f"the response is larger than {megabytes(settings.max_page)}, the limit for one page"
