"""
Show where somebody appears, what was done, and who looked them up.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from service.decision.consents import ConsentAct
from service.decision.ids import ChannelId, GroupId, KeyId, PersonId, PublicationId
from service.decision.jurisdiction import Jurisdictions
from service.errors import NotFound
from service.ledger.entry import EntryKind
from service.records.activity import taken_down_at
from service.records.paging import every
from service.usecases.desk import Desk
from service.usecases.families.charges import Charge, circle_of
from service.usecases.families.doors import Family
from service.usecases.families.issuing import groups_of
from service.usecases.plain import plain
from service.usecases.ports.work import UnitOfWork

MOST_LOOKUPS = 200


@dataclass(frozen=True, slots=True)
class Appearance:
    """
    Something published that shows a person; never who else is in it.
    """

    publication_id: PublicationId
    channel_id: ChannelId
    channel: str
    where: str
    """Its address, print run or issue."""
    published_at: datetime
    down_at: datetime | None


@dataclass(frozen=True, slots=True)
class FamilyLookup:
    """
    Somebody asked whether a person may be shown: when, what for, not who.
    """

    asked_at: datetime
    by_program: bool
    purpose: str


@dataclass(frozen=True, slots=True)
class Story:
    """
    What is recorded around a person that this signatory may see.
    """

    person_id: PersonId
    given_name: str
    appearances: tuple[Appearance, ...]
    acts: tuple[ConsentAct, ...]
    """Their own alone, the newest first."""
    lookups: tuple[FamilyLookup, ...]
    channels: Mapping[ChannelId, str]
    groups: Mapping[GroupId, str]


@dataclass(frozen=True, slots=True)
class ShowAppearances:
    """
    Show where somebody appears, what was done, and who looked them up.
    """

    desk: Desk
    law: Jurisdictions

    def __call__(self, family: Family, person_id: PersonId) -> Story:
        """
        Give the story of one person to somebody who speaks for them today.

        Raises:
            NotFound: They do not speak for anybody with this id.
        """
        with self.desk.database.look(family.organisation_id) as work:
            charge = self._charge(work, family, person_id)
            return _story(work, family, charge)

    def export(self, family: Family, person_id: PersonId) -> dict[str, object]:
        """
        Give everything about a person, without anybody else's (GDPR 15, 20).

        Raises:
            NotFound: They do not speak for anybody with this id.
        """
        with self.desk.database.begin(family.organisation_id) as work:
            now = self.desk.clock()
            charge = self._charge(work, family, person_id)
            story = _story(work, family, charge)
            reached = work.family_doors.reach(family.signatory_id)
            receipts = work.receipts.list_of(family.signatory_id)
            found: dict[str, object] = {
                "person": plain(charge.person),
                "you": plain(reached),
                "capacity": charge.capacity.value,
                "appearances": plain(story.appearances),
                "acts": plain(story.acts),
                "lookups": plain(story.lookups),
                "receipts": [each.document for each in receipts if each.person_id == person_id],
            }
            payload = {"person_id": person_id, "for": "family"}
            kind = EntryKind.EXPORT_MADE
            self.desk.record.append(work, family.caller, kind, now, payload, [person_id])
            work.commit()
        return found

    def _charge(self, work: UnitOfWork, family: Family, person_id: PersonId) -> Charge:
        """
        Give the person, if this signatory speaks for them today.
        """
        circle = circle_of(work, self.law, family.signatory_id, self.desk.clock())
        for each in circle.charges:
            if each.id == person_id and not each.is_over:
                return each
        raise NotFound("There is no such person.")


def _story(work: UnitOfWork, family: Family, charge: Charge) -> Story:
    """
    Gather what is recorded around a person, by whichever of their records.
    """
    records = charge.records_for(family.signatory_id)
    own = [each for each in charge.dossier.acts if each.signatory_id == family.signatory_id]
    wanted = {each for act in own for each in act.channel_ids}
    known = charge.hearing.case.channels
    names = {each: known[each].name for each in wanted if each in known}
    for each in sorted(wanted - names.keys()):
        record = work.channels.find(each)
        names[each] = record.channel.name if record else ""
    return Story(
        person_id=charge.id,
        given_name=charge.person.given_name,
        appearances=tuple(_appearances(work, records)),
        acts=tuple(sorted(own, key=lambda each: each.recorded_at, reverse=True)),
        lookups=tuple(_lookups(work, records)),
        channels=names,
        groups=groups_of(work, own),
    )


def _appearances(work: UnitOfWork, records: Iterable[PersonId]) -> Iterator[Appearance]:
    """
    Give every publication of a person, in the order they were recorded.
    """
    shown = {
        publication.id: publication
        for each in records
        for publication in every(work.publications.list_page, person_id=each)
    }
    for _, publication in sorted(shown.items()):
        channel = work.channels.find(publication.channel_id)
        yield Appearance(
            publication_id=publication.id,
            channel_id=publication.channel_id,
            channel=channel.channel.name if channel else "",
            where=publication.where,
            published_at=publication.published_at,
            down_at=taken_down_at(work.publications.events_of(publication.id)),
        )


def _lookups(work: UnitOfWork, records: Iterable[PersonId]) -> Iterator[FamilyLookup]:
    """
    Give the questions that touched a person, the newest first.
    """
    found = {
        check.id: check
        for each in records
        for check in every(work.checks.list_page, person_id=each)
    }
    for _, check in sorted(found.items(), reverse=True)[:MOST_LOOKUPS]:
        by_program = work.keys.find(KeyId(check.actor_id)) is not None
        yield FamilyLookup(check.asked_at, by_program, str(check.question.get("purpose", "")))
