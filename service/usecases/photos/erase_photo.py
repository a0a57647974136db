"""
Erase a photo: everything it could be recognised by.
"""

from dataclasses import dataclass
from datetime import datetime

from service.decision.ids import PhotoId
from service.decision.powers import Scope
from service.decision.terms import HoldKind
from service.errors import Conflict
from service.ledger.entry import EntryKind
from service.records.facts import Wanted
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.people.erasing import is_evidence_kept
from service.usecases.photos.album import people_in, people_now
from service.usecases.ports.aftermath import Aftermath
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.photos import may_on_photo, seen_photo


@dataclass(frozen=True, slots=True)
class ErasePhoto:
    """
    Erase a photo (GDPR article 17, domain section 2.8).
    """

    desk: Desk
    aftermath: Aftermath

    def __call__(self, caller: Caller, photo_id: PhotoId) -> None:
        """
        Destroy digests, fingerprint and preview; that it existed stays.

        Whoever sends the picture again gets the answer for one never seen; proposals
        with it are cancelled.

        Raises:
            NotAllowed: The caller has no `admin` scope.
            NotFound: There is no such photo for this caller, or no longer.
            Conflict: A legal hold keeps the evidence.
        """
        caller = caller.narrowed(Scope.ADMIN)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.now_alone(work)
            photo = seen_photo(work, caller, photo_id)
            _refuse_if_held(work, photo_id, now)
            depictions, _ = people_now(work, photo_id)
            work.photos.erase(photo_id)
            payload = {"photo_id": photo.id}
            kind = EntryKind.PHOTO_ERASED
            self.desk.record.append(work, caller, kind, now, payload, people_in(depictions))
            self.aftermath.of_erased_photo(work, caller, photo_id)
            work.commit()

    def may(self, caller: Caller, photo_id: PhotoId) -> bool:
        """
        Tell whether the caller may erase a photo.
        """
        return may_on_photo(self.desk.database, caller, Scope.ADMIN, photo_id)


def _refuse_if_held(work: UnitOfWork, photo_id: PhotoId, now: datetime) -> None:
    """
    Refuse while a legal hold reaches the photo: evidence must not vanish then.

    One on a unit reaches whoever of it is in the photo.
    """
    facts = work.facts.gather(Wanted(at=now, known_at=now, photo_ids=frozenset({photo_id})))
    shown = filter(None, map(work.people.find, facts.dossiers))
    is_of_photo = any(
        each.kind is HoldKind.LEGAL
        and each.is_live(now)
        and each.unit_id is None
        and each.photo_id in {None, photo_id}
        for each in facts.holds
    )
    if is_of_photo or any(is_evidence_kept(facts, each, now) for each in shown):
        message = "A legal hold keeps what is recorded here; ask the legal contact to lift it."
        raise Conflict(message)
