"""Keep the state of a training on disk, so that one that was interrupted goes on where it stood.

What is kept is all that the next step depends on: weights, optimizer, rates, and the sources
of chance. A round's data are drawn anew from the chance it began with, and the batches that
were done are passed over.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from heads import Joint


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """How far a training is: rounds done, batches done of the next, steps in all, the round's chance."""

    rounds: int
    batches: int
    steps: int
    chance: Any


class Progress:
    """The file that holds a training's state; `settings` tell one training from another."""

    def __init__(self, folder: Path, settings: dict[str, str]) -> None:
        self.path = folder / "state.pt"
        self.settings = settings

    def save(self, place: Place, model: Joint, parts: dict[str, Any]) -> None:
        """Write all, then put it in the place of what was there, so that no half file is ever read."""
        whole = {
            "settings": self.settings,
            "place": asdict(place),
            "model": model.state_dict(),
            "parts": {name: part.state_dict() for name, part in parts.items()},
            "torch": torch.get_rng_state(),
        }
        fresh = self.path.with_suffix(".new")
        torch.save(whole, fresh)
        fresh.replace(self.path)

    def load(self, model: Joint, parts: dict[str, Any]) -> Place | None:
        """Put everything back as it was saved; None where nothing was. Other settings are an error."""
        if not self.path.exists():
            return None
        whole = torch.load(self.path, map_location="cpu", weights_only=False)
        if whole["settings"] != self.settings:
            raise SystemExit(f"{self.path} is of a training with other settings: remove it or choose another --out")
        model.load_state_dict(whole["model"])
        for name, part in parts.items():
            part.load_state_dict(whole["parts"][name])
        torch.set_rng_state(whole["torch"])
        return Place(**whole["place"])
