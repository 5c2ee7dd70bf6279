"""`aftermath` as it is, but for one thing: a web site of this machine counts as one of the open internet.

    AFTERMATH_TEST_SITE=PORT python -m tests.browser.near_site serve …

Tests cannot fetch from the internet, and the shipped program fetches nothing from this machine.
"""

import os

from aftermath.acquire import public
from aftermath.cli.app import app

_checked = public.is_public


def _allowed(address: str) -> bool:
    return address == "127.0.0.1" or _checked(address)


if __name__ == "__main__":
    public.PORTS = (*public.PORTS, int(os.environ["AFTERMATH_TEST_SITE"]))  # type: ignore[assignment]
    public.is_public = _allowed
    app()
