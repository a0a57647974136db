"""
The register of pages: purposes, quotas, publishers (domain section 2.5.5).
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from service.decision.case import Case, Intent
from service.decision.channels import Channel, Quota
from service.decision.ids import ActorId, ChannelId
from service.decision.people import Dossier
from service.decision.post import decide_everywhere, decide_photo, decide_post
from service.decision.terms import Answer, PhotoPublisher, QuotaWindow
from service.decision.verdict import Action, Code, Duty
from tests.decision.asking import PUBLISH, Outcome, answer, denied_for, outcome, seen
from tests.decision.build import make_case, make_person, make_yes
from tests.decision.cast import AT, BRUSSELS, FB, PUBLISHER

UNREGISTERED = denied_for(Code.CHANNEL_UNREGISTERED)
FULL = denied_for(Code.QUOTA_REACHED)
NOT_ALLOWED = denied_for(Code.ACTOR_MAY_NOT_PUBLISH)
CASE = make_case(Dossier(make_person("anna"), acts=(make_yes("anna", "anna"),)))
PAGE = CASE.channels[FB]


def on(page: Channel) -> Case:
    """
    Ask about a page that differs from the ordinary one.
    """
    return replace(CASE, channels={FB: page})


@pytest.mark.parametrize("channel_id", [None, ChannelId("annex page")])
def test_page_that_is_not_registered_is_refused(channel_id: ChannelId | None) -> None:
    assert UNREGISTERED == outcome(CASE, channel_id)
    assert UNREGISTERED == seen(decide_photo(CASE, channel_id, AT))


def test_page_taken_out_of_the_register_is_refused() -> None:
    assert UNREGISTERED == outcome(on(replace(PAGE, closed=True)))


def test_closed_page_is_refused_among_all_channels() -> None:
    everywhere = decide_everywhere(on(replace(PAGE, closed=True)), AT)

    assert {FB: UNREGISTERED} == {key: seen(verdict) for key, verdict in everywhere.items()}


def local(day: int, hour: int, month: int = 3) -> datetime:
    """
    Give an instant by its time in Brussels.
    """
    return datetime(2026, month, day, hour, tzinfo=BRUSSELS).astimezone(UTC)


def quota_of_one(window: QuotaWindow, published_at: datetime) -> Case:
    """
    Ask about a page that may publish once in a window, and did.
    """
    page = replace(PAGE, quota=Quota(limit=1, window=window))
    return replace(on(page), published={FB: (published_at,)})


@pytest.mark.parametrize(
    ("window", "published_at", "at", "expected"),
    [
        (QuotaWindow.ISO_WEEK, local(2, 0), local(8, 23), FULL),
        (QuotaWindow.ISO_WEEK, local(1, 23), local(2, 0), PUBLISH),
        (QuotaWindow.ISO_WEEK, local(8, 23), local(9, 0), PUBLISH),
        (QuotaWindow.CALENDAR_MONTH, local(1, 0), local(28, 23), FULL),
        (QuotaWindow.CALENDAR_MONTH, local(28, 23, month=2), local(1, 0), PUBLISH),
        (QuotaWindow.ROLLING_7_DAYS, local(2, 10), local(8, 10), FULL),
        (QuotaWindow.ROLLING_7_DAYS, local(2, 10), local(10, 10), PUBLISH),
    ],
)
def test_quota_counts_in_its_window_and_the_houses_time_zone(
    window: QuotaWindow, published_at: datetime, at: datetime, expected: Outcome
) -> None:
    assert expected == outcome(quota_of_one(window, published_at), FB, at)


@pytest.mark.parametrize(
    ("window", "published_at"),
    [
        (QuotaWindow.ISO_WEEK, datetime(2025, 2, 26, 9, tzinfo=UTC)),
        (QuotaWindow.CALENDAR_MONTH, datetime(2025, 3, 2, 9, tzinfo=UTC)),
    ],
)
def test_same_week_or_month_of_another_year_does_not_count(
    window: QuotaWindow, published_at: datetime
) -> None:
    assert PUBLISH == outcome(quota_of_one(window, published_at))


def test_planned_post_later_in_the_week_uses_the_quota_up() -> None:
    assert FULL == outcome(quota_of_one(QuotaWindow.ISO_WEEK, local(6, 10)), FB, local(3, 10))


def test_posts_on_other_pages_do_not_count() -> None:
    case = quota_of_one(QuotaWindow.ISO_WEEK, AT)

    assert PUBLISH == outcome(replace(case, published={ChannelId("web"): (AT,) * 9}))


def test_quota_leaves_the_consent_untouched() -> None:
    reasons = decide_post(quota_of_one(QuotaWindow.ISO_WEEK, AT), FB, AT).reasons

    assert [None] == [reason.person_id for reason in reasons]


STRANGER = ActorId("teacher")


def publishing(actor_id: ActorId | None, page: Channel = PAGE) -> Case:
    """
    Publish now, and do not only wonder.
    """
    return replace(on(page), intent=Intent.PUBLISH, actor_id=actor_id)


@pytest.mark.parametrize(
    ("actor_id", "expected"), [(PUBLISHER, PUBLISH), (STRANGER, NOT_ALLOWED), (None, NOT_ALLOWED)]
)
def test_only_publishers_of_the_page_publish(actor_id: ActorId | None, expected: Outcome) -> None:
    assert expected == outcome(publishing(actor_id))


def test_page_without_publishers_is_published_on_by_nobody() -> None:
    assert NOT_ALLOWED == outcome(publishing(PUBLISHER, replace(PAGE, publisher_ids=frozenset())))


def test_members_publish_where_the_page_is_the_members() -> None:
    members = replace(PAGE, photo_publisher=PhotoPublisher.MEMBERS)

    assert PUBLISH == outcome(publishing(STRANGER, members))


@pytest.mark.parametrize(
    ("actor_id", "action"),
    [(PUBLISHER, Action.PUBLISH), (STRANGER, Action.HAND_TO_PUBLISHER)],
)
def test_whoever_only_checks_hands_over_to_a_publisher(actor_id: ActorId, action: Action) -> None:
    verdict = decide_post(replace(CASE, actor_id=actor_id), FB, AT)

    assert (Answer.PUBLISH, action) == (verdict.answer, verdict.next_step.action)


TWO = replace(PAGE, two_approvals=True)
TOO_FEW = denied_for(Code.APPROVALS_MISSING)


@pytest.mark.parametrize(("approvals", "expected"), [(0, TOO_FEW), (1, TOO_FEW), (2, PUBLISH)])
def test_a_page_that_needs_two_approvals_is_published_on_with_two(
    approvals: int, expected: Outcome
) -> None:
    case = replace(publishing(PUBLISHER, TWO), approvals=approvals)

    assert expected == outcome(case)
    assert PUBLISH == outcome(replace(case, intent=Intent.APPROVE, approvals=0))
    assert PUBLISH == outcome(replace(publishing(PUBLISHER), approvals=approvals))


def test_who_approves_must_publish_there() -> None:
    assert NOT_ALLOWED == outcome(replace(publishing(STRANGER), intent=Intent.APPROVE))


def test_whoever_checks_for_a_page_that_needs_two_is_told_to_propose() -> None:
    verdict = decide_post(replace(on(TWO), actor_id=PUBLISHER), FB, AT)

    assert (Answer.PUBLISH, Action.PROPOSE_POST) == (verdict.answer, verdict.next_step.action)
    assert Duty.TWO_APPROVALS in {each.duty for each in verdict.obligations}


def test_former_publisher_stops_at_once() -> None:
    former = replace(PAGE, publisher_ids=PAGE.publisher_ids - {PUBLISHER})
    before, after = publishing(PUBLISHER), publishing(PUBLISHER, former)

    assert [Answer.PUBLISH, Answer.DO_NOT_PUBLISH] == [answer(before), answer(after)]


def test_planned_post_is_judged_for_its_own_day() -> None:
    case = quota_of_one(QuotaWindow.ISO_WEEK, AT)

    assert [FULL, PUBLISH] == [outcome(case, FB, at) for at in (AT, AT + timedelta(days=7))]
