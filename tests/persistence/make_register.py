"""
Make channels, holds, forms and acts, each complete and plain to see.
"""

from collections.abc import Iterable
from datetime import date, datetime

from service.decision.channels import Channel
from service.decision.consents import ConsentAct, FormVersion
from service.decision.holds import Hold
from service.decision.ids import (
    ActId,
    ChannelId,
    FormVersionId,
    GroupId,
    HoldId,
    PersonId,
    PhotoId,
    SignatoryId,
    TemplateId,
    UnitId,
)
from service.decision.terms import ActKind, Audience, Capacity, HoldKind, Matter, Medium, Purpose
from service.records.channels import ChannelGroup, ChannelRecord
from service.records.forms import FormTemplate, FormText, FormVersionRecord
from service.records.reviews import Review, ReviewKind
from tests.persistence.ground import NOW


def make_channel(
    name: str = "facebook",
    *,
    groups: Iterable[str] = (),
    audience: Audience = Audience.SERVICE,
    purposes: Iterable[Purpose] = (Purpose.INFORMATION,),
    closed: bool = False,
    special: bool = False,
) -> ChannelRecord:
    """
    Make a registered page called *name*.
    """
    return ChannelRecord(
        Channel(
            id=ChannelId(f"channel-{name}"),
            name=name,
            medium=Medium.SOCIAL,
            platform="facebook",
            audience=audience,
            purposes=frozenset(purposes),
            group_ids=frozenset(GroupId(f"group-{group}") for group in groups),
            special_category=special,
            closed=closed,
        ),
        slug=name,
        address=f"https://pages.example/{name}",
    )


def make_group(name: str = "social") -> ChannelGroup:
    """
    Make a named set of channels.
    """
    return ChannelGroup(GroupId(f"group-{name}"), name, name.capitalize())


def make_hold(
    name: str = "crisis",
    *,
    kind: HoldKind = HoldKind.CRISIS,
    person: str | None = None,
    photo: str | None = None,
    unit: str | None = None,
    until_at: datetime | None = None,
) -> Hold:
    """
    Make a stop on the whole organisation, or on what is named.
    """
    return Hold(
        HoldId(f"hold-{name}"),
        kind,
        NOW,
        until_at,
        unit_id=UnitId(f"unit-{unit}") if unit else None,
        person_id=PersonId(f"person-{person}") if person else None,
        photo_id=PhotoId(f"photo-{photo}") if photo else None,
    )


def make_review(name: str = "facebook", next_due_on: date = date(2031, 6, 15)) -> Review:
    """
    Say of a channel that somebody looked at it.
    """
    return Review(ReviewKind.CHANNEL, f"channel-{name}", 1, next_due_on)


def make_act(
    name: str = "yes",
    *,
    person: str = "lea",
    kind: ActKind = ActKind.GIVEN,
    recorded_at: datetime = NOW,
    form: str | None = None,
) -> ConsentAct:
    """
    Make an answer of the person for the image on Facebook.
    """
    return ConsentAct(
        id=ActId(f"act-{name}"),
        person_id=PersonId(f"person-{person}"),
        signatory_id=SignatoryId(f"person-{person}"),
        capacity=Capacity.SELF,
        kind=kind,
        matters=frozenset({Matter.IMAGE, Matter.NAME}),
        signed_from=recorded_at,
        signed_until=recorded_at,
        recorded_at=recorded_at,
        channel_ids=frozenset({ChannelId("channel-facebook"), ChannelId("channel-web")}),
        purposes=frozenset({Purpose.INFORMATION}),
        form_version_id=FormVersionId(f"version-{form}") if form else None,
    )


def make_template(name: str = "intake") -> FormTemplate:
    """
    Make a form.
    """
    return FormTemplate(TemplateId(f"template-{name}"), name, name.capitalize())


def make_version(
    number: int = 1, template: str = "intake", published_at: datetime = NOW
) -> FormVersionRecord:
    """
    Make a version of a form in two languages.
    """
    return FormVersionRecord(
        version=FormVersion(
            FormVersionId(f"version-{template}-{number}"),
            TemplateId(f"template-{template}"),
            number,
            published_at,
            material=number > 1,
        ),
        texts={"fr": FormText("Oui ?", "00"), "nl": FormText("Ja?", "01")},
        matters=frozenset({Matter.IMAGE}),
        channel_ids=frozenset({ChannelId("channel-facebook")}),
        group_ids=frozenset(),
        purposes=frozenset({Purpose.INFORMATION}),
    )
