"""Where the gazetteer's files lie: a folder of the user's data.

Read when asked, never at import: AFTERMATH_HOME if it is set, else the platform's place
for an application's data.
"""

import os
import sys
from pathlib import Path


def folder() -> Path:
    """The folder of the gazetteer files; it need not exist yet."""
    if home := os.environ.get("AFTERMATH_HOME"):
        return Path(home).expanduser() / "gazetteer"
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "aftermath" / "gazetteer"
