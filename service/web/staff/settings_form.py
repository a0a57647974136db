"""
Read the form of the house's settings, and fill it again.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final, TypeVar

from service.decision.case import Policy
from service.decision.channels import Contact
from service.decision.terms import HolderRule, Medium
from service.errors import InvalidInput
from service.records.organisation import OfficeHours, Organisation, Publishing, Weekday
from service.usecases.numbers import whole, within
from service.usecases.organisations import OrganisationDetails
from service.usecases.organisations.organisation_details import MAX_TAKEDOWN_HOURS
from service.web.fields import Fields

CONTACTS: Final = ("contact", "press", "legal")
PARTS: Final = ("name", "role", "email", "phone")
HOURS: Final = "hours-"
"""How fields begin that say until when something is down, before the medium."""
CHOSEN: Final = ("jurisdiction", "first_language", "holders_public", "holders_closed")
LINES: Final = (
    *("name", "time_zone", "from_hour", "until_hour"),
    *(f"{contact}_{part}" for contact in CONTACTS for part in PARTS),
    *(f"{HOURS}{medium.value}" for medium in Medium),
)
SEVERAL: Final = ("languages", "days")
BOXES: Final = (
    *("own_act_survives_majority", "verified_copy_publishes", "family_photos_ask"),
    "own_approval",
)

Values = Mapping[str, object]
E = TypeVar("E", bound=StrEnum)


def details_of(fields: Fields) -> OrganisationDetails:
    """
    Read everything that the form asks for.

    Raises:
        InvalidInput: A choice is none of those offered, or a number is none.
    """
    house, press, legal = (_contact(fields, each) for each in CONTACTS)
    return OrganisationDetails(
        name=fields["name"],
        jurisdiction=fields["jurisdiction"],
        time_zone=fields["time_zone"],
        languages=_languages(fields),
        contact=house,
        press=press,
        legal=legal,
        policy=Policy(
            holders_public=_rule(fields, "holders_public"),
            holders_closed=_rule(fields, "holders_closed"),
            own_act_survives_majority="own_act_survives_majority" in fields,
            verified_copy_publishes="verified_copy_publishes" in fields,
            family_photos_ask="family_photos_ask" in fields,
        ),
        publishing=Publishing("own_approval" in fields, dict(_takedown_hours(fields))),
        office_hours=OfficeHours(
            tuple(_chosen(Weekday, each, "days") for each in fields.many("days")),
            whole(fields["from_hour"], "from_hour"),
            whole(fields["until_hour"], "until_hour"),
        ),
    )


def values_typed(fields: Fields) -> Values:
    """
    Give what was typed, to fill the form again.
    """
    single = {name: fields[name] for name in (*LINES, *CHOSEN)}
    several = {name: fields.many(name) for name in SEVERAL}
    return single | several | {name: name in fields for name in BOXES}


def values_of(house: Organisation) -> Values:
    """
    Give what is recorded, to fill the form.
    """
    policy, hours = house.policy, house.publishing.takedown_hours
    contacts = {
        f"{name}_{part}": getattr(getattr(house, name), part) for name in CONTACTS for part in PARTS
    }
    return contacts | {
        "name": house.name,
        "jurisdiction": house.jurisdiction,
        "time_zone": house.time_zone,
        "first_language": house.languages[0],
        "languages": house.languages,
        "holders_public": policy.holders_public or "",
        "holders_closed": policy.holders_closed or "",
        "own_act_survives_majority": policy.own_act_survives_majority,
        "verified_copy_publishes": policy.verified_copy_publishes,
        "family_photos_ask": policy.family_photos_ask,
        "own_approval": house.publishing.own_approval,
        "days": tuple(each.value for each in house.office_hours.days),
        "from_hour": str(house.office_hours.from_hour),
        "until_hour": str(house.office_hours.until_hour),
        **{f"{HOURS}{each.value}": str(hours.get(each, "")) for each in Medium},
    }


def field_at_fault(refused: InvalidInput) -> str:
    """
    Give the field of the form that was refused, as the form calls it.
    """
    name = (refused.field or "").removeprefix("office_hours.").replace(".", "_")
    return name if name in {*LINES, *SEVERAL} else "general"


def reason_of(fault: str) -> str:
    """
    Say what kind of thing is wrong with a field; each kind has one text.
    """
    contact, _, part = fault.partition("_")
    if contact in CONTACTS:
        return f"contact-{part}"
    return "hours" if fault.startswith(HOURS) or fault.endswith("_hour") else fault


def _contact(fields: Fields, name: str) -> Contact:
    return Contact(*(fields[f"{name}_{part}"] for part in PARTS))


def _languages(fields: Fields) -> tuple[str, ...]:
    """
    Give the languages ticked, the first one first: what nobody chose is said in it.
    """
    first = fields["first_language"]
    return tuple(dict.fromkeys(each for each in (first, *fields.many("languages")) if each))


def _takedown_hours(fields: Fields) -> Iterable[tuple[Medium, int]]:
    """
    Read within how many hours something comes down; left empty, the usual time.
    """
    for each in Medium:
        if typed := fields[f"{HOURS}{each.value}"]:
            field = f"{HOURS}{each.value}"
            yield each, within(whole(typed, field), field, least=1, most=MAX_TAKEDOWN_HOURS)


def _rule(fields: Fields, name: str) -> HolderRule | None:
    """
    Read who must say yes; left empty, as the law of the place says.
    """
    return _chosen(HolderRule, fields[name], name) if fields[name] else None


def _chosen(kind: type[E], value: str, field: str) -> E:
    try:
        return kind(value)
    except ValueError:
        raise InvalidInput("Choose one of those offered.", field=field) from None
