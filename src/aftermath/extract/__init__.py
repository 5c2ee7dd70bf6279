"""Parse and mentions -> claims. The knowledge is in `tables/`; the code is general."""

from aftermath.extract.claims import claims

__all__ = ["claims"]
