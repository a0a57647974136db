"""
What a file says of itself: hints, never facts.

Anybody can write anything there, so all of it is few and short lines of print.  Nothing
here reads a file; `metadata.py` does, in the worker, and the service checks again what
it is told.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice
from typing import Final

from service.fingerprint.fields import listed, named, number, text

LONGEST: Final = 200
"""As long as a line may be that somebody types."""
LONGEST_NAME: Final = 100
MOST: Final = 30
"""Names, and marked regions: more than a human looks at."""
WHOLE: Final = 1000
"""A region is in parts of this."""
_LOOKED_AT: Final = 10 * LONGEST
"""Letters of a text that are cleaned, to find the few that stay."""


class SourceType(StrEnum):
    """
    Name the kinds of source in the IPTC vocabulary, retired ones too.

    As of `http://cv.iptc.org/newscodes/digitalsourcetype/`.
    """

    DIGITAL_CAPTURE = "digitalCapture"
    COMPUTATIONAL_CAPTURE = "computationalCapture"
    NEGATIVE_FILM = "negativeFilm"
    POSITIVE_FILM = "positiveFilm"
    PRINT = "print"
    HUMAN_EDITS = "humanEdits"
    MINOR_HUMAN_EDITS = "minorHumanEdits"
    ALGORITHMICALLY_ENHANCED = "algorithmicallyEnhanced"
    COMPOSITE = "composite"
    COMPOSITE_CAPTURE = "compositeCapture"
    COMPOSITE_SYNTHETIC = "compositeSynthetic"
    COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA = "compositeWithTrainedAlgorithmicMedia"
    TRAINED_ALGORITHMIC_MEDIA = "trainedAlgorithmicMedia"
    ALGORITHMIC_MEDIA = "algorithmicMedia"
    DATA_DRIVEN_MEDIA = "dataDrivenMedia"
    DIGITAL_CREATION = "digitalCreation"
    DIGITAL_ART = "digitalArt"
    SOFTWARE_IMAGE = "softwareImage"
    SCREEN_CAPTURE = "screenCapture"
    VIRTUAL_RECORDING = "virtualRecording"


MADE_BY_PROGRAM: Final = frozenset(
    {SourceType.TRAINED_ALGORITHMIC_MEDIA, SourceType.ALGORITHMIC_MEDIA}
)
PARTLY_MADE_BY_PROGRAM: Final = frozenset(
    {SourceType.COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA, SourceType.COMPOSITE_SYNTHETIC}
)


@dataclass(frozen=True, slots=True)
class ClaimedRegion:
    """
    A place that the file marks, and what it calls it.
    """

    name: str = field(repr=False)
    place: tuple[int, int, int, int] | None = field(default=None, repr=False)
    """Left, top, width, height of the upright picture, in thousandths; None: unclear."""


@dataclass(frozen=True, slots=True)
class Claims:
    """
    Hold what a file says of itself; its `repr` hides it.
    """

    creator: str = field(default="", repr=False)
    credit_line: str = field(default="", repr=False)
    copyright_notice: str = field(default="", repr=False)
    usage_terms: str = field(default="", repr=False)
    event: str = field(default="", repr=False)
    people: tuple[str, ...] = field(default=(), repr=False)
    """Names of those who are seen."""
    regions: tuple[ClaimedRegion, ...] = field(default=(), repr=False)
    source_type: str = ""
    """A `SourceType`, as plain text; nothing where none is said."""


NO_CLAIMS: Final = Claims()


def printed(words: str, longest: int = LONGEST) -> str:
    """
    Give one short line of print, without what hides or controls.
    """
    composed = unicodedata.normalize("NFC", words[:_LOOKED_AT])
    letters = (each if each.isprintable() else " " for each in composed)
    return " ".join("".join(letters).split())[:longest].rstrip()


def names_in(words: Iterable[str]) -> tuple[str, ...]:
    """
    Give names as they may be shown, each once.
    """
    found = (printed(each, LONGEST_NAME) for each in words)
    return tuple(islice(dict.fromkeys(each for each in found if each), MOST))


def source_type_in(words: Iterable[str]) -> str:
    """
    Give the kind of source that is named.

    Of several it is the one that is least a photograph.
    """
    known = {each.value.lower(): each for each in SourceType}
    ends = {each.replace(":", "/").rstrip("/").rpartition("/")[2].lower() for each in words}
    found = [kind for end, kind in known.items() if end in ends]
    for doubtful in (MADE_BY_PROGRAM, PARTLY_MADE_BY_PROGRAM):
        for each in found:
            if each in doubtful:
                return each.value
    return found[0].value if found else ""


def claims_told(claims: Claims) -> dict[str, object]:
    """
    Say what a file says, in a message.
    """
    return {
        "lines": [getattr(claims, each) for each in _LINES],
        "people": list(claims.people),
        "regions": [[each.name, *(each.place or ())] for each in claims.regions],
        "source_type": claims.source_type,
    }


def claims_in(told: object) -> Claims:
    """
    Read what a worker says that a file says.

    Raises:
        KeyError: Something is not said.

        TypeError: Something is not what it must be.

        ValueError: The same.
    """
    said = named(told)
    lines = [_line(each, LONGEST) for each in listed(said["lines"], len(_LINES))]
    kind = text(said["source_type"])
    return Claims(
        **dict(zip(_LINES, lines, strict=True)),
        people=tuple(_line(each, LONGEST_NAME) for each in listed(said["people"], MOST)),
        regions=tuple(_region(each) for each in listed(said["regions"], MOST)),
        source_type=SourceType(kind).value if kind else "",
    )


_LINES: Final = ("creator", "credit_line", "copyright_notice", "usage_terms", "event")


def _line(told: object, longest: int) -> str:
    found = text(told)
    if len(found) > longest:
        raise ValueError
    return found


def _region(told: object) -> ClaimedRegion:
    match listed(told, 5):
        case [name]:
            return ClaimedRegion(_line(name, LONGEST_NAME))
        case [name, left, top, width, height]:
            place = (
                number(left, WHOLE - 1, least=0),
                number(top, WHOLE - 1, least=0),
                number(width, WHOLE),
                number(height, WHOLE),
            )
            return ClaimedRegion(_line(name, LONGEST_NAME), place)
        case _:
            raise ValueError
