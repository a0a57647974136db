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
from service.usecases.consents.enter_answer import AnswerEntered
from service.usecases.consents.entered import AnswerLine, EnteredAnswer
from service.usecases.consents.open_sheet import Sheet
from service.usecases.consents.pending import pending_confirmations
from service.usecases.consents.pending_answers import Waiting
from service.usecases.consents.record_consent import RecordConsent
from service.usecases.consents.show_acts import RecordedAct
from service.usecases.consents.verbs import ConsentVerbs, consent_verbs
from service.usecases.consents.withdraw_consent import WithdrawConsent

__all__ = [
    "AnswerEntered",
    "AnswerLine",
    "ConsentDetails",
    "ConsentVerbs",
    "EnteredAnswer",
    "EvidenceDetails",
    "Reach",
    "RecordConsent",
    "RecordedAct",
    "Sheet",
    "Signing",
    "StopDetails",
    "Waiting",
    "WithdrawConsent",
    "consent_verbs",
    "pending_confirmations",
]
