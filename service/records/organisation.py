"""
Hold an organisation, its units and the people who can be reached there.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from service.decision.case import Policy
from service.decision.channels import Contact
from service.decision.ids import OrganisationId, UnitId
from service.decision.terms import Medium


@dataclass(frozen=True, slots=True)
class Publishing:
    """
    How the organisation publishes and takes down.
    """

    own_approval: bool = False
    """Whoever proposes a post may approve it too: a house with one publisher."""
    takedown_hours: Mapping[Medium, int] = field(default_factory=dict)
    """Until when something must be down, where it is not the usual time."""


class Weekday(StrEnum):
    """
    A day of the week, in the order of Python's `weekday()`.
    """

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


WORKDAYS = tuple(Weekday)[:5]


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """
    When the organisation writes to families unasked (domain rule 24).

    In its own time zone: nobody is woken by a notice.
    """

    days: tuple[Weekday, ...] = WORKDAYS
    from_hour: int = 8
    until_hour: int = 18
    """The first hour at which nothing is sent any more; 24 is midnight."""


class SecondFactor(StrEnum):
    """
    Whether a password alone opens the organisation.
    """

    REQUIRED = "required"
    OFF = "off"
    """Only for the example organisation; no route and no page can set it."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """
    A controller; every row belongs to one.
    """

    id: OrganisationId
    slug: str
    """Short name in addresses and ledger origin: a-z, 0-9 and hyphens."""
    name: str
    jurisdiction: str
    time_zone: str
    """IANA name; days begin and end here."""
    languages: tuple[str, ...]
    """BCP 47; every form version must have all of them."""
    contact: Contact
    press: Contact
    legal: Contact
    policy: Policy = field(default_factory=Policy)
    second_factor: SecondFactor = SecondFactor.REQUIRED
    publishing: Publishing = field(default_factory=Publishing)
    office_hours: OfficeHours = field(default_factory=OfficeHours)


@dataclass(frozen=True, slots=True)
class Unit:
    """
    A service, class or ward.
    """

    id: UnitId
    name: str
    contact: Contact
    reveals_special_category: bool = False
