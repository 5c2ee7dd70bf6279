"""What can be wrong with a table that a user adds."""

from pathlib import Path

from aftermath.model import Misuse


class BadTable(Misuse):
    """A table cannot be added; names the file, the line where it is known, and the cause."""

    def __init__(self, path: Path, cause: str, line: int | None = None) -> None:
        self.path, self.cause, self.line = path, cause, line
        super().__init__(f"{path}{f', line {line}' if line else ''}: {cause}")
