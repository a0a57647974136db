"""
Ask whether something may be published; read earlier answers again.

`check_post.py` walks one question through the rooms: `question` (what is asked),
`looking` (files -> what is seen in them), `kept` (the same of photos named by id),
`recognise` (-> registered photos), `gathering` (everything the rules may
know; whom words name: `read_names`, `read_documents`), `service.decision` (the verdict),
`outcome` (plain values to store).
"""

from service.usecases.checks.budget import Budget
from service.usecases.checks.check_post import CheckPost
from service.usecases.checks.examine import Examiner
from service.usecases.checks.gathering import Gatherer
from service.usecases.checks.get_seen_photo import GetSeenPhoto
from service.usecases.checks.kept import KeptLooker
from service.usecases.checks.list_usable_channels import ListUsableChannels, UsableChannels
from service.usecases.checks.looking import Looker, Rules
from service.usecases.checks.question import CheckQuestion, Upload
from service.usecases.checks.read_checks import GetCheck, ListChecks
from service.usecases.checks.replay_check import Replay, ReplayCheck

__all__ = [
    "Budget",
    "CheckPost",
    "CheckQuestion",
    "Examiner",
    "Gatherer",
    "GetCheck",
    "GetSeenPhoto",
    "KeptLooker",
    "ListChecks",
    "ListUsableChannels",
    "Looker",
    "Replay",
    "ReplayCheck",
    "Rules",
    "Upload",
    "UsableChannels",
]
