"""A word to whoever works on a store of which not all is linked, or not by this version of the linker."""

import sys

from aftermath.pipeline.linker_version import linked_otherwise
from aftermath.pipeline.linking import link_waiting
from aftermath.store import Store


def warn_of_links(store: Store) -> None:
    """Say on standard error that old and new links would lie side by side, where that is so."""
    _tell(linked_otherwise(store))


def link_first(store: Store) -> None:
    """Link all before it is read, where an update put the links away; say what waits where a run was cut off."""
    number = store.waiting()
    if number and store.linker() is None:
        _tell(f"nothing of {store.name} is linked, as after an update of its tables: {number:,} reports are linked now")
        link_waiting(store)
    elif number:
        told = f"{number:,} reports of {store.name} wait to be linked: what they tell may be missing here"
        _tell(f"{told} until `aftermath relink`")


def _tell(said: str) -> None:
    if said:
        sys.stderr.write(f"aftermath: {said}\n")
