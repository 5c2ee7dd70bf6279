"""Values of the model as JSON text, and back to equal values.

Works by the fields' types, so that a new field of the model needs nothing here. Only what
the model is made of is known: frozen dataclasses, tuples, mappings, dates and plain values.
What each type needs is worked out once a type: a store reads and writes millions of values.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
Read = Callable[[Any], Any]


def to_text(value: object) -> str:
    """The JSON text of a value of the model; the same value gives the same text."""
    return json.dumps(value, default=_plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_text(kind: type[T], text: str) -> T:
    """The value of that type whose text this is; `ValueError` or `TypeError` where it is none."""
    plain, read = json.loads(text), _reader(cast("Any", kind))
    return cast("T", plain if read is None or plain is None else read(plain))


def _plain(value: Any) -> Any:
    """What JSON can hold of a value that it does not know; what lies inside it comes here by itself."""
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, date):
        return value.isoformat()
    return {name: getattr(value, name) for name in _names(cast("Any", type(value)))}


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.init)


@cache
def _reader(kind: Any) -> Read | None:
    """By what a value of this type is made of its JSON, None where it is that."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return _reader(next(option for option in inner if option is not NoneType))
    if origin is tuple:
        return _tuple_reader(inner)
    if is_dataclass(kind):
        return _class_reader(cast("type", kind))
    return date.fromisoformat if kind is date else None


def _tuple_reader(kinds: tuple[Any, ...]) -> Read:
    if kinds[-1] is not Ellipsis:
        readers = [_reader(kind) for kind in kinds]
        if any(readers):
            return lambda plain: tuple(_read(read, item) for read, item in zip(readers, plain, strict=True))
        return lambda plain: _of_length(len(kinds), plain)
    read = _reader(kinds[0])
    return tuple if read is None else lambda plain: tuple(_read(read, item) for item in plain)


def _of_length(number: int, plain: list[Any]) -> tuple[Any, ...]:
    if len(plain) != number:
        raise ValueError(f"{number} values are due where {len(plain)} are")
    return tuple(plain)


def _class_reader(kind: type) -> Read:
    @cache
    def special() -> tuple[tuple[str, Read], ...]:  # not before it is used: a class may hold values of itself
        readers = ((name, _reader(hint)) for name, hint in get_type_hints(kind).items())
        return tuple((name, read) for name, read in readers if read)

    def made(plain: Any) -> Any:
        for name, read in special():
            if plain.get(name) is not None:
                plain[name] = read(plain[name])
        return kind(**plain)

    return made


def _read(read: Read | None, plain: Any) -> Any:
    return plain if read is None or plain is None else read(plain)
