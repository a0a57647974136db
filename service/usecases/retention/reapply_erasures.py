"""
Erase again what a restored backup brought back.
"""

from collections.abc import Callable
from dataclasses import dataclass

from service.decision.ids import MemberId, PersonId, PhotoId
from service.decision.powers import Scope
from service.errors import Conflict, InvalidInput, NotFound
from service.ledger.failures import CheckpointRefused
from service.ledger.note import open_note
from service.usecases.caller import Caller
from service.usecases.ledger import HouseKey
from service.usecases.ports.database import Database
from service.usecases.retention.list_erased import FIRST_LINE
from service.usecases.sight.people import needs_everybody


@dataclass(frozen=True, slots=True)
class Erasers:
    """
    The verbs that erase.
    """

    person: Callable[[Caller, PersonId], object]
    photo: Callable[[Caller, PhotoId], None]
    member: Callable[[Caller, MemberId], None]
    deactivate: Callable[[Caller, MemberId], object]


@dataclass(frozen=True, slots=True)
class Reapplied:
    """
    What a list of erasures did.
    """

    erased: int
    gone: int
    """Not there, or erased already."""
    kept: tuple[str, ...]
    """What a legal hold keeps, to be erased when it is lifted."""


@dataclass(frozen=True, slots=True)
class ReapplyErasures:
    """
    Erase again what a restored backup brought back.
    """

    database: Database
    key: HouseKey
    erasers: Erasers

    def __call__(self, caller: Caller, note: str) -> Reapplied:
        """
        Erase everything on a signed list that is still, or again, there.

        Raises:
            NotAllowed: The caller has no `admin` scope, or sees some units only.
            InvalidInput: The list is not one of this organisation.
        """
        caller.needs(Scope.ADMIN)
        needs_everybody(caller)
        with self.database.look(caller.organisation_id) as work:
            origin = self.key.origin(work)
            try:
                text, _ = open_note(note, self.key.verifiers(work))
            except CheckpointRefused as refused:
                raise InvalidInput(str(refused), field="erased") from None
        first, told, *lines = text.rstrip("\n").split("\n")
        if (first, told) != (FIRST_LINE, origin):
            message = f"This is no list of what was erased in {origin}."
            raise InvalidInput(message, field="erased")
        found = [(line, self._erase(caller, line)) for line in lines]
        return Reapplied(
            sum(done is True for _, done in found),
            sum(done is False for _, done in found),
            tuple(line for line, done in found if done is None),
        )

    def _erase(self, caller: Caller, line: str) -> bool | None:
        """
        Erase one thing; False: it is not there; None: something keeps it.
        """
        kind, _, identifier = line.partition(" ")
        try:
            if kind == "person":
                self.erasers.person(caller, PersonId(identifier))
            elif kind == "photo":
                self.erasers.photo(caller, PhotoId(identifier))
            else:
                self.erasers.deactivate(caller, MemberId(identifier))
                self.erasers.member(caller, MemberId(identifier))
        except NotFound:
            return False
        except Conflict:
            return None
        return True
