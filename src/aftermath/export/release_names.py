"""Ids of claims and incidents that tell nothing of what is hidden.

A claim's id is made of its words, those of its source too, and an incident's of a claim's id:
whoever has a name in mind could try whether it gives the id. Takes released values, gives them
with ids made of nothing but what is shown.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from hashlib import sha256
from typing import TypeVar

from aftermath.model import Claim
from aftermath.model.incident import Incident

T = TypeVar("T")


def other_name(report: str, mask: Callable[[str], str], claim: Claim) -> str:
    """An id made of what is shown of a claim: the same words give the same."""
    told = [claim.event, claim.stance, *(str(quote.span) for quote in claim.quotes)]
    told += [f"{source.span} {mask(source.text)}" for source in claim.sources]
    told += [f"{harm.kind}{harm.span}" for harm in claim.harm]
    return f"{report}:{_digest('|'.join(('released', *told)))}"


def renamed(value: T, names: Mapping[str, str]) -> T:
    """The value with other ids in the place of those of claims, and of the incidents that such a claim founded."""
    found: T = _walked(value, names) if names else value
    if isinstance(value, Incident) and isinstance(found, Incident) and value.claims[0] in names:
        return replace(found, id=f"i-{_digest(found.claims[0])}")
    return found


def _walked(value: T, names: Mapping[str, str]) -> T:
    if is_dataclass(value) and not isinstance(value, type):
        held = {field.name: getattr(value, field.name) for field in fields(value) if field.init}
        changed = {name: new for name, old in held.items() if (new := _walked(old, names)) is not old}
        return replace(value, **changed) if changed else value
    if isinstance(value, tuple):
        made = tuple(_walked(item, names) for item in value)
        return made if any(new is not old for new, old in zip(made, value, strict=True)) else value  # type: ignore[return-value]
    return names.get(value, value) if isinstance(value, str) else value  # type: ignore[return-value]


def _digest(told: str) -> str:
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:12]
