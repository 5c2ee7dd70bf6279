"""Keep the documentation's output true: run its examples and put in what they print.

    python tools/docs.py            rewrite console blocks and the picture
    python tools/docs.py --check    only say which are out of date; exit 1 if any
    python tools/docs.py --figures  measure again what docs/quality.md says, and date it

A console block of a page is a command line that begins with "$ " and what it prints. The
picture is the sheet of the README's example. Run from the project's root.
"""

import io
import os
import re
import subprocess
import sys
import sysconfig
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme

from aftermath.cli.sheet import sheet
from aftermath.pipeline import Settings, read_sources

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "README.md",)
MEASURED = ROOT / "docs" / "quality.md"
DATED = re.compile(r"Measured on \d{4}-\d\d-\d\d")
PICTURE, PICTURED = ROOT / "docs" / "sheet.svg", ROOT / "docs" / "examples" / "market.txt"
BLOCK = re.compile(r"```console\n\$ (?P<command>.+)\n(?P<output>(?:(?!```).*\n)*)```")
WIDTH = 110
THEME = TerminalTheme(
    (252, 252, 250),
    (40, 44, 52),
    [
        (40, 44, 52),
        (190, 30, 45),
        (30, 120, 60),
        (150, 110, 0),
        (30, 80, 170),
        (130, 40, 130),
        (0, 120, 130),
        (255, 255, 255),
    ],
)


def main() -> int:
    """Rewrite or check all pages and the picture."""
    if "--figures" in sys.argv:
        text = DATED.sub(f"Measured on {date.today()}", MEASURED.read_text("utf-8"))
        MEASURED.write_text(_page(text), "utf-8")
        return 0
    wanted = {page: _page(page.read_text("utf-8")) for page in PAGES} | {PICTURE: _picture()}
    stale = [file for file, text in wanted.items() if not file.exists() or file.read_text("utf-8") != text]
    for file in stale:
        print(f"out of date: {file.relative_to(ROOT)}")
        if "--check" not in sys.argv:
            file.write_text(wanted[file], "utf-8")
    return int("--check" in sys.argv and bool(stale))


def _page(text: str) -> str:
    return BLOCK.sub(lambda block: f"```console\n$ {block['command']}\n{_output(block['command'])}```", text)


def _output(command: str) -> str:
    path = os.pathsep.join([sysconfig.get_path("scripts"), os.environ["PATH"]])
    done = subprocess.run(
        command, shell=True, cwd=ROOT, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=True
    )
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())


def _picture() -> str:
    """The example's sheet as it looks on a terminal, without the fonts that rich would fetch."""
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    for record in read_sources([str(PICTURED)], Settings()):
        console.print(sheet(record))
    svg = console.export_svg(title="aftermath read docs/examples/market.txt", theme=THEME, unique_id="sheet")
    return re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)


if __name__ == "__main__":
    sys.exit(main())
