"""
Turn the demo's plain values into the facts that the rules judge.

Slugs become ids.  Answers count as recorded at noon of the day they were signed on.
"""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from cli.demo import house
from cli.demo.answers import Answer, answers
from cli.demo.cast import Member, everybody
from cli.demo.channels import CHANNELS, Place
from cli.demo.dates import days
from cli.demo.drawing.scene import Scene
from cli.demo.forms.editions import EDITIONS
from service.decision.case import Case, House
from service.decision.channels import Channel, Contact, Quota
from service.decision.consents import ConsentAct, FormVersion
from service.decision.holds import Hold
from service.decision.ids import (
    ActId,
    AttestationId,
    AuthorityId,
    ChannelId,
    EvidenceId,
    FormVersionId,
    GroupId,
    HoldId,
    PersonId,
    PhotoId,
    ProtectionId,
    SignatoryId,
    TemplateId,
    UnitId,
)
from service.decision.people import Authority, Dossier, Membership, Person, Protection
from service.decision.photos import (
    Attestation,
    Depiction,
    Photo,
    Picture,
    Region,
    Resemblance,
    Rights,
)
from service.decision.terms import ActKind, MatchClass, Method, Purpose
from tests.decision.cast import JURISDICTIONS

ZONE = ZoneInfo(house.TIME_ZONE)


def noon(day: date) -> datetime:
    return datetime.combine(day, time(12), ZONE)


def contact_of(desk: house.Desk) -> Contact:
    return Contact(desk.name, desk.role, desk.email, desk.phone)


def channel_of(place: Place) -> Channel:
    return Channel(
        id=ChannelId(place.slug),
        name=place.name,
        medium=place.medium,
        platform=place.platform,
        audience=place.audience,
        purposes=place.purposes,
        unit_id=UnitId(place.service) if place.service else None,
        group_ids=frozenset({GroupId(place.group)} if place.group else ()),
        quota=Quota(place.quota) if place.quota else None,
        special_category=place.special_category,
        contact=contact_of(place.contact),
        checklist=place.checklist,
    )


def act_of(answer: Answer, number: int) -> ConsentAct:
    start = datetime.combine(answer.signed_on, time(), ZONE)
    names_form = answer.kind in {ActKind.GIVEN, ActKind.RENEWED}
    edition = next(
        each for each in EDITIONS if (each.template, each.number) == (answer.form, answer.version)
    )
    return ConsentAct(
        id=ActId(f"act-{number:03}"),
        person_id=PersonId(answer.person),
        signatory_id=SignatoryId(answer.signatory),
        capacity=answer.capacity,
        kind=answer.kind,
        matters=answer.matters,
        signed_from=start,
        signed_until=start + timedelta(days=1, microseconds=-1),
        recorded_at=noon(answer.signed_on),
        channel_ids=frozenset(map(ChannelId, answer.channels)),
        group_ids=frozenset(map(GroupId, answer.groups)),
        everywhere=answer.everywhere,
        purposes=(answer.purposes or edition.purposes) if names_form else frozenset[Purpose](),
        explicit=answer.explicit,
        method=answer.method,
        form_version_id=FormVersionId(f"{answer.form}/{answer.version}") if names_form else None,
        expires_on=answer.expires_on,
        evidence_id=EvidenceId("scan") if answer.method is Method.PAPER else None,
    )


def authorities_of(member: Member) -> tuple[Authority, ...]:
    return tuple(
        Authority(
            id=AuthorityId(f"{member.slug}/{say.signatory}"),
            person_id=PersonId(member.slug),
            signatory_id=SignatoryId(say.signatory),
            kind=say.kind,
            basis=say.basis,
            from_on=say.from_on,
            until_on=say.until_on,
            sole=say.sole,
            verified=say.verified,
        )
        for say in member.says
    )


def person_of(member: Member) -> Person:
    return Person(
        id=PersonId(member.slug),
        category=member.category,
        jurisdiction=member.jurisdiction,
        born_on=member.born_on,
        known_adult=member.known_adult,
        died_on=member.died_on,
        mental_capacity=member.mental_capacity,
        discerning_from=member.discerning_from,
        emancipated_from=member.emancipated_from,
        left_on=member.left_on,
        memberships=tuple(
            Membership(UnitId(stay.service), stay.from_on, stay.until_on) for stay in member.stays
        ),
    )


def dossier_of(member: Member, acts: tuple[ConsentAct, ...]) -> Dossier:
    return Dossier(
        person=person_of(member),
        authorities=authorities_of(member),
        protections=tuple(
            Protection(
                ProtectionId(f"{member.slug}/{number}"),
                order.kind,
                order.covers_image,
                order.from_on,
                review_on=order.review_on,
            )
            for number, order in enumerate(member.orders)
        ),
        acts=tuple(act for act in acts if act.person_id == member.slug),
        holds=tuple(
            Hold(
                HoldId(f"{member.slug}/{number}"),
                stop.kind,
                noon(stop.from_on),
                person_id=PersonId(member.slug),
            )
            for number, stop in enumerate(member.stops)
        ),
    )


def picture_of(scene: Scene) -> Picture:
    photo = Photo(
        id=PhotoId(scene.slug),
        depictions=tuple(
            Depiction(PersonId(each.slug), each.visibility, each.in_function, Region(*each.region))
            for each in scene.people
        ),
        attestation=Attestation(AttestationId(scene.slug), scene.complete, scene.informed),
        rights=Rights(
            scene.source,
            creator=scene.photographer,
            licence=scene.licence,
            credit_line=scene.credit,
        ),
        public_place=scene.public_place,
    )
    return Picture((Resemblance(photo, MatchClass.SAME_BYTES),))


def form_versions(today: date) -> dict[FormVersionId, FormVersion]:
    versions = (
        FormVersion(
            FormVersionId(f"{each.template}/{each.number}"),
            TemplateId(each.template),
            each.number,
            noon(days(today, each.published_days_ago)),
            each.material,
            frozenset(map(ChannelId, each.changed_channels)) or None,
        )
        for each in EDITIONS
    )
    return {version.id: version for version in versions}


def case_of(scene: Scene, purpose: Purpose, today: date) -> Case:
    acts = tuple(act_of(answer, number) for number, answer in enumerate(answers(today)))
    return Case(
        house=House(
            ZONE,
            house.JURISDICTION,
            contact_of(house.CONTACT),
            contact_of(house.PRESS),
            contact_of(house.LEGAL),
        ),
        jurisdictions=JURISDICTIONS,
        known_at=noon(today),
        purpose=purpose,
        channels={ChannelId(place.slug): channel_of(place) for place in CHANNELS},
        dossiers={PersonId(member.slug): dossier_of(member, acts) for member in everybody(today)},
        pictures=(picture_of(scene),),
        form_versions=form_versions(today),
    )
