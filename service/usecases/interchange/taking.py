"""
Take one thing or one answer that came from elsewhere, or refuse it.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import Enum
from typing import Any
from zoneinfo import ZoneInfo

from service.decision.calendar import ONE_DAY, day_of
from service.decision.consents import ConsentAct
from service.decision.ids import PersonId
from service.decision.jurisdiction import Jurisdictions
from service.decision.terms import ActKind, Capacity, Method
from service.errors import AlreadyExists, ImpossibleDates, InvalidInput, NotFound
from service.ledger.canonical import canonical
from service.records.channels import ChannelRecord
from service.records.forms import FormTemplate, FormVersionRecord
from service.records.people import PersonRecord
from service.usecases.caller import Caller
from service.usecases.consents.record_consent import SCAN_WITHIN
from service.usecases.consents.signers import authorities_of
from service.usecases.consents.subject import answers_alone
from service.usecases.consents.writing import ENTRY_KINDS
from service.usecases.desk import Desk
from service.usecases.interchange import graph
from service.usecases.interchange.fitting import check_reach, check_yes
from service.usecases.interchange.graph import NodeKind
from service.usecases.interchange.record import act_in, check_said_once, record_of
from service.usecases.interchange.things import check_id, check_thing
from service.usecases.people.duplicates import Duplicates
from service.usecases.plain import digest_of, plain
from service.usecases.ports.work import UnitOfWork


class Taken(Enum):
    """
    What became of it.
    """

    ANSWER = "answer"
    THING = "thing"
    KNOWN = "known"


@dataclass(slots=True)
class Taker:
    """
    Take in what comes, in one transaction; whoever calls commits.
    """

    desk: Desk
    work: UnitOfWork
    caller: Caller
    now: datetime
    jurisdictions: Jurisdictions
    others: Duplicates
    somebody_else: bool = False
    """Whoever looks like somebody here is said to be somebody else."""
    person_ids: set[PersonId] = field(default_factory=set)
    """Whom answers, or who has a say for them, came in about."""
    row: int = 0
    """Which row is being taken."""
    answers: list[tuple[int, ConsentAct]] = field(default_factory=list)
    """The answers that were taken, each with its row."""

    def take_thing(self, kind: NodeKind, record: Any) -> Taken:  # noqa: ANN401  # of the kind
        """
        Take in something that answers name, unless it is known.

        Raises:
            InvalidInput: It cannot be used here.
            AlreadyExists: Another thing of this id or name is known here, or somebody who
                looks like the same person.
        """
        check_id(record.id, kind.name)
        known = graph.find(kind, self.work, record)
        if known == record:
            return Taken.KNOWN
        if known is not None:
            message = "Something else is known under this id; it stays as it is."
            raise AlreadyExists(message, field=kind.name)
        check_thing(self.work, record, self.jurisdictions, self.now)
        payload = {kind.word: record.id, "digest": digest_of(record), "imported": True}
        if isinstance(record, PersonRecord):
            payload |= self.others.tell_apart(record, somebody_else=self.somebody_else)
            self.others.written(record)
        self._write(kind, record)
        about = kind.subject(record)
        self.desk.record.append(self.work, self.caller, kind.entry, self.now, payload, about)
        self.person_ids.update(about)
        return Taken.THING

    def take_record(self, record: Mapping[str, Any]) -> Taken:
        """
        Take in a record, unless its answer is known.

        Raises:
            InvalidInput: It cannot be read or used here.
            AlreadyExists: Another answer has its id.
        """
        act = act_in(record)
        self._check_answer(act)
        check_said_once(record, self._record(act))
        exact = record["obstat:act"]
        return self._take(act, record, has_evidence=bool(exact.get("has_evidence")))

    def take_row(self, act: ConsentAct, *, has_evidence: bool) -> Taken:
        """
        Take in a row of a table, unless its answer is known.

        Raises:
            InvalidInput: It cannot be used here.
            AlreadyExists: Another answer has its id.
        """
        self._check_answer(act)
        record = self._record(act)
        record["obstat:act"] = {**_part(record, "obstat:act"), "has_evidence": has_evidence}
        return self._take(act, record, has_evidence=has_evidence)

    def _take(self, act: ConsentAct, record: Mapping[str, Any], *, has_evidence: bool) -> Taken:
        """
        Write an answer with the record it came in with.
        """
        try:
            known = self.work.acts.get(act.id)
        except NotFound:
            known = None
        if known is not None:
            if _meaning(known) != _meaning(act):
                raise AlreadyExists("Another answer is known under this id.", field="id")
            return Taken.KNOWN
        due = None if has_evidence else self._due_on(act)
        written = replace(act, recorded_at=self.now, evidence_due_on=due)
        self.work.acts.add(written, self.caller.actor.id)
        self.answers.append((self.row, written))
        document = canonical(dict(record))
        self.work.received_records.add(act.id, act.person_id, document, self.now)
        payload = {
            "act": plain(written),
            "form": None,
            "evidence": None,
            "received": hashlib.sha256(document).hexdigest(),
        }
        entry = ENTRY_KINDS[act.kind]
        self.desk.record.append(self.work, self.caller, entry, self.now, payload, [act.person_id])
        self.person_ids.add(act.person_id)
        return Taken.ANSWER

    def _due_on(self, act: ConsentAct) -> date | None:
        """
        Give until when a yes holds whose scan has yet to come (domain section 2.6).

        One on paper is due as if it were entered today, whatever the file says.
        """
        if not act.is_yes or act.method is not Method.PAPER:
            return act.evidence_due_on
        zone = ZoneInfo(self.work.organisations.current().time_zone)
        latest = day_of(self.now, zone) + SCAN_WITHIN
        return min(act.evidence_due_on or latest, latest)

    def _record(self, act: ConsentAct) -> dict[str, Any]:
        """
        Write the record that this house would.
        """
        found = (self.work.channels.find(each) for each in act.channel_ids)
        channels: dict[str, ChannelRecord] = {each.id: each for each in found if each}
        version = self._version(act)
        return dict(record_of(act, self.work.organisations.current(), version, channels))

    def _version(self, act: ConsentAct) -> FormVersionRecord | None:
        """
        Give the form that was shown.

        Raises:
            InvalidInput: It is not known here.
        """
        if act.form_version_id is None:
            return None
        try:
            return self.work.forms.get_version(act.form_version_id)
        except NotFound:
            message = "There is no such version of a form."
            raise InvalidInput(message, field="form_version_id") from None

    def _check_answer(self, act: ConsentAct) -> None:
        """
        Refuse an answer that nobody here could have given.

        Raises:
            InvalidInput: Naming the field.
            ImpossibleDates: It was signed in the future.
        """
        check_id(act.id, "id")
        if self.work.people.find(act.person_id) is None:
            raise InvalidInput("There is no such person.", field="person_id")
        self._check_signatory(act)
        if act.signed_from > self.now or act.signed_until > self.now + ONE_DAY:
            raise ImpossibleDates("It was signed in the future.", field="signed_until")
        if act.is_yes:
            check_yes(act, self._version(act))
        if not act.matters:
            raise InvalidInput("An answer is about something.", field="matters")
        check_reach(act)
        if (act.kind is ActKind.INVALIDATED) is not (act.targets_act_id is not None):
            raise InvalidInput("Only what declares void names an answer.", field="targets_act_id")
        self._check_places(act)

    def _check_signatory(self, act: ConsentAct) -> None:
        """
        Refuse whoever never had a say.

        Raises:
            InvalidInput: Naming the field.
        """
        if act.capacity is Capacity.ORGANISATION:
            return
        is_person = answers_alone(act.person_id, act.signatory_id)
        if is_person is not (act.capacity is Capacity.SELF):
            raise InvalidInput("Nobody answers so for this person.", field="capacity")
        if not is_person and not authorities_of(self.work, act.person_id, act.signatory_id):
            raise InvalidInput("Nobody with this id answers for them.", field="signatory_id")

    def _check_places(self, act: ConsentAct) -> None:
        """
        Refuse channels and groups that are not known here.

        Raises:
            InvalidInput: Naming the field.
        """
        if any(self.work.channels.find(each) is None for each in act.channel_ids):
            raise InvalidInput("There is no such channel.", field="channel_ids")
        if any(self.work.channel_groups.find(each) is None for each in act.group_ids):
            raise InvalidInput("There is no such group of channels.", field="group_ids")

    def _write(self, kind: NodeKind, record: Any) -> None:  # noqa: ANN401  # of the kind
        """
        Write it where its kind is kept.
        """
        by = self.caller.actor.id
        if isinstance(record, FormTemplate):
            self.work.forms.add_template(record, self.now, by)
        elif isinstance(record, FormVersionRecord):
            self.work.forms.add_version(record, by)
        else:
            kind.stores(self.work).add(record, self.now, by)


def _meaning(act: ConsentAct) -> ConsentAct:
    """
    Give what an answer says, wherever and whenever it was learned.
    """
    return replace(act, recorded_at=act.signed_until, evidence_id=None, evidence_due_on=None)


def _part(record: Mapping[str, Any], name: str) -> dict[str, Any]:
    return dict(record[name])
