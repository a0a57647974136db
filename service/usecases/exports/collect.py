"""
Collect what an export is about, out of the log and the tables.

The log says what happened; each record that an entry tells of is read from today's
tables, so that the verifier can hold one against the other.  Rows of the tables that
no entry tells of go in too: the log convicts them.
"""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from service.decision.ids import (
    ActId,
    ChannelId,
    CheckId,
    ComplaintId,
    FormVersionId,
    PersonId,
    PublicationId,
    SignatoryId,
)
from service.errors import NotFound
from service.ledger.canonical import instant
from service.ledger.entry import EntryKind
from service.records.complaints import ExportScope
from service.records.paging import every
from service.usecases.caller import Caller
from service.usecases.complaints.standing import ComplaintStory
from service.usecases.exports.collected import Collected
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.people import seen_person
from service.usecases.stories import leaves_of_publication

BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
INSTANT = timedelta(microseconds=1)
COMPLAINT_KINDS = (
    EntryKind.COMPLAINT_FILED,
    EntryKind.COMPLAINT_NOTED,
    EntryKind.COMPLAINT_CLOSED,
)


@dataclass(frozen=True, slots=True)
class Collector:
    """
    Collect in one transaction that only reads, as known at one instant.
    """

    work: UnitOfWork
    caller: Caller
    scope: ExportScope
    at: datetime

    def __call__(self) -> Collected:
        """
        Give everything.

        Raises:
            NotFound: What it is about is not there for this caller.
        """
        house = self.work.organisations.current()
        whole = self.scope.include_others or self.scope.is_about_everyone
        collected = Collected(house, whole)
        if self.scope.is_about_everyone:
            self._add_period(collected)
        if self.scope.complaint_id is not None:
            self._add_complaint(collected, self.scope.complaint_id)
        if self.scope.publication_id is not None:
            self._add_publication(collected, self.scope.publication_id)
        if self.scope.person_id is not None:
            self._add_person(collected, self.scope.person_id)
        self._add_records(collected)
        self._add_surroundings(collected)
        return collected

    def _add_person(self, collected: Collected, person_id: PersonId) -> None:
        """
        Add one person: their entries, and rows that no entry may tell of.
        """
        collected.subjects[person_id] = seen_person(self.work, self.caller, person_id)
        collected.add_leaves(self.work.ledger.leaves_about(person_id))
        collected.authorities += self.work.authorities.list_of(person_id)
        for act in self.work.acts.list_of(person_id, self.at):
            collected.acts[act.id] = act
        for publication in every(self.work.publications.list_page, self.at, person_id=person_id):
            collected.publications[publication.id] = publication
        for check in every(self.work.checks.list_page, self.at, person_id=person_id):
            collected.checks[check.id] = check

    def _add_publication(
        self, collected: Collected, publication_id: PublicationId, only: set[str] | None = None
    ) -> None:
        """
        Add one publication, and the person in it if it shows one, or all are wanted.

        Of *only* whom a complaint is about: whoever complains about a picture of
        somebody else, or has not been asked of whom, is told nothing more about them.
        """
        publication = self.work.publications.get(publication_id)
        collected.publications[publication.id] = publication
        collected.add_leaves(leaves_of_publication(self.work, publication_id))
        if self.scope.include_others or len(publication.person_ids) == 1:
            for person_id in publication.person_ids:
                is_wanted = self.scope.include_others or only is None or person_id in only
                if is_wanted and self.work.people.find(person_id) is not None:
                    self._add_person(collected, person_id)

    def _add_complaint(self, collected: Collected, complaint_id: ComplaintId) -> None:
        """
        Add a complaint with whom and what it is about.
        """
        complaint = self.work.complaints.get(complaint_id)
        events = self.work.complaints.events_of(complaint_id)
        known = tuple(each for each in events if each.recorded_at <= self.at)
        story = ComplaintStory(complaint, known)
        collected.complaints[complaint.id] = complaint
        collected.asked_about = complaint.id
        for kind in COMPLAINT_KINDS:
            collected.add_leaves(
                [
                    leaf
                    for leaf in self.work.ledger.leaves_of_kind(kind)
                    if f'"{complaint_id}"'.encode() in (leaf.entry or b"")
                ]
            )
        person_id = story.person_id
        if story.publication_id is not None:
            about = {str(person_id)} if person_id else set[str]()
            self._add_publication(collected, story.publication_id, about)
        if person_id is not None and self.work.people.find(person_id) is not None:
            self._add_person(collected, person_id)

    def _add_period(self, collected: Collected) -> None:
        """
        Add everything that was recorded in a period.
        """
        from_at, until_at = self.scope.from_at or BEGINNING, self.scope.until_at or self.at
        collected.add_leaves(list(self.work.ledger.leaves_between(from_at, until_at)))
        about = {
            each for entry in collected.entries.values() for each in entry.content["person_ids"]
        }
        for person_id in sorted(about):
            person = self.work.people.find(person_id)
            if person is not None:
                collected.subjects[PersonId(person_id)] = person
                collected.authorities += self.work.authorities.list_of(PersonId(person_id))

    def _add_records(self, collected: Collected) -> None:
        """
        Add the record that each entry tells of, unless it is gone.
        """
        for entry in collected.entries.values():
            try:
                self._add_record(collected, entry.kind.partition(":")[0], entry.payload)
            except NotFound:
                continue  # the verifier says so
        for publication_id in collected.publications:
            collected.publication_events += [
                each
                for each in self.work.publications.events_of(PublicationId(publication_id))
                if each.recorded_at <= self.at
            ]
        for complaint_id in collected.complaints:
            collected.complaint_events += [
                each
                for each in self.work.complaints.events_of(ComplaintId(complaint_id))
                if each.recorded_at <= self.at
            ]
        self._add_erased(collected)

    def _add_erased(self, collected: Collected) -> None:
        """
        Add the leaves of events whose entries were erased: only instants find them.
        """
        told = {entry.content["recorded_at"] for entry in collected.entries.values()}
        instants = [each.recorded_at for each in collected.publication_events]
        instants += [each.recorded_at for each in collected.complaint_events]
        for at in instants:
            if instant(at) not in told:
                found = self.work.ledger.leaves_between(at, at + INSTANT)
                collected.add_leaves([leaf for leaf in found if leaf.entry is None])

    def _add_record(self, collected: Collected, subject: str, payload: object) -> None:
        told = payload if isinstance(payload, dict) else {}
        if subject == "consent" and told["act"]["id"] not in collected.acts:
            act = self.work.acts.get(ActId(told["act"]["id"]))
            collected.acts[act.id] = act
        if subject == "check" and told["check_id"] not in collected.checks:
            check = self.work.checks.get(CheckId(told["check_id"]))
            collected.checks[check.id] = check
        if subject == "publication" and "publication" in told:
            publication = self.work.publications.get(PublicationId(told["publication"]["id"]))
            collected.publications[publication.id] = publication
        if subject == "complaint" and "complaint" in told:
            complaint = self.work.complaints.get(ComplaintId(told["complaint"]["id"]))
            collected.complaints[complaint.id] = complaint

    def _add_surroundings(self, collected: Collected) -> None:
        """
        Add what acts rest on: forms and evidence.
        """
        for act in collected.acts.values():
            if act.form_version_id not in {None, *collected.versions}:
                with suppress(NotFound):
                    version_id = FormVersionId(str(act.form_version_id))
                    collected.versions[version_id] = self.work.forms.get_version(version_id)
            if act.evidence_id is not None:
                with suppress(NotFound):  # the verifier says so
                    collected.evidence[act.id] = self.work.acts.get_evidence(act.evidence_id)
        self._add_people_around(collected)

    def _add_people_around(self, collected: Collected) -> None:
        """
        Add those who answered for the subjects, and the channels by name.
        """
        holders = {each.signatory_id for each in collected.acts.values()}
        holders |= {each.authority.signatory_id for each in collected.authorities}
        for signatory_id in sorted(holders - collected.subject_ids):
            signatory = self.work.signatories.find(SignatoryId(signatory_id))
            if signatory is not None:
                collected.signatories[signatory_id] = signatory
        for channel_id in sorted(_channels(collected)):
            channel = self.work.channels.find(ChannelId(channel_id))
            if channel is not None:
                collected.channels[channel_id] = channel


def check_there(work: UnitOfWork, caller: Caller, scope: ExportScope) -> None:
    """
    Pass when everything that is named is there for the caller.

    Raises:
        NotFound: It is not.
    """
    if scope.person_id is not None:
        seen_person(work, caller, scope.person_id)
    if scope.publication_id is not None:
        work.publications.get(scope.publication_id)
    if scope.complaint_id is not None:
        work.complaints.get(scope.complaint_id)


def _channels(collected: Collected) -> Iterable[str]:
    """
    Give every channel that is named anywhere.
    """
    named = {each for act in collected.acts.values() for each in act.channel_ids}
    named |= {each.channel_id for each in collected.publications.values()}
    for check in collected.checks.values():
        named |= set(check.outcome["channels"])
    return named
