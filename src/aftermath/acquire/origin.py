"""Where bytes come from: what problems call it, and what is the same of it on every machine."""

from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import quote

from aftermath.model.raw import Exchange, Raw


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The name that a person gave a source, and its machine-independent key.

    `media` and `charset` are what a server or an archive declared, "" where nothing did;
    `url` is the page's address where it has one. `exchange` is what it was fetched by; what
    is not whole is a part of that.
    """

    name: str
    key: str
    media: str = ""
    charset: str = ""
    url: str = ""
    exchange: Exchange | None = None
    is_whole: bool = True

    def part(self, what: str) -> "Origin":
        """One report of several in this source: "reports.jsonl, line 3"."""
        return Origin(name=f"{self.name}, {what}", key=f"{self.key}, {what}", exchange=self.exchange, is_whole=False)

    def raw(self, body: bytes) -> Raw:
        """Bytes from here, to be kept as they came."""
        uri = self.url or "file:" + quote(self.name.encode("utf-8", "surrogateescape"))
        digest = sha256(body).hexdigest()
        return Raw(body=body, sha256=digest, uri=uri, media=self.media, exchange=self.exchange, is_whole=self.is_whole)
