"""
Read from a form who is in a picture, and how they are seen.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Final

from service.decision.ids import PersonId, PhotoId
from service.decision.photos import Depiction
from service.decision.powers import Scope
from service.decision.terms import RightsSource, Visibility
from service.errors import NotFound
from service.usecases.caller import Caller
from service.usecases.photos import AttestationDetails
from service.usecases.registry import Registry
from service.web.fields import Fields
from service.web.staff.regions import FIELD, TypedRegion, shown_region, typed_region

SOURCES: Final = tuple(each.value for each in RightsSource)
_FAULTS: Final = {
    "nobody_under_covers": "pictures.still-shows",
    "source": "pictures.say-source",
}
IN_FUNCTION: Final = "in_function"
"""Somebody is the subject, as an official or public figure (rows E2, P2)."""
SEEN_AS: Final = (*(each.value for each in Visibility), IN_FUNCTION)


@dataclass(frozen=True, slots=True)
class TaggedPerson:
    """
    Somebody who was chosen, and how they are seen.
    """

    person_id: str
    name: str
    seen_as: str
    region: TypedRegion


def names_to_choose(
    registry: Registry,
    caller: Caller,
    words: str,
    chosen: frozenset[str],
    suggested: frozenset[str],
    claimed: frozenset[str] = frozenset(),
) -> dict[str, object]:
    """
    Give the names to choose from: suggested first, chosen ones kept.

    Args:
        claimed: Whom names in the file may mean: suggested, too.
    """
    first = suggested | claimed
    roster = registry.people.list_roster(caller, words, chosen | first)
    entries = sorted(roster.entries, key=lambda each: each.person_id not in first)
    return {
        "entries": entries,
        "is_cut": roster.is_cut,
        "chosen": chosen,
        "suggested": suggested,
        "claimed": claimed,
        "who": words,
    }


def tagged_people(
    registry: Registry,
    caller: Caller,
    fields: Fields,
    known: Mapping[str, Depiction] | None = None,
) -> list[TaggedPerson]:
    """
    Give those who were chosen, as far as they may be named here.

    Args:
        known: How people were seen so far, for whoever nothing was typed of yet.
    """
    chosen = frozenset(fields.many("person"))
    entries = registry.people.list_roster(caller, also=chosen).entries
    return [
        _tagged(each.person_id, each.name, fields, (known or {}).get(each.person_id))
        for each in entries
        if each.person_id in chosen
    ]


def depictions_of(
    people: Sequence[TaggedPerson], known: Mapping[str, Depiction] | None = None
) -> tuple[Depiction, ...]:
    """
    Put together who is in the picture; what no form shows of them stays.

    Raises:
        InvalidInput: A region lacks a number.
        ValueError: A word is none of those offered.
    """
    found = known or {}
    return tuple(
        replace(
            _depicted(
                found.get(each.person_id) or Depiction(PersonId(each.person_id)), each.seen_as
            ),
            region=each.region.read(f"{FIELD}{each.person_id}"),
        )
        for each in people
    )


def seen_as(depiction: Depiction) -> str:
    """
    Say how somebody is seen, by one word of the form.
    """
    return IN_FUNCTION if depiction.in_function else depiction.visibility.value


def _depicted(before: Depiction, word: str) -> Depiction:
    """
    Give a depiction by the word that was chosen; the same word changes nothing.

    Raises:
        ValueError: The word is none of those offered.
    """
    if word == seen_as(before):
        return before
    if word == IN_FUNCTION:
        return replace(before, visibility=Visibility.TARGETED, in_function=True)
    return replace(before, visibility=Visibility(word), in_function=False)


def pictures_of(
    registry: Registry, caller: Caller, photo_ids: Iterable[PhotoId]
) -> list[tuple[str, str]]:
    """
    Give photos to compare with, each with the address of its picture.

    Nobody attests to have compared what was not shown: those out of sight, and those
    without a preview, are left out.
    """
    if not caller.may(Scope.PHOTOS_READ):
        return []
    shown = (_preview_of(registry, caller, each) for each in dict.fromkeys(photo_ids))
    return [(each, f"/photos/{each}/picture") for each in shown if each]


def attested(fields: Fields) -> AttestationDetails:
    """
    Read what somebody says who looked at the picture.
    """
    return AttestationDetails(
        complete=fields["everybody"] == "yes",
        informed="informed" in fields,
        compared_photo_ids=frozenset(map(PhotoId, fields.many("compared"))),
        nobody_under_covers="nobody_under_covers" in fields,
        obscured="obscured" in fields,
    )


def field_of(refused: Exception) -> str:
    """
    Name the field that was refused, if that is known.
    """
    return getattr(refused, "field", None) or ""


def fault_of(refused: Exception) -> str:
    """
    Give the text of what was refused; a region says more itself.
    """
    field = field_of(refused)
    if "region" in field:
        return "shared.faults"
    return _FAULTS.get(field, "pictures.wrong-words")


def said(fields: Fields) -> dict[str, object]:
    """
    Give what was said of the look, to fill the page again.
    """
    return {
        "ticked": frozenset(fields.texts),
        "compared": frozenset(fields.many("compared")),
        "everybody": fields["everybody"],
    }


def _preview_of(registry: Registry, caller: Caller, photo_id: PhotoId) -> str:
    """
    Give the id of a photo, if the caller may look at it; else nothing.
    """
    with suppress(NotFound):
        return photo_id if registry.photos.get_photo(caller, photo_id).photo.preview else ""
    return ""


def _tagged(person_id: str, name: str, fields: Fields, known: Depiction | None) -> TaggedPerson:
    """
    Give one of those who were chosen.
    """
    if f"seen-{person_id}" in fields or known is None:
        word = fields[f"seen-{person_id}"] or Visibility.TARGETED.value
        return TaggedPerson(person_id, name, word, typed_region(fields, person_id))
    return TaggedPerson(person_id, name, seen_as(known), shown_region(known.region))
