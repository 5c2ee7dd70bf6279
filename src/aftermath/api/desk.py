"""What an app serves from: the store, its released copy, and how it is served."""

from dataclasses import dataclass, field
from secrets import token_urlsafe
from typing import Annotated, Any

from fastapi import Depends, Request

from aftermath.api.answers import Answers
from aftermath.api.listening import Listeners
from aftermath.api.rates import Rates
from aftermath.api.released import Released
from aftermath.api.settings import ServeSettings
from aftermath.api.strangers import Strangers
from aftermath.model import Misuse
from aftermath.pipeline.adding import Adding
from aftermath.store import Store
from aftermath.store.registers import Registers


@dataclass(slots=True, kw_only=True)
class Desk:
    """A store and how it is served; `csrf` is the token of the one person of a local desk.

    `answers` are those given last, `counted` the registers as last counted, `listeners` who hears
    of what is new.
    """

    store: Store
    released: Released
    adding: Adding
    settings: ServeSettings
    answers: Answers = field(default_factory=Answers)
    counted: dict[Any, Registers] = field(default_factory=dict)
    csrf: str = field(default_factory=token_urlsafe)
    by_token: Rates = field(init=False)
    listeners: Listeners = field(init=False)
    strangers: Strangers = field(default_factory=Strangers)

    def __post_init__(self) -> None:
        """Count what comes with each token, wherever it comes from, and who listens."""
        self.by_token = Rates(self.settings.token_requests_a_minute)
        self.listeners = Listeners(self.settings.max_listeners, self.settings.max_listeners_each)

    def limit(self, asked: int | None) -> int:
        """The size of a page."""
        if asked is not None and asked > self.settings.max_page:
            raise Misuse(f"limit {asked}: a page has at most {self.settings.max_page}")
        return asked or self.settings.page


async def _desk(request: Request) -> Desk:
    found: Desk = request.app.state.desk
    return found


AtDesk = Annotated[Desk, Depends(_desk)]
