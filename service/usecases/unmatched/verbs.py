"""
Hold the verbs about answers that wait for a name.
"""

from dataclasses import dataclass

from service.usecases.consents.record_consent import RecordConsent
from service.usecases.desk import Desk
from service.usecases.notices import TellStaff
from service.usecases.ports.aftermath import Aftermath
from service.usecases.ports.receipts import Receipts
from service.usecases.unmatched.doubting import Doubts
from service.usecases.unmatched.read_unmatched import (
    GetUnmatched,
    GetUnmatchedEvidence,
    ListUnmatched,
)
from service.usecases.unmatched.receive_answer import ReceiveAnswer
from service.usecases.unmatched.settle_answer import DiscardUnmatched, ResolveUnmatched


@dataclass(frozen=True, slots=True, kw_only=True)
class UnmatchedVerbs:
    """
    Every such verb as a field: `registry.unmatched.receive_answer`.
    """

    receive_answer: ReceiveAnswer
    list_unmatched: ListUnmatched
    get_unmatched: GetUnmatched
    get_unmatched_evidence: GetUnmatchedEvidence
    resolve_unmatched: ResolveUnmatched
    discard_unmatched: DiscardUnmatched


def unmatched_verbs(
    desk: Desk, aftermath: Aftermath, receipts: Receipts, tell: TellStaff
) -> UnmatchedVerbs:
    """
    Give each verb its ports.
    """
    record_consent = RecordConsent(desk, aftermath, receipts)
    return UnmatchedVerbs(
        receive_answer=ReceiveAnswer(desk, record_consent, receipts, Doubts(desk), tell),
        list_unmatched=ListUnmatched(desk),
        get_unmatched=GetUnmatched(desk),
        get_unmatched_evidence=GetUnmatchedEvidence(desk),
        resolve_unmatched=ResolveUnmatched(desk, record_consent, receipts),
        discard_unmatched=DiscardUnmatched(desk),
    )
