"""The folder of what the user added: gazetteers and actor tables."""

import os
from pathlib import Path


def use_home(home: Path | None) -> None:
    """Look for the user's gazetteers and actor tables in this folder, here and in workers."""
    if home is not None:
        os.environ["AFTERMATH_HOME"] = str(home)
