"""
Say of a photo who is in it, that somebody looked, and whose it is.
"""

from datetime import date, datetime
from typing import TypedDict, Unpack

import click

from cli.terminal.door import Inside, with_registry
from cli.terminal.finding import find_channel, find_person, find_photo, name_of
from cli.terminal.output import emit, show_rows
from cli.terminal.pages import local, spread
from cli.terminal.reading import day, instant, one_of
from cli.terminal.words import Word, examples
from service.decision.photos import Depiction, Rights
from service.decision.terms import RightsSource, Visibility
from service.errors import InvalidInput
from service.usecases.photos import AttestationDetails, PhotoStory
from service.usecases.plain import plain


class RightsWords(TypedDict):
    """
    The words that describe rights.
    """

    source: str
    creator: str
    owner: str
    licence: str
    credit_line: str
    licence_from_on: date | None
    licence_until_on: date | None
    channels: tuple[str, ...]
    embargo_until_at: datetime | None


@click.command(
    cls=Word,
    epilog=examples(
        "obstat photos people holiday 'Léa Dupont' 'Marc Dupont' --ambience 'Ada Vos'",
        "obstat photos people sunset --nobody",
    ),
)
@click.argument("photo")
@click.argument("people", nargs=-1, metavar="[PERSON]...")
@click.option("--ambience", multiple=True, metavar="PERSON", help="Seen in passing.")
@click.option("--crowd", multiple=True, metavar="PERSON", help="One of a crowd.")
@click.option("--in-function", multiple=True, metavar="PERSON", help="In their public function.")
@click.option("--nobody", is_flag=True, help="Nobody can be recognised in it.")
@with_registry
def people(
    inside: Inside,
    photo: str,
    people: tuple[str, ...],
    *,
    ambience: tuple[str, ...],
    crowd: tuple[str, ...],
    in_function: tuple[str, ...],
    nobody: bool,
) -> None:
    """
    Say that PEOPLE are in PHOTO, in place of whoever was named before.

    What was attested before was about other people: attest again.
    """
    if nobody == bool(people or ambience or crowd or in_function):
        raise InvalidInput("Name everybody who is in it, or say --nobody.", field="people")
    story = inside.registry.photos.get_photo(inside.caller, find_photo(inside, photo))
    before = {each.person_id: each.region for each in story.depictions}
    seen_as = (
        (people, Visibility.TARGETED, False),
        (ambience, Visibility.AMBIENCE, False),
        (crowd, Visibility.CROWD, False),
        (in_function, Visibility.TARGETED, True),
    )
    depictions = [
        Depiction(person_id, visibility, functional, before.get(person_id))
        for names, visibility, functional in seen_as
        for person_id in (find_person(inside, each) for each in names)
    ]
    told = inside.registry.photos.record_depictions(
        inside.caller, story.photo.id, depictions, story.depictions_version
    )
    show_story(inside, told)


@click.command(
    cls=Word,
    epilog=examples(
        "obstat photos attest holiday --everybody",
        "obstat photos attest holiday --everybody --other-than holiday-2",
    ),
)
@click.argument("photo")
@click.option(
    "--everybody/--not-everybody",
    "complete",
    required=True,
    help="Whether all who can be recognised are named.",
)
@click.option("--informed", is_flag=True, help="The people around were told beforehand.")
@click.option(
    "--other-than",
    "others",
    multiple=True,
    metavar="PHOTO",
    help="Compared side by side: it shows other people. May be repeated.",
)
@click.option(
    "--nobody-under-covers",
    is_flag=True,
    help="Of a covered picture: who was covered cannot be recognised any more.",
)
@click.option(
    "--obscured",
    is_flag=True,
    help="Somebody was blurred or covered before it came here: copies of it are asked about.",
)
@with_registry
def attest(
    inside: Inside,
    photo: str,
    *,
    complete: bool,
    informed: bool,
    others: tuple[str, ...],
    nobody_under_covers: bool,
    obscured: bool,
) -> None:
    """
    Attest that you looked at PHOTO and at the people named in it.
    """
    story = inside.registry.photos.get_photo(inside.caller, find_photo(inside, photo))
    details = AttestationDetails(
        complete=complete,
        informed=informed,
        compared_photo_ids=frozenset(find_photo(inside, each) for each in others),
        depictions_version=story.depictions_version,
        nobody_under_covers=nobody_under_covers,
        obscured=obscured,
    )
    show_story(inside, inside.registry.photos.attest_photo(inside.caller, story.photo.id, details))


