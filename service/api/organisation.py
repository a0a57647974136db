"""
The organisation: its settings.
"""

from typing import Annotated, Any

from litestar import Router, get, patch
from litestar.di import NamedDependency
from litestar.params import JSONBody
from msgspec import UNSET, Meta, Struct, UnsetType

from service.api.wire import ContactIn, ContactOut, Incoming, Language, Line
from service.decision.case import Policy
from service.decision.terms import HolderRule, Medium
from service.records.organisation import OfficeHours, Organisation, Publishing, Weekday
from service.usecases.caller import Caller
from service.usecases.organisations import OrganisationDetails
from service.usecases.registry import Registry

Jurisdiction = Annotated[str, Meta(max_length=20, examples=["BE"])]
TimeZone = Annotated[str, Meta(max_length=64, examples=["Europe/Brussels"])]
Languages = Annotated[list[Language], Meta(min_length=1, max_length=20)]
Hours = Annotated[int, Meta(examples=[72])]


class PolicyIn(Incoming, frozen=True, kw_only=True):
    """
    What the organisation decides where the law leaves room.
    """

    holders_public: HolderRule | None = None
    holders_closed: HolderRule | None = None
    own_act_survives_majority: bool = True
    verified_copy_publishes: bool = True
    family_photos_ask: bool = True


class PolicyOut(Struct, frozen=True):
    """
    What the organisation decided where the law leaves room.
    """

    holders_public: HolderRule | None
    holders_closed: HolderRule | None
    own_act_survives_majority: bool
    verified_copy_publishes: bool
    family_photos_ask: bool


class TakedownHoursIn(Incoming, frozen=True, kw_only=True):
    """
    Until when something must be down, by medium, in hours.
    """

    social: Hours | UnsetType = UNSET
    web: Hours | UnsetType = UNSET
    print: Hours | UnsetType = UNSET
    display: Hours | UnsetType = UNSET
    press: Hours | UnsetType = UNSET
    email: Hours | UnsetType = UNSET
    messaging: Hours | UnsetType = UNSET
    internal: Hours | UnsetType = UNSET
    av: Hours | UnsetType = UNSET
    event: Hours | UnsetType = UNSET


class PublishingIn(Incoming, frozen=True, kw_only=True):
    """
    How the organisation publishes and takes down.

    What is not named in `takedown_hours` keeps the usual time.
    """

    own_approval: bool = False
    takedown_hours: TakedownHoursIn | UnsetType = UNSET


class PublishingOut(Struct, frozen=True):
    """
    How the organisation publishes and takes down.
    """

    own_approval: bool
    takedown_hours: dict[Medium, int]


class OfficeHoursIn(Incoming, frozen=True, kw_only=True):
    """
    When families are written to unasked, in the organisation's time zone.
    """

    days: Annotated[list[Weekday], Meta(min_length=1, max_length=7)]
    from_hour: Annotated[int, Meta(examples=[8])]
    until_hour: Annotated[int, Meta(examples=[18])]


class OfficeHoursOut(Struct, frozen=True):
    """
    When families are written to unasked, in the organisation's time zone.
    """

    days: list[Weekday]
    from_hour: int
    until_hour: int


class OrganisationChange(Incoming, frozen=True, kw_only=True):
    """
    What changes about the organisation; what is left out stays.
    """

    name: Line | UnsetType = UNSET
    jurisdiction: Jurisdiction | UnsetType = UNSET
    time_zone: TimeZone | UnsetType = UNSET
    languages: Languages | UnsetType = UNSET
    contact: ContactIn | UnsetType = UNSET
    press: ContactIn | UnsetType = UNSET
    legal: ContactIn | UnsetType = UNSET
    policy: PolicyIn | UnsetType = UNSET
    publishing: PublishingIn | UnsetType = UNSET
    office_hours: OfficeHoursIn | UnsetType = UNSET


class OrganisationOut(Struct, frozen=True):
    """
    The organisation as recorded.
    """

    id: str
    slug: str
    name: str
    jurisdiction: str
    time_zone: str
    languages: list[str]
    contact: ContactOut
    press: ContactOut
    legal: ContactOut
    policy: PolicyOut
    publishing: PublishingOut
    office_hours: OfficeHoursOut

    @classmethod
    def of(cls, organisation: Organisation) -> "OrganisationOut":
        """
        Show the organisation.
        """
        policy = organisation.policy
        return cls(
            id=organisation.id,
            slug=organisation.slug,
            name=organisation.name,
            jurisdiction=organisation.jurisdiction,
            time_zone=organisation.time_zone,
            languages=list(organisation.languages),
            contact=ContactOut.of(organisation.contact),
            press=ContactOut.of(organisation.press),
            legal=ContactOut.of(organisation.legal),
            policy=PolicyOut(
                policy.holders_public,
                policy.holders_closed,
                policy.own_act_survives_majority,
                policy.verified_copy_publishes,
                policy.family_photos_ask,
            ),
            publishing=PublishingOut(
                organisation.publishing.own_approval,
                dict(organisation.publishing.takedown_hours),
            ),
            office_hours=OfficeHoursOut(
                list(organisation.office_hours.days),
                organisation.office_hours.from_hour,
                organisation.office_hours.until_hour,
            ),
        )


def _details(sent: OrganisationChange) -> OrganisationDetails:
    """
    Give what was told as the verbs take it.
    """
    told: dict[str, Any] = sent.told()
    for name in ("contact", "press", "legal"):
        if name in told:
            told[name] = told[name].to_contact()
    if "languages" in told:
        told["languages"] = tuple(told["languages"])
    if "policy" in told:
        told["policy"] = Policy(**told["policy"].told())
    if "publishing" in told:
        told["publishing"] = _publishing(told["publishing"])
    if "office_hours" in told:
        hours = told["office_hours"]
        told["office_hours"] = OfficeHours(tuple(hours.days), hours.from_hour, hours.until_hour)
    return OrganisationDetails(**told)


def _publishing(sent: PublishingIn) -> Publishing:
    """
    Give how the organisation publishes as the verbs take it.
    """
    told = sent.takedown_hours.told() if sent.takedown_hours is not UNSET else {}
    return Publishing(sent.own_approval, {Medium(name): each for name, each in told.items()})


@get("/", operation_id="getSettings", sync_to_thread=True)
def get_settings(
    caller: NamedDependency[Caller], registry: NamedDependency[Registry]
) -> OrganisationOut:
    """
    Give the settings of the organisation.
    """
    return OrganisationOut.of(registry.organisations.get_settings(caller))


@patch("/", operation_id="changeSettings", sync_to_thread=True)
def change_settings(
    data: JSONBody[OrganisationChange],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> OrganisationOut:
    """
    Change the settings of the organisation.
    """
    return OrganisationOut.of(registry.organisations.change_settings(caller, _details(data)))


ROUTES = Router(
    "/organisation", route_handlers=[get_settings, change_settings], tags=["organisation"]
)
