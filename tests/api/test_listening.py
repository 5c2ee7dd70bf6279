"""Streams of events: so many for a caller, so many for all; a place is free again however a stream ended."""

import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import anyio
import pytest
from fastapi import FastAPI

from aftermath.api import ServeSettings, create_app
from aftermath.store import Store, open_store
from aftermath.store.accounts import Account, add_account, open_session, remove_account

NAMES = ("amal", "omar")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "s.sqlite", create=True) as opened:
        for name in NAMES:
            add_account(opened, Account(name=name, role="analyst", password="unused"))
            open_session(opened, name, f"key of {name}", "csrf")
        yield opened


class Listener:
    """One request for events, as a server makes it: what was answered, and a way to hang up."""

    def __init__(self, app: FastAPI, name: str, query: str = "") -> None:
        cookie = [(b"cookie", f"aftermath=key of {name}".encode())] if name else []
        self._app, self._gone = app, anyio.Event()
        self._heard, self.ended = anyio.Event(), anyio.Event()
        self.status, self.kind, self.text = 0, "", ""
        self._scope: dict[str, Any] = {
            "type": "http", "asgi": {"version": "3.0", "spec_version": "2.3"}, "http_version": "1.1", "scheme": "http",
            "method": "GET", "path": "/api/v1/events", "raw_path": b"/api/v1/events", "root_path": "",
            "query_string": query.encode(), "headers": [(b"host", b"localhost"), *cookie],
            "client": ("192.0.2.1", 1), "server": ("localhost", 80),
        }  # fmt: skip

    async def __call__(self) -> None:
        await self._app(self._scope, self._receive, self._send)
        self.ended.set()

    async def _receive(self) -> dict[str, Any]:
        await self._gone.wait()
        return {"type": "http.disconnect"}

    async def _send(self, message: Any) -> None:
        if message["type"] == "http.response.start":
            self.status, self.kind = message["status"], dict(message["headers"])[b"content-type"].decode()
        self.text += message.get("body", b"").decode()
        if self.text:
            self._heard.set()

    async def heard(self) -> "Listener":
        with anyio.fail_after(10):
            await self._heard.wait()
        return self

    async def hang_up(self) -> None:
        self._gone.set()
        with anyio.fail_after(10):
            await self.ended.wait()


class Room:
    """Those who listen to one app."""

    def __init__(self, app: FastAPI, tasks: Any) -> None:
        self._app, self._tasks = app, tasks

    async def listen(self, name: str, query: str = "") -> Listener:
        made = Listener(self._app, name, query)
        self._tasks.start_soon(made)
        return await made.heard()


@asynccontextmanager
async def room(store: Store, **settings: Any) -> AsyncIterator[Room]:
    app = create_app(store, ServeSettings(**settings))
    async with anyio.create_task_group() as tasks:
        yield Room(app, tasks)
        tasks.cancel_scope.cancel()


def test_one_caller_cannot_hold_all_places(store: Store) -> None:
    async def listened() -> None:
        async with room(store, mode="team", max_listeners_each=2) as at:
            first, second = await at.listen("amal"), await at.listen("amal")
            assert (first.status, second.status) == (200, 200)
            assert first.text.startswith("event: state")
            third = await at.listen("amal")
            assert (third.status, third.kind) == (429, "application/problem+json")
            assert "you have 2 streams of events open" in json.loads(third.text)["detail"]
            assert (await at.listen("amal", "once=true")).status == 200  # as the problem says
            assert (await at.listen("omar")).status == 200
            await first.hang_up()
            assert (await at.listen("amal")).status == 200

    anyio.run(listened)


def test_all_together_have_a_limit(store: Store) -> None:
    async def listened() -> None:
        async with room(store, mode="team", max_listeners=2) as at:
            held = [await at.listen(name) for name in NAMES]
            refused = await at.listen("omar")
            assert refused.status == 429
            assert json.loads(refused.text)["detail"].startswith("2 streams of events are open")
            for one in held:
                await one.hang_up()
            assert (await at.listen("omar")).status == 200

    anyio.run(listened)


def test_the_public_is_counted_by_address(store: Store) -> None:
    async def listened() -> None:
        async with room(store, mode="public", max_listeners_each=1) as at:
            assert (await at.listen("")).status == 200
            assert (await at.listen("")).status == 429

    anyio.run(listened)


def test_a_stream_ends_so_that_who_listens_is_asked_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aftermath.api.events.EVERY", 0.01)
    monkeypatch.setattr("aftermath.api.events.LOOKS", 3)

    async def listened() -> None:
        async with room(store, mode="team", max_listeners_each=1) as at:
            first = await at.listen("amal")
            with anyio.fail_after(10):
                await first.ended.wait()
            remove_account(store, "amal")
            assert (await at.listen("amal")).status == 401

    anyio.run(listened)
