"""
Verbs about how long things are kept, and about what must not come back.

A plan is shown first and has a digest; what is applied is what was shown.  A legal hold
always wins.  Start reading at `planning.py`.
"""

from service.usecases.retention.planning import Plan, PlannedClass
from service.usecases.retention.reapply_erasures import Reapplied
from service.usecases.retention.verbs import RetentionVerbs, retention_verbs

__all__ = [
    "Plan",
    "PlannedClass",
    "Reapplied",
    "RetentionVerbs",
    "retention_verbs",
]
