"""
Ask whether something may be published; read earlier answers again.

`check_post.py` walks one question (`question.py`) through the rooms:

    looking.py    files -> what is seen in them, before the transaction; kept.py: the same
                  of photos named by their ids
    examine.py    the rest of the walk, in the transaction, shared by whoever publishes:
    recognise.py    what was seen -> registered photos
    gathering.py    everything the rules may know; asked_channel.py: where; read_names.py,
                    read_documents.py: whom words name; uses.py: what else is used
                    `service.decision` gives the verdicts
    outcome.py      verdicts -> plain values to store

`budget.py` says how much anybody may ask in an hour, and `used_up.py` tells who asked
more.  `judging.py` asks the same of what is live or planned, without a question of
anybody; `of_unit.py` says what of that is a unit's.  `list_usable_channels.py`,
`read_checks.py`, `get_seen_photo.py` and `replay_check.py` are the other verbs;
`verbs.py` puts all of them together.
"""

from service.usecases.checks.budget import Budget
from service.usecases.checks.examine import Examiner
from service.usecases.checks.gathering import Gatherer
from service.usecases.checks.kept import KeptLooker
from service.usecases.checks.looking import Looker, Rules
from service.usecases.checks.question import CheckQuestion, Upload
from service.usecases.checks.replay_check import Replay
from service.usecases.checks.used_up import Alarm, UsedUp, pending_used_up
from service.usecases.checks.verbs import CheckVerbs, check_verbs

__all__ = [
    "Alarm",
    "Budget",
    "CheckQuestion",
    "CheckVerbs",
    "Examiner",
    "Gatherer",
    "KeptLooker",
    "Looker",
    "Replay",
    "Rules",
    "Upload",
    "UsedUp",
    "check_verbs",
    "pending_used_up",
]
