"""Answers: JSON with an ETag, only the fields asked for, and cursors to the next page."""

import base64
import binascii
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Request, Response
from fastapi import Query as Param

from aftermath.api.answers import Answer
from aftermath.api.desk import Desk
from aftermath.api.shown import Shown
from aftermath.model import Misuse
from aftermath.store import Store
from aftermath.store.browse import state

Json = dict[str, Any]
Limit = Annotated[int | None, Param(ge=1, description="Most things of a page")]
Cursor = Annotated[str, Param(max_length=200, description="`next` of the page before")]
Fields = Annotated[str, Param(max_length=300, description="Only these fields, with commas or | between")]


@dataclass(frozen=True, slots=True)
class Paging:
    """Which part of a list is asked for, and which fields of its things."""

    limit: int | None
    cursor: str
    fields: str


async def _paging(limit: Limit = None, cursor: Cursor = "", fields: Fields = "") -> Paging:
    return Paging(limit, cursor, fields)


Paged = Annotated[Paging, Depends(_paging)]


def answer(request: Request, desk: Desk, shelf: Store, make: Callable[[], tuple[Any, *tuple[Shown, ...]]]) -> Response:
    """What `make` makes of a store as JSON, with what it shows; 304 without a body where the caller has it already.

    While the store is as it was, the same question is answered from memory: an answer is of
    the question and the store alone, never of who asks.
    """

    def made() -> Answer:
        value, *shown = make()
        body = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace")
        return Answer(body=body, shown=tuple(shown))

    question = (shelf.name, state(shelf), request.url.path, request.url.query)
    found = desk.answers.to(question, made)
    request.state.shown = found.shown
    headers = {"ETag": found.tag, "Cache-Control": "private, no-cache"}
    if found.tag in request.headers.get("if-none-match", "").replace("W/", ""):
        return Response(status_code=304, headers=headers)
    return Response(found.body, media_type="application/json", headers=headers)


def only(fields: str, forms: Iterable[Json]) -> list[Json]:
    """The forms with the fields asked for; id stays."""
    kept = {"id", *(name.strip() for name in fields.replace("|", ",").split(","))}
    return [{key: value for key, value in form.items() if key in kept} if fields else form for form in forms]


def page(data: list[Json], following: tuple[str | None, ...] | None, **more: Any) -> Json:
    """A page: its things, the cursor of the next one or null, and what else is to be said."""
    return {"data": data, "next": to_cursor(following) if following else None, **more}


def to_cursor(key: tuple[str | None, ...]) -> str:
    """A key as text that callers hand back and do not look into."""
    return base64.urlsafe_b64encode(json.dumps(key).encode()).decode().rstrip("=")


def from_cursor(cursor: str, many: int) -> tuple[str | None, ...] | None:
    """The key of a cursor, None of ""; `Misuse` where it is none of ours."""
    if not cursor:
        return None
    try:
        key = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, binascii.Error) as error:
        raise Misuse("that is no cursor: give `next` of the page before") from error
    if not isinstance(key, list) or len(key) != many or not all(part is None or isinstance(part, str) for part in key):
        raise Misuse("that is a cursor of another list: give `next` of the page before")
    return tuple(key)


def numbered(cursor: str) -> int | None:
    """The number in the cursor of a list that is ordered by numbers."""
    key = from_cursor(cursor, 1)
    if key is None:
        return None
    if not (key[0] or "").isdecimal() or len(key[0] or "") > 18:
        raise Misuse("that is no cursor: give `next` of the page before")
    return int(key[0] or "")
