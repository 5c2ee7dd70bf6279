"""Who uses the command line, for the audit log."""

import getpass
import os


def whoever() -> str:
    """The user's login name, or number where the system knows no name."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container may run as a number that nobody has
        return f"user {os.getuid()}"
