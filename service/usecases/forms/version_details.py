"""
Say what can be told about a version of a form, and accept it.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace

from service.decision.ids import ChannelId, GroupId
from service.decision.terms import Category, Matter, Purpose
from service.errors import InvalidInput
from service.records.forms import FormText
from service.usecases import text
from service.usecases.ports.work import UnitOfWork


@dataclass(frozen=True, slots=True)
class VersionDetails:
    """
    What a version of a form asks, and in which words.

    A *material* version asks something new: an older yes lapses for what changed.
    None for what changed is everything.
    """

    texts: Mapping[str, str]
    matters: frozenset[Matter]
    purposes: frozenset[Purpose]
    states_refusal_is_free: bool
    """Whoever publishes declares: the text says that a no costs nothing (GDPR 7(4))."""
    material: bool
    channel_ids: frozenset[ChannelId] = frozenset()
    group_ids: frozenset[GroupId] = frozenset()
    explicit: bool = False
    changed_channel_ids: frozenset[ChannelId] | None = None
    changed_matters: frozenset[Matter] | None = None
    categories: frozenset[Category] = frozenset()
    """Whom its words are for; none named: everybody."""


def checked_version(details: VersionDetails) -> VersionDetails:
    """
    Accept what a version asks.

    Raises:
        InvalidInput: Naming the field.
    """
    if not details.matters:
        raise InvalidInput("A form asks about at least one matter.", field="matters")
    if not details.purposes:
        raise InvalidInput("A form names at least one purpose.", field="purposes")
    if not details.states_refusal_is_free:
        message = "A form must say that refusing changes nothing (GDPR article 7(4))."
        raise InvalidInput(message, field="states_refusal_is_free")
    _check_what_changed(details)
    return details


def _check_what_changed(details: VersionDetails) -> None:
    """
    Refuse an editorial change of something, or a material one of nothing.
    """
    for field, changed in (
        ("changed_channel_ids", details.changed_channel_ids),
        ("changed_matters", details.changed_matters),
    ):
        if changed is None:
            continue
        if not details.material:
            message = "Only a material version changes what is asked: leave this out."
            raise InvalidInput(message, field=field)
        if not changed:
            raise InvalidInput("Name what changed, or leave it out for everything.", field=field)


def kept_texts(told: Mapping[str, str], languages: tuple[str, ...]) -> dict[str, FormText]:
    """
    Keep each text exactly as it was sent, with its SHA-256.

    Raises:
        InvalidInput: A language of the organisation is missing, or a text is
            unusable; the field is `texts.<language>`.
    """
    for language in languages:
        if language not in told:
            message = "Every language of the organisation needs its text."
            raise InvalidInput(message, field=f"texts.{language}")
    for language, words in told.items():
        if not text.language(language, "texts"):
            raise InvalidInput("A text needs its language.", field="texts")
        text.paragraphs(words, f"texts.{language}", required=True)
    return {
        language: FormText(words, hashlib.sha256(words.encode()).hexdigest())
        for language, words in told.items()
    }


def named_channels(work: UnitOfWork, details: VersionDetails) -> VersionDetails:
    """
    Fix which channels the version names: directly, or by a group now.

    Whoever signs later was shown these: what is not foreseen is not authorised,
    so a channel that joins the group afterwards needs a new version.

    Raises:
        InvalidInput: A channel or group does not exist, or nothing is open in it.
    """
    for field, channel_ids in (
        ("channel_ids", details.channel_ids),
        ("changed_channel_ids", details.changed_channel_ids or frozenset()),
    ):
        for channel_id in channel_ids:
            found = work.channels.find(channel_id)
            if found is None or (found.channel.closed and field == "channel_ids"):
                raise InvalidInput("There is no such channel, or it is closed.", field=field)
    members: set[ChannelId] = set()
    for group_id in details.group_ids:
        if work.channel_groups.find(group_id) is None:
            raise InvalidInput("There is no such group of channels.", field="group_ids")
        channels = [each.channel for each in work.channels.list_in_group(group_id)]
        living = {each.id for each in channels if not each.closed}
        if not living:
            raise InvalidInput("No channel is in this group.", field="group_ids")
        members |= living
    return replace(details, channel_ids=details.channel_ids | members)
