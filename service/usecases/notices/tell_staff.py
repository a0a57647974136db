"""
Write to those who work here that something waits for them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from service.decision.ids import ActorId
from service.ledger.entry import EntryKind
from service.records.mail import Gap, LetterId, LetterKind
from service.records.notices import BINDING, KINDS, Stage, Topic
from service.records.paging import Page
from service.usecases.caller import the_service
from service.usecases.desk import Desk
from service.usecases.mail import Reader, StaffMail
from service.usecases.notices.pending import Pending
from service.usecases.notices.readers import readers_of
from service.usecases.office_hours import next_office_hour
from service.usecases.ports.work import UnitOfWork

LISTS: Final = {
    Topic.TAKEDOWN: "/takedowns",
    Topic.COMPLAINT: "/complaints",
    Topic.BREACH: "/complaints",
    Topic.PROPOSAL: "/proposals",
    Topic.REFUSAL: "/answers",
    Topic.ANSWER: "/answers",
    Topic.BUDGET: "/checks",
}
"""Where everything of a topic stands."""
SELDOM: Final = frozenset({LetterKind.STAFF_COMPLAINT, LetterKind.STAFF_REFUSAL})
"""Anybody may complain on the public page, and a program may send a hundred answers: nobody's
mailbox is flooded by it."""
ONE_HOUR: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class TellStaff:
    """
    Write to those who work here.
    """

    desk: Desk
    mail: StaffMail

    def opened(
        self,
        work: UnitOfWork,
        pending: Sequence[Pending],
        now: datetime,
        but: ActorId | None = None,
    ) -> None:
        """
        Tell of what one act opened, all of one topic, in one letter to each.

        A letter that has not left yet says it already: many acts one after the other,
        such as those of an import, are no flood.

        Args:
            but: Who did it, and knows.
        """
        by_stage: dict[Stage, list[Pending]] = {}
        for each in pending:
            by_stage.setdefault(each.stage(now), []).append(each)
        for stage, some in by_stage.items():
            self.write(work, some, stage, now, but)

    def write(
        self,
        work: UnitOfWork,
        pending: Sequence[Pending],
        stage: Stage,
        now: datetime,
        but: ActorId | None = None,
    ) -> int:
        """
        Tell of things of one topic at one stage; count the letters.
        """
        kind = KINDS.get((pending[0].topic, stage))
        if kind is None:
            return 0
        written: dict[LetterId, Reader] = {}
        for reader, told in readers_of(work, pending, stage, but).items():
            is_said = stage is Stage.OPENED and _was_told(work, kind, reader, now)
            news = _news(work, kind, reader, told) if stage is Stage.OPENED else told
            if news and not is_said:
                written[self._send(work, reader, news, stage, now)] = reader
        if written:
            self._record(work, pending, stage, written, now)
        return len(written)

    def _send(
        self,
        work: UnitOfWork,
        reader: Reader,
        told: Sequence[Pending],
        stage: Stage,
        now: datetime,
    ) -> LetterId:
        """
        Put a letter together, in the language of whoever reads it.
        """
        house, topic = work.organisations.current(), told[0].topic
        zone, is_first = ZoneInfo(house.time_zone), stage is Stage.OPENED
        paths = {each.path for each in told}
        until = min((each.due_at for each in told if each.due_at), default=now)
        tasks = ((each.title, each.due_at and each.due_at.astimezone(zone)) for each in told)
        values: dict[str, Gap] = {
            "until": until.astimezone(zone),
            "first": told[0].title,
            "tasks": tuple(dict.fromkeys(tasks)),
        }
        return self.mail.send(
            work,
            reader,
            KINDS[topic, stage],
            now,
            path=paths.pop() if len(paths) == 1 else LISTS[topic],
            values=values,
            about=tuple(dict.fromkeys(each.group if is_first else each.key for each in told)),
            not_before_at=None if topic in BINDING else next_office_hour(house, now),
        )

    def _record(
        self,
        work: UnitOfWork,
        pending: Sequence[Pending],
        stage: Stage,
        written: Mapping[LetterId, Reader],
        now: datetime,
    ) -> None:
        """
        Write in the log of what and at which stage who was told.
        """
        payload = {
            "topic": pending[0].topic.value,
            "stage": stage.value,
            "about": [each.id for each in pending],
            "letters": [
                {"letter_id": letter_id, "member_id": reader.member_id or None}
                for letter_id, reader in written.items()
            ],
        }
        caller = the_service(work.organisation_id)
        self.desk.record.append(work, caller, EntryKind.STAFF_NOTIFIED, now, payload)


def _was_told(work: UnitOfWork, kind: LetterKind, reader: Reader, now: datetime) -> bool:
    """
    Tell whether somebody heard within the hour what anybody may cause.
    """
    if kind not in SELDOM:
        return False
    filters = {"kind": kind.value, "recipient_id": reader.member_id}
    latest = work.outbox.list_page(Page(limit=1, filters=filters, newest_first=True)).items
    return any(now - each.written_at < ONE_HOUR for each in latest)


def _news(
    work: UnitOfWork, kind: LetterKind, reader: Reader, told: Sequence[Pending]
) -> Sequence[Pending]:
    """
    Leave out what a letter says already that has not left yet.
    """
    groups = sorted({each.group for each in told})
    said = {each for each in groups if work.outbox.awaits(kind, reader.member_id, each)}
    return [each for each in told if each.group not in said]
