"""
Hold the verbs by which staff see and enter answers of others.
"""

from dataclasses import dataclass

from service.decision.jurisdiction import Jurisdictions
from service.usecases.consents.enter_answer import EnterAnswer
from service.usecases.consents.open_sheet import OpenSheet
from service.usecases.consents.pending_answers import (
    ConfirmAnswer,
    DeclineAnswer,
    GetPendingEvidence,
    ListPendingAnswers,
)
from service.usecases.consents.record_consent import RecordConsent
from service.usecases.consents.show_acts import ShowActs
from service.usecases.desk import Desk
from service.usecases.ports.aftermath import Aftermath
from service.usecases.ports.receipts import Notices, Receipts


@dataclass(frozen=True, slots=True, kw_only=True)
class EnteringVerbs:
    """
    Every such verb as a field: `registry.entering.enter_answer`.
    """

    show_acts: ShowActs
    open_sheet: OpenSheet
    enter_answer: EnterAnswer
    list_pending_answers: ListPendingAnswers
    get_pending_evidence: GetPendingEvidence
    confirm_answer: ConfirmAnswer
    decline_answer: DeclineAnswer


def entering_verbs(
    desk: Desk, law: Jurisdictions, aftermath: Aftermath, receipts: Receipts, notices: Notices
) -> EnteringVerbs:
    """
    Give each verb its ports.
    """
    record_consent = RecordConsent(desk, aftermath, notices)
    return EnteringVerbs(
        show_acts=ShowActs(desk),
        open_sheet=OpenSheet(desk, law),
        enter_answer=EnterAnswer(desk, record_consent, receipts),
        list_pending_answers=ListPendingAnswers(desk),
        get_pending_evidence=GetPendingEvidence(desk),
        confirm_answer=ConfirmAnswer(desk, record_consent, receipts),
        decline_answer=DeclineAnswer(desk),
    )
