"""The Python door: `aftermath.read` and `aftermath.read_all`."""

from datetime import date
from pathlib import Path

import pytest
from commands import REPORTS

import aftermath
from aftermath.model import Misuse, Record

TEXT = "Russian planes hit a market in Idlib city on Wednesday, killing 10 people, residents said."
ARABIC = "قصفت الطائرات الروسية مدينة إدلب يوم الأربعاء وقتل عشرة مدنيين على الأقل، بحسب السكان."


def test_read() -> None:
    record = aftermath.read(TEXT, published="2019-03-14", title="Raid", outlet="Sample Wire", id="one")
    assert isinstance(record, Record)
    assert (record.report.id, record.report.title, record.report.published) == ("one", "Raid", date(2019, 3, 14))
    (claim,) = record.claims
    assert (claim.event, claim.stance) == ("air_strike", "asserted")
    assert claim.when is not None
    assert claim.when.time.start == date(2019, 3, 13)
    assert [source.text for source in claim.sources] == ["residents"]
    assert [(harm.kind, harm.low, harm.high) for harm in claim.harm] == [("killed", 10, 10)]
    assert all(TEXT[slice(*quote.span)] == quote.text for quote in claim.quotes)


def test_a_date_may_be_one() -> None:
    by_text = aftermath.read(TEXT, published="2019-03-14", id="one")
    assert aftermath.read(TEXT, published=date(2019, 3, 14), id="one").claims == by_text.claims


def test_a_record_shows_itself() -> None:
    record = aftermath.read(TEXT, published="2019-03-14", id="one")
    assert repr(record) == "<Reading of one: 1 claim>"
    page = record._repr_html_()
    assert "air strike" in page
    assert "Wednesday" in page


@pytest.mark.parametrize(("text", "published"), [("", None), (ARABIC, None), (TEXT, "soon")])
def test_misuse(text: str, published: str | None) -> None:
    with pytest.raises(Misuse):
        aftermath.read(text, published=published)


def test_read_all_keeps_going(tmp_path: Path) -> None:
    records = list(aftermath.read_all([tmp_path / "absent.txt", REPORTS]))
    assert records[0].problems[0].fatal
    assert len(records) == 1 + len(list(REPORTS.iterdir()))
    assert all(record.claims for record in records[1:])
