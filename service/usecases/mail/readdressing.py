"""
Give a letter the address that its recipient has by now.
"""

from dataclasses import replace

from service.decision.ids import SignatoryId
from service.errors import Conflict
from service.records.mail import Carrier, Letter, LetterKind
from service.usecases.ports.work import UnitOfWork


def readdressed(work: UnitOfWork, letter: Letter) -> Letter:
    """
    Give a letter with the address that its recipient has now.

    What tells an old address that it is one, goes to no other.

    Raises:
        Conflict: They have none any more: whoever took it away did so for a reason.
    """
    reached = work.family_doors.reach(SignatoryId(letter.recipient_id))
    if letter.kind is LetterKind.FAMILY_CONTACT or reached is None:
        return letter
    known = reached.phone if letter.carrier is Carrier.SMS else reached.email
    if not known:
        raise Conflict("No address is known for them any more: record one first.")
    return replace(letter, to=known)


def still_due(work: UnitOfWork, letter: Letter) -> Letter | None:
    """
    Give a letter as it leaves now; None: it is nobody's any more.

    It may have waited for the office to open, or for a server, while the address was
    corrected: the one it was written to may be a stranger's.  A code that was to go
    there lets nobody in any more.
    """
    try:
        found = readdressed(work, letter)
    except Conflict:
        return None
    return None if found != letter and letter.kind is LetterKind.FAMILY_CODE else found
