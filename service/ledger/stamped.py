"""
Hold the time stamps of an export against the heads that they are of.

    ledger/stamps/<size>.txt    the signed head, word for word
    ledger/stamps/<size>.tsr    what a time authority answered (RFC 3161)
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from service.ledger.failures import ExportBroken, ExportFlaw, ProofRefused
from service.ledger.history import opened
from service.ledger.keys import Verifier
from service.ledger.members import content_of, text_of
from service.ledger.stamp import read_reply

STAMPS, NOTE, REPLY = "ledger/stamps", ".txt", ".tsr"


@dataclass(frozen=True, slots=True)
class StampedHead:
    """
    A head, and when somebody outside says it was there.
    """

    size: int
    at: datetime
    member: str


def stamp_members(size: int, note: str, reply: bytes) -> dict[str, bytes]:
    """
    Return the two members that a stamp is handed out as.
    """
    name = f"{STAMPS}/{size:010}"
    return {f"{name}{NOTE}": note.encode(), f"{name}{REPLY}": reply}


def check_stamps(
    members: Mapping[str, bytes], roots: Mapping[int, bytes], verifiers: Sequence[Verifier]
) -> tuple[StampedHead, ...]:
    """
    Return the stamps, each of a head that the head of the export continues.

    Raises:
        ExportBroken: If one is of something else.
    """
    return tuple(_checked(members, roots, verifiers))


def _checked(
    members: Mapping[str, bytes], roots: Mapping[int, bytes], verifiers: Sequence[Verifier]
) -> Iterator[StampedHead]:
    for name in members:
        if not name.startswith(f"{STAMPS}/") or not name.endswith(REPLY):
            continue
        where = name.removesuffix(REPLY) + NOTE
        head = opened(text_of(members, where), verifiers, where)
        try:
            stamp = read_reply(content_of(members, name))
        except ProofRefused as refused:
            raise ExportBroken(ExportFlaw.STAMP, name, str(refused)) from None
        if stamp.digest != sha256(members[where]).digest():
            raise ExportBroken(ExportFlaw.STAMP, name, "it is the stamp of something else")
        if roots.get(head.size) != head.root:
            message = "what was stamped is no head that this one continues"
            raise ExportBroken(ExportFlaw.FORKED, where, message)
        yield StampedHead(head.size, stamp.at, name)
