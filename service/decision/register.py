"""
Say what stands in the way on the channel's side.

Whatever people consented to, a channel has rules of its own (domain section 2.5.5).
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from service.decision.calendar import day_of
from service.decision.case import Intent
from service.decision.channels import Channel, Quota
from service.decision.ids import ActorId
from service.decision.sitting import Sitting
from service.decision.terms import PhotoPublisher, QuotaWindow
from service.decision.verdict import Code, Effect, Reason

SEVEN_DAYS = timedelta(days=7)


def register_reasons(sitting: Sitting) -> Iterator[Reason]:
    """
    Give the channel's own reasons.
    """
    channel, case = sitting.channel, sitting.case
    if channel.closed:
        yield Reason(Code.CHANNEL_UNREGISTERED, Effect.DENY)
    if case.purpose not in channel.purposes:
        yield Reason(Code.PURPOSE_NOT_COVERED, Effect.DENY)
    if channel.quota is not None and used(channel.quota, sitting) >= channel.quota.limit:
        yield Reason(Code.QUOTA_REACHED, Effect.DENY)
    if case.intent is not Intent.CHECK and not may_publish(sitting):
        yield Reason(Code.ACTOR_MAY_NOT_PUBLISH, Effect.DENY)
    if case.intent is Intent.PUBLISH and case.approvals < channel.approvals_needed:
        yield Reason(Code.APPROVALS_MISSING, Effect.DENY)


def may_publish(sitting: Sitting) -> bool:
    """
    Tell whether the actor publishes here (domain rules 9, 10, 15).
    """
    return publishes_on(sitting.channel, sitting.case.actor_id)


def publishes_on(channel: Channel, actor_id: ActorId | None) -> bool:
    """
    Tell whether somebody is one of those who publish on a channel.
    """
    return channel.photo_publisher is PhotoPublisher.MEMBERS or actor_id in channel.publisher_ids


def used(quota: Quota, sitting: Sitting) -> int:
    """
    Count the publications in the quota's window around the planned instant.
    """
    published = sitting.case.published.get(sitting.channel.id, ())
    return sum(_same_window(quota.window, at, sitting) for at in published)


def _same_window(window: QuotaWindow, published_at: datetime, sitting: Sitting) -> bool:
    """
    Tell whether a publication falls into the window of the planned one.

    A rolling week is full when any seven days that contain both are.
    """
    day, planned = day_of(published_at, sitting.case.house.time_zone), sitting.day
    if window is QuotaWindow.ISO_WEEK:
        return day.isocalendar()[:2] == planned.isocalendar()[:2]
    if window is QuotaWindow.CALENDAR_MONTH:
        return (day.year, day.month) == (planned.year, planned.month)
    return abs(published_at - sitting.at) < SEVEN_DAYS
