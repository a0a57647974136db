"""
Take in an answer that names people instead of ids.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from service.decision.consents import ConsentAct
from service.decision.ids import PersonId, SignatoryId, UnmatchedId
from service.decision.powers import Scope
from service.decision.terms import ActKind
from service.errors import InvalidInput, NotFound
from service.ledger.entry import EntryKind
from service.records.people import PersonRecord
from service.records.unmatched import NamedPerson, UnmatchedAnswer
from service.usecases import text
from service.usecases.caller import Caller
from service.usecases.consents.act_details import ConsentDetails, Reach
from service.usecases.consents.asked import asked_by
from service.usecases.consents.intake import check_intake, evidence_of
from service.usecases.consents.record_consent import TELLS_ITSELF, RecordConsent
from service.usecases.consents.signing import signed_when
from service.usecases.consents.writing import recall_act
from service.usecases.desk import Desk
from service.usecases.notices import TellStaff
from service.usecases.plain import plain
from service.usecases.ports.receipts import Receipts
from service.usecases.ports.work import UnitOfWork
from service.usecases.recording import keep, recall
from service.usecases.sight.people import is_seen
from service.usecases.unmatched.doubting import Doubts
from service.usecases.unmatched.matching import candidates, certain, signer_of
from service.usecases.unmatched.pending import as_pending

NOBODY = ""
"""Stands where an id is not known yet."""


class State(StrEnum):
    """
    What became of an answer that came in.
    """

    RECORDED = "recorded"
    WAITING = "waiting"
    SETTLED = "settled"
    """It waited, and somebody has looked at it since."""


@dataclass(frozen=True, slots=True)
class ReceivedAnswer:
    """
    An answer with the names that it bears.
    """

    person: NamedPerson
    signatory: NamedPerson | None
    """Who answers; None: the person."""
    answer: ConsentDetails = field(repr=False)
    """What is answered; its two ids are not read."""


@dataclass(frozen=True, slots=True)
class Received:
    """
    What became of it, and under which id: of the act, or of what waits.
    """

    id: str
    state: State


@dataclass(frozen=True, slots=True)
class ReceiveAnswer:
    """
    Take in an answer that names people instead of ids.
    """

    desk: Desk
    record_consent: RecordConsent
    receipts: Receipts
    doubts: Doubts
    tell: TellStaff

    def __call__(self, caller: Caller, received: ReceivedAnswer) -> Received:
        """
        Record it, or keep it until somebody says who is meant.

        It is recorded where exactly one person whom the caller sees has this very name
        and day of birth, and nobody else the name.  A no that waits, or a "not now",
        makes everybody who may be meant `ask`.

        Raises:
            NotAllowed: The caller has no `consents:write` scope.
            InvalidInput: It says nothing that could be recorded of anybody.
            ImpossibleDates: Signed in the future.
            Conflict: Its idempotency key recorded it before, and more was answered since.
        """
        caller = caller.narrowed(Scope.CONSENTS_WRITE)
        check_intake(received.answer)
        received = tidied(received)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.now_alone(work)
            if made_before := recall(work, caller):
                return _as_before(work, caller, made_before)
            told = _held_against_form(work, received.answer, now)
            found = candidates(work, received.person)
            one = certain(received.person, found)
            act = self._recorded(work, caller, replace(received, answer=told), one, now)
            if act is not None:
                made = Received(act.id, State.RECORDED)
            else:
                made = self._kept(work, caller, replace(received, answer=told), found, now)
            work.commit()
        return made

    def _recorded(
        self,
        work: UnitOfWork,
        caller: Caller,
        received: ReceivedAnswer,
        person: PersonRecord | None,
        now: datetime,
    ) -> ConsentAct | None:
        """
        Record it about the only person it can be about; nothing where there is doubt.
        """
        if person is None or not is_seen(caller, person):
            return None
        person_id = PersonId(person.id)
        capacity = received.answer.capacity
        signatory_id = signer_of(work, person_id, capacity, received.signatory)
        if signatory_id is None:
            return None
        details = replace(received.answer, person_id=person_id, signatory_id=signatory_id)
        try:
            self.record_consent.try_within(work, caller, details, now)
        except InvalidInput:
            return None
        act = self.record_consent.within(work, caller, details, now)
        if act.kind is not ActKind.REQUESTED:
            self.receipts.issue(work, caller, [act], details.language, now)
        return act

    def _kept(
        self,
        work: UnitOfWork,
        caller: Caller,
        received: ReceivedAnswer,
        found: Sequence[PersonRecord],
        now: datetime,
    ) -> Received:
        """
        Keep it as it came, sealed.
        """
        told = received.answer
        waiting = UnmatchedAnswer(
            id=UnmatchedId(self.desk.new_id()),
            received_at=now,
            received_by=caller.actor.id,
            unit_ids=caller.actor.unit_ids,
            person=received.person,
            signatory=received.signatory,
            capacity=told.capacity,
            kind=told.kind,
            matters=told.matters,
            purposes=told.purposes,
            method=told.method,
            signed_at=told.signing.at or (None if told.signing.on else now),
            signed_on=told.signing.on,
            channel_ids=frozenset(told.reach.channels),  # type: ignore[arg-type]  # ids by now
            group_ids=frozenset(told.reach.groups),  # type: ignore[arg-type]  # ids by now
            everywhere=told.reach.everywhere,
            explicit=told.explicit,
            form_version_id=told.form_version_id,
            language=told.language,
            starts_on=told.starts_on,
            expires_on=told.expires_on,
            witness_note=told.witness_note,
            media_type=told.evidence.media_type if told.evidence else "",
            evidence_note=told.evidence.note if told.evidence else "",
        )
        if waiting.casts_doubt:
            waiting = replace(waiting, hold_ids=self.doubts.cast(work, caller, found, now))
        work.unmatched_answers.add(waiting, told.evidence.content if told.evidence else b"")
        payload = {"unmatched_id": waiting.id, "answer": told.kind.value, "digest": _digest(told)}
        self.desk.record.append(work, caller, EntryKind.ANSWER_QUEUED, now, payload)
        self.tell.opened(work, tuple(as_pending(work, [waiting])), now, but=caller.actor.id)
        keep(work, caller, waiting.id, now)
        return Received(waiting.id, State.WAITING)


def tidied(received: ReceivedAnswer) -> ReceivedAnswer:
    """
    Accept the names, and an answer of nobody yet.

    Raises:
        InvalidInput: A name is missing or no text.
    """
    signatory = _name(received.signatory, "signatory") if received.signatory else None
    answer = replace(received.answer, person_id=PersonId(NOBODY), signatory_id=SignatoryId(NOBODY))
    return ReceivedAnswer(_name(received.person, "person"), signatory, answer)


def _name(named: NamedPerson, field: str) -> NamedPerson:
    return replace(
        named,
        given_name=text.line(named.given_name, f"{field}.given_name", required=False),
        family_name=text.line(named.family_name, f"{field}.family_name"),
    )


def _held_against_form(work: UnitOfWork, told: ConsentDetails, now: datetime) -> ConsentDetails:
    """
    Give the answer with what its form and channels are today.

    A yes reaches the channels that its group has when it comes in, not those of the day
    on which somebody finds out whose it is.

    Raises:
        InvalidInput: A channel, a group or a form is unknown, or did not ask this.
        ImpossibleDates: Signed in the future.
    """
    zone = ZoneInfo(work.organisations.current().time_zone)
    may_be_now = told.method in TELLS_ITSELF
    signed = signed_when(told.signing, now, zone, may_be_now=may_be_now)
    asked = asked_by(work, told, signed)
    named = asked.named
    reach = Reach(
        tuple(sorted(named.channel_ids)), tuple(sorted(named.group_ids)), named.everywhere
    )
    evidence_of(told, lambda: NOBODY)
    return replace(told, reach=reach, matters=asked.matters, purposes=asked.purposes)


def _digest(told: ConsentDetails) -> str:
    return str(plain(told.evidence.content)) if told.evidence else ""


def _as_before(work: UnitOfWork, caller: Caller, made_before: str) -> Received:
    """
    Say what became of an answer that came in under the same key.

    Raises:
        Conflict: It was no yes, and more was answered since.
    """
    if work.unmatched_answers.find(UnmatchedId(made_before)) is not None:
        return Received(made_before, State.WAITING)
    try:
        recall_act(work, caller)
    except NotFound:
        return Received(made_before, State.SETTLED)
    return Received(made_before, State.RECORDED)
