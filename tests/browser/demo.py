"""A store of invented reports for the app to show: those of tests/linking, without their keys.

python tests/browser/demo.py FILE    makes the store at FILE
"""

import json
import sys
import tempfile
from pathlib import Path

from typer.testing import CliRunner

from aftermath.cli.app import app
from case_format import parse

REPORTS = Path(__file__).parents[1] / "linking" / "reports"


def reports() -> list[dict[str, str]]:
    """The texts as reports in JSON, as `aftermath collect` takes them."""
    cases = (parse(path.read_text("utf-8"), path) for path in sorted(REPORTS.glob("*.txt")))
    return [
        {
            "id": case.path.stem,
            "title": case.text.split(". ")[0][:120],
            "outlet": case.outlet,
            "published": case.published.isoformat(),
            "text": case.text,
        }
        for case in cases
    ]


def make_store(file: Path) -> None:
    """Read the reports into a store."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "reports.json"
        source.write_text(json.dumps(reports()), "utf-8")
        result = CliRunner().invoke(app, ["collect", str(source), "--store", str(file)], catch_exceptions=False)
    if result.exit_code:
        raise RuntimeError(result.output)


if __name__ == "__main__":
    make_store(Path(sys.argv[1]))
