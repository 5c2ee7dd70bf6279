"""A word to whoever works on a store that another version of the linker linked."""

import sys

from aftermath.pipeline.linker_version import linked_otherwise
from aftermath.store import Store


def warn_of_links(store: Store) -> None:
    """Say on standard error that old and new links would lie side by side, where that is so."""
    if said := linked_otherwise(store):
        sys.stderr.write(f"aftermath: {said}\n")
