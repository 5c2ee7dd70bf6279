"""Reading tells nobody: the language engine keeps no record of use and sends none."""

import os
import subprocess
import sys
from pathlib import Path

READ = "from aftermath.lang import parse; parse('Rebels shelled the town on Monday.')"


def test_the_engine_leaves_no_telemetry_behind(tmp_path: Path) -> None:
    # onnxruntime keeps what it is about to send in a file under the user's cache folder.
    allowed = {name: value for name, value in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"}
    home = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    subprocess.run([sys.executable, "-c", READ], check=True, env={**allowed, **home}, timeout=120)
    assert [str(path) for path in tmp_path.rglob("*onnxruntime*")] == []