@click.command(
    cls=Word,
    epilog=examples(
        "obstat photos rights holiday --source staff --creator 'Ann Vos' \\",
        "    --licence 'employment contract' --credit '© Ann Vos'",
    ),
)
@click.argument("photo")
@one_of("--source", words=RightsSource, what="It comes from", required=True)
@click.option("--creator", default="", help="Who took it.")
@click.option("--owner", default="", help="Who holds the rights, if somebody else.")
@click.option("--licence", default="", help="On what terms it may be used.")
@click.option("--credit", "credit_line", default="", help="The line that must stand with it.")
@click.option("--from", "licence_from_on", type=day, metavar="DAY")
@click.option("--until", "licence_until_on", type=day, metavar="DAY", help="First day without.")
@click.option("--channel", "channels", multiple=True, help="Only on these channels.")
@click.option("--embargo", "embargo_until_at", type=instant, metavar="INSTANT", help="Not before.")
@with_registry
def rights(inside: Inside, /, photo: str, **words: Unpack[RightsWords]) -> None:
    """
    Say whose PHOTO is, and on what terms, in place of what was said before.
    """
    told = Rights(
        source=RightsSource(words["source"]),
        creator=words["creator"],
        owner=words["owner"],
        licence=words["licence"],
        credit_line=words["credit_line"],
        licence_from_on=words["licence_from_on"],
        licence_until_on=words["licence_until_on"],
        licence_channel_ids=(
            frozenset(find_channel(inside, each) for each in words["channels"]) or None
        ),
        embargo_until_at=words["embargo_until_at"],
    )
    photo_id = find_photo(inside, photo)
    show_story(inside, inside.registry.photos.record_rights(inside.caller, photo_id, told))


@click.command("title", cls=Word, epilog=examples("obstat photos title holiday 'At the farm'"))
@click.argument("photo")
@click.argument("words", metavar="TITLE")
@with_registry
def rename(inside: Inside, photo: str, words: str) -> None:
    """
    Call PHOTO something else; earlier titles stay on record.
    """
    photo_id = find_photo(inside, photo)
    show_story(inside, inside.registry.photos.correct_title(inside.caller, photo_id, words))


def show_story(inside: Inside, story: PhotoStory) -> None:
    """
    Print a photo with everything said of it.
    """
    if inside.json:
        emit(story_as_plain(story))
        return
    attested = story.attestation
    by = [] if attested is None else [f"{local(inside, attested.attested_at)}"]
    if attested is not None and not attested.attestation.complete:
        by.append("somebody else is visible")
    if attested is not None and attested.attestation.obscured:
        by.append("copies are asked about: somebody had been blurred or covered in it")
    if attested is not None and not story.is_attested:
        by.append("but other people were named since")
    facts: dict[str, object] = {
        "photo": story.photo.id,
        "title": story.photo.title,
        "people": [seen_as(inside, each) for each in story.depictions] or "nobody is named",
        "attested": ", ".join(by) or "not yet",
    }
    rights = spread("rights", plain(story.rights) or "not known yet")
    facts |= {name: value for name, value in rights if value is not None and value != ""}
    show_rows([{"field": name, "value": value} for name, value in facts.items()], empty="")


def seen_as(inside: Inside, depiction: Depiction) -> str:
    """
    Say who somebody is and how they are seen.
    """
    person = inside.registry.people.get_person(inside.caller, depiction.person_id)
    how = "in function" if depiction.in_function else depiction.visibility.value
    return name_of(person) if how == Visibility.TARGETED.value else f"{name_of(person)} ({how})"


def story_as_plain(story: PhotoStory) -> object:
    """
    Give what is said of a photo, no fingerprint (threat T16).
    """
    photo, attested = story.photo, story.attestation
    return {
        "id": photo.id,
        "title": photo.title,
        "format": photo.format,
        "width_px": photo.width_px,
        "height_px": photo.height_px,
        "intimate": photo.intimate,
        "public_place": photo.public_place,
        "registered_at": plain(photo.registered_at),
        "depictions": plain(story.depictions),
        "depictions_version": story.depictions_version,
        "is_attested": story.is_attested,
        "attestation": plain(attested.attestation) if attested else None,
        "rights": plain(story.rights),
    }
