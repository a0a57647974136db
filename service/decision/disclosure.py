"""
Say how much of an answer its reader may know (threat T1).

Works on the plain values that are stored with a check, so that a live answer and
one read again later are collapsed by the same few lines.
"""

from collections.abc import Mapping
from typing import Any

from service.decision.verdict import EFFECT_ORDER, Code, Effect

PERSONAL_CODES = frozenset(
    {
        Code.SAFEGUARDING,
        Code.RESTRICTED,
        Code.OBJECTION_OPEN,
    }
)
"""Collapsed even where they hang on a unit or photo and name nobody."""

Plain = Mapping[str, Any]


def disclose(outcome: Plain, *, may_see_reasons: bool) -> dict[str, Any]:
    """
    Give the part of a check's outcome that a reader may see.

    Without the power to see reasons, everything personal becomes one
    `not_cleared` a picture: not whose, not why, not how many.
    """
    if may_see_reasons:
        return dict(outcome)
    shown = {**outcome, **_verdict(outcome)}
    shown["pictures"] = [_picture(each) for each in outcome["pictures"]]
    shown["channels"] = {
        name: {**each, **_verdict(each)} for name, each in outcome["channels"].items()
    }
    shown.pop("mentions", None)
    return shown


def _picture(picture: Plain) -> dict[str, Any]:
    """
    Leave out who is in the picture or named in it, and who was cut away from it.
    """
    shown = {key: value for key, value in picture.items() if key not in {"people", "named"}}
    shown["resembles"] = [
        {key: value for key, value in each.items() if key != "cut_away"}
        for each in picture["resembles"]
    ]
    return shown


def _verdict(verdict: Plain) -> dict[str, Any]:
    """
    Collapse the reasons of one verdict.
    """
    return {"reasons": collapsed(verdict["reasons"])}


def collapsed(reasons: list[Plain]) -> list[dict[str, Any]]:
    """
    Give reasons without person, row or personal code; each only once.

    Of what is personal in a picture only the most serious effect is left: a second one
    would tell that there is more than one obstacle.

    In an order of their own: in that of the codes they had, the place of a
    `not_cleared` among the others would tell which code it was.
    """
    shown: list[dict[str, Any]] = []
    worst: dict[int | None, dict[str, Any]] = {}
    for reason in reasons:
        is_personal = reason.get("person_id") is not None or Code(reason["code"]) in PERSONAL_CODES
        code = Code.NOT_CLEARED.value if is_personal else reason["code"]
        kept: dict[str, Any] = {"code": code, "effect": reason["effect"]}
        if reason.get("picture") is not None:
            kept["picture"] = reason["picture"]
        if is_personal:
            place = kept.get("picture")
            worst[place] = min(worst.get(place, kept), kept, key=_shown_order)
        elif kept not in shown:
            shown.append(kept)
    return sorted([*shown, *worst.values()], key=_shown_order)


def _shown_order(reason: Plain) -> tuple[int, str, int]:
    """
    Order collapsed reasons by what is left of them.
    """
    effect = EFFECT_ORDER.index(Effect(reason["effect"]))
    return effect, reason["code"], reason.get("picture", -1)
