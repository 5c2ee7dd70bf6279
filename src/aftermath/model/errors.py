"""Exceptions for misuse and broken environments.

    AftermathError
    ├── Misuse              the caller asked for something that cannot be done
    ├── MissingData         a data file that the installation should hold is absent or broken
    ├── UnusableStore       a file that is no store of this version, or that cannot be read or written
    └── UnsuitablePipeline  a language pipeline with labels other than Universal Dependencies

Bad *input* is no exception: a report that cannot be read becomes a `Problem`.
"""


class AftermathError(Exception):
    """The base of all errors that Aftermath raises on purpose; its text is for users."""


class Misuse(AftermathError):
    """The caller asked for something that cannot be done; the text says what would do."""


class MissingData(AftermathError):
    """A data file that the installation should hold is absent or broken."""


class UnusableStore(AftermathError):
    """The file is no store of this version, or cannot be read or written; the text names file and fault."""


class UnsuitablePipeline(AftermathError):
    """The named language pipeline is not installed, or is not labelled with Universal Dependencies."""
