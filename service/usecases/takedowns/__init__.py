"""
See to it that what may not be shown comes down (domain section 2.7).

Whoever writes something that can take a yes away (an answer, a hold, who is in a photo,
an erasure) calls `Consequences`, which it knows as the port `Aftermath`, in the same
transaction.  Proposals are cancelled (`proposals/`); about every live publication of the
people concerned, re-shares too, the rule book is asked again, and a task opens for each
that could not be published any more.  What nobody reports (somebody came of age, a yes
ran out) is found by `SweepTakedowns`, a day later at most.  `FollowCopies` finds what is
live of copies of a photo that is held.

A task is done when its publication is down: `FinishTakedown` and `TakeDownPublication`
write the same event.  Overdue is computed, never stored.  Nothing here says of whom a
task is, nor why.  Start reading in `open_takedowns.py`.
"""

from service.usecases.takedowns.consequences import Consequences
from service.usecases.takedowns.finish_takedown import FinishDetails
from service.usecases.takedowns.follow_copies import FollowCopies
from service.usecases.takedowns.open_takedowns import OpenTakedowns
from service.usecases.takedowns.pending import pending_takedowns
from service.usecases.takedowns.tasks import Task
from service.usecases.takedowns.verbs import TakedownVerbs, takedown_verbs

__all__ = [
    "Consequences",
    "FinishDetails",
    "FollowCopies",
    "OpenTakedowns",
    "TakedownVerbs",
    "Task",
    "pending_takedowns",
    "takedown_verbs",
]
