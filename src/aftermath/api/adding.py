"""Reports added by hand: a text, an address or a file, read at once, and kept if asked."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from typing import Annotated, Any

from fastapi import APIRouter, File, Form, UploadFile
from pydantic import BaseModel, ConfigDict, Field

from aftermath import acquire
from aftermath.api.desk import AtDesk, Desk
from aftermath.api.forms import report_form, trouble_form
from aftermath.api.people import Analyst
from aftermath.model import Misuse, Problem, Report
from aftermath.model.raw import Raw
from aftermath.pipeline.archiving import Arrivals
from aftermath.store.browse import incidents_of

router = APIRouter(tags=["reports"])

SUFFIXES = (".txt", ".html", ".htm", ".json", ".jsonl", ".xml", ".warc")
GZIP = b"\x1f\x8b"
MOST = 50
"""Reports that one request may add; `aftermath collect` takes any number."""

EARLIEST = date(1900, 1, 1)
TITLE = 1000
OUTLET = 300


class Given(BaseModel):
    """A text or an address, and what is known of the report."""

    model_config = ConfigDict(extra="forbid")

    text: Annotated[str, Field(max_length=5_000_000)] = ""
    url: Annotated[str, Field(max_length=2000)] = ""
    title: Annotated[str, Field(max_length=TITLE)] = ""
    outlet: Annotated[str, Field(max_length=OUTLET)] = ""
    published: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What somebody says of what they add, over what it says itself; "" and None where they say nothing."""

    title: str
    outlet: str
    published: date | None

    @classmethod
    def said(cls, title: str, outlet: str, published: date | None) -> "Known":
        """As typed, in one line; `Misuse` for a day on which nothing can have been published."""
        if published and published > date.today() + timedelta(days=1):  # it is tomorrow somewhere
            raise Misuse(f"published {published}: that day has not come yet")
        if published and published < EARLIEST:
            raise Misuse(f"published {published}: give a day from {EARLIEST.year} on")
        return cls(title=" ".join(title.split()), outlet=" ".join(outlet.split()), published=published)


@router.post("/reports", status_code=201)
def add(given: Given, caller: Analyst, desk: AtDesk, keep: bool = True) -> dict[str, Any]:
    """Read a text or what is at an address; `keep=false` only reads. An address of a private network is refused."""
    if bool(given.text.strip()) == bool(given.url.strip()):
        raise Misuse("give either `text` or `url`")
    known = Known.said(given.title, given.outlet, given.published)
    inbox = Inbox(desk=desk, by=caller.name, known=known, arrivals=Arrivals(desk.store) if keep else None)
    if given.text:
        report = acquire.report_from_text(given.text, published=known.published, title=known.title, outlet=known.outlet)
        inbox.note(report, Raw(body=given.text.encode("utf-8", "surrogatepass"), sha256=report.sha256, uri=report.id))
        return inbox.taken([report])
    if not given.url.lower().startswith(("http://", "https://")):
        raise Misuse("`url` must begin with http:// or https://")
    return inbox.taken(acquire.acquire(given.url, inbox.settings))


@router.post("/reports/file", status_code=201)
def add_file(
    file: Annotated[UploadFile, File()],
    caller: Analyst,
    desk: AtDesk,
    title: Annotated[str, Form(max_length=TITLE)] = "",
    outlet: Annotated[str, Form(max_length=OUTLET)] = "",
    published: Annotated[date | None, Form()] = None,
    keep: bool = True,
) -> dict[str, Any]:
    """Read the reports of a file; what it is is told by its bytes, whatever its name says."""
    known = Known.said(title, outlet, published)
    name = "".join(c if c.isalnum() or c in " ._-" else "_" for c in PurePath(file.filename or "file").name)[-100:]
    if not name.lower().endswith(SUFFIXES):
        raise Misuse(f"{name}: files that can be read end with {', '.join(SUFFIXES)}")
    raw = file.file.read()
    if raw[:2] == GZIP:
        raise Misuse(f"{name} is packed with gzip: unpack it first")  # it may hold a thousand times its size
    inbox = Inbox(desk=desk, by=caller.name, known=known, arrivals=Arrivals(desk.store) if keep else None)
    with TemporaryDirectory(prefix="aftermath-upload-") as folder:
        path = Path(folder) / name.lstrip(".")
        path.write_bytes(raw)
        return inbox.taken(_named(found, folder) for found in acquire.acquire(path, inbox.settings))


def _named(found: Report | Problem, folder: str) -> Report | Problem:
    """A problem under the name that the file was given, not under that of a folder of this machine."""
    return replace(found, report=found.report.removeprefix(f"{folder}/")) if isinstance(found, Problem) else found


@dataclass(frozen=True, slots=True, kw_only=True)
class Inbox:
    """What one request adds: by whom, what they know of it, where its bytes are noted (None where nothing is kept)."""

    desk: Desk
    by: str
    known: Known
    arrivals: Arrivals | None

    @property
    def settings(self) -> acquire.Settings:
        """What is known, and limits for what a stranger gives, who may be in error or worse."""
        return acquire.Settings(**asdict(self.known), public_only=True, max_fetches=0, keep=self.note)

    def note(self, report: Report, raw: Raw) -> None:
        """Remember the bytes of a report."""
        if self.arrivals:
            self.arrivals.note(report, raw)

    def taken(self, found: Iterable[Report | Problem]) -> dict[str, Any]:
        """What was read, and kept if it was to be."""
        items = list(_few(found))
        many = sum(isinstance(item, Report) for item in items)
        if self.known.title and many > 1:
            raise Misuse(f"a title is of one report, and this holds {many}: leave the title empty")
        read = [self.desk.adding.read(item) for item in items if isinstance(item, Report)]
        records = [record for record in read if not any(problem.fatal for problem in record.problems)]
        problems = [item for item in items if isinstance(item, Problem)]
        problems += [problem for record in read if record not in records for problem in record.problems]
        if self.arrivals and records:
            problems += self.desk.adding.keep(self.desk.store, records, self.arrivals, self.by)
        incidents = {r.report.id: incidents_of(self.desk.store, r.report.id) if self.arrivals else {} for r in records}
        forms = [report_form(record, incidents[record.report.id]) for record in records]
        return {
            "kept": bool(self.arrivals and records),
            "reports": forms,
            "problems": list(map(trouble_form, problems)),
        }


def _few(found: Iterable[Report | Problem]) -> Iterator[Report | Problem]:
    for number, item in enumerate(found):
        if number == MOST:
            raise Misuse(f"that holds more than {MOST} reports: read it with `aftermath collect`")
        yield item
