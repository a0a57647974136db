"""
Say what can be told about a channel, and accept it.
"""

from dataclasses import dataclass, replace

from service.decision.channels import Channel, Contact, Quota
from service.decision.ids import ActorId, GroupId, KeyId, UnitId
from service.decision.terms import Audience, Medium, PhotoPublisher, Purpose
from service.errors import InvalidInput
from service.records.channels import ChannelRecord
from service.usecases import text
from service.usecases.channels.addresses import looks_like_address, normal_address
from service.usecases.channels.slugs import checked_slug
from service.usecases.contacts import checked_contact
from service.usecases.details import KEEP, Told
from service.usecases.numbers import within
from service.usecases.organisations.operator import OPERATOR
from service.usecases.ports.work import UnitOfWork

MAX_CHECKLIST_LINES = 50
MAX_TEMPLATE = 4_000
MAX_QUOTA = 1_000_000
ONLINE = frozenset({Medium.SOCIAL, Medium.WEB, Medium.MESSAGING})
"""Media whose channels are pages: their address is where they are."""


@dataclass(frozen=True, slots=True)
class ChannelFacts:
    """
    What is told about a channel and counts for the rules.
    """

    name: Told[str] = KEEP
    medium: Told[Medium] = KEEP
    platform: Told[str] = KEEP
    audience: Told[Audience] = KEEP
    purposes: Told[frozenset[Purpose]] = KEEP
    unit_id: Told[UnitId | None] = KEEP
    group_ids: Told[frozenset[GroupId]] = KEEP
    quota: Told[Quota | None] = KEEP
    publisher_ids: Told[frozenset[ActorId]] = KEEP
    photo_publisher: Told[PhotoPublisher] = KEEP
    special_category: Told[bool] = KEEP
    contact: Told[Contact | None] = KEEP
    checklist: Told[tuple[str, ...]] = KEEP
    two_approvals: Told[bool] = KEEP


@dataclass(frozen=True, slots=True)
class ChannelPlace:
    """
    What is told about where a channel is found, and how posts look.
    """

    slug: Told[str] = KEEP
    address: Told[str] = KEEP
    rules_address: Told[str] = KEEP
    report_address: Told[str] = KEEP
    template: Told[str] = KEEP


@dataclass(frozen=True, slots=True)
class ChannelDetails:
    """
    What is told about a channel.
    """

    facts: ChannelFacts = ChannelFacts()
    place: ChannelPlace = ChannelPlace()


def checked_channel(record: ChannelRecord) -> ChannelRecord:
    """
    Accept a channel, tidied.

    Raises:
        InvalidInput: A part of it cannot be used.
    """
    channel = record.channel
    if not channel.purposes:
        raise InvalidInput("A channel has at least one purpose.", field="purposes")
    if channel.quota is not None and channel.quota.limit < 1:
        raise InvalidInput("A quota is at least 1; close the channel instead.", field="quota.limit")
    if channel.quota is not None:
        within(channel.quota.limit, "quota.limit", most=MAX_QUOTA)
    return replace(
        record,
        channel=_checked_facts(channel),
        slug=checked_slug(record.slug),
        address=_checked_address(record.address, channel.medium),
        rules_address=_checked_link(record.rules_address, "rules_address"),
        report_address=_checked_link(record.report_address, "report_address"),
        template=text.paragraphs(record.template, "template", longest=MAX_TEMPLATE),
    )


def check_neighbours(work: UnitOfWork, channel: Channel) -> None:
    """
    Refuse a unit, a group or a publisher that does not exist.

    Raises:
        InvalidInput: Naming the field.
    """
    check_places(work, channel)
    if any(not _is_known(work, each) for each in channel.publisher_ids):
        raise InvalidInput("There is nobody with that id.", field="publisher_ids")


def check_places(work: UnitOfWork, channel: Channel) -> None:
    """
    Refuse a unit or a group that does not exist.

    Raises:
        InvalidInput: Naming the field.
    """
    if channel.unit_id is not None and work.organisations.units.find(channel.unit_id) is None:
        raise InvalidInput("There is no such unit.", field="unit_id")
    if any(work.channel_groups.find(each) is None for each in channel.group_ids):
        raise InvalidInput("There is no such group of channels.", field="group_ids")


def _is_known(work: UnitOfWork, actor_id: ActorId) -> bool:
    """
    Tell whether somebody with that id can act here.
    """
    machine = actor_id == OPERATOR.id or work.keys.find(KeyId(actor_id)) is not None
    return machine or work.staff.find(actor_id) is not None


def _checked_facts(channel: Channel) -> Channel:
    """
    Tidy the words of a channel.
    """
    if len(channel.checklist) > MAX_CHECKLIST_LINES:
        message = f"At most {MAX_CHECKLIST_LINES} lines are kept."
        raise InvalidInput(message, field="checklist")
    return replace(
        channel,
        name=text.line(channel.name, "name"),
        platform=text.line(channel.platform, "platform", required=False),
        contact=checked_contact(channel.contact, "contact") if channel.contact else None,
        checklist=tuple(text.line(each, "checklist") for each in channel.checklist),
    )


def _checked_address(address: str, medium: Medium) -> str:
    """
    Accept the address of a page, or the title of what is no page.
    """
    if medium in ONLINE or looks_like_address(address):
        return normal_address(address)
    return text.line(address, "address").casefold()


def _checked_link(address: str, field: str) -> str:
    """
    Accept a link that somebody will click, or nothing.
    """
    link = text.line(address, field, longest=2_000, required=False)
    if not link:
        return ""
    if "://" in link and not link.lower().startswith(("https://", "http://")):
        raise InvalidInput("A link begins with https.", field=field)
    normal_address(link, field)
    return link if "://" in link else f"https://{link}"
