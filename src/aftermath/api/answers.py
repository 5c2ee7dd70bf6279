"""Answers kept in memory for as long as the record is as it was, so that many who ask the same are answered once.

Takes a question and what makes its answer, gives the answer with its tag. Of those who ask the
same at once, one makes it and the others wait.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from hashlib import sha256
from threading import Lock

from aftermath.api.shown import Shown

MOST = 64_000_000
"""Bytes kept, at most."""

BESIDES = 1_000
"""Bytes counted for what an answer takes besides its body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The body of an answer, and what it shows of what is hidden from the public."""

    body: bytes
    shown: tuple[Shown, ...]
    tag: str = field(init=False)

    def __post_init__(self) -> None:
        """The tag is made of the body alone."""
        object.__setattr__(self, "tag", f'"{sha256(self.body).hexdigest()[:24]}"')


@dataclass(slots=True)
class _Place:
    """Where an answer is kept, or made."""

    making: Lock = field(default_factory=Lock)
    answer: Answer | None = None

    @property
    def size(self) -> int:
        return BESIDES + len(self.answer.body) if self.answer else 0


class Answers:
    """Those asked for last."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._size = 0
        self._places: OrderedDict[Hashable, _Place] = OrderedDict()
        self._lock = Lock()

    def to(self, question: Hashable, make: Callable[[], Answer]) -> Answer:
        """The answer kept, or made now; what `make` raises is raised, and nothing kept."""
        with self._lock:
            place = self._places.pop(question, None) or _Place()
            self._places[question] = place  # the last, for it was asked for last
        with place.making:
            if place.answer is None:
                try:
                    self._put(question, place, make())
                except BaseException:
                    with self._lock:
                        self._places.pop(question, None)
                    raise
            assert place.answer  # noqa: S101 - it was put there
            return place.answer

    def _put(self, question: Hashable, place: _Place, answer: Answer) -> None:
        with self._lock:
            place.answer = answer
            if self._places.get(question) is place:  # else another made room for more
                self._size += place.size
            while self._size > self._most and self._places:
                self._size -= self._places.popitem(last=False)[1].size
