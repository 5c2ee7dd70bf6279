"""What is new, as it comes: server-sent events."""

import json
from collections.abc import AsyncIterator

import anyio
from anyio.to_thread import run_sync
from fastapi import APIRouter
from fastapi.responses import StreamingResponse

from aftermath.api.desk import AtDesk, Desk
from aftermath.api.people import Anyone, Caller, shelf
from aftermath.api.problems import TooOften
from aftermath.store.browse import State, state

router = APIRouter(tags=["events"])

EVERY = 2.0
"""Seconds between looks."""

BREATH = 15
"""Looks after which a comment is sent, so that nothing between takes the silence for an end."""


@router.get("/events")
async def events(caller: Anyone, desk: AtDesk, once: bool = False) -> StreamingResponse:
    """`state` at once and `new` whenever reports or judgements came; with `once`, the state and no more."""
    if desk.listeners >= desk.settings.max_listeners:
        raise TooOften("too many listen already: ask again with `once`")
    return StreamingResponse(
        _said(caller, desk, once=once), media_type="text/event-stream", headers={"Cache-Control": "no-store"}
    )


async def _said(caller: Caller, desk: Desk, *, once: bool) -> AsyncIterator[str]:
    def look() -> State:
        return state(shelf(caller, desk))  # each time anew: the released copy is another after a change

    desk.listeners += 1
    try:
        known = await run_sync(look)
        yield _event("state", known)
        quiet = 0
        while not once:
            await anyio.sleep(EVERY)
            now = await run_sync(look)
            quiet += 1
            if now != known:
                known, quiet = now, 0
                yield _event("new", known)
            elif quiet % BREATH == 0:
                yield ": still here\n\n"
    finally:
        desk.listeners -= 1


def _event(name: str, known: State) -> str:
    return f"event: {name}\ndata: {json.dumps({'reports': known.reports, 'judgements': known.judgements})}\n\n"
