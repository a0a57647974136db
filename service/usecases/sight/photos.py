"""
Say which photos a caller may see: all, or those of some units.

A photo is of a unit where somebody of the unit is in it, or where somebody who registers
photos for the unit registered it or said last who is in it.  What a check finds does not
ask: a refusal counts whoever may look at the photo it comes from.
"""

from contextlib import suppress
from dataclasses import dataclass, field

from service.decision.ids import ActorId, KeyId, PersonId, PhotoId, UnitId
from service.decision.powers import Scope
from service.errors import NotFound
from service.records.photos import PhotoOwners, PhotoRecord
from service.usecases.caller import Caller
from service.usecases.ports.database import Database
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.people import is_seen


@dataclass(frozen=True, slots=True)
class PhotoSight:
    """
    Tells of many photos whether a caller may see them.
    """

    work: UnitOfWork
    caller: Caller
    people: dict[PersonId, bool] = field(default_factory=dict)
    actors: dict[ActorId, bool] = field(default_factory=dict)

    def sees(self, owners: PhotoOwners) -> bool:
        """
        Tell it of one photo.
        """
        if self.caller.actor.unit_ids is None or self.caller.actor.id in owners.actor_ids:
            return True
        is_known = any(map(self._sees_person, owners.person_ids))
        return is_known or any(map(self._is_colleague, owners.actor_ids))

    def _sees_person(self, person_id: PersonId) -> bool:
        if person_id not in self.people:
            found = self.work.people.find(person_id)
            self.people[person_id] = found is not None and is_seen(self.caller, found)
        return self.people[person_id]

    def _is_colleague(self, actor_id: ActorId) -> bool:
        if actor_id not in self.actors:
            own = self.caller.actor.unit_ids or frozenset[UnitId]()
            self.actors[actor_id] = not own.isdisjoint(_units_of(self.work, actor_id))
        return self.actors[actor_id]


def seen_photo(work: UnitOfWork, caller: Caller, photo_id: PhotoId) -> PhotoRecord:
    """
    Give a photo that the caller may see.

    Raises:
        NotFound: There is none, or not for this caller: nobody can tell which.
    """
    photo = work.photos.get(photo_id)
    if not PhotoSight(work, caller).sees(work.photos.owners_of(photo_id)):
        raise NotFound("There is no such photo.")
    return photo


def may_on_photo(database: Database, caller: Caller, scope: Scope, photo_id: PhotoId) -> bool:
    """
    Tell whether the caller may use *scope* on a photo.
    """
    if not caller.may(scope):
        return False
    with database.look(caller.organisation_id) as work, suppress(NotFound):
        seen_photo(work, caller.narrowed(scope), photo_id)
        return True
    return False


def _units_of(work: UnitOfWork, actor_id: ActorId) -> frozenset[UnitId]:
    """
    Give the units that somebody registers photos for; none for the whole house.
    """
    if (member := work.staff.find(actor_id)) is not None:
        return member.reach.narrowed(Scope.PHOTOS_WRITE).unit_ids or frozenset()
    key = work.keys.find(KeyId(actor_id))
    return (key.unit_ids if key is not None else None) or frozenset()
