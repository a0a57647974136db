"""
Ask what a picture is to registered ones, and read the answer.

Nothing here compares.  Previews and features follow one another in the body of the
question: those of the picture asked about, then those of each registered one.  All come
from the service, which has them from its storage; the worker refuses what it cannot
read, and lives on.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol

from service.fingerprint.features.comparison import (
    MOST_BOXES,
    MOST_CORNERS,
    WHOLE,
    Box,
    Comparison,
)
from service.fingerprint.features.values import MAX_POINTS, Match
from service.fingerprint.fields import amount, flag, listed, named, number, several, text
from service.fingerprint.picture import Limits
from service.fingerprint.wire import Fields, Kind, Message, Question, pack, parts_of

MOST_COMPARED: Final = 64
"""With one picture, in one question: a second's work."""
_MOST_EXCESS: Final = 1e6


class RegisteredLike(Protocol):
    """
    Hold what is kept of a registered picture.
    """

    @property
    def preview_jpeg(self) -> bytes:
        """
        Give the preview that was made when it was read.
        """
        ...

    @property
    def features(self) -> bytes:
        """
        Give the features that were found then; nothing where nothing stood out.
        """
        ...

    @property
    def near(self) -> bool:
        """
        Tell whether its fingerprint is near: then it is at least similar.

        If not, they are compared only where their points say that they overlap.
        """
        ...


@dataclass(frozen=True, slots=True)
class Registered:
    """
    Hold what is kept of a registered picture.
    """

    preview_jpeg: bytes = field(repr=False)
    features: bytes = field(repr=False)
    near: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """
    Hold a picture and those it may be a copy of.
    """

    preview_jpeg: bytes = field(repr=False)
    views: bytes = field(repr=False)
    registered: tuple[Registered, ...]


def question_about(
    preview_jpeg: bytes, views: bytes, registered: Sequence[RegisteredLike], limits: Limits
) -> Question[tuple[Comparison, ...]]:
    """
    Ask what a picture is to each of the *registered* ones.

    Raises:
        ValueError: They are too many for one question.
    """
    if len(registered) > MOST_COMPARED:
        raise ValueError("too many pictures to compare with")
    parts = [preview_jpeg, views]
    for each in registered:
        parts += each.preview_jpeg, each.features
    head: Fields = {
        "kind": Kind.COMPARE.value,
        "seconds": limits.max_seconds,
        "lengths": [len(part) for part in parts],
        "near": [each.near for each in registered],
    }
    count = len(registered)
    return Question(
        pack(head, b"".join(parts)),
        limits.max_seconds,
        lambda answer, body: comparisons_in(answer, body, count),
    )


def asked_in(head: Fields, body: bytes) -> Asked:
    """
    Read the question, as `question_about` wrote it.

    Raises:
        TypeError: It did not.

        ValueError: It did not.
    """
    near = listed(head["near"], MOST_COMPARED)
    lengths = several(head["lengths"], 2 * len(near) + 2)
    previews = iter(parts_of(body, [number(each, len(body), least=0) for each in lengths]))
    preview, views = next(previews), next(previews)
    registered = (
        Registered(kept, features, flag(is_near))
        for kept, features, is_near in zip(previews, previews, near, strict=True)
    )
    return Asked(preview, views, tuple(registered))


def answer_with(comparisons: Sequence[Comparison]) -> Message:
    """
    Say what the picture is to each registered one, in their order.
    """
    return pack({"comparisons": [_told(each) for each in comparisons]})


def comparisons_in(head: Fields, body: bytes, count: int) -> tuple[Comparison, ...]:
    """
    Read what a worker found out about *count* registered pictures.

    Raises:
        KeyError: Something is not said.

        TypeError: Something is not what it must be.

        ValueError: The same.
    """
    parts_of(body, [])
    return tuple(_comparison(named(each)) for each in several(head["comparisons"], count))


def _told(comparison: Comparison) -> Fields:
    return {
        "match": comparison.match.value,
        "differing": comparison.differing,
        "seen": comparison.seen,
        "cut": comparison.cut,
        "agreement": comparison.agreement,
        "points": comparison.points,
        "excess": comparison.excess,
    }


def _comparison(told: Fields) -> Comparison:
    excess = told["excess"]
    found = Comparison(
        match=Match(text(told["match"])),
        differing=tuple(_box(each) for each in listed(told["differing"], MOST_BOXES)),
        seen=tuple(_corner(each) for each in listed(told["seen"], MOST_CORNERS)),
        cut=flag(told["cut"]),
        agreement=amount(told["agreement"], 1.0),
        points=number(told["points"], MAX_POINTS, least=0),
        excess=None if excess is None else amount(excess, _MOST_EXCESS),
    )
    if found.match is Match.VERIFIED_COPY and (found.differing or found.cut):
        raise ValueError
    return found


def _box(field: object) -> Box:
    left, top, right, bottom = (number(each, WHOLE, least=0) for each in several(field, 4))
    if left >= right or top >= bottom:
        raise ValueError
    return Box(left, top, right, bottom)


def _corner(field: object) -> tuple[int, int]:
    across, down = (number(each, WHOLE, least=0) for each in several(field, 2))
    return across, down
