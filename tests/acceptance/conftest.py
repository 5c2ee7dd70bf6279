"""What the acceptance tests share."""

import pytest

from aftermath.resolve.gazetteer import open_gazetteer


@pytest.fixture(scope="session", autouse=True)
def _compiled_gazetteer() -> None:
    """Compile the gazetteer before any command is run, so that none of them has to say so."""
    open_gazetteer().close()
