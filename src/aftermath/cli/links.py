"""A word to whoever works on a store of which not all is linked, or not by this version of the linker."""

import sys

from aftermath.pipeline.linker_version import linked_otherwise
from aftermath.store import Store


def warn_of_links(store: Store) -> None:
    """Say on standard error that old and new links would lie side by side, where that is so."""
    _tell(linked_otherwise(store))


def warn_of_waiting(store: Store) -> None:
    """Say on standard error how many reports were not linked yet: after a cut-off run, or a new version."""
    if number := store.waiting():
        told = f"{number:,} reports of {store.name} wait to be linked: what they tell may be missing here"
        _tell(f"{told} until `aftermath relink`")


def _tell(said: str) -> None:
    if said:
        sys.stderr.write(f"aftermath: {said}\n")
