"""
Hold the verbs about answers: recorded, entered by staff, taken back.
"""

from dataclasses import dataclass

from service.decision.jurisdiction import Jurisdictions
from service.usecases.consents.attach_evidence import AttachEvidence
from service.usecases.consents.enter_answer import EnterAnswer
from service.usecases.consents.get_consent import GetConsent
from service.usecases.consents.get_evidence import GetEvidence
from service.usecases.consents.invalidate_consent import InvalidateConsent
from service.usecases.consents.list_consents import ListConsents
from service.usecases.consents.open_sheet import OpenSheet
from service.usecases.consents.pending_answers import (
    ConfirmAnswer,
    DeclineAnswer,
    GetPendingEvidence,
    ListPendingAnswers,
)
from service.usecases.consents.record_consent import RecordConsent
from service.usecases.consents.revoke_consent import RevokeConsent
from service.usecases.consents.show_acts import ShowActs
from service.usecases.consents.withdraw_consent import WithdrawConsent
from service.usecases.desk import Desk
from service.usecases.notices import TellStaff
from service.usecases.ports.aftermath import Aftermath
from service.usecases.ports.receipts import Notices, Receipts


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentVerbs:
    """
    Every such verb as a field: `registry.consents.enter_answer`.
    """

    record_consent: RecordConsent
    withdraw_consent: WithdrawConsent
    revoke_consent: RevokeConsent
    invalidate_consent: InvalidateConsent
    attach_evidence: AttachEvidence
    get_evidence: GetEvidence
    get_consent: GetConsent
    list_consents: ListConsents
    show_acts: ShowActs
    open_sheet: OpenSheet
    enter_answer: EnterAnswer
    list_pending_answers: ListPendingAnswers
    get_pending_evidence: GetPendingEvidence
    confirm_answer: ConfirmAnswer
    decline_answer: DeclineAnswer


def consent_verbs(
    desk: Desk,
    law: Jurisdictions,
    aftermath: Aftermath,
    receipts: Receipts,
    notices: Notices,
    tell: TellStaff,
) -> ConsentVerbs:
    """
    Give each verb its ports.
    """
    record_consent = RecordConsent(desk, aftermath, receipts)
    return ConsentVerbs(
        record_consent=record_consent,
        withdraw_consent=WithdrawConsent(desk, aftermath, receipts),
        revoke_consent=RevokeConsent(desk, aftermath, notices),
        invalidate_consent=InvalidateConsent(desk, aftermath, notices),
        attach_evidence=AttachEvidence(desk),
        get_evidence=GetEvidence(desk),
        get_consent=GetConsent(desk),
        list_consents=ListConsents(desk),
        show_acts=ShowActs(desk),
        open_sheet=OpenSheet(desk, law),
        enter_answer=EnterAnswer(desk, record_consent, receipts, tell),
        list_pending_answers=ListPendingAnswers(desk),
        get_pending_evidence=GetPendingEvidence(desk),
        confirm_answer=ConfirmAnswer(desk, record_consent, receipts),
        decline_answer=DeclineAnswer(desk),
    )
