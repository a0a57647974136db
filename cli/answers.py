"""
Take an answer, or its end, from the command line.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import ParamSpec, TypedDict, TypeVar

import click

from cli.scans import scan_of
from cli.terminal.door import Inside
from cli.terminal.finding import (
    find_channel,
    find_group,
    find_person,
    find_signatory,
    find_version,
)
from cli.terminal.output import emit, say_whole
from cli.terminal.reading import FILE, day, one_of
from service.decision.consents import ConsentAct
from service.decision.ids import PersonId, SignatoryId
from service.decision.terms import ActKind, Capacity, Matter, Method, Purpose
from service.usecases.consents import ConsentDetails, Reach, Signing, StopDetails
from service.usecases.plain import plain

P = ParamSpec("P")
T = TypeVar("T")


class StopWords(TypedDict):
    """
    The words that describe what is taken back.
    """

    by: str | None
    channels: tuple[str, ...]
    groups: tuple[str, ...]
    matters: tuple[str, ...]
    note: str


class AnswerWords(TypedDict):
    """
    The words that describe an answer.
    """

    by: str | None
    channels: tuple[str, ...]
    groups: tuple[str, ...]
    matters: tuple[str, ...]
    purposes: tuple[str, ...]
    capacity: str
    everywhere: bool
    explicit: bool
    form: str | None
    language: str
    method: str
    signed_on: date | None
    expires_on: date | None
    scan: Path | None
    witness: str


REACH = (
    click.option("--by", metavar="SIGNATORY", help="Who answers; none: the person."),
    click.option(
        "--channel",
        "channels",
        metavar="CHANNEL",
        multiple=True,
        help="Repeatable.",
    ),
    click.option("--group", "groups", metavar="GROUP", multiple=True, help="Repeatable."),
    one_of("--matter", "matters", words=Matter, what="About", multiple=True),
)
STOP = (*REACH, click.option("--note", default="", help="If somebody wants to say more."))
ANSWER = (
    *REACH,
    one_of(
        "--as",
        "capacity",
        words=Capacity,
        metavar="CAPACITY",
        what="In what capacity",
        default=Capacity.SELF.value,
        show_default=True,
    ),
    click.option("--everywhere", is_flag=True, help="For a no: every channel, those to come too."),
    one_of("--purpose", "purposes", words=Purpose, what="For", multiple=True),
    click.option("--explicit", is_flag=True, help="Said expressly about health or belief."),
    click.option("--form", metavar="FORM", help="Form that was shown, such as accueil/2."),
    click.option("--language", default="", metavar="TAG", help="In which it was shown."),
    one_of(
        "--method",
        words=Method,
        what="How it was said",
        default=Method.ORAL_WITNESSED.value,
        show_default=True,
    ),
    click.option("--signed-on", type=day, metavar="DAY", help="Day on the paper."),
    click.option("--expires-on", type=day, metavar="DAY", help="Last day a yes holds."),
    click.option("--scan", type=FILE, help="The signed form or the recording."),
    click.option("--witness", default="", help="Who heard it, and when."),
)


def with_stop(command: Callable[P, T]) -> Callable[P, T]:
    """
    Give a command the options of something taken back.
    """
    for option in reversed(STOP):
        command = option(command)
    return command


def with_answer(command: Callable[P, T]) -> Callable[P, T]:
    """
    Give a command the options of an answer.
    """
    for option in reversed(ANSWER):
        command = option(command)
    return command


def details_of(inside: Inside, person: str, kind: ActKind, words: AnswerWords) -> ConsentDetails:
    """
    Put an answer together.
    """
    person_id = find_person(inside, person)
    return ConsentDetails(
        person_id=person_id,
        signatory_id=signatory_of(inside, words["by"], person_id),
        capacity=Capacity(words["capacity"]),
        kind=kind,
        reach=replace(reach_of(inside, words), everywhere=words["everywhere"]),
        matters=frozenset(map(Matter, words["matters"])),
        purposes=frozenset(map(Purpose, words["purposes"])),
        explicit=words["explicit"],
        form_version_id=find_version(inside, words["form"]) if words["form"] else None,
        language=words["language"],
        method=Method(words["method"]),
        signing=Signing(on=words["signed_on"]),
        expires_on=words["expires_on"],
        evidence=scan_of(words["scan"]) if words["scan"] else None,
        witness_note=words["witness"],
    )


def stop_of(inside: Inside, person: str, words: StopWords, method: Method) -> StopDetails:
    """
    Put together what is taken back; with nothing named, everything.
    """
    person_id = find_person(inside, person)
    return StopDetails(
        person_id=person_id,
        signatory_id=signatory_of(inside, words["by"], person_id),
        reach=reach_of(inside, words),
        matters=frozenset(map(Matter, words["matters"])),
        method=method,
        note=words["note"],
    )


def reach_of(inside: Inside, words: AnswerWords | StopWords) -> Reach:
    """
    Find the channels and groups that are named.
    """
    return Reach(
        channels=tuple(find_channel(inside, each) for each in words["channels"]),
        groups=tuple(find_group(inside, each) for each in words["groups"]),
    )


def signatory_of(inside: Inside, by: str | None, person_id: PersonId) -> SignatoryId:
    """
    Give whoever answers: the person, unless somebody else is named.
    """
    return find_signatory(inside, by) if by else SignatoryId(person_id)


def told(inside: Inside, act: ConsentAct, what: str = "Recorded") -> None:
    """
    Say that an answer is kept.
    """
    if inside.json:
        emit(plain(act))
    else:
        say_whole(f"{what}: {act.kind.value} ({act.id}). It counts from the next check on.")
