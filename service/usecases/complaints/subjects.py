"""
Say whether what a complaint is about is there, or a breach.
"""

from collections.abc import Sequence

from service.decision.consents import ConsentAct
from service.decision.ids import PersonId, PhotoId, PublicationId
from service.errors import InvalidInput, NotFound
from service.records.activity import Publication
from service.usecases.caller import Caller
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.people import is_seen, seen_person
from service.usecases.sight.photos import seen_photo
from service.usecases.sight.units import is_channel_seen


def check_there(
    work: UnitOfWork,
    caller: Caller,
    person_id: PersonId | None,
    publication_id: PublicationId | None,
    photo_id: PhotoId | None = None,
) -> None:
    """
    Refuse a complaint about what is not there, and name the field.

    Raises:
        InvalidInput: There is no such thing for this caller.
    """
    field = "person_id"
    try:
        if person_id is not None:
            seen_person(work, caller, person_id)
        field = "publication_id"
        if publication_id is not None:
            _needs_sight(work, caller, work.publications.get(publication_id))
        field = "photo_id"
        if photo_id is not None:
            seen_photo(work, caller, photo_id)
    except NotFound:
        raise InvalidInput("There is no such thing.", field=field) from None


def _needs_sight(work: UnitOfWork, caller: Caller, publication: Publication) -> None:
    """
    Pass when a publication is of the caller's units: on their page, or of their people.

    Whoever deals with complaints of a unit asks for nothing of another to come down.

    Raises:
        NotFound: It is not; nobody can tell it from one that is not there.
    """
    if caller.actor.unit_ids is None:
        return
    if is_channel_seen(caller, work.channels.get(publication.channel_id).channel.unit_id):
        return
    shown = map(work.people.find, publication.person_ids)
    if not any(each is not None and is_seen(caller, each) for each in shown):
        raise NotFound("There is no such publication.")


def was_refused(
    work: UnitOfWork, person_id: PersonId | None, publication_id: PublicationId | None
) -> bool:
    """
    Tell whether somebody shown had said no before: maybe a breach.
    """
    if publication_id is None:
        people: Sequence[PersonId] = [person_id] if person_id else []
        return any(act.is_no for each in people for act in work.acts.list_of(each))
    publication = work.publications.get(publication_id)

    def reaches(act: ConsentAct) -> bool:
        is_there = act.everywhere or act.group_ids or publication.channel_id in act.channel_ids
        return bool(act.is_no and is_there and act.recorded_at <= publication.recorded_at)

    people = [person_id] if person_id else publication.person_ids
    return any(reaches(act) for each in people for act in work.acts.list_of(each))
