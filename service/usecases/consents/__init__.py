"""
Verbs about consents: answered, taken back, stopped, declared void.

An act is never changed; a later one speaks instead.  `act_details.py` says what can
be told; `intake.py`, `signing.py`, `signers.py`, `asked.py` and `reach.py` refuse
what cannot be; `writing.py` writes the act with its evidence and its ledger line.
Start reading at `record_consent.py`.

Saying no is never harder than saying yes: a form, a proof, a witness, a reason are
asked for a yes only.
"""

from service.usecases.consents.act_details import (
    ConsentDetails,
    EvidenceDetails,
    Reach,
    Signing,
    StopDetails,
)
from service.usecases.consents.attach_evidence import AttachEvidence
from service.usecases.consents.enter_answer import AnswerEntered
from service.usecases.consents.entered import BY_STAFF, AnswerLine, EnteredAnswer
from service.usecases.consents.entering import EnteringVerbs, entering_verbs
from service.usecases.consents.get_consent import GetConsent
from service.usecases.consents.get_evidence import GetEvidence
from service.usecases.consents.invalidate_consent import InvalidateConsent
from service.usecases.consents.list_consents import ListConsents
from service.usecases.consents.open_sheet import Sheet, SheetRow
from service.usecases.consents.pending_answers import Waiting
from service.usecases.consents.record_consent import RecordConsent
from service.usecases.consents.revoke_consent import RevokeConsent
from service.usecases.consents.show_acts import RecordedAct
from service.usecases.consents.withdraw_consent import WithdrawConsent

__all__ = [
    "BY_STAFF",
    "AnswerEntered",
    "AnswerLine",
    "AttachEvidence",
    "ConsentDetails",
    "EnteredAnswer",
    "EnteringVerbs",
    "EvidenceDetails",
    "GetConsent",
    "GetEvidence",
    "InvalidateConsent",
    "ListConsents",
    "Reach",
    "RecordConsent",
    "RecordedAct",
    "RevokeConsent",
    "Sheet",
    "SheetRow",
    "Signing",
    "StopDetails",
    "Waiting",
    "WithdrawConsent",
    "entering_verbs",
]
