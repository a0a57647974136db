"""
Build people, answers, channels and questions by hand, with fixed dates.

Every builder states the ordinary thing; a test says what is not ordinary with
`dataclasses.replace`.  "Ordinary" is: Belgium, everybody verified, every purpose
covered, a photo of the house that somebody looked at, asked on Monday 2 March 2026.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime

from service.decision.case import Case, House, Policy
from service.decision.channels import Channel
from service.decision.consents import ConsentAct
from service.decision.holds import Hold
from service.decision.ids import (
    ActId,
    AttestationId,
    AuthorityId,
    ChannelId,
    GroupId,
    HoldId,
    PersonId,
    PhotoId,
    ProtectionId,
    SignatoryId,
)
from service.decision.naming import Mention, MentionForm
from service.decision.people import Authority, Dossier, Person, Protection
from service.decision.photos import Attestation, Depiction, Photo, Picture, Resemblance, Rights
from service.decision.terms import (
    ActKind,
    Audience,
    AuthorityBasis,
    AuthorityKind,
    Category,
    HoldKind,
    MatchClass,
    Matter,
    Medium,
    ProtectionKind,
    Purpose,
    RightsSource,
)
from tests.decision.cast import (
    ADULT_BORN_ON,
    AT,
    BRUSSELS,
    CLOSED,
    CONTACT,
    FB,
    JURISDICTIONS,
    KINDS,
    LEGAL,
    LINKEDIN,
    PRESS,
    PUBLISHER,
    SIGNED_AT,
    SOCIAL,
    TIKTOK,
    UNIT,
    WEB,
    capacity_of,
)


def make_channel(
    channel_id: ChannelId,
    medium: Medium = Medium.SOCIAL,
    audience: Audience = Audience.PUBLIC,
    groups: Iterable[GroupId] = (),
) -> Channel:
    """
    Register a channel that serves every purpose.
    """
    return Channel(
        id=channel_id,
        name=channel_id,
        medium=medium,
        platform=channel_id,
        audience=audience,
        purposes=frozenset(Purpose),
        group_ids=frozenset(groups),
        publisher_ids=frozenset({PUBLISHER}),
    )


REGISTER = {
    channel.id: channel
    for channel in (
        make_channel(FB, groups=[SOCIAL]),
        replace(make_channel(CLOSED, audience=Audience.SERVICE, groups=[SOCIAL]), unit_id=UNIT),
        make_channel(TIKTOK, groups=[SOCIAL]),
        make_channel(WEB, Medium.WEB),
        replace(
            make_channel(LINKEDIN),
            purposes=frozenset({Purpose.COMPETENCE, Purpose.RECRUITMENT}),
        ),
    )
}


def make_person(
    name: str,
    born_on: date | None = ADULT_BORN_ON,
    category: Category = Category.BENEFICIARY,
    jurisdiction: str = "BE",
) -> Person:
    """
    Make a person, by default an adult beneficiary in Belgium.
    """
    return Person(PersonId(name), category, jurisdiction, born_on)


def make_authority(person: str, by: str) -> Authority:
    """
    Let somebody speak for a person, verified and without end.
    """
    kind = KINDS[by]
    return Authority(
        id=AuthorityId(f"{by} for {person}"),
        person_id=PersonId(person),
        signatory_id=SignatoryId(by),
        kind=kind,
        basis=AuthorityBasis.FILIATION if kind is AuthorityKind.PARENT else AuthorityBasis.JUDGMENT,
    )


def make_protection(kind: ProtectionKind, *, covers_image: bool = True) -> Protection:
    """
    Put an adult under an order without end.
    """
    return Protection(ProtectionId(kind.value), kind, covers_image)


def make_act(
    kind: ActKind,
    person: str,
    by: str,
    *channels: ChannelId,
    signed_at: datetime = SIGNED_AT,
    matter: Matter = Matter.IMAGE,
) -> ConsentAct:
    """
    Record an answer on the web, for the public page unless channels are named.
    """
    named = ",".join(channels)
    return ConsentAct(
        id=ActId(f"{kind}/{person}/{by}/{named}/{matter}/{signed_at.isoformat()}"),
        person_id=PersonId(person),
        signatory_id=SignatoryId(by),
        capacity=capacity_of(by),
        kind=kind,
        matters=frozenset({matter}),
        signed_from=signed_at,
        signed_until=signed_at,
        recorded_at=signed_at,
        channel_ids=frozenset(channels or (FB,)),
        purposes=frozenset(Purpose) if kind in {ActKind.GIVEN, ActKind.RENEWED} else frozenset(),
    )


def make_yes(
    person: str,
    by: str,
    *channels: ChannelId,
    signed_at: datetime = SIGNED_AT,
    matter: Matter = Matter.IMAGE,
) -> ConsentAct:
    """
    Say yes for every purpose.
    """
    return make_act(ActKind.GIVEN, person, by, *channels, signed_at=signed_at, matter=matter)


def make_no(
    person: str,
    by: str,
    *channels: ChannelId,
    signed_at: datetime = SIGNED_AT,
    matter: Matter = Matter.IMAGE,
) -> ConsentAct:
    """
    Say no.
    """
    return make_act(ActKind.REFUSED, person, by, *channels, signed_at=signed_at, matter=matter)


def for_group(act: ConsentAct, group: GroupId = SOCIAL) -> ConsentAct:
    """
    Let an act speak of a whole group, besides the channels it names.
    """
    return replace(act, id=ActId(f"{act.id}+{group}"), group_ids=frozenset({group}))


def on_paper(act: ConsentAct, day: date, recorded_at: datetime) -> ConsentAct:
    """
    Let an act come from a paper form that bears a day and was recorded later.
    """
    midnight = datetime(day.year, day.month, day.day, tzinfo=BRUSSELS)
    end = midnight.replace(hour=23, minute=59, second=59)
    return replace(
        act,
        id=ActId(f"{act.id} on paper {day}"),
        signed_from=midnight.astimezone(UTC),
        signed_until=end.astimezone(UTC),
        recorded_at=recorded_at,
    )


def invalidate(act: ConsentAct, signed_at: datetime) -> ConsentAct:
    """
    Let the organisation say that an act never counted.
    """
    return replace(
        make_act(ActKind.INVALIDATED, act.person_id, "organisation", signed_at=signed_at),
        id=ActId(f"invalidated: {act.id}"),
        matters=act.matters,
        targets_act_id=act.id,
    )


def make_family(child: Person, *acts: ConsentAct, holders: Iterable[str] = ()) -> Dossier:
    """
    Give a child a mother and a father, or the *holders* named.
    """
    return Dossier(
        child,
        authorities=tuple(make_authority(child.id, by) for by in holders or ("mother", "father")),
        acts=acts,
    )


OWN_RIGHTS = Rights(
    source=RightsSource.OWN,
    creator="Nora Peeters",
    owner="Les Jacinthes",
    licence="own work",
    credit_line="© Les Jacinthes",
)


def make_photo(*people: str, name: str = "outing") -> Photo:
    """
    Register a photo of the house whose people were all attested.
    """
    return Photo(
        id=PhotoId(name),
        depictions=tuple(Depiction(PersonId(person)) for person in people),
        attestation=Attestation(AttestationId(f"looked at {name}"), complete=True),
        rights=OWN_RIGHTS,
    )


def make_picture(photo: Photo, match: MatchClass = MatchClass.SAME_BYTES) -> Picture:
    """
    Ask about a picture that is a registered photo, or resembles it.
    """
    return Picture((Resemblance(photo, match),))


def make_mention(*people: str) -> Mention:
    """
    Find a registered name in a caption; several people bear it when several are given.
    """
    return Mention(0, 4, "name", MentionForm.FULL_NAME, frozenset(people))


def make_hold(kind: HoldKind) -> Hold:
    """
    Put a hold on, long ago and without end.
    """
    return Hold(HoldId(kind.value), kind, from_at=SIGNED_AT)


def make_house(jurisdiction: str = "BE", policy: Policy | None = None) -> House:
    """
    Make the organisation that asks.
    """
    return House(BRUSSELS, jurisdiction, CONTACT, PRESS, LEGAL, policy or Policy())


def make_case(*dossiers: Dossier, policy: Policy | None = None) -> Case:
    """
    Ask about one registered photo that shows everybody in *dossiers*.
    """
    people = {dossier.person.id: dossier for dossier in dossiers}
    jurisdiction = dossiers[0].person.jurisdiction if dossiers else "BE"
    return Case(
        house=make_house(jurisdiction, policy),
        jurisdictions=JURISDICTIONS,
        known_at=AT,
        purpose=Purpose.ACTIVITY_REPORT,
        channels=REGISTER,
        dossiers=people,
        pictures=(make_picture(make_photo(*people)),),
    )
