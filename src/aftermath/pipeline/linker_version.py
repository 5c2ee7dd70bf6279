"""Which version of the linker links, and what is to be said of a store that another one linked.

The version is made as the reader's is: Aftermath's number, and a digest of the code and tables
that linking rests on. Every store remembers in its audit log who linked it first or anew.
"""

from functools import cache

from aftermath.pipeline.reader_version import version_of
from aftermath.store import Store

LINKING = ("link",)
"""The stages by which claims become incidents."""


@cache
def linker_version() -> str:
    """Such as "0.1.0+1f0c3a9b"."""
    return version_of(LINKING)


def linked_otherwise(store: Store) -> str:
    """What to tell whoever links or reads a store that another version linked; "" where none did."""
    linker = store.linker()
    if linker is None or linker == linker_version():
        return ""
    by = f"version {linker} of the linker" if linker else "an older version"
    return (
        f"{store.name} was linked by {by}, and this is {linker_version()}: what comes now is linked by this one, "
        "what is there stays as it was; `aftermath relink` links all of it by one"
    )
