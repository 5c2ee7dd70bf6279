"""What is new, as it comes: server-sent events."""

import json
from collections.abc import AsyncIterator

import anyio
from anyio.to_thread import run_sync
from fastapi import APIRouter, Request, Response
from fastapi.responses import PlainTextResponse

from aftermath.api.desk import AtDesk, Desk
from aftermath.api.listening import FRESH, KIND, Stream
from aftermath.api.people import Anyone, Caller, shelf
from aftermath.api.rates import address_of
from aftermath.store.browse import State, state

router = APIRouter(tags=["events"])

EVERY = 2.0
"""Seconds between looks."""

BREATH = 15
"""Looks after which a comment is sent, so that nothing between takes the silence for an end."""

LOOKS = 450
"""Looks of one stream, for 15 minutes: browsers ask again, and are let in only if they still may be."""


@router.get("/events")
async def events(caller: Anyone, request: Request, desk: AtDesk, once: bool = False) -> Response:
    """`state` at once and `new` whenever reports or judgements came; with `once`, the state and no more."""
    if once:
        known = await run_sync(_look, caller, desk)
        return PlainTextResponse(_event("state", known), media_type=KIND, headers=FRESH)
    return Stream(_said(caller, desk), desk.listeners, caller.name or address_of(request.scope))


def _look(caller: Caller, desk: Desk) -> State:
    return state(shelf(caller, desk))  # each time anew: the released copy is another after a change


async def _said(caller: Caller, desk: Desk) -> AsyncIterator[str]:
    known = await run_sync(_look, caller, desk)
    yield _event("state", known)
    quiet = 0
    for _ in range(LOOKS):
        await anyio.sleep(EVERY)
        now = await run_sync(_look, caller, desk)
        quiet += 1
        if now != known:
            known, quiet = now, 0
            yield _event("new", known)
        elif quiet % BREATH == 0:
            yield ": still here\n\n"


def _event(name: str, known: State) -> str:
    return f"event: {name}\ndata: {json.dumps({'reports': known.reports, 'judgements': known.judgements})}\n\n"
