"""
Tell the staff once more when the time for something is nearly over.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from service.decision.ids import OrganisationId
from service.records.mail import Letter
from service.records.notices import BINDING, KINDS, TOPICS, Stage, Topic
from service.usecases.notices.pending import Pending, Source
from service.usecases.notices.tell_staff import TellStaff
from service.usecases.office_hours import next_office_hour
from service.usecases.ports.work import UnitOfWork
from service.usecases.staff.member_caller import caller_for

Due = dict[tuple[Topic, Stage], list[Pending]]


@dataclass(frozen=True, slots=True)
class RemindStaff:
    """
    Tell the staff once more, unless it is done.
    """

    tell: TellStaff
    sources: tuple[Source, ...]

    def __call__(self) -> int:
        """
        Look through every organisation; count the letters.

        Raises:
            Unavailable: The storage cannot be reached or written.
        """
        return sum(map(self.look, self.tell.desk.database.organisation_ids()))

    def look(self, organisation_id: OrganisationId) -> int:
        """
        Look through one organisation: of each thing, each stage is told once.

        Of stages that were missed, as no service ran, the last alone is told.
        """
        desk = self.tell.desk
        with desk.database.look(organisation_id) as work:
            if not self._due(work, desk.clock()):
                return 0
        with desk.database.begin(organisation_id) as work:
            work.outbox.lock()
            now, count = desk.clock(), 0
            for (_, stage), pending in self._due(work, now).items():
                count += self.tell.write(work, pending, stage, now)
            work.commit()
        return count

    def leaves_at(self, work: UnitOfWork, letter: Letter, now: datetime) -> datetime | None:
        """
        Say when a letter may leave; None: never.

        What it tells of is done by now, or nothing its reader may do any more.
        """
        topic = TOPICS.get(letter.kind)
        if topic is None or not letter.about:  # written before letters said of what they tell
            return now
        about = set(letter.about)
        told = [
            each
            for each in self._pending(work, now)
            if each.topic is topic and about & {each.group, each.key}
        ]
        if not any(_is_still_for(work, letter, each) for each in told):
            return None
        waits = topic not in BINDING
        return (waits and next_office_hour(work.organisations.current(), now)) or now

    def _due(self, work: UnitOfWork, now: datetime) -> Due:
        """
        Give what nobody was told of at the stage that it has reached.
        """
        due: Due = {}
        for each in self._pending(work, now):
            stage = each.stage(now)
            kind = KINDS.get((each.topic, stage))
            if stage is Stage.OPENED or kind is None or work.outbox.has_told(kind, each.key):
                continue
            due.setdefault((each.topic, stage), []).append(each)
        return due

    def _pending(self, work: UnitOfWork, now: datetime) -> Iterator[Pending]:
        for source in self.sources:
            yield from source(work, now)


def _is_still_for(work: UnitOfWork, letter: Letter, pending: Pending) -> bool:
    """
    Tell whether who reads a letter may still do what it tells of.
    """
    if not letter.recipient_id:
        return True
    member = work.staff.find(letter.recipient_id)
    if member is None or not member.is_active:
        return False
    return pending.is_for(caller_for(work.organisation_id, member))
