"""
List what changed since somebody was here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from service.decision.ids import ActorId, PersonId
from service.decision.powers import Scope
from service.records.people import PersonRecord
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.holds.hold_details import is_hold_seen
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.people import is_seen
from service.usecases.sight.staff import actor_name
from service.usecases.sight.units import is_unit_seen

MOST = 200
LONGEST = timedelta(days=90)
FIRST_VISIT = timedelta(days=7)


class ChangeKind(StrEnum):
    """
    What changed.
    """

    ACT = "act"
    AUTHORITY = "authority"
    HOLD = "hold"
    CHANNEL = "channel"


@dataclass(frozen=True, slots=True)
class Change:
    """
    One thing that was recorded.
    """

    kind: ChangeKind
    at: datetime
    by: str
    """The name of a member or a key; empty: somebody else."""
    what: str
    """A word of the registry: kind of act, hold or authority; for a channel its name."""
    person_id: PersonId | None = None
    person_name: str = ""
    is_new: bool = True
    """False: it was there before, and is different now."""


@dataclass(frozen=True, slots=True)
class ListChanges:
    """
    List what changed since somebody was here.
    """

    desk: Desk

    def __call__(self, caller: Caller, since: datetime | None) -> tuple[Change, ...]:
        """
        Give what was recorded since, the newest first, as far as the caller sees it.

        At most 200 and 90 days back; whoever was never here gets the last week.

        Raises:
            NotAllowed: The caller has no `people:read` scope.
        """
        caller = caller.narrowed(Scope.PEOPLE_READ)
        with self.desk.database.look(caller.organisation_id) as work:
            now = self.desk.clock()
            start = max(since or now - FIRST_VISIT, now - LONGEST)
            look = _Look(work, caller, start)
            found = [*look.acts(), *look.authorities(), *look.holds(), *look.channels()]
        return tuple(sorted(found, key=lambda each: each.at, reverse=True)[:MOST])


class _Look:
    """
    One look at what was recorded since an instant.
    """

    def __init__(self, work: UnitOfWork, caller: Caller, since: datetime) -> None:
        self.work, self.caller, self.since = work, caller, since
        self._people: dict[PersonId, PersonRecord | None] = {}
        self._actors: dict[ActorId, str] = {}

    def acts(self) -> Iterator[Change]:
        if Scope.CONSENTS_READ not in self.caller.actor.scopes:
            return
        for each in self.work.acts.recorded_since(self.since, MOST):
            act = each.record
            yield from self._about(
                act.person_id, ChangeKind.ACT, each.recorded_at, each.recorded_by, act.kind.value
            )

    def authorities(self) -> Iterator[Change]:
        for each in self.work.authorities.changed_since(self.since):
            held = each.record.authority
            yield from self._about(
                held.person_id,
                ChangeKind.AUTHORITY,
                each.recorded_at,
                each.recorded_by,
                held.kind.value,
                is_new=each.version == 1,
            )

    def holds(self) -> Iterator[Change]:
        if Scope.HOLDS_READ not in self.caller.actor.scopes:
            return
        for each in self.work.holds.changed_since(self.since):
            if not is_hold_seen(self.work, self.caller, each.record):
                continue
            told = (ChangeKind.HOLD, each.recorded_at, each.recorded_by, each.record.kind.value)
            is_new = each.version == 1
            if each.record.person_id is not None:
                yield from self._about(each.record.person_id, *told, is_new=is_new)
            else:
                kind, at, by, what = told
                yield Change(kind, at, self._name(by), what, is_new=is_new)

    def channels(self) -> Iterator[Change]:
        if Scope.CHANNELS_READ not in self.caller.actor.scopes:
            return
        for each in self.work.channels.changed_since(self.since):
            channel = each.record.channel
            if is_unit_seen(self.caller, channel.unit_id):
                yield Change(
                    ChangeKind.CHANNEL,
                    each.recorded_at,
                    self._name(each.recorded_by),
                    channel.name,
                    is_new=each.version == 1,
                )

    def _about(
        self,
        person_id: PersonId,
        kind: ChangeKind,
        at: datetime,
        by: str,
        what: str,
        *,
        is_new: bool = True,
    ) -> Iterator[Change]:
        """
        Give a change about a person, if the caller sees them.
        """
        if person_id not in self._people:
            self._people[person_id] = self.work.people.find(person_id)
        person = self._people[person_id]
        if person is not None and is_seen(self.caller, person):
            name = f"{person.given_name} {person.family_name}".strip()
            yield Change(kind, at, self._name(by), what, person_id, name, is_new=is_new)

    def _name(self, actor_id: str) -> str:
        actor = ActorId(actor_id)
        if actor not in self._actors:
            self._actors[actor] = actor_name(self.work, actor)
        return self._actors[actor]
