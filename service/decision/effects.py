"""
Say what each kind of hold does (rows X1, M5; GDPR 18 and 21).
"""

from service.decision.terms import HoldKind
from service.decision.verdict import Code, Effect

HOLD_EFFECTS = {
    HoldKind.SAFEGUARDING: (Code.SAFEGUARDING, Effect.DENY),
    HoldKind.SAFEGUARDING_CAUTION: (Code.SAFEGUARDING, Effect.ASK),
    HoldKind.LEGAL: (Code.LEGAL_HOLD, Effect.STOP),
    HoldKind.CRISIS: (Code.CRISIS, Effect.STOP),
    HoldKind.RESTRICTION: (Code.RESTRICTED, Effect.ASK),
    HoldKind.OBJECTION: (Code.OBJECTION_OPEN, Effect.DENY),
}
