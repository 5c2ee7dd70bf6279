"""What an app serves from, and what a request may read of it."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from aftermath.api.settings import ServeSettings
from aftermath.model import Misuse
from aftermath.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A store and how it is served."""

    store: Store
    settings: ServeSettings

    def limit(self, asked: int | None) -> int:
        """The size of a page."""
        if asked is not None and asked > self.settings.max_page:
            raise Misuse(f"limit {asked}: a page has at most {self.settings.max_page}")
        return asked or self.settings.page


def _desk(request: Request) -> Desk:
    found: Desk = request.app.state.desk
    return found


def _shelf(request: Request) -> Store:
    return _desk(request).store


AtDesk = Annotated[Desk, Depends(_desk)]
Shelf = Annotated[Store, Depends(_shelf)]
"""The store that the caller may read: for whom rules hide something, one without it."""
