"""The command line: a module a command; each parses, makes one call and renders.

Exit codes live here and nowhere else: 0 done, 1 something was lost or fell below its floor,
2 misuse or a broken installation.
"""

import sys

from aftermath.cli.app import app
from aftermath.model.errors import AftermathError


def main() -> None:
    """Run the command line; errors meant for users print as one line."""
    try:
        app()
    except AftermathError as error:
        sys.stderr.write(f"aftermath: {error}\n")
        sys.exit(2)
