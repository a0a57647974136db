"""
Put together what somebody's answer was, for them to keep.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from service.decision.channels import Channel
from service.decision.consents import ConsentAct
from service.decision.ids import ChannelId, FormVersionId, GroupId, PersonId, SignatoryId
from service.decision.terms import Matter
from service.ledger.entry import EntryKind
from service.records.families import ReceiptRecord
from service.records.mail import Attachment, Gap, LetterKind
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.families.letters import Writing
from service.usecases.families.records import Told, receipt_document
from service.usecases.families.restraint import is_hidden
from service.usecases.families.telling import FamilyNotices
from service.usecases.ports.work import UnitOfWork

_ALL = frozenset(Matter) - {Matter.FIRST_NAME}
"""With the first name or without: a no to the name is one to it, and older acts have only that."""
_EVERYWHERE = "answer:everywhere"


@dataclass(frozen=True, slots=True)
class StaffReceipts:
    """
    Give a receipt to somebody whose answer the staff entered.
    """

    desk: Desk
    notices: FamilyNotices

    def issue(
        self,
        work: UnitOfWork,
        caller: Caller,
        acts: Sequence[ConsentAct],
        shown_in: str,
        now: datetime,
    ) -> tuple[ReceiptRecord, bool]:
        """
        Write the receipt and its line, and send it to whoever can be reached.

        The others who have a say are told that an answer changed.
        """
        first, places = acts[0], places_of(work, acts)
        versions = {each.form_version_id for each in acts} - {None}
        spoken = dict.fromkeys(map(str, versions), shown_in) if shown_in else {}
        withdraw_at = self.notices.mail.start(work.organisations.current())
        writing = Issuing(acts, spoken, shown_in, withdraw_at, now)
        receipt = written_receipt(self.desk, work, caller, writing)
        self.notices.changed(work, first.person_id, first.signatory_id, now)
        return receipt, self._sent(work, receipt, acts, places)

    def _sent(
        self,
        work: UnitOfWork,
        receipt: ReceiptRecord,
        acts: Sequence[ConsentAct],
        places: Mapping[str, str],
    ) -> bool:
        """
        Send their copy to whoever answered, if they can be reached.

        While a hold protects the person it waits, and looks as if no address were known.
        """
        reached = work.family_doors.reach(SignatoryId(receipt.signatory_id))
        person = work.people.find(receipt.person_id)
        if reached is None or person is None or not self.notices.mail.reaches(reached):
            return False
        zone = ZoneInfo(work.organisations.current().time_zone)
        values: dict[str, Gap] = {
            "person": person.given_name,
            "moment": receipt.recorded_at.astimezone(zone),
            "answers": told_acts(acts, places),
        }
        copy = Attachment(
            f"obstat-{receipt.id}.json", "application/ld+json", receipt.document.encode()
        )
        writing = Writing(
            LetterKind.FAMILY_RECEIPT,
            values,
            (receipt.person_id,),
            attachments=(copy,),
            is_unasked=True,
        )
        self.notices.mail.send(work, reached, writing, receipt.recorded_at)
        return not is_hidden(work, self.notices.law, person.id, receipt.recorded_at)


@dataclass(frozen=True, slots=True)
class Issuing:
    """
    What a receipt is written from.
    """

    acts: Sequence[ConsentAct]
    spoken: Mapping[str, str]
    """In which language each version of a form was shown."""
    language: str
    """What the reader reads; empty where nobody said."""
    withdraw_at: str
    at: datetime


def written_receipt(
    desk: Desk, work: UnitOfWork, caller: Caller, issuing: Issuing
) -> ReceiptRecord:
    """
    Write a receipt and its digest into the log, whoever answered.
    """
    first = issuing.acts[0]
    versions = {each.form_version_id for each in issuing.acts} - {None}
    told = Told(
        work.organisations.current(),
        channels_of(work, issuing.acts),
        groups_of(work, issuing.acts),
        {str(each): work.forms.get_version(FormVersionId(str(each))) for each in versions},
        issuing.spoken,
        issuing.withdraw_at,
    )
    receipt_id = desk.new_id()
    document = receipt_document(receipt_id, issuing.acts, told)
    payload = {
        "receipt_id": receipt_id,
        "sha256": hashlib.sha256(document.encode()).hexdigest(),
        "act_ids": [each.id for each in issuing.acts],
    }
    concerned = [first.person_id, PersonId(first.signatory_id)]
    kind = EntryKind.FAMILY_RECEIPT_ISSUED
    entry_id = desk.record.append(work, caller, kind, issuing.at, payload, concerned)
    receipt = ReceiptRecord(
        receipt_id,
        first.signatory_id,
        first.person_id,
        entry_id,
        issuing.at,
        issuing.language,
        document,
    )
    work.receipts.add(receipt)
    return receipt


def channels_of(work: UnitOfWork, acts: Sequence[ConsentAct]) -> dict[ChannelId, Channel]:
    """
    Give the channels that acts name, as they are now.
    """
    wanted = sorted({each for act in acts for each in act.channel_ids})
    found = (work.channels.find(each) for each in wanted)
    return {each.channel.id: each.channel for each in found if each is not None}


def places_of(work: UnitOfWork, acts: Sequence[ConsentAct]) -> dict[str, str]:
    """
    Give the names of the channels and groups of acts, as they are now.
    """
    named = {str(each.id): each.name for each in channels_of(work, acts).values()}
    return named | {str(each): name for each, name in groups_of(work, acts).items()}


def groups_of(work: UnitOfWork, acts: Sequence[ConsentAct]) -> dict[GroupId, str]:
    """
    Give the names of the groups that acts name, as they are now.
    """
    wanted = sorted({each for act in acts for each in act.group_ids})
    found = (work.channel_groups.find(each) for each in wanted)
    return {GroupId(each.id): each.name for each in found if each is not None}


def told_acts(acts: Sequence[ConsentAct], places: Mapping[str, str]) -> str:
    """
    Write acts as lines of a letter; a no everywhere stands first.
    """
    everywhere: list[str] = []
    by_place: dict[str, list[str]] = {}
    for act in acts:
        answer = f"answer:{'yes' if act.is_yes else 'no' if act.is_no else 'not_now'}"
        matters = () if act.is_no and act.matters >= _ALL else sorted(act.matters)
        said = [f"matter:{each.value} {answer}" for each in matters] or [answer]
        if act.everywhere:
            everywhere += said
        for place in (*sorted(act.group_ids), *sorted(act.channel_ids)):
            if place in places:
                by_place.setdefault(places[place], []).extend(said)
    lines = [f"{_EVERYWHERE} · {', '.join(dict.fromkeys(everywhere))}"] if everywhere else []
    lines += [f"{name} · {', '.join(said)}" for name, said in by_place.items()]
    return "\n".join(lines)
