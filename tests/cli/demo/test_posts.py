"""
What the demo organisation published is there to be looked at.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from cli.demo.accounts import ACCOUNTS
from cli.demo.channels import CHANNELS
from cli.demo.drawing.scenes.catalogue import SCENES
from cli.demo.house import SLUG, TIME_ZONE
from cli.demo.posts import POSTS
from service.decision.proposing import State
from service.decision.verdict import Code
from service.records.paging import Page
from service.usecases.checks.question import CheckQuestion
from service.usecases.registry import Registry
from service.wiring import clock


def test_every_post_is_of_this_house() -> None:
    publishers = {each.slug: each.publishers for each in CHANNELS}

    assert {each.scene for each in POSTS} <= {each.slug for each in SCENES}
    assert {each.by for each in POSTS} <= {each.slug for each in ACCOUNTS}
    assert all(each.by in publishers[each.channel] for each in POSTS if each.where)


def test_of_what_somebody_took_back_one_is_down_and_one_was_forgotten(registry: Registry) -> None:
    caller = registry.organisations.act_as_operator(SLUG)

    tasks = registry.takedowns.list_takedowns(caller, Page()).items

    taken_back = [each for each in POSTS if each.scene == "foire"]
    assert {each.where: each.down_days_ago is not None for each in taken_back} == {
        each.publication.where: each.done is not None for each in tasks
    }


def test_a_proposal_waits(registry: Registry) -> None:
    caller = registry.organisations.act_as_operator(SLUG)

    (story,) = registry.proposals.list_proposals(caller, Page()).items

    assert State.PROPOSED is story.state


def test_one_post_fills_the_week(registry: Registry) -> None:
    caller = registry.organisations.act_as_operator(SLUG)
    channels = registry.channels.list_channels(caller, Page()).items
    (instagram,) = [each.channel.id for each in channels if each.slug == "instagram"]
    of_instagram = Page(filters={"channel_id": instagram})
    (post,) = registry.publications.list_publications(caller, of_instagram).items
    question = CheckQuestion(channel="instagram", photo_ids=post.photo_ids)

    codes = {each["code"] for each in registry.checks.check_post(caller, question)["reasons"]}

    # Told on a Sunday night, the story may be asked about in another week.
    is_this_week = _week(post.published_at) == _week(clock())
    assert (Code.QUOTA_REACHED in codes) == is_this_week


def _week(instant: datetime) -> tuple[int, int]:
    """
    Give the ISO year and week of an instant, as the house lives it.
    """
    return instant.astimezone(ZoneInfo(TIME_ZONE)).isocalendar()[:2]
