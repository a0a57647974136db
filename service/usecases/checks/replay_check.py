"""
Answer an old question again, from its record and the facts of then.

Nothing that was sent is kept: the record says what was recognised and whom the words
named, and the storage gives every fact as it was known at that instant.  The rules are
those of today's program; where they or the law table are others than then, that is said,
for then another answer is no contradiction.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from service.decision.case import Intent, Use
from service.decision.ids import ChannelId, CheckId, PersonId, PhotoId
from service.decision.jurisdiction import Jurisdictions
from service.decision.name_depth import form_of
from service.decision.naming import Mention
from service.decision.post import ENGINE_VERSION
from service.decision.powers import Scope
from service.decision.terms import MatchClass, Matter, Purpose
from service.errors import NotFound
from service.records.activity import CheckRecord
from service.records.facts import Wanted
from service.usecases.caller import Caller
from service.usecases.checks.examine import is_about_own, verdicts_of
from service.usecases.checks.gathering import (
    Gathered,
    by_present_rules,
    people_in,
    photos_in,
)
from service.usecases.checks.outcome import outcome_of
from service.usecases.checks.question import CheckQuestion
from service.usecases.checks.recognise import TOO_PLAIN, Recognition
from service.usecases.checks.uses import with_nobody_for
from service.usecases.desk import Desk
from service.usecases.ports.work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Replay:
    """
    What was answered then, and what the same facts give today.
    """

    check: CheckRecord
    outcome: Mapping[str, Any]
    engine: tuple[str, str]
    """The version of the rules then and now."""
    law: tuple[str, str]
    """The digest of the table of jurisdictions then and now."""

    @property
    def is_same(self) -> bool:
        """
        Tell whether answer and reasons are the same for every channel.
        """
        return _weighed(self.check.outcome) == _weighed(self.outcome)

    @property
    def has_same_rules(self) -> bool:
        """
        Tell whether another answer would be a contradiction.
        """
        return self.engine[0] == self.engine[1] and self.law[0] == self.law[1]


@dataclass(frozen=True, slots=True)
class ReplayCheck:
    """
    Answer an old question again.
    """

    desk: Desk
    jurisdictions: Jurisdictions

    def __call__(self, caller: Caller, check_id: CheckId) -> Replay:
        """
        Decide by the facts of then; nothing is recorded.

        A person who was erased since is nobody now: then the answers differ.

        Raises:
            NotAllowed: The caller lacks `audit` or `reasons`.
            NotFound: There is no such check, or it is about people of other units.
        """
        caller.needs(Scope.AUDIT)
        caller.needs(Scope.REASONS)
        with self.desk.database.look(caller.organisation_id) as work:
            check = work.checks.get(check_id)
            if not is_about_own(work, caller, check):
                raise NotFound("There is no such check.")
            gathered = self._gathered(work, check)
        then = check.outcome["versions"]
        now = str(check.outcome["evaluated_at"])
        return Replay(
            check=check,
            outcome=outcome_of(check.id, verdicts_of(gathered), gathered, now),
            engine=(then["engine"], ENGINE_VERSION),
            law=(then["jurisdictions"], self.jurisdictions.digest),
        )

    def _gathered(self, work: UnitOfWork, check: CheckRecord) -> Gathered:
        """
        Put the case together as it was.
        """
        told, outcome = check.question, check.outcome
        at = _question(told).instant(
            check.asked_at, lambda: ZoneInfo(work.organisations.current().time_zone)
        )
        known_at = min(_instant(told["known_at"]) or check.asked_at, check.asked_at)
        recognitions = _recognitions(check)
        uses = _uses(told)
        mentions = tuple(_mention(each) for each in outcome["mentions"])
        wanted = Wanted(
            at=at,
            known_at=known_at,
            person_ids=people_in(mentions) | {use.person_id for use in uses},
            photo_ids=photos_in(recognitions),
            channel_ids=_channels(told, outcome),
        )
        facts = work.facts.gather(wanted)
        # What was published on this very answer is recorded at the same instant.
        published = {
            channel_id: tuple(each for each in instants if each != check.asked_at)
            for channel_id, instants in facts.published.items()
        }
        case = replace(
            facts.case(self.jurisdictions, known_at, Purpose(told["purpose"])),
            pictures=tuple(each.picture(facts.photos) for each in recognitions),
            mentions=mentions,
            names_unknown=_names_unknown(check),
            has_text=told["text_digest"] != "",
            uses=uses,
            published=published,
            intent=Intent(told["intent"]),
            actor_id=check.actor_id,
            approvals=told.get("approvals", 0),
        )
        present = by_present_rules(work, case, wanted) if facts.began_later else None
        return Gathered.of(case, present, wanted, recognitions)


def _channels(told: Mapping[str, Any], outcome: Mapping[str, Any]) -> frozenset[ChannelId] | None:
    """
    Give what was asked for; None asks for all channels.
    """
    return None if told["channel"] is None else frozenset(map(ChannelId, outcome["channels"]))


def _question(told: Mapping[str, Any]) -> CheckQuestion:
    """
    Give the dates of a question.
    """
    return CheckQuestion(
        on=date.fromisoformat(told["on"]) if told["on"] else None,
        as_of=_instant(told["as_of"]),
        known_at=_instant(told["known_at"]),
    )


def _uses(told: Mapping[str, Any]) -> tuple[Use, ...]:
    uses = [Use(PersonId(each["person_id"]), Matter(each["matter"])) for each in told["uses"]]
    return with_nobody_for(uses, told.get("unseen", ()))


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _recognitions(check: CheckRecord) -> tuple[Recognition, ...]:
    """
    Say as what each picture was recognised.
    """
    pictures = check.outcome["pictures"]
    moving = check.question.get("moving") or [False] * len(pictures)
    return tuple(
        Recognition(
            matches=tuple(_matches(picture)),
            textureless=TOO_PLAIN in picture["notes"],
            notes=tuple(each for each in picture["notes"] if each != TOO_PLAIN),
            moving=bool(moves),
        )
        for picture, moves in zip(pictures, moving, strict=True)
    )


def _matches(picture: Mapping[str, Any]) -> list[tuple[PhotoId, MatchClass]]:
    """
    Give the photos that one picture was found to be, closest first.
    """
    found = [(each["photo_id"], each["match"]) for each in picture["resembles"]]
    if picture["photo_id"] is not None:
        found.insert(0, (picture["photo_id"], picture["match"]))
    return [(PhotoId(photo_id), MatchClass(match)) for photo_id, match in found]


def _mention(told: Mapping[str, Any]) -> Mention:
    """
    Give a mention; the words are not kept, and no rule asks for them.
    """
    people = frozenset(told["person_ids"])
    form = form_of(told.get("matter", Matter.NAME))
    return Mention(told["start"], told["end"], "", form, people)


def _names_unknown(check: CheckRecord) -> int:
    """
    Say how many names meant nobody; checks before it was kept say by their reasons.
    """
    told = check.question.get("names_unknown")
    if told is not None:
        return int(told)
    about_nobody = any(
        each["code"] == "unknown_person" and "picture" not in each
        for each in check.outcome["reasons"]
    )
    return int(about_nobody and check.question["names"] > 0)


def _weighed(outcome: Mapping[str, Any]) -> dict[str, tuple[str, list[str]]]:
    """
    Give what decides: answer and reasons, for each channel and on top.
    """
    parts = {**outcome["channels"], "": outcome}
    return {
        name: (part["answer"], sorted(_reason(each) for each in part["reasons"]))
        for name, part in parts.items()
    }


def _reason(told: Mapping[str, Any]) -> str:
    return " ".join(f"{name}={told[name]}" for name in sorted(told))
