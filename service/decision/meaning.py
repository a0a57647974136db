"""
Say when a yes to a channel is a yes to something else by now.
"""

from dataclasses import replace
from datetime import datetime

from service.decision.channels import Channel
from service.decision.terms import Audience


def means_more(before: Channel, now: Channel) -> bool:
    """
    Tell whether a yes to what a channel was falls short of what it is.

    More or other people see it, it is for more, it is elsewhere, or it reveals what it
    did not.
    """
    return (
        now.audience.width > before.audience.width
        or _has_other_readers(before, now)
        or not now.purposes <= before.purposes
        or (now.platform, now.medium) != (before.platform, before.medium)
        or (now.special_category and not before.special_category)
    )


def _has_other_readers(before: Channel, now: Channel) -> bool:
    """
    Tell whether a closed group is another service's by now (domain section 3.3).
    """
    was_closer = before.audience.width <= Audience.SERVICE.width
    return now.audience is Audience.SERVICE and was_closer and now.unit_id != before.unit_id


def reaches_otherwise(before: Channel, now: Channel) -> bool:
    """
    Tell whether other answers or holds may reach a channel than before.

    A no to a group reaches what is put in it; a unit under protection, its pages.
    """
    return (
        means_more(before, now)
        or not now.group_ids <= before.group_ids
        or now.unit_id != before.unit_id
    )


def is_as_shown(channel: Channel, shown_at: datetime) -> bool:
    """
    Tell whether a channel means no more than when somebody read of it.
    """
    return channel.meaning_since is None or channel.meaning_since <= shown_at


def following(before: Channel, now: Channel, at: datetime) -> Channel:
    """
    Give the channel as the rules see it after a new version.

    A no to a group outlives a move out of it, so groups only add up.  A yes given
    before the channel meant more than it did then lapses, so that instant is kept.
    """
    return replace(
        now,
        group_ids=before.group_ids | now.group_ids,
        meaning_since=at if means_more(before, now) else before.meaning_since,
    )
