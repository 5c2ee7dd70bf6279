"""The command line as a user runs it: a process of its own."""

import json
import subprocess
import sysconfig
from importlib.resources import files
from pathlib import Path
from typing import Any

AFTERMATH = str(Path(sysconfig.get_path("scripts")) / "aftermath")
REPORTS = Path(str(files("aftermath.cli") / "demo_reports"))


def run(*arguments: str | Path, given: str = "") -> subprocess.CompletedProcess[str]:
    """What a command prints and how it ends."""
    command = [AFTERMATH, *map(str, arguments)]
    return subprocess.run(command, input=given, capture_output=True, text=True, timeout=300, check=False)


def lines(output: str) -> list[dict[str, Any]]:
    """The reports of JSON lines."""
    return [json.loads(line) for line in output.splitlines()]
