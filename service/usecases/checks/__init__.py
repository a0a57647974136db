"""
Ask whether something may be published; read earlier answers again.

`check_post.py` walks one question through the rooms: `question` (what is asked),
`looking` (files -> what is seen in them), `kept` (the same of photos named by id),
`recognise` (-> registered photos), `gathering` (everything the rules may
know; whom words name: `read_names`, `read_documents`), `service.decision` (the verdict),
`outcome` (plain values to store).  `budget` says how much anybody may ask in an hour, and
`used_up` tells who asked more.
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
