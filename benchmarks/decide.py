"""
Measure the pure decision: 30 people on 12 channels with 20 acts each.

The rival is the least that any program must do to be sure of the same answer:
look once at every act for every person and channel.
"""

import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from benchmarks.ratio import Ratio
from service.decision.case import Case, House
from service.decision.channels import Channel, Contact
from service.decision.consents import ConsentAct
from service.decision.ids import (
    ActId,
    AttestationId,
    AuthorityId,
    ChannelId,
    PersonId,
    PhotoId,
    SignatoryId,
)
from service.decision.jurisdiction import parse_jurisdictions
from service.decision.people import Authority, Dossier, Person
from service.decision.photos import Attestation, Depiction, Photo, Picture, Resemblance, Rights
from service.decision.post import decide_everywhere
from service.decision.terms import (
    ActKind,
    Audience,
    AuthorityBasis,
    AuthorityKind,
    Capacity,
    Category,
    MatchClass,
    Matter,
    Medium,
    Purpose,
    RightsSource,
)

PEOPLE, CHANNELS, ACTS = 30, 12, 20
GOAL_PER_SECOND = 20_000
ROUNDS = 40
SIGNED_AT = datetime(2026, 1, 5, 9, tzinfo=UTC)
ASKED_AT = datetime(2026, 11, 2, 9, tzinfo=UTC)
TABLE = Path(__file__).parent.parent / "service" / "decision" / "jurisdictions.toml"
DESK = Contact("Desk", "contact")


def case_of(people: int) -> Case:
    """
    Build a post that shows *people* children, everybody having said yes.
    """
    channels = {ChannelId(f"c{n}"): channel(n) for n in range(CHANNELS)}
    dossiers = {PersonId(f"p{n}"): dossier(n) for n in range(people)}
    photo = Photo(
        id=PhotoId("photo"),
        depictions=tuple(Depiction(person_id) for person_id in dossiers),
        attestation=Attestation(AttestationId("a"), complete=True),
        rights=Rights(RightsSource.STAFF, "Ann", "House", "own", "Ann"),
    )
    return Case(
        house=House(ZoneInfo("Europe/Brussels"), "BE", DESK, DESK, DESK),
        jurisdictions=parse_jurisdictions(TABLE.read_text()),
        known_at=ASKED_AT,
        purpose=Purpose.INFORMATION,
        channels=channels,
        dossiers=dossiers,
        pictures=(Picture((Resemblance(photo, MatchClass.SAME_BYTES),)),),
    )


def channel(number: int) -> Channel:
    """
    Build a public channel.
    """
    return Channel(
        ChannelId(f"c{number}"), "page", Medium.SOCIAL, "page", Audience.PUBLIC, frozenset(Purpose)
    )


def dossier(number: int) -> Dossier:
    """
    Build a child of ten with two parents who answered ten times each.
    """
    person_id = PersonId(f"p{number}")
    parents = [SignatoryId(f"{person_id}-{side}") for side in ("mother", "father")]
    return Dossier(
        person=Person(person_id, Category.BENEFICIARY, "BE", born_on=date(2016, 5, 4)),
        authorities=tuple(
            Authority(
                AuthorityId(parent),
                person_id,
                parent,
                AuthorityKind.PARENT,
                AuthorityBasis.FILIATION,
            )
            for parent in parents
        ),
        acts=tuple(act(person_id, parents[each % 2], each) for each in range(ACTS)),
    )


def act(person_id: PersonId, parent: SignatoryId, number: int) -> ConsentAct:
    """
    Build one yes to every channel, a few days after the one before.
    """
    signed_at = SIGNED_AT + timedelta(days=number)
    return ConsentAct(
        id=ActId(f"{person_id}-{number}"),
        person_id=person_id,
        signatory_id=parent,
        capacity=Capacity.PARENT,
        kind=ActKind.GIVEN,
        matters=frozenset({Matter.IMAGE, Matter.NAME, Matter.TAG}),
        signed_from=signed_at,
        signed_until=signed_at,
        recorded_at=signed_at,
        channel_ids=frozenset(ChannelId(f"c{n}") for n in range(CHANNELS)),
        purposes=frozenset(Purpose),
    )


def look_once(case: Case) -> int:
    """
    Touch every act once for each person and channel: the floor.
    """
    seen = 0
    for channel_id in case.channels:
        for each in case.dossiers.values():
            for one in each.acts:
                seen += channel_id in one.channel_ids and Matter.IMAGE in one.matters
    return seen


def best_seconds(work: Callable[[Case], object], case: Case) -> float:
    """
    Give the shortest of some rounds: the machine's noise only ever adds.
    """
    best = float("inf")
    for _ in range(ROUNDS):
        started = time.perf_counter()
        work(case)
        best = min(best, time.perf_counter() - started)
    return best


def measure() -> list[Ratio]:
    """
    Give decisions per second, the floor's rate, and how time grows with people.
    """
    case = case_of(PEOPLE)
    decisions = PEOPLE * CHANNELS
    ours = best_seconds(lambda each: decide_everywhere(each, ASKED_AT), case)
    floor = best_seconds(look_once, case)
    tenfold = best_seconds(lambda each: decide_everywhere(each, ASKED_AT), case_of(PEOPLE * 10))
    rate = decisions / ours
    return [
        Ratio(
            "decide: person x channel a second, against the goal",
            f"{rate:,.0f}/s",
            f"{GOAL_PER_SECOND:,}/s",
            rate / GOAL_PER_SECOND,
            at_least=1.0,
        ),
        Ratio(
            "decide: time of looking once at every act",
            f"{ours:.4f} s",
            f"{floor:.4f} s",
            ours / floor,
        ),
        Ratio(
            "decide: time for 10 x the people, over 10",
            f"{tenfold:.4f} s",
            f"{ours * 10:.4f} s",
            tenfold / (ours * 10),
            at_most=1.3,
        ),
    ]
