"""The reference says what there is: every command, option and column, and nothing else."""

import re
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
import typer.main

from aftermath.cli.app import app
from aftermath.evaluate import load_gold
from aftermath.export.row import columns
from aftermath.model import EVENTS

ROOT = Path(__file__).parents[2]
COMMANDS = (ROOT / "docs" / "reference" / "commands.md").read_text("utf-8")
OUTPUT = (ROOT / "docs" / "reference" / "output.md").read_text("utf-8")
HELP = {"--help", "-h"}
SHORT = {"-f", "-o", "-j"}


def leaves() -> list[tuple[str, set[str]]]:
    """Every command that does something, with its options."""
    found = []
    root = typer.main.get_command(app)
    for name, command in root.commands.items():  # type: ignore[attr-defined]
        for label, leaf in [(f"{name} {sub}", c) for sub, c in getattr(command, "commands", {}).items()] or [
            (name, command)
        ]:
            every = (opt for param in leaf.params for opt in (*param.opts, *param.secondary_opts))
            options = {opt for opt in every if opt.startswith("-")}
            found.append((label, options - HELP - SHORT))
    return found


@pytest.mark.parametrize(("command", "options"), leaves())
def test_every_command_and_option_is_documented(command: str, options: set[str]) -> None:
    heading = command.split(maxsplit=1)[0]
    section = re.search(rf"^## `aftermath {heading}\b.*?(?=^## |\Z)", COMMANDS, re.MULTILINE | re.DOTALL)
    assert section, f"no section on aftermath {heading}"
    assert f"aftermath {command}" in section[0]
    missing = {option for option in options if f"`{option}`" not in section[0]}
    assert not missing


def test_no_option_is_documented_that_is_not_there() -> None:
    known = set().union(*(options for _, options in leaves())) | HELP | SHORT
    assert set(re.findall(r"`(--?[a-z][a-z-]*)`", COMMANDS)) <= known


def test_every_column_is_documented_in_order() -> None:
    table = re.findall(r"^\| (`.+?) \|", OUTPUT, re.MULTILINE)
    assert tuple(re.findall(r"`(\w+)`", " ".join(table))) == columns()


def test_links_lead_somewhere() -> None:
    for page in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", page.read_text("utf-8")):
            if "://" not in target:
                assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_examples_print_what_the_pages_say() -> None:
    done = subprocess.run(
        [sys.executable, "tools/docs.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{done.stdout}{done.stderr}\nrun: python tools/docs.py"


def test_the_python_example_of_the_readme_runs() -> None:
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert blocks
    for block in blocks:
        subprocess.run([sys.executable, "-c", block], cwd=ROOT, capture_output=True, text=True, check=True)


def test_every_make_target_named_exists() -> None:
    makefiles = "".join(file.read_text("utf-8") for file in (ROOT / "Makefile", ROOT / "training" / "Makefile"))
    for page in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"`make (\w+)`", page.read_text("utf-8")):
            assert re.search(rf"^[\w -]*\b{target}\b[\w -]*:", makefiles, re.MULTILINE), f"{page.name}: make {target}"


def test_the_command_is_installed() -> None:
    assert (Path(sysconfig.get_path("scripts")) / "aftermath").exists()


def test_the_gold_file_of_the_reference_is_one(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "reference" / "gold.md").read_text("utf-8")
    example = re.search(r"```json\n(.*?)```", page, re.DOTALL)
    assert example
    (tmp_path / "r1.json").write_text(example[1])
    (report,) = load_gold(tmp_path)
    (claim,) = report.answers
    assert claim.stretches
    assert all(answer for answer in (claim.event, claim.when, claim.where, claim.harm, claim.sources))
    assert set(EVENTS) <= set(re.findall(r"`(\w+)`", page))
