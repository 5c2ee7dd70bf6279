"""Who hears of what is new: each caller has a few places, and all together have a limit.

A stream holds its place from the moment it is answered until it ends, however it ends.
"""

from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager

from fastapi.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from aftermath.api.problems import TooOften

KIND = "text/event-stream"
FRESH = {"Cache-Control": "no-store"}
INSTEAD = "close one, or ask with `once=true` now and then"


class Listeners:
    """How many streams are open, and whose."""

    def __init__(self, most: int, each: int) -> None:
        self._most, self._each = most, each
        self._open: Counter[str] = Counter()

    @contextmanager
    def place(self, caller: str) -> Iterator[None]:
        """A place for as long as the context lasts; `TooOften` where the caller, or all together, have no more."""
        if self._open[caller] >= self._each:
            raise TooOften(f"you have {self._each} streams of events open, which is as many as one may have: {INSTEAD}")
        if self._open.total() >= self._most:
            raise TooOften(f"{self._most} streams of events are open, which is as many as this desk sends: {INSTEAD}")
        self._open[caller] += 1
        try:
            yield
        finally:
            self._open[caller] -= 1
            if not self._open[caller]:
                del self._open[caller]


class Stream(StreamingResponse):
    """Server-sent events that take a place while they are sent."""

    def __init__(self, said: AsyncIterator[str], listeners: Listeners, caller: str) -> None:
        super().__init__(said, media_type=KIND, headers=FRESH)
        self._listeners, self._caller = listeners, caller

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, from a place; where none is free the error goes to who answers errors, as nothing was sent yet."""
        with self._listeners.place(self._caller):
            await super().__call__(scope, receive, send)
