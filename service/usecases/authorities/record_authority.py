"""
Record on what ground somebody speaks for a person.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime

from service.decision.ids import AuthorityId, PersonId, SignatoryId
from service.decision.jurisdiction import Jurisdictions
from service.decision.people import Authority
from service.decision.powers import Scope
from service.errors import Conflict, InvalidInput, NotFound
from service.ledger.entry import EntryKind
from service.records.people import AuthorityRecord, PersonRecord
from service.usecases import text
from service.usecases.authorities.authority_details import (
    AuthorityDetails,
    check_minor,
    check_proof,
    check_span,
)
from service.usecases.authorities.writing import AuthorityWriter
from service.usecases.caller import Caller
from service.usecases.days import begins_on, today
from service.usecases.desk import Desk
from service.usecases.ports.work import UnitOfWork
from service.usecases.recording import keep, recall
from service.usecases.sight.people import seen_person
from service.usecases.signatories.register_signatory import RegisterSignatory
from service.usecases.signatories.signatory_details import SignatoryDetails, seen_signatory


@dataclass(frozen=True, slots=True)
class RecordAuthority:
    """
    Record on what ground somebody speaks for a person.
    """

    desk: Desk
    jurisdictions: Jurisdictions
    write: AuthorityWriter

    def __call__(
        self,
        caller: Caller,
        person_id: PersonId,
        details: AuthorityDetails,
        newcomer: SignatoryDetails | None = None,
    ) -> AuthorityRecord:
        """
        Record an authority; unverified, its yes does not count and its no does.

        What is live of the person and needs the newcomer's yes, too, comes down.
        Told again without a first day after it was over, it begins today.

        Args:
            newcomer: Somebody who is entered with it, both or neither; then the
                signatory that *details* name means nothing.

        Raises:
            NotAllowed: The caller has no `people:write` scope.
            NotFound: There is no such person for this caller.
            InvalidInput: There is no such signatory, or `verified` comes without
                proof, or sole authority without judgment.
            ImpossibleDates: The dates contradict each other or the person's life.
            Conflict: What the idempotency key recorded has ended since.
        """
        caller = caller.narrowed(Scope.PEOPLE_WRITE)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.now_alone(work)
            person = seen_person(work, caller, person_id)
            if made_before := recall(work, caller):
                return _not_ended(work.authorities.get(made_before), details)
            if newcomer is not None:
                entered = RegisterSignatory(self.desk).within(work, caller, newcomer, now)
                details = replace(details, signatory_id=entered.id)
            _check_signatory(work, caller, details.signatory_id)
            record = self._record(person, _dated(work, person, details, now), today(work, now))
            self.write(work, caller, EntryKind.AUTHORITY_RECORDED, record, now)
            keep(work, caller, record.id, now)
            work.commit()
        return record

    def _record(
        self, person: PersonRecord, details: AuthorityDetails, day: date
    ) -> AuthorityRecord:
        """
        Accept what was told.
        """
        proof = text.paragraphs(details.proof, "proof", longest=2000)
        check_proof(proof, verified=details.verified)
        check_span(person, details.kind, details.from_on, details.until_on)
        check_minor(person, details, self.jurisdictions, day)
        if details.matters is not None and not details.matters:
            raise InvalidInput("Name what it covers, or leave it out.", field="matters")
        authority = Authority(
            id=AuthorityId(self.desk.new_id()),
            person_id=PersonId(person.id),
            signatory_id=details.signatory_id,
            kind=details.kind,
            basis=details.basis,
            from_on=details.from_on,
            until_on=details.until_on,
            sole=details.sole,
            verified=details.verified,
            matters=details.matters,
        )
        return AuthorityRecord(authority=authority, proof=proof)


def _dated(
    work: UnitOfWork, person: PersonRecord, details: AuthorityDetails, now: datetime
) -> AuthorityDetails:
    """
    See to the first day.
    """
    ends = [
        each.authority.until_on
        for each in work.authorities.list_of(PersonId(person.id))
        if each.authority.signatory_id == details.signatory_id
    ]
    day = today(work, now)
    return replace(details, from_on=begins_on(details.from_on, details.until_on, ends, day))


def _not_ended(made_before: AuthorityRecord, details: AuthorityDetails) -> AuthorityRecord:
    """
    Give what an idempotency key recorded, as long as it stands as it was told.

    Raises:
        Conflict: It has ended since: nobody is to believe that their no is heard.
    """
    if made_before.authority.until_on != details.until_on:
        raise Conflict("This authority has ended since: record it again under another key.")
    return made_before


def _check_signatory(work: UnitOfWork, caller: Caller, signatory_id: SignatoryId) -> None:
    """
    Refuse somebody who is not known to the caller.

    Raises:
        InvalidInput: As said.
    """
    try:
        seen_signatory(work, caller, signatory_id)
    except NotFound as unknown:
        raise InvalidInput(unknown.message, field="signatory_id") from None
