"""
Keep channels, their groups, holds, reviews and closures of forms.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import select

from service.decision.channels import Channel
from service.decision.holds import Hold
from service.decision.meaning import following
from service.persistence.documents import document_of, listed, reader
from service.persistence.queries import equals, lists, mine
from service.persistence.schema.register import (
    channel_groups,
    channels,
    form_closures,
    holds,
    reviews,
)
from service.persistence.statements import Prepared
from service.persistence.stores.versions import Kind, SqlVersions
from service.persistence.transaction import Transaction
from service.records.channels import ChannelGroup, ChannelRecord
from service.records.forms import FormClosure
from service.records.reviews import Review

SLUG = "channels:slug"
ADDRESS = "channels:address"
GROUP_SLUG = "channel_groups:slug"

_in_group = lists(channels.c.group_ids, "group_id")


def _channel_columns(record: ChannelRecord) -> Mapping[str, str | None]:
    channel = record.channel
    return {
        "slug": record.slug,
        "medium": channel.medium.value,
        "unit_id": channel.unit_id,
        "group_ids": listed(channel.group_ids),
        "closed": "true" if channel.closed else "false",
    }


def _hold_columns(hold: Hold) -> Mapping[str, str | None]:
    return {
        "kind": hold.kind.value,
        "person_id": hold.person_id,
        "unit_id": hold.unit_id,
        "photo_id": hold.photo_id,
    }


CHANNELS = Kind(
    channels,
    ChannelRecord,
    _channel_columns,
    names=lambda each: {SLUG: each.slug, ADDRESS: each.address},
    filters={
        **{
            name: equals(channels.c[name], name) for name in ("slug", "medium", "unit_id", "closed")
        },
        "group_id": _in_group,
    },
)
CHANNEL_GROUPS = Kind(
    channel_groups,
    ChannelGroup,
    lambda each: {"slug": each.slug},
    names=lambda each: {GROUP_SLUG: each.slug},
    filters={"slug": equals(channel_groups.c.slug, "slug")},
)
HOLDS = Kind(
    holds,
    Hold,
    _hold_columns,
    filters={
        name: equals(holds.c[name], name) for name in ("kind", "person_id", "unit_id", "photo_id")
    },
)
REVIEWS = Kind(reviews, Review, lambda each: {"kind": each.kind.value})
FORM_CLOSURES = Kind(
    form_closures, FormClosure, lambda each: {"closed": "true" if each.closed else "false"}
)

ALL = Prepared(CHANNELS.everything)
IN_GROUP = CHANNELS.where(_in_group)
RULING = Prepared(select(channels.c.ruling).where(mine(channels, "id", "version")))

read_channel = reader(Channel).decode


class SqlChannels(SqlVersions[ChannelRecord]):
    """
    The register of channels in one transaction.
    """

    def __init__(self, transaction: Transaction) -> None:
        """
        Work in *transaction*.
        """
        super().__init__(transaction, CHANNELS)

    def computed(self, record: ChannelRecord, at: datetime, before: int) -> Mapping[str, str]:
        """
        Compute the channel as the rules see it, from the version *before*.
        """
        row = self.transaction.first(RULING, id=record.id, version=before)
        ruling = following(read_channel(row[0]), record.channel, at) if row else record.channel
        return {"ruling": document_of(ruling)}

    def find_slug(self, slug: str) -> ChannelRecord | None:
        """
        Find by short name.
        """
        return self.named(SLUG, slug)

    def find_address(self, address: str) -> ChannelRecord | None:
        """
        Find by registered address, exactly as `normal_address` writes it.
        """
        return self.named(ADDRESS, address)

    def list_known(self, known_at: datetime) -> Sequence[ChannelRecord]:
        """
        Give the register as it stood at an instant.
        """
        rows = self.transaction.all(ALL, known_at=known_at)
        return [self.kind.decode(row[1]) for row in rows]

    def list_in_group(self, group_id: str) -> Sequence[ChannelRecord]:
        """
        Give the channels that belong to a group now.
        """
        return self.listed(IN_GROUP, group_id=group_id)


class SqlChannelGroups(SqlVersions[ChannelGroup]):
    """
    Named sets of channels in one transaction.
    """

    def __init__(self, transaction: Transaction) -> None:
        """
        Work in *transaction*.
        """
        super().__init__(transaction, CHANNEL_GROUPS)

    def find_slug(self, slug: str) -> ChannelGroup | None:
        """
        Find by short name.
        """
        return self.named(GROUP_SLUG, slug)


class SqlHolds(SqlVersions[Hold]):
    """
    Holds in one transaction.
    """

    def __init__(self, transaction: Transaction) -> None:
        """
        Work in *transaction*.
        """
        super().__init__(transaction, HOLDS)


class SqlReviews(SqlVersions[Review]):
    """
    Who looked at channels and forms, in one transaction.
    """

    def __init__(self, transaction: Transaction) -> None:
        """
        Work in *transaction*.
        """
        super().__init__(transaction, REVIEWS)


class SqlFormClosures(SqlVersions[FormClosure]):
    """
    Which forms were closed, in one transaction.
    """

    def __init__(self, transaction: Transaction) -> None:
        """
        Work in *transaction*.
        """
        super().__init__(transaction, FORM_CLOSURES)
