"""
List which yes soon ends.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from service.decision.consents import YES_KINDS, ConsentAct
from service.decision.hearing import SILENT, Hearing, Stance
from service.decision.ids import PersonId
from service.decision.jurisdiction import Jurisdictions
from service.decision.powers import Scope
from service.records.facts import Wanted
from service.records.paging import MAX_PAGE, Page
from service.records.people import PersonRecord
from service.usecases.caller import Caller
from service.usecases.days import today
from service.usecases.desk import Desk
from service.usecases.overviews.windows import NOTICE_DAYS, window_of
from service.usecases.people.search_people import by_name, in_sight
from service.usecases.ports.work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Expiring:
    """
    One yes that still counts, and the last day on which it does.
    """

    person: PersonRecord
    signatory_name: str
    act: ConsentAct
    on: date
    days: int
    """From today; 0 is today."""
    lacks_scan: bool = False
    """It ends because the paper that shows it never came, not by its own words."""


@dataclass(frozen=True, slots=True)
class ListExpiring:
    """
    List which yes soon ends.
    """

    desk: Desk
    jurisdictions: Jurisdictions

    def __call__(self, caller: Caller, days: int = NOTICE_DAYS) -> tuple[Expiring, ...]:
        """
        Give every yes about people in sight that ends within *days*, the next first.

        Only one that counts somewhere today: not what was renewed or taken back since.

        Raises:
            NotAllowed: The caller lacks `people:read` or `consents:read`.
            InvalidInput: No day, or more than a year.
        """
        caller = caller.narrowed(Scope.PEOPLE_READ)
        caller = caller.narrowed(Scope.CONSENTS_READ)
        with self.desk.database.look(caller.organisation_id) as work:
            now = self.desk.clock()
            window = window_of(today(work, now), days)
            acts = [each for each in every_yes(work) if window.holds(last_day_of(each))]
            wanted = {each.person_id for each in acts}
            people = {each.id: each for each in in_sight(work, caller) if each.id in wanted}
            counting = self._counting(
                work, now, [each for each in acts if each.person_id in people]
            )
            found = [
                Expiring(
                    person := people[act.person_id],
                    _signatory_name(work, act, person),
                    act,
                    last,
                    window.days_to(last),
                    lacks_scan=last != act.expires_on,
                )
                for act in counting
                if (last := last_day_of(act)) is not None
            ]
        return tuple(sorted(found, key=lambda each: (each.on, *by_name(each.person), each.act.id)))

    def _counting(
        self, work: UnitOfWork, now: datetime, acts: list[ConsentAct]
    ) -> Iterator[ConsentAct]:
        """
        Keep the acts that still decide something, by the rules that answer checks.
        """
        wanted = frozenset(each.person_id for each in acts)
        facts = work.facts.gather(Wanted(at=now, known_at=now, person_ids=wanted))
        case = facts.case(self.jurisdictions, now)
        hearings: dict[PersonId, Hearing] = {
            person_id: Hearing(dossier, case, now) for person_id, dossier in facts.dossiers.items()
        }
        for act in acts:
            if act.person_id in hearings and decides(hearings[act.person_id], act):
                yield act


def last_day_of(act: ConsentAct) -> date | None:
    """
    Give the last day of a yes: its own, or when its scan is due.
    """
    due = act.evidence_due_on if act.evidence_id is None else None
    return min((each for each in (act.expires_on, due) if each is not None), default=None)


def decides(hearing: Hearing, act: ConsentAct) -> bool:
    """
    Tell whether a yes counts on some channel, matter and purpose.
    """
    channels = [
        hearing.case.channels[each] for each in act.channel_ids if each in hearing.case.channels
    ]
    heard = (
        hearing.voices(channel, matter, purpose).get(act.signatory_id, SILENT)
        for channel in channels
        for matter in act.matters
        for purpose in act.purposes
    )
    return any(
        voice.stance is Stance.YES and voice.act is not None and voice.act.id == act.id
        for voice in heard
    )


def every_yes(work: UnitOfWork) -> Iterator[ConsentAct]:
    """
    Walk every yes there is.
    """
    for kind in sorted(YES_KINDS):
        page: Page | None = Page(limit=MAX_PAGE, filters={"kind": kind.value})
        while page is not None:
            listing = work.acts.list_page(page)
            yield from listing.items
            page = replace(page, after=listing.next_after) if listing.next_after else None


def _signatory_name(work: UnitOfWork, act: ConsentAct, person: PersonRecord) -> str:
    """
    Name who said it.
    """
    found = work.signatories.find(act.signatory_id) or person
    return f"{found.given_name} {found.family_name}".strip()
