"""Reports added by hand: a text, an address or a file, read at once, and kept if asked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from typing import Annotated, Any

from fastapi import APIRouter, File, Form, UploadFile
from pydantic import BaseModel, ConfigDict, Field

from aftermath import acquire
from aftermath.api.desk import AtDesk, Desk
from aftermath.api.forms import report_form
from aftermath.api.people import Analyst
from aftermath.export import problem_form
from aftermath.model import Misuse, Problem, Report
from aftermath.model.raw import Raw
from aftermath.pipeline.archiving import Arrivals
from aftermath.store.browse import incidents_of

router = APIRouter(tags=["reports"])

SUFFIXES = (".txt", ".html", ".htm", ".json", ".jsonl", ".xml", ".warc")
GZIP = b"\x1f\x8b"
MOST = 50
"""Reports that one request may add; `aftermath collect` takes any number."""


class Given(BaseModel):
    """A text or an address, and what is known of the report."""

    model_config = ConfigDict(extra="forbid")

    text: Annotated[str, Field(max_length=5_000_000)] = ""
    url: Annotated[str, Field(max_length=2000)] = ""
    title: Annotated[str, Field(max_length=1000)] = ""
    outlet: Annotated[str, Field(max_length=300)] = ""
    published: date | None = None


@router.post("/reports", status_code=201)
def add(given: Given, caller: Analyst, desk: AtDesk, keep: bool = True) -> dict[str, Any]:
    """Read a text or what is at an address; `keep=false` only reads. An address of a private network is refused."""
    if bool(given.text.strip()) == bool(given.url.strip()):
        raise Misuse("give either `text` or `url`")
    inbox = Inbox(desk=desk, by=caller.name, arrivals=Arrivals(desk.store) if keep else None)
    if given.text:
        report = acquire.report_from_text(given.text, published=given.published, title=given.title, outlet=given.outlet)
        inbox.note(report, Raw(body=given.text.encode("utf-8", "surrogatepass"), sha256=report.sha256, uri=report.id))
        return inbox.taken([report])
    if not given.url.lower().startswith(("http://", "https://")):
        raise Misuse("`url` must begin with http:// or https://")
    return inbox.taken(acquire.acquire(given.url, inbox.settings(given.published)))


@router.post("/reports/file", status_code=201)
def add_file(
    file: Annotated[UploadFile, File()],
    caller: Analyst,
    desk: AtDesk,
    published: Annotated[date | None, Form()] = None,
    keep: bool = True,
) -> dict[str, Any]:
    """Read the reports of a file; what it is is told by its bytes, whatever its name says."""
    name = "".join(c if c.isalnum() or c in " ._-" else "_" for c in PurePath(file.filename or "file").name)[-100:]
    if not name.lower().endswith(SUFFIXES):
        raise Misuse(f"{name}: files that can be read end with {', '.join(SUFFIXES)}")
    raw = file.file.read()
    if raw[:2] == GZIP:
        raise Misuse(f"{name} is packed with gzip: unpack it first")  # it may hold a thousand times its size
    inbox = Inbox(desk=desk, by=caller.name, arrivals=Arrivals(desk.store) if keep else None)
    with TemporaryDirectory(prefix="aftermath-upload-") as folder:
        path = Path(folder) / name.lstrip(".")
        path.write_bytes(raw)
        return inbox.taken(_named(found, folder) for found in acquire.acquire(path, inbox.settings(published)))


def _named(found: Report | Problem, folder: str) -> Report | Problem:
    """A problem under the name that the file was given, not under that of a folder of this machine."""
    return replace(found, report=found.report.removeprefix(f"{folder}/")) if isinstance(found, Problem) else found


@dataclass(frozen=True, slots=True, kw_only=True)
class Inbox:
    """What one request adds: by whom, and where its bytes are noted, None where nothing is to be kept."""

    desk: Desk
    by: str
    arrivals: Arrivals | None

    def settings(self, published: date | None) -> acquire.Settings:
        """Limits for what a stranger gives, who may be in error or worse."""
        return acquire.Settings(published=published, public_only=True, max_fetches=0, keep=self.note)

    def note(self, report: Report, raw: Raw) -> None:
        """Remember the bytes of a report."""
        if self.arrivals:
            self.arrivals.note(report, raw)

    def taken(self, found: Iterable[Report | Problem]) -> dict[str, Any]:
        """What was read, and kept if it was to be."""
        items = list(_few(found))
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
            "problems": list(map(problem_form, problems)),
        }


def _few(found: Iterable[Report | Problem]) -> Iterator[Report | Problem]:
    for number, item in enumerate(found):
        if number == MOST:
            raise Misuse(f"that holds more than {MOST} reports: read it with `aftermath collect`")
        yield item
