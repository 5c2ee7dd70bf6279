"""The bytes of reports on their way into a store: noted as they are acquired, then archived.

Where they lie is handed over with the reports' records. Only bytes of reports that are to be
read are written. They are on disk before their record is kept; a run that is killed in between
leaves bytes that nothing refers to, and no more.
"""

from collections.abc import Iterable

from aftermath.model import Misuse, Record, Report
from aftermath.model.raw import Raw
from aftermath.store import Archive, Holding, Store


class Arrivals:
    """What arrived and is not kept yet. `note` is told by acquisition, in whose batches the rest happens."""

    def __init__(self, store: Store) -> None:
        if store.archive is None:
            raise Misuse(f"{store.name} is on a server: say with --archive in which folder to keep the reports' bytes")
        self._store = store
        self._archive: Archive = store.archive
        self._noted: dict[tuple[str, str], Raw] = {}
        self._held: dict[str, Holding] = {}

    def note(self, report: Report, raw: Raw) -> None:
        """Remember the bytes that a report was drawn from, until its batch is archived."""
        self._noted[report.id, report.sha256] = raw

    def archive(self, fresh: Iterable[Report]) -> None:
        """Archive the bytes of those reports of a batch that are to be read; forget the others'."""
        wanted = [raw for report in fresh if (raw := self._noted.get((report.id, report.sha256)))]
        there = self._store.holdings([raw.sha256 for raw in wanted])
        for raw in wanted:
            self._held[raw.sha256] = there.get(raw.sha256) or self._archive.hold(raw)
        self._noted.clear()

    def of(self, records: Iterable[Record]) -> dict[str, Holding]:
        """Where the bytes of these records lie, safe on disk."""
        self._archive.sync()
        digests = {record.report.sha256 for record in records}
        # Reports that share their bytes and come later find them in the store.
        return {digest: self._held.pop(digest) for digest in digests if digest in self._held}

    def held(self, raw: Raw) -> Holding:
        """Where bytes lie that are kept for themselves, safe on disk."""
        there = self._store.holdings([raw.sha256]).get(raw.sha256)
        if there:
            return there
        holding = self._archive.hold(raw)
        self._archive.sync()
        return holding
