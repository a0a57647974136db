"""
Write to whoever complains: it arrived, or how it ended.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any
from zoneinfo import ZoneInfo

from service.decision.ids import ComplaintId
from service.decision.powers import Scope
from service.errors import Conflict
from service.languages.filling import fill
from service.languages.writing import write_country, write_day
from service.records.complaints import ComplaintEvent, ComplaintEventKind, Outcome
from service.records.organisation import Organisation
from service.usecases import text
from service.usecases.caller import Caller
from service.usecases.complaints.read_complaints import seen_story
from service.usecases.complaints.standing import ComplaintStory
from service.usecases.desk import Desk

LETTER_LANGUAGES = ("fr", "nl", "de", "en")
_FALLBACK = "en"


class LetterKind(StrEnum):
    """
    What a letter is for.
    """

    ACKNOWLEDGEMENT = "acknowledgement"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Letter:
    """
    A letter, to be read before it is sent.
    """

    language: str
    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class WriteLetter:
    """
    Write to whoever complains.
    """

    desk: Desk

    def __call__(self, caller: Caller, complaint_id: ComplaintId, kind: LetterKind) -> Letter:
        """
        Draft a letter; nothing is sent.

        Raises:
            NotAllowed: The caller has no `complaints:read` scope.
            NotFound: There is no such complaint for this caller.
            Conflict: A closing letter before it is closed.
        """
        caller = caller.narrowed(Scope.COMPLAINTS_READ)
        with self.desk.database.look(caller.organisation_id) as work:
            story = seen_story(work, caller, complaint_id)
            house = work.organisations.current()
        if kind is LetterKind.CLOSING and not story.is_closed:
            raise Conflict("The complaint is not closed yet.")
        return drafted(story, house, kind)

    def preview(
        self, caller: Caller, complaint_id: ComplaintId, outcome: Outcome, note: str
    ) -> Letter:
        """
        Draft the closing letter as it would be, before anything is closed.

        Raises:
            NotAllowed: The caller has no `complaints:read` scope.
            NotFound: There is no such complaint for this caller.
            Conflict: It is closed.
            InvalidInput: There is no reason.
        """
        caller = caller.narrowed(Scope.COMPLAINTS_READ)
        why = text.paragraphs(note, "note", required=True)
        with self.desk.database.look(caller.organisation_id) as work:
            story = seen_story(work, caller, complaint_id)
            house = work.organisations.current()
        if story.is_closed:
            raise Conflict("The complaint is closed.")
        kind, now = ComplaintEventKind.CLOSED, self.desk.clock()
        closing = ComplaintEvent(
            story.complaint.id, kind, now, caller.actor.id, why, outcome=outcome
        )
        whole = ComplaintStory(story.complaint, (*story.events, closing))
        return drafted(whole, house, LetterKind.CLOSING)


def drafted(story: ComplaintStory, house: Organisation, kind: LetterKind) -> Letter:
    """
    Fill the letter of the complaint's language.
    """
    complaint = story.complaint
    plain = complaint.language.partition("-")[0]
    language = plain if plain in LETTER_LANGUAGES else _FALLBACK
    words = _words(language)
    holes = {
        "name": complaint.words.complainant or words["unnamed"],
        "number": complaint.number,
        "filed_on": _day(complaint.filed_at, house, language),
        "answer_by": write_day(story.answer_by, language),
        "house": house.name,
        "contact": house.contact.name,
        "email": house.contact.email,
        "steps": _steps(story, words, house, language),
        "outcome": words["outcomes"][story.outcome.value] if story.outcome else "",
        "why": story.events[-1].note if story.is_closed else "",
        "jurisdiction": write_country(house.jurisdiction, language),
    }
    body = "\n\n".join(fill(each, holes, language) for each in words[kind.value]).strip()
    return Letter(language, words["subject"].format_map(holes), f"{body}\n")


def _steps(
    story: ComplaintStory, words: Mapping[str, Any], house: Organisation, language: str
) -> str:
    """
    List what was done; notes of the house stay in the house.
    """
    told = words["steps"]
    lines = [
        f"- {_day(each.recorded_at, house, language)}: {told[each.kind.value]}"
        for each in story.events
        if each.kind.value in told
    ]
    return "\n".join(lines) or f"- {words['nothing']}"


def _day(at: datetime, house: Organisation, language: str) -> str:
    return write_day(at.astimezone(ZoneInfo(house.time_zone)).date(), language)


@cache
def _words(language: str) -> Mapping[str, Any]:
    file = resources.files("service.usecases.complaints") / f"words/{language}.json"
    words: Mapping[str, Any] = json.loads(file.read_text("utf-8"))
    return words
