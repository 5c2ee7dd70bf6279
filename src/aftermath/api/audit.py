"""Who of a team read what the rules hide from the public: entered into the audit log, here alone.

Stands around all routes. A route says with its answer what it shows (`shown`); of one that
says nothing, all is taken to be hidden from the public: who forgets to say is noted too often,
never too seldom. The entry is made before the answer is sent.
"""

from time import monotonic

from anyio.to_thread import run_sync
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from aftermath.api.desk import Desk
from aftermath.api.shown import Shown
from aftermath.store.chain import Deed

OF_NO_RECORD = {
    "/session": "who is asking",
    "/tokens": "the caller's own tokens",
    "/people": "accounts, which analysts may know",
    "/accounts": "accounts, which admins look after",
    "/days": "the calendar, and the day on which a report was published",
    "/events": "how many reports and judgements there are",
}
"""What shows nothing of what reports tell, and why it is thought so."""

AGAIN = 600.0
"""Seconds within which somebody who looks at the same list again, as a map that is dragged does, is noted once."""

MANY = 10_000
"""Of so many looks at lists it is remembered when they were noted."""


class Audit:
    """The app with the audit around it."""

    def __init__(self, app: ASGIApp, desk: Desk, prefix: str) -> None:
        self._app, self._desk, self._prefix = app, desk, prefix
        self._noted: dict[tuple[str, str], float] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, and note what its answer shows."""

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] < 400:
                await self._note(scope)
            await send(message)

        is_read = scope["type"] == "http" and scope["method"] in ("GET", "HEAD")
        await self._app(scope, receive, sending if is_read else send)

    async def _note(self, scope: Scope) -> None:
        seen = scope.get("state", {})
        reader = seen.get("reader", "")
        path = scope["path"].removeprefix(self._prefix)
        if not reader or path in OF_NO_RECORD:
            return
        told: tuple[Shown, ...] = seen.get("shown") or (Shown(what=path),)
        deeds = [_deed(reader, shown) for shown in told if shown.restricted and self._is_due(reader, shown)]
        if deeds:
            await run_sync(self._desk.store.log, *deeds)

    def _is_due(self, reader: str, shown: Shown) -> bool:
        """Whether it is to be noted now; what is looked at often is not every time."""
        key, now = (reader, shown.what), monotonic()
        if not shown.often:
            return True
        if now - self._noted.get(key, -AGAIN) < AGAIN:
            return False
        if len(self._noted) >= MANY:
            self._noted.clear()
        self._noted[key] = now
        return True


def _deed(reader: str, shown: Shown) -> Deed:
    return Deed(actor=reader, action=shown.action, subject=shown.what, payload=shown.payload)
