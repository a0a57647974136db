"""
Save what somebody answered: all of it at once, or nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from service.decision.consents import ConsentAct
from service.decision.ids import FormVersionId, PersonId
from service.errors import Conflict, InvalidInput
from service.records.families import ReceiptRecord
from service.records.mail import Attachment, Gap, LetterKind
from service.usecases.caller import Idempotency
from service.usecases.consents import (
    ConsentDetails,
    Reach,
    RecordConsent,
    StopDetails,
    WithdrawConsent,
)
from service.usecases.consents.writing import has_answered_since
from service.usecases.desk import Desk
from service.usecases.families.cards import Choice, PersonMatters
from service.usecases.families.choices import (
    Answers,
    Change,
    acts_of,
    changes_of,
    language_of,
)
from service.usecases.families.doors import Family
from service.usecases.families.issuing import Issuing, places_of, told_acts, written_receipt
from service.usecases.families.letters import FamilyMail, Writing
from service.usecases.families.show_matters import ShowMatters
from service.usecases.families.telling import FamilyNotices
from service.usecases.plain import digest_of
from service.usecases.ports.work import UnitOfWork
from service.usecases.recording import keep, recall


@dataclass(frozen=True, slots=True)
class Answer:
    """
    Save what somebody answered.
    """

    desk: Desk
    record_consent: RecordConsent
    withdraw_consent: WithdrawConsent
    show_matters: ShowMatters
    mail: FamilyMail
    notices: FamilyNotices

    def __call__(
        self, family: Family, person_id: PersonId, answers: Answers, language: str, once: str
    ) -> ReceiptRecord:
        """
        Record every change in one transaction, and give the receipt.

        When this returns, everything survives `kill -9` and power loss, and the next
        check sees it.  Nobody is asked for a reason.

        Args:
            language: What the person reads; the words of the form are shown in it.

            once: What the page was given: sent twice, it saves once.

        Raises:
            NotFound: They do not speak for anybody with this id.
            InvalidInput: Nothing changes, or something is not asked.
            Conflict: A form has changed since it was shown, or it says yes again and
                something else was answered since it was sent.
        """
        digest = bytes.fromhex(digest_of(plain_answers(person_id, answers)))
        caller = replace(family.caller, idempotency=Idempotency(once, digest))
        with self.desk.database.begin(family.organisation_id) as work:
            now = self.desk.now_alone(work)
            sent_before = recall(work, caller)
            matters = self.show_matters.one_within(work, family, person_id)
            changes = changes_of(matters, answers)
            is_nothing = not changes and not answers.nowhere and answers.off is None
            if sent_before is not None:
                receipt = work.receipts.get(sent_before)
                if is_nothing or not _is_overtaken(work, receipt, changes):
                    return receipt
            if is_nothing:
                raise InvalidInput("Nothing changes by this.", field="choices")
            languages = _languages(changes, language)
            acts = [
                self._written(work, family, each, now)
                for each in _told(matters, family, answers, changes, languages)
            ]
            receipt = self._issued(work, family, acts, languages, language, now)
            if sent_before is None:
                keep(work, caller, receipt.id, now)
            self._told_to_all(work, family, matters, acts, receipt)
            work.commit()
        return receipt

    def _written(
        self, work: UnitOfWork, family: Family, told: ConsentDetails | StopDetails, now: datetime
    ) -> ConsentAct:
        """
        Write one act.
        """
        if isinstance(told, StopDetails):
            return self.withdraw_consent.within(work, family.caller, told, now)
        return self.record_consent.within(work, family.caller, told, now)

    def _issued(
        self,
        work: UnitOfWork,
        family: Family,
        acts: list[ConsentAct],
        languages: dict[FormVersionId, str],
        language: str,
        now: datetime,
    ) -> ReceiptRecord:
        """
        Write the receipt, in what each form was shown.
        """
        spoken = {str(key): value for key, value in languages.items()}
        withdraw_at = self.mail.start(work.organisations.current())
        issuing = Issuing(acts, spoken, language, withdraw_at, now)
        return written_receipt(self.desk, work, family.caller, issuing)

    def _told_to_all(
        self,
        work: UnitOfWork,
        family: Family,
        matters: PersonMatters,
        acts: Sequence[ConsentAct],
        receipt: ReceiptRecord,
    ) -> None:
        """
        Send the signatory their copy, and tell the others that something changed.
        """
        house = work.organisations.current()
        reached = work.family_doors.reach(family.signatory_id)
        self.notices.changed(work, matters.person_id, family.signatory_id, receipt.recorded_at)
        if reached is None:
            return
        reached = replace(reached, language=receipt.language or reached.language)
        local = receipt.recorded_at.astimezone(ZoneInfo(house.time_zone))
        values: dict[str, Gap] = {
            "person": matters.given_name,
            "moment": local,
            "answers": told_acts(acts, places_of(work, acts)),
        }
        copy = Attachment(
            f"obstat-{receipt.id}.json", "application/ld+json", receipt.document.encode()
        )
        writing = Writing(
            LetterKind.FAMILY_RECEIPT, values, (matters.person_id,), attachments=(copy,)
        )
        self.mail.send(work, reached, writing, receipt.recorded_at)


def _is_overtaken(work: UnitOfWork, receipt: ReceiptRecord, changes: Sequence[Change]) -> bool:
    """
    Tell whether the signatory answered since a page was sent that comes again.

    Who goes back to it and sends it once more means it: a no counts anew, instead of
    being thanked for and lost.

    Raises:
        Conflict: It says yes to something: that may be older than a no.
    """
    is_overtaken = has_answered_since(
        work, receipt.person_id, receipt.signatory_id, receipt.recorded_at
    )
    if is_overtaken and any(each.after is Choice.YES for each in changes):
        raise Conflict("Something was answered since this page was sent: please look again.")
    return is_overtaken


def plain_answers(person_id: PersonId, answers: Answers) -> object:
    """
    Give answers as plain values, to tell a repetition from another request.
    """
    choices = sorted(
        f"{channel_id}/{matter.value}={choice.value}"
        for (channel_id, matter), choice in answers.choices.items()
    )
    return {
        "person_id": person_id,
        "nowhere": answers.nowhere,
        "again": answers.again,
        "off": answers.off,
        "choices": choices,
    }


def _languages(changes: tuple[Change, ...], wanted: str) -> dict[FormVersionId, str]:
    """
    Say in which language each form was shown.
    """
    forms = (each.question.form for each in changes)
    return {each.version.id: language_of(each, wanted) for each in forms if each is not None}


def _told(
    matters: PersonMatters,
    family: Family,
    answers: Answers,
    changes: tuple[Change, ...],
    languages: dict[FormVersionId, str],
) -> Iterator[ConsentDetails | StopDetails]:
    """
    Give the acts; a no everywhere is one act, which reaches what is yet to come.
    """
    if answers.nowhere:
        yield StopDetails(matters.person_id, family.signatory_id)
        return
    if answers.off is not None:
        reach = Reach(channels=(answers.off,))
        yield StopDetails(matters.person_id, family.signatory_id, reach)
        return
    yield from acts_of(matters, family.signatory_id, changes, languages)
