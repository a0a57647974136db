"""
Erase a person: what can go goes, what must be proven stays blind.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from service.decision.ids import PersonId, SignatoryId
from service.decision.jurisdiction import Jurisdictions
from service.decision.naming import NameEntry, Traces
from service.decision.powers import Scope
from service.errors import Conflict
from service.ledger.entry import EntryKind
from service.records.people import PersonRecord
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.people.erase_waiting import forget_waiting
from service.usecases.people.erasing import answering_for_nobody_else, need_of
from service.usecases.people.pairing import bridge
from service.usecases.ports.aftermath import Aftermath
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.people import seen_person


@dataclass(frozen=True, slots=True)
class ErasePerson:
    """
    Erase a person (GDPR article 17, domain section 2.8).
    """

    desk: Desk
    law: Jurisdictions
    aftermath: Aftermath
    again: bool = False
    """What was erased before a backup brought it back goes, whatever it says by itself."""

    def __call__(self, caller: Caller, person_id: PersonId, *, all_words: bool = False) -> str:
        """
        Destroy names, facts and ledger payloads of a person.

        Those who answered for nobody else go along.  Words that people typed about
        any of them are blotted out wherever a record involves them; drafts called after
        them are deleted.  Consent acts
        stay under an id that means nobody; depictions stay, so that a later check of
        the photo says that somebody unknown is in it; the tree still verifies.  What is
        live of the person becomes a takedown.  Gives the id of the line that tells of it.

        Args:
            all_words: Titles, addresses, notes and complaints of whatever involves them
                go whatever they say: no program finds a nickname that it does not know.

        Raises:
            NotAllowed: The caller has no `admin` scope.
            NotFound: There is no such person for this caller.
            Conflict: A legal hold keeps the evidence, or something is refused by this
                record alone of several of one person.
        """
        caller = caller.narrowed(Scope.ADMIN)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.now_alone(work)
            person = seen_person(work, caller, person_id)
            self._refuse_if_needed(work, caller, person, now)
            signatory_ids = answering_for_nobody_else(work, person_id)
            traces = _traces(work, person_id, signatory_ids)
            texts = work.words.erase(
                [person_id, *signatory_ids], traces.are_in, now, all_words=all_words
            )
            texts += work.photos.words.forget(
                [person_id, *signatory_ids], traces.are_in, traces.are_named_in, now
            )
            texts += sum(work.outbox.erase(each, now) for each in (person_id, *signatory_ids))
            work.drafts.drop_named(traces.are_in)
            texts += forget_waiting(self.desk, work, caller, person_id, traces, now)
            bridge(self.desk, work, caller, person_id, now)
            work.people.erase(person_id, now)
            entries = work.ledger.forget(person_id)
            work.family_doors.erase(person_id)
            for kept in (work.pending_answers, work.paper_forms, work.received_records):
                kept.drop_of(person_id)
            for signatory_id in signatory_ids:
                work.family_doors.erase(signatory_id)
                work.signatories.erase(signatory_id)
                entries += work.ledger.forget(PersonId(signatory_id))
            payload = {
                "person_id": person_id,
                "signatories": len(signatory_ids),
                "entries": entries,
                "texts": texts,
            }
            entry_id = self.desk.record.append(
                work, caller, EntryKind.PERSON_ERASED, now, payload, [person_id]
            )
            self.aftermath.of_erasure(work, caller, person_id)
            work.commit()
        return entry_id

    def _refuse_if_needed(
        self, work: UnitOfWork, caller: Caller, person: PersonRecord, now: datetime
    ) -> None:
        """
        Refuse while a legal hold reaches the person, or a no would be lost.
        """
        need = need_of(work, self.law, caller, person, now)
        if need.is_kept:
            message = "A legal hold keeps what is recorded here; ask the legal contact to lift it."
            raise Conflict(message)
        if need.speaks_alone and not self.again:
            message = (
                "A no, a hold or an order stands on this record of the person alone: enter it"
                " on the one that stays first."
            )
            raise Conflict(message)


def _traces(work: UnitOfWork, person_id: PersonId, signatory_ids: Sequence[SignatoryId]) -> Traces:
    """
    Give every name by which a text may know those who are erased, former ones too.
    """
    people = [each.record for each in work.people.history(person_id)]
    others = [
        version.record for each in signatory_ids for version in work.signatories.history(each)
    ]
    names = [
        NameEntry(each.id, each.given_name, each.family_name, each.aliases, frozenset())
        for each in people
    ]
    names += [
        NameEntry(each.id, each.given_name, each.family_name, (), frozenset()) for each in others
    ]
    addresses = {each.email for each in people} | {each.email for each in others}
    return Traces(names, addresses)
