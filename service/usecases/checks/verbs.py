"""
Hold the verbs about the question.
"""

from dataclasses import dataclass

from service.decision.jurisdiction import Jurisdictions
from service.usecases.checks.budget import Budget
from service.usecases.checks.check_post import CheckPost
from service.usecases.checks.examine import Examiner
from service.usecases.checks.get_seen_photo import GetSeenPhoto
from service.usecases.checks.list_usable_channels import ListUsableChannels
from service.usecases.checks.read_checks import GetCheck, ListChecks, RecallCheck
from service.usecases.checks.replay_check import ReplayCheck
from service.usecases.checks.used_up import ListUsedUp
from service.usecases.desk import Desk
from service.usecases.ports.services import PictureReader


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckVerbs:
    """
    Every such verb as a field: `registry.checks.check_post`.
    """

    check_post: CheckPost
    get_check: GetCheck
    recall_check: RecallCheck
    list_checks: ListChecks
    replay_check: ReplayCheck
    get_seen_photo: GetSeenPhoto
    list_usable_channels: ListUsableChannels
    list_used_up: ListUsedUp


def check_verbs(
    desk: Desk, examine: Examiner, law: Jurisdictions, budget: Budget, pictures: PictureReader
) -> CheckVerbs:
    """
    Give each verb its ports.
    """
    return CheckVerbs(
        check_post=CheckPost(desk, examine, budget),
        get_check=GetCheck(desk),
        recall_check=RecallCheck(desk),
        list_checks=ListChecks(desk),
        replay_check=ReplayCheck(desk, law),
        get_seen_photo=GetSeenPhoto(desk, pictures),
        list_usable_channels=ListUsableChannels(desk),
        list_used_up=ListUsedUp(desk),
    )
