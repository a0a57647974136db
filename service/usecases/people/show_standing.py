"""
Show where a person stands: what every open channel may show today.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from service.decision.ages import Stage, stage_of
from service.decision.awaited import awaited
from service.decision.calendar import birthday_on, day_of
from service.decision.channels import Channel
from service.decision.holds import Hold
from service.decision.ids import PersonId, SignatoryId
from service.decision.jurisdiction import Jurisdictions
from service.decision.panel import Ask
from service.decision.people import Dossier, Person
from service.decision.powers import Scope
from service.decision.sitting import Sitting, prepare
from service.decision.standing import standing_in
from service.decision.stops import stop_reasons
from service.decision.terms import Answer, HoldKind, Matter, Purpose
from service.decision.verdict import Code, Reason, answer_of
from service.records.facts import present
from service.records.people import PersonRecord
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.sight.people import is_seen, seen_person

SHOWN: tuple[Matter, ...] = (Matter.IMAGE, Matter.NAME)
"""
What people are mostly asked about.

The first name as well where anybody answered about it: who may not be named may be
called by that.
"""


@dataclass(frozen=True, slots=True)
class StandingCell:
    """
    One matter on one channel.
    """

    matter: Matter
    purpose: Purpose
    answer: Answer
    codes: tuple[Code, ...] = ()
    """Why; empty for whoever may not see reasons."""
    missing: tuple[SignatoryId, ...] = ()
    """Whose answer is missing; empty for whoever may not see reasons."""


@dataclass(frozen=True, slots=True)
class StandingRow:
    """
    One channel with all matters that are shown.
    """

    channel: Channel
    cells: tuple[StandingCell, ...]


@dataclass(frozen=True, slots=True)
class PersonStanding:
    """
    A person on one day, on every open channel.
    """

    person: PersonRecord
    day: date
    age: int | None
    stage: Stage | None
    """None where the table of the law does not know the jurisdiction."""
    rows: tuple[StandingRow, ...]
    hold_kinds: tuple[HoldKind, ...]
    """What is on this very person; empty for whoever may not see reasons."""


@dataclass(frozen=True, slots=True)
class ShowStanding:
    """
    Show where a person stands.
    """

    desk: Desk
    jurisdictions: Jurisdictions

    def __call__(self, caller: Caller, person_id: PersonId) -> PersonStanding:
        """
        Decide, for this person alone and this instant, what every channel may show.

        As its main purpose: to inform, else the first that the channel has.  A constant
        number of statements, whatever the channels.

        Raises:
            NotAllowed: The caller lacks `people:read` or `consents:read`: whoever may
                not read answers asks with a check, which is counted.
            NotFound: There is no such person for this caller.
            Unavailable: By the clock they are not there yet.
        """
        caller = caller.narrowed(Scope.PEOPLE_READ)
        caller = caller.narrowed(Scope.CONSENTS_READ)
        with self.desk.database.look(caller.organisation_id) as work:
            now = self.desk.clock()
            person = seen_person(work, caller, person_id)
            wanted = present(now, frozenset({person_id}))
            facts = work.facts.gather(wanted)
            dossier = facts.dossier(person_id)
            twins = work.people.among([each.person.id for each in dossier.twins])
            # What stands on a record out of sight is nobody's business here.
            sees_twins = all(is_seen(caller, each) for each in twins)
        case = facts.case(self.jurisdictions, now)
        tells = Scope.REASONS in caller.actor.scopes and sees_twins
        hearings = prepare(case, now)
        shown = _shown(dossier)
        rows = tuple(
            StandingRow(
                channel, tuple(_cells(Sitting(case, channel, now, hearings), shown, tells=tells))
            )
            for channel in sorted(case.channels.values(), key=lambda each: each.name.casefold())
        )
        day = day_of(now, facts.house.time_zone)
        return PersonStanding(
            person=person,
            day=day,
            age=_age(person.born_on, person.died_on or day),
            stage=self._stage(dossier.person, day),
            rows=rows,
            hold_kinds=_kinds(hearings[person_id].holds) if tells else (),
        )

    def _stage(self, person: Person, day: date) -> Stage | None:
        """
        Say among which ages the person is.
        """
        law = self.jurisdictions.by_code.get(person.jurisdiction)
        return stage_of(person, law, day) if law else None


def _shown(dossier: Dossier) -> tuple[Matter, ...]:
    """
    Give what is shown of somebody.
    """
    is_asked = any(Matter.FIRST_NAME in each.matters and each.is_yes for each in dossier.acts)
    return (*SHOWN, Matter.FIRST_NAME) if is_asked else SHOWN


def _cells(sitting: Sitting, matters: tuple[Matter, ...], *, tells: bool) -> Iterator[StandingCell]:
    """
    Decide each matter on one channel.
    """
    (hearing,) = sitting.hearings.values()
    purpose = main_purpose(sitting.channel)
    stops = tuple(stop_reasons(sitting))
    for matter in matters:
        found: tuple[Reason, ...] = (
            *stops,
            *standing_in(hearing, sitting.channel, matter, purpose),
        )
        answer = answer_of(found)
        told = sorted(found, key=lambda each: each.sort_key) if tells else []
        is_asked = tells and answer is Answer.ASK
        ask = Ask(sitting.channel, matter, purpose)
        yield StandingCell(
            matter=matter,
            purpose=purpose,
            answer=answer,
            codes=tuple(dict.fromkeys(each.code for each in told)),
            missing=awaited(hearing, ask) if is_asked else (),
        )


def main_purpose(channel: Channel) -> Purpose:
    """
    Give what a channel is asked about first.
    """
    return next((each for each in Purpose if each in channel.purposes), Purpose.INFORMATION)


def _age(born_on: date | None, day: date) -> int | None:
    """
    Give the age in whole years, if known.
    """
    if born_on is None:
        return None
    years = day.year - born_on.year
    return years if birthday_on(born_on, years) <= day else years - 1


def _kinds(holds: tuple[Hold, ...]) -> tuple[HoldKind, ...]:
    return tuple(sorted({each.kind for each in holds}))
