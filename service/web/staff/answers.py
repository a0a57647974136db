"""
Lay out an answer for a page: one word, one sentence why, one next step.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

Plain = Mapping[str, Any]

_ORDER = {"publish": 0, "ask": 1, "do_not_publish": 2}


@dataclass(frozen=True, slots=True)
class Shown:
    """
    One verdict as a page shows it.
    """

    answer: str
    why: str
    """Code of the reason that is said first; empty where nothing stands in the way."""
    others: tuple[str, ...]
    """Codes of all other reasons, each once."""
    action: str
    contact: Plain
    duties: tuple[Plain, ...]


@dataclass(frozen=True, slots=True)
class Alike:
    """
    Channels that get the same answer for the same reason.
    """

    answer: str
    why: str
    """Code of the reason; empty where nothing stands in the way."""
    channels: tuple[tuple[str, str], ...]
    """Id and name of each, by name."""


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """
    One picture of the post, and the photo it was recognised as.
    """

    draft_id: str
    match: str
    photo_id: str
    """The photo it is, or the one that it resembles most; empty if never seen."""
    differs: bool
    cut: bool
    notes: tuple[str, ...]
    reasons: tuple[str, ...]
    named_on: tuple[int, ...]
    """The pages of a document that name people who are known here, if that may be told."""


def shown(verdict: Plain) -> Shown:
    """
    Lay out one verdict; the gravest reason is said first.
    """
    codes = tuple(dict.fromkeys(str(each["code"]) for each in verdict["reasons"]))
    return Shown(
        answer=verdict["answer"],
        why=codes[0] if codes else "",
        others=codes[1:],
        action=verdict["next_step"]["action"],
        contact=verdict["next_step"]["contact"],
        duties=_duties(verdict) if verdict["answer"] == "publish" else (),
    )


def pictures_of(outcome: Plain, draft_ids: Sequence[str]) -> tuple[ShownPicture, ...]:
    """
    Lay out the pictures, in the order in which they were sent.
    """
    return tuple(
        _picture(place, each, outcome["reasons"], draft_ids)
        for place, each in enumerate(outcome["pictures"])
    )


def by_answer(outcome: Plain, names: Mapping[str, str]) -> tuple[Alike, ...]:
    """
    Lay out where it may go, channels that are answered alike together.

    What may be published comes first, then by the name of the first channel.
    """
    channels = [(names.get(key, key), key) for key in outcome["channels"]]
    alike: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for name, key in sorted(channels, key=lambda each: each[0].casefold()):
        verdict = shown(outcome["channels"][key])
        alike.setdefault((verdict.answer, verdict.why), []).append((key, name))
    groups = [Alike(answer, why, tuple(found)) for (answer, why), found in alike.items()]
    return tuple(sorted(groups, key=lambda each: _ORDER[each.answer]))


def asked_at(outcome: Plain) -> datetime:
    """
    Give when it was answered.
    """
    return datetime.fromisoformat(outcome["evaluated_at"])


def _duties(verdict: Plain) -> tuple[Plain, ...]:
    """
    Give what must be done, each once, whichever picture it is for.
    """
    once = {(each["duty"], each.get("text", "")): each for each in verdict["obligations"]}
    return tuple(once.values())


def _picture(
    place: int, picture: Plain, reasons: Sequence[Plain], draft_ids: Sequence[str]
) -> ShownPicture:
    """
    Lay out one picture with what stands in its way.
    """
    likest: Plain = next(iter(picture["resembles"]), {})
    mine = [str(each["code"]) for each in reasons if each.get("picture") == place]
    return ShownPicture(
        draft_id=draft_ids[place] if place < len(draft_ids) else "",
        match=picture["match"],
        photo_id=picture["photo_id"] or likest.get("photo_id", ""),
        differs=bool(likest.get("differs")),
        cut=bool(likest.get("cut")),
        notes=tuple(picture["notes"]),
        reasons=tuple(dict.fromkeys(mine)),
        named_on=tuple(dict.fromkeys(each["page"] for each in picture.get("named", ()))),
    )
