"""
Correct who is in a registered photo.

Two steps, like those that register a photo: choose people, then say of each how they
are seen and attest again.  Whoever the reader may not name stays in the photo, unnamed.
"""

from typing import Any, Final

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from service.decision.ids import PhotoId
from service.errors import Conflict, InvalidInput
from service.usecases.caller import Caller
from service.usecases.numbers import whole
from service.usecases.registry import Registry
from service.web.fields import Fields
from service.web.redirects import see_other
from service.web.staff.asked_photo import AskedPhoto, asked_photo
from service.web.staff.regions import region_at_fault
from service.web.staff.tagged import (
    SEEN_AS,
    attested,
    depictions_of,
    fault_of,
    field_of,
    names_to_choose,
    pictures_of,
    said,
    tagged_people,
)

PEOPLE: Final = "/photos/{photo_id:str}/people"


@get(PEOPLE, sync_to_thread=True, operation_id="showPhotoPeople")
def show_people(
    request: Request[Any, Caller, Any], registry: NamedDependency[Registry], photo_id: FromPath[str]
) -> Response[bytes]:
    """
    Show the names to choose from; who is in the photo is ticked.
    """
    asked = asked_photo(request, registry, photo_id)
    return _choose(asked, "", frozenset(asked.known), str(asked.story.depictions_version))


@post(f"{PEOPLE}/seen", sync_to_thread=True, status_code=200, operation_id="tagPhoto")
def choose_people(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    photo_id: FromPath[str],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Look for other names, or go on to how those who were chosen are seen.
    """
    asked = asked_photo(request, registry, photo_id)
    if "search" in fields:
        return _choose(asked, fields["who"], frozenset(fields.many("person")), fields["version"])
    return _details(asked, fields)


@post(PEOPLE, sync_to_thread=True, operation_id="correctPhotoPeople")
def correct_people(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    photo_id: FromPath[str],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Record who is in the photo and that somebody looked again.
    """
    asked = asked_photo(request, registry, photo_id)
    if not fields["everybody"]:
        return _details(asked, fields, fault="pictures.say-everybody")
    try:
        people = tagged_people(registry, request.auth, fields, asked.known)
        seen = depictions_of(people, asked.known)
        version = whole(fields["version"], "version")
        registry.photos.record_depictions(
            request.auth, PhotoId(photo_id), seen, version, attested(fields)
        )
    except Conflict:
        return _details(asked, fields, fault="pictures.changed-meanwhile")
    except (InvalidInput, ValueError) as refused:
        return _details(asked, fields, fault=fault_of(refused), field=field_of(refused))
    return see_other(asked.address)


def _choose(
    asked: AskedPhoto, who: str, chosen_ids: frozenset[str], version: str
) -> Response[bytes]:
    """
    Show names; those out of sight are counted, not named.
    """
    caller, registry = asked.request.auth, asked.registry
    suggested = registry.photos.find_likenesses.of_photo(caller, asked.story.photo.id).person_ids
    fresh = frozenset(map(str, suggested)) - asked.known.keys()
    names = names_to_choose(registry, caller, who, chosen_ids, fresh)
    sight = registry.people.list_roster(caller, also=frozenset(asked.known)).entries
    seen = {each.person_id for each in sight}
    return asked.show(
        "staff/tag_people.html",
        fault="",
        action=f"{asked.address}/people/seen",
        carried={"version": version},
        unseen=len(asked.known.keys() - seen),
        back=asked.address,
        **names,
    )


def _details(
    asked: AskedPhoto, fields: Fields, *, fault: str = "", field: str = ""
) -> Response[bytes]:
    """
    Show how everybody is seen, and what is attested.
    """
    caller, registry = asked.request.auth, asked.registry
    people = tagged_people(registry, caller, fields, asked.known)
    return asked.show(
        "staff/correct_people.html",
        fault=fault,
        people=people,
        wrong_region=region_at_fault(field, [each.person_id for each in people]),
        seen_as=SEEN_AS,
        version=fields["version"],
        alike=_alike(asked),
        **said(fields),
    )


def _alike(asked: AskedPhoto) -> list[tuple[str, str]]:
    """
    Give the photos to compare it with: those it resembles, and those compared before.

    Nobody attests to have compared what was not shown, so each has a preview.
    """
    caller, registry, story = asked.request.auth, asked.registry, asked.story
    ids = [
        each for each, _ in registry.photos.find_likenesses.of_photo(caller, story.photo.id).matches
    ]
    before = story.attestation
    compared = sorted(before.attestation.compared_photo_ids) if before else []
    return pictures_of(registry, caller, [*ids, *compared])


ROUTES: Final = (show_people, choose_people, correct_people)
