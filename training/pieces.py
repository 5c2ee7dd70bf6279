"""Write the shipped list of word pieces: the encoder's, without other scripts and spares.

The full list of 30,522 has about 1,000 unused places and 2,000 single characters of
scripts that no English report is written in; each costs 384 bytes in the package.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path

from encoder import ENCODER

OUT = Path(__file__).resolve().parents[1] / "src" / "aftermath" / "lang" / "en" / "pieces.txt"
SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")


def is_kept(piece: str) -> bool:
    """Whether English text can contain the piece: Latin letters, digits and marks."""
    if piece in SPECIAL:
        return True
    if piece.startswith("[") and piece.endswith("]") and len(piece) > 2:
        return False
    return all(
        char.isascii() or (not char.isalpha() and len(piece) == 1)
        or (char.isalpha() and unicodedata.name(char, "").startswith("LATIN"))
        for char in piece.removeprefix("##")
    )  # fmt: skip


def kept() -> list[int]:
    """The numbers, in the encoder's own list, of the pieces that are shipped, in order."""
    pieces = (ENCODER / "vocab.txt").read_text(encoding="utf-8").splitlines()
    return [number for number, piece in enumerate(pieces) if is_kept(piece)]


def main() -> None:
    """Write the list."""
    pieces = (ENCODER / "vocab.txt").read_text(encoding="utf-8").splitlines()
    numbers = kept()
    OUT.write_text("\n".join(pieces[i] for i in numbers) + "\n", encoding="utf-8")
    print(f"{len(numbers):,} of {len(pieces):,} pieces -> {OUT}")


if __name__ == "__main__":
    main()
