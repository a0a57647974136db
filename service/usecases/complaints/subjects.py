"""
Say whether what a complaint is about is there, or a breach.
"""

from collections.abc import Sequence

from service.decision.consents import ConsentAct
from service.decision.ids import PersonId, PhotoId, PublicationId
from service.errors import InvalidInput, NotFound
from service.usecases.caller import Caller
from service.usecases.people.sight import seen_person
from service.usecases.ports.work import UnitOfWork


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
            work.publications.get(publication_id)
        field = "photo_id"
        if photo_id is not None:
            work.photos.get(photo_id)
    except NotFound:
        raise InvalidInput("There is no such thing.", field=field) from None


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
