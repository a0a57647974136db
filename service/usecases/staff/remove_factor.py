"""
Remove the app that shows codes.
"""

from dataclasses import dataclass, replace

from service.errors import NotFound
from service.ledger.entry import EntryKind
from service.records.staff import Credentials
from service.usecases.ports.work import UnitOfWork
from service.usecases.staff.removing import Removing, Taken


@dataclass(frozen=True, slots=True)
class RemoveFactor:
    """
    Remove the app that shows codes.
    """

    removing: Removing

    def __call__(self, token: str, password: str) -> None:
        """
        Let its codes open nothing any more, and end every other session.

        Recovery codes stay good beside a passkey.

        Raises:
            NotIdentified: Not signed in, or a wrong password.
            NotFound: The member has no such app.
            Conflict: It is the last second factor that opens, and one is required.
            TooMany: Too many wrong tries lately.
        """
        self.removing(token, password, _taken)


def _taken(_work: UnitOfWork, credentials: Credentials) -> Taken:
    if not credentials.factor_secret:
        raise NotFound("There is no app that shows codes.", field="factor")
    left = replace(credentials, factor_secret="", factor_last_step=0)
    return Taken(left, EntryKind.STAFF_FACTOR_REMOVED)
