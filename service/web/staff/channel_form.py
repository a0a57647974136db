"""
Read the form of a channel, and fill it again.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, TypeVar

from service.decision.channels import Contact, Quota
from service.decision.ids import ActorId, UnitId
from service.decision.terms import Audience, Medium, PhotoPublisher, Purpose, QuotaWindow
from service.errors import InvalidInput
from service.records.channels import ChannelRecord
from service.usecases.channels import ChannelDetails
from service.usecases.channels.channel_details import ChannelFacts, ChannelPlace
from service.usecases.numbers import whole
from service.web.fields import Fields
from service.web.staff.slugs import slug_of

SHOWN: Final = frozenset(
    {"name", "address", "medium", "audience", "purposes", "unit_id", "quota", "checklist"}
    | {"contact", "slug", "platform", "publisher_ids", "rules_address"}
    | {"report_address", "template"}
)
"""Fields with a text of their own for what is wrong."""

Values = Mapping[str, object]
E = TypeVar("E", bound=StrEnum)


def details_of(fields: Fields, kept: frozenset[ActorId] = frozenset()) -> ChannelDetails:
    """
    Read what was typed and chosen.

    Args:
        kept: Publishers that the form does not show, and so cannot take away.

    Raises:
        InvalidInput: A choice is none of those offered, or a number is none.
    """
    return ChannelDetails(
        facts=ChannelFacts(
            name=fields["name"],
            medium=_chosen(Medium, fields["medium"], "medium"),
            platform=fields["platform"],
            audience=_chosen(Audience, fields["audience"], "audience"),
            purposes=frozenset(
                _chosen(Purpose, each, "purposes") for each in fields.many("purposes")
            ),
            unit_id=UnitId(fields["unit_id"]) if fields["unit_id"] else None,
            quota=_quota(fields),
            publisher_ids=kept | {ActorId(each) for each in fields.many("publisher_ids")},
            photo_publisher=_chosen(PhotoPublisher, fields["photo_publisher"], "photo_publisher"),
            special_category="special_category" in fields,
            two_approvals="two_approvals" in fields,
            contact=_contact(fields),
            checklist=tuple(
                each.strip() for each in fields["checklist"].splitlines() if each.strip()
            ),
        ),
        place=ChannelPlace(
            slug=fields["slug"] or slug_of(fields["name"]),
            address=fields["address"],
            rules_address=fields["rules_address"],
            report_address=fields["report_address"],
            template=fields["template"],
        ),
    )


def values_typed(fields: Fields) -> Values:
    """
    Give what was typed, to fill the form again.
    """
    single = {name: fields[name] for name in fields.texts}
    several = {name: fields.many(name) for name in ("purposes", "publisher_ids")}
    ticked = {name: name in fields for name in ("special_category", "two_approvals")}
    return EMPTY | single | several | ticked


def values_of(record: ChannelRecord) -> Values:
    """
    Give what is recorded, to fill the form.
    """
    channel, contact = record.channel, record.channel.contact
    return EMPTY | {
        "name": channel.name,
        "medium": channel.medium.value,
        "platform": channel.platform,
        "audience": channel.audience.value,
        "purposes": tuple(each.value for each in channel.purposes),
        "unit_id": channel.unit_id or "",
        "quota": str(channel.quota.limit) if channel.quota else "",
        "quota_window": channel.quota.window.value if channel.quota else "",
        "publisher_ids": tuple(channel.publisher_ids),
        "photo_publisher": channel.photo_publisher.value,
        "special_category": channel.special_category,
        "two_approvals": channel.two_approvals,
        "checklist": "\n".join(channel.checklist),
        "contact_name": contact.name if contact else "",
        "contact_role": contact.role if contact else "",
        "contact_email": contact.email if contact else "",
        "contact_phone": contact.phone if contact else "",
        "slug": record.slug,
        "address": record.address,
        "rules_address": record.rules_address,
        "report_address": record.report_address,
        "template": record.template,
    }


EMPTY: Final[dict[str, object]] = {
    "name": "",
    "medium": "",
    "platform": "",
    "audience": Audience.PUBLIC.value,
    "purposes": (Purpose.INFORMATION.value,),
    "unit_id": "",
    "quota": "",
    "quota_window": QuotaWindow.ISO_WEEK.value,
    "publisher_ids": (),
    "photo_publisher": PhotoPublisher.PUBLISHERS.value,
    "special_category": False,
    "two_approvals": False,
    "checklist": "",
    "contact_name": "",
    "contact_role": "",
    "contact_email": "",
    "contact_phone": "",
    "slug": "",
    "address": "",
    "rules_address": "",
    "report_address": "",
    "template": "",
}
"""A form that nobody has touched; what is safest is chosen first."""


def _quota(fields: Fields) -> Quota | None:
    """
    Read how often may be posted; left empty, there is no limit.
    """
    if not fields["quota"]:
        return None
    window = _chosen(QuotaWindow, fields["quota_window"], "quota")
    return Quota(limit=whole(fields["quota"], "quota"), window=window)


def _contact(fields: Fields) -> Contact | None:
    """
    Read whom to ask about this channel; left empty, the unit's contact.
    """
    parts = [fields[f"contact_{part}"] for part in ("name", "role", "email", "phone")]
    return Contact(*parts) if any(parts) else None


def _chosen(kind: type[E], value: str, field: str) -> E:
    """
    Read one of several choices.
    """
    try:
        return kind(value)
    except ValueError:
        raise InvalidInput("Choose one of those offered.", field=field) from None
