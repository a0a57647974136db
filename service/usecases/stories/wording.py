"""
Tell moments in plain words, in four languages.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cache
from importlib import resources
from typing import Any
from zoneinfo import ZoneInfo

from service.languages.writing import write_day
from service.usecases.stories.moments import Moment

LANGUAGES = ("fr", "nl", "de", "en")
FALLBACK = "en"

Words = Mapping[str, Mapping[str, str]]


@cache
def words_of(language: str) -> Words:
    """
    Give the words of a language; English for one we lack.
    """
    name = f"words/{_told_in(language)}.json"
    content = (resources.files("service.usecases.stories") / name).read_text("utf-8")
    words: Words = json.loads(content)
    return words


def _told_in(language: str) -> str:
    plain = language.partition("-")[0].lower()
    return plain if plain in LANGUAGES else FALLBACK


def sentence(moment: Moment, language: str, zone: ZoneInfo) -> str:
    """
    Say in one sentence what happened.
    """
    words = words_of(language)
    pattern = words["kinds"].get(moment.kind) or words["kinds"]["other"]
    told = pattern.format_map(_holes(moment, language, zone)).strip()
    if told.endswith(":"):  # an address that nobody gave, or that was erased
        told = f"{told[:-1].rstrip()}."
    return told[:1].upper() + told[1:]


def _holes(moment: Moment, language: str, zone: ZoneInfo) -> dict[str, str]:
    """
    Fill every hole that a sentence may have; what is not there stays empty.
    """
    words, payload = words_of(language), moment.payload
    act, event = _part(payload, "act"), _part(payload, "event")
    return {
        "kind": moment.kind,
        "actor": words["actor"].get(moment.actor_kind, moment.actor_kind),
        "who": words["who"].get(act.get("capacity", ""), ""),
        "what": _listed(
            (words["matter"].get(each, each) for each in act.get("matters", ())), words
        ),
        "where": _where(moment, act, words),
        "how": words["method"].get(act.get("method", ""), ""),
        "signed": _signed(moment, language, zone),
        "hold": words["hold"].get(_part(payload, "hold").get("kind", ""), ""),
        "answer": words["answer"].get(_part(payload, "outcome").get("answer", ""), ""),
        "address": _part(payload, "publication").get("where", ""),
        "number": _part(payload, "complaint").get("number", ""),
        "step": words["step"].get(event.get("kind", ""), ""),
        "outcome": words["outcome"].get(event.get("outcome") or "", ""),
    }


def _part(payload: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = payload.get(name)
    return found if isinstance(found, Mapping) else {}


def _where(moment: Moment, act: Mapping[str, Any], words: Words) -> str:
    everywhere = act.get("everywhere") or moment.kind == "check:answered"
    if not moment.where and everywhere:
        return words["joins"]["everywhere"]
    return _listed(moment.where, words)


def _listed(parts: Iterable[str], words: Words) -> str:
    return ", ".join(parts) or words["joins"]["nothing"]


def _signed(moment: Moment, language: str, zone: ZoneInfo) -> str:
    """
    Say on which day it was signed, in the zone of the organisation.
    """
    if moment.signed is None:
        return ""
    day, until = (
        write_day(datetime.fromisoformat(each).astimezone(zone), _told_in(language))
        for each in moment.signed
    )
    pattern = words_of(language)["joins"]["signed" if day == until else "of_day"]
    return pattern.format(day=day, until=until)
