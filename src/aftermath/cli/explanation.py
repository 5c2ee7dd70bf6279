"""One claim laid open on a terminal."""

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from aftermath.export.explanation import Filler, SlotReasons, reasons
from aftermath.export.phrases import clean
from aftermath.model import Claim, Record


def explanation(record: Record, number: int, claim: Claim) -> RenderableType:
    """A claim, the words that carry it, and each slot's values with their reasons."""
    head = Text.assemble((f"Claim {number} of {clean(record.report.id)}", "bold"), (f"  {claim.id}", "dim"))
    quotes = [Text(f"  “{clean(quote.text)}” {_span(quote.span)}", "italic") for quote in claim.quotes]
    return Group(head, *quotes, Padding(_slots(claim), (0, 0, 1, 2)))


def _slots(claim: Claim) -> Table:
    rows = Table.grid(padding=(0, 2, 0, 0))
    rows.add_column(style="cyan", no_wrap=True, min_width=9)
    rows.add_column(overflow="fold")
    for slot in reasons(claim):
        rows.add_row(slot.slot, Text("\n").join(_lines(slot)))
    return rows


def _lines(slot: SlotReasons) -> list[Text]:
    lines = [line for filler in slot.fillers for line in _filler(filler)]
    if slot.rule:
        lines.append(Text(f"  read by: {clean(slot.rule)}", "dim"))
    if slot.carried:
        lines.append(Text(f"  inferred: {clean(slot.carried)}", "magenta"))
    return lines


def _filler(filler: Filler) -> list[Text]:
    value = Text(filler.value)
    if filler.words:
        value.append(f"  “{clean(filler.words.text)}” {_span(filler.words.span)}", "dim")
    return [value, *([Text(f"  because: {clean(filler.why)}", "dim")] if filler.why else [])]


def _span(span: tuple[int, int]) -> str:
    return f"[{span[0]}:{span[1]}]"
