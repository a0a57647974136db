"""
Hold conformance cases 15 to 23: pictures, captions, pages and time.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from service.decision.case import Case, Intent
from service.decision.channels import Quota
from service.decision.consents import ConsentAct
from service.decision.ids import PhotoId
from service.decision.people import Dossier
from service.decision.photos import Attestation, Photo, Resemblance
from service.decision.terms import ActKind, MatchClass, Matter
from service.decision.verdict import Code
from tests.decision.build import (
    make_act,
    make_case,
    make_family,
    make_mention,
    make_no,
    make_person,
    make_photo,
    make_picture,
    make_yes,
)
from tests.decision.cast import (
    AT,
    BORN_8_YEARS_AGO,
    CLOSED,
    FB,
    LINKEDIN,
    PUBLISHER,
    TODAY,
)
from tests.decision.conformance_case import ConformanceCase, Question, asks, denies, publishes


def adult(name: str, *acts: ConsentAct) -> Dossier:
    """
    Know an adult who answers alone.
    """
    return Dossier(make_person(name), acts=acts)


def child(name: str, *answers: ActKind) -> Dossier:
    """
    Know a child of eight whose mother and father gave these answers, in this order.
    """
    acts = (
        make_act(kind, name, by, FB, LINKEDIN)
        for kind, by in zip(answers, ("mother", "father"), strict=True)
    )
    return make_family(make_person(name, BORN_8_YEARS_AGO), *acts)


ANNA = adult("anna", make_yes("anna", "anna"))
BRUNO = adult("bruno", make_yes("bruno", "bruno"))
REFUSED_CHILD = child("tom", ActKind.GIVEN, ActKind.REFUSED)


def group_photo() -> Question:
    """
    Show three children of whom one was refused.
    """
    yes = (ActKind.GIVEN, ActKind.GIVEN)
    return make_case(child("ines", *yes), child("louis", *yes), REFUSED_CHILD), FB, AT


def caption(*names: str) -> Question:
    """
    Show Anna, and name people in the caption; Tom's name was refused.
    """
    no = make_no("tom", "father", matter=Matter.NAME)
    tom = make_family(make_person("tom", BORN_8_YEARS_AGO), no)
    case = make_case(ANNA, tom)
    picture = make_picture(make_photo("anna"))
    mentions = tuple(make_mention(name) for name in names)
    return replace(case, pictures=(picture,), mentions=mentions), FB, AT


def likeness(shown: Dossier, match: MatchClass) -> Question:
    """
    Ask about a picture that only resembles a registered photo.
    """
    photo = make_photo(shown.person.id)
    return replace(make_case(shown), pictures=(make_picture(photo, match),)), FB, AT


def refused_in_neighbour(*compared: PhotoId) -> Question:
    """
    Ask about Anna's own photo, which resembles one of a refused child.
    """
    neighbour = make_photo("tom", name="neighbour")
    anna = make_photo("anna")
    looked = replace(seen_by(anna), compared_photo_ids=frozenset(compared))
    picture = make_picture(replace(anna, attestation=looked))
    near = Resemblance(neighbour, MatchClass.SIMILAR)
    picture = replace(picture, resemblances=(*picture.resemblances, near))
    return replace(make_case(ANNA, REFUSED_CHILD), pictures=(picture,)), FB, AT


def seen_by(photo: Photo) -> Attestation:
    """
    Give the attestation that every ordinary photo has.
    """
    assert photo.attestation is not None
    return photo.attestation


def tagged(*, attested: bool, complete: bool = True) -> Question:
    """
    Show two consenting adults in a photo that staff registered just now.
    """
    photo = make_photo("anna", "bruno")
    looked = replace(seen_by(photo), complete=complete) if attested else None
    picture = make_picture(replace(photo, attestation=looked))
    return replace(make_case(ANNA, BRUNO), pictures=(picture,)), FB, AT


def outing_on_linkedin() -> Question:
    """
    Put a child's outing on a page for competence and job offers.
    """
    return make_case(child("tom", ActKind.GIVEN, ActKind.GIVEN)), LINKEDIN, AT


def post_of_the_week(number: int) -> Question:
    """
    Ask for the *number*th post of this ISO week on a page with a quota of four.
    """
    case = make_case(adult("anna", make_yes("anna", "anna", CLOSED)))
    page = replace(case.channels[CLOSED], quota=Quota(limit=4))
    hours = (AT - timedelta(hours=hour) for hour in range(1, number))
    return replace(case, channels={CLOSED: page}, published={CLOSED: tuple(hours)}), CLOSED, AT


def expires_tomorrow() -> Question:
    """
    Schedule a post for three days from now.
    """
    yes = replace(make_yes("anna", "anna"), expires_on=TODAY + timedelta(days=1))
    return make_case(adult("anna", yes)), FB, AT + timedelta(days=3)


CHECKED_AT = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
WITHDRAWN_AT = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)


def race(known_at: datetime) -> Question:
    """
    Check, and publish an hour later; between the two the adult withdraws.
    """
    withdrawal = make_act(ActKind.WITHDRAWN, "anna", "anna", signed_at=WITHDRAWN_AT)
    case: Case = make_case(adult("anna", make_yes("anna", "anna"), withdrawal))
    publishing = replace(case, intent=Intent.PUBLISH, actor_id=PUBLISHER, known_at=known_at)
    return publishing, FB, known_at


OBSTACLE = frozenset({Code.REFUSED, Code.SIGNERS_DISAGREE})
"""A refused person of a neighbour may be shown as an obstacle."""

CONTENT_CASES: tuple[ConformanceCase, ...] = (
    denies(
        15,
        "one of three is refused",
        group_photo,
        Code.REFUSED,
        besides=OBSTACLE,
    ),
    denies(16, "named in the caption", lambda: caption("tom"), Code.REFUSED),
    publishes(16, "the photo on its own", caption),
    asks(
        17, "a similar picture", lambda: likeness(ANNA, MatchClass.SIMILAR), Code.IMAGE_SIMILAR_ONLY
    ),
    asks(
        17,
        "an altered copy",
        lambda: likeness(ANNA, MatchClass.ALTERED_COPY),
        Code.IMAGE_SIMILAR_ONLY,
    ),
    asks(
        18,
        "only similar",
        lambda: likeness(REFUSED_CHILD, MatchClass.SIMILAR),
        Code.IMAGE_SIMILAR_ONLY,
        besides=OBSTACLE,
    ),
    asks(
        18,
        "registered itself, not compared",
        refused_in_neighbour,
        Code.IMAGE_SIMILAR_ONLY,
        besides=OBSTACLE,
    ),
    publishes(
        18, "registered itself, compared", lambda: refused_in_neighbour(PhotoId("neighbour"))
    ),
    publishes(19, "attested", lambda: tagged(attested=True)),
    asks(
        19,
        "not attested",
        lambda: tagged(attested=False),
        besides=frozenset({Code.UNKNOWN_PERSON, Code.IMAGE_NOT_REGISTERED}),
    ),
    asks(
        19,
        "somebody else is visible",
        lambda: tagged(attested=True, complete=False),
        Code.UNKNOWN_PERSON,
    ),
    denies(20, "an outing is no job offer", outing_on_linkedin, Code.PURPOSE_NOT_COVERED),
    publishes(21, "the fourth", lambda: post_of_the_week(4)),
    denies(21, "the fifth", lambda: post_of_the_week(5), Code.QUOTA_REACHED),
    asks(22, "expires before the post", expires_tomorrow, Code.EXPIRED),
    publishes(23, "the check", lambda: race(CHECKED_AT)),
    denies(23, "the publication an hour later", lambda: race(AT), Code.WITHDRAWN),
)
