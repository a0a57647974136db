"""
Compare heads of one log that somebody kept with the head of today.

    {"checkpoint": "<a signed note>", "proof": ["<hex>", ...]}

is one link: an earlier head, and the proof that the later one continues it.  A head
that was handed out and does not fit is proof of fraud, whoever holds it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from service.errors import Conflict
from service.ledger.canonical import Plain
from service.ledger.checkpoint import Checkpoint, open_checkpoint, read_body
from service.ledger.failures import CheckpointRefused, ExportBroken, ExportFlaw, ProofRefused
from service.ledger.keys import Verifier
from service.ledger.proofs import verify_consistency
from service.ledger.receipt import Receipt, read_receipt

_RECEIPT = "c2sp.org/tlog-proof@"


@dataclass(frozen=True, slots=True)
class Link:
    """
    An earlier head, and the proof that a later one continues it.
    """

    checkpoint: str
    proof: tuple[bytes, ...]

    def to_plain(self) -> dict[str, Plain]:
        """
        Return what is written of it.
        """
        return {"checkpoint": self.checkpoint, "proof": [each.hex() for each in self.proof]}


@dataclass(frozen=True, slots=True)
class Kept:
    """
    What somebody else holds: a signed head, perhaps in a receipt.
    """

    name: str
    checkpoint: str
    receipt: Receipt | None = None


def read_kept(name: str, text: str) -> Kept:
    """
    Read what was kept: a checkpoint, or a receipt that ends with one.

    Raises:
        ProofRefused: If it begins as a receipt and is none.
        CheckpointRefused: If something in a receipt is not canonical base64.
    """
    if not text.startswith(_RECEIPT):
        return Kept(name, text)
    receipt = read_receipt(text)
    return Kept(name, receipt.checkpoint, receipt)


def read_link(content: Plain) -> Link:
    """
    Read one link.

    Raises:
        ProofRefused: If it is none.
    """
    if isinstance(content, Mapping):
        checkpoint, proof = content.get("checkpoint"), content.get("proof")
        if isinstance(checkpoint, str) and isinstance(proof, Sequence):
            try:
                return Link(checkpoint, tuple(bytes.fromhex(str(each)) for each in proof))
            except ValueError:
                pass
    raise ProofRefused("a link is a checkpoint and its proof in hex")


def check_links(
    links: Iterable[Link], head: Checkpoint, verifiers: Sequence[Verifier], where: str
) -> dict[int, bytes]:
    """
    Return the roots of all earlier heads that *head* continues, by size.

    Raises:
        ExportBroken: If one is not signed by a trusted key, or not continued.
    """
    roots = {head.size: head.root}
    for link in links:
        old = opened(link.checkpoint, verifiers, where)
        try:
            verify_consistency(old.size, head.size, link.proof, old.root, head.root)
        except ProofRefused as refused:
            message = f"the head at {head.size} does not continue that at {old.size}: {refused}"
            raise ExportBroken(ExportFlaw.FORKED, where, message) from None
        roots[old.size] = old.root
    return roots


def compare_kept(
    kept: Kept, origin: str, roots: Mapping[int, bytes], verifiers: Sequence[Verifier]
) -> bool:
    """
    Return whether a kept head could be compared; it is one of *roots* then.

    Raises:
        ExportBroken: If it shows that history was rewritten, or is no head of this log.
    """
    held = opened(kept.checkpoint, verifiers, kept.name)
    if held.origin != origin:
        raise ExportBroken(ExportFlaw.SIGNATURE, kept.name, "it is the head of another log")
    if held.size not in roots:
        return False
    if roots[held.size] != held.root:
        message = f"there are two different heads of {held.size} entries: history was rewritten"
        raise ExportBroken(ExportFlaw.FORKED, kept.name, message)
    return True


def opened(note: str, verifiers: Sequence[Verifier], where: str) -> Checkpoint:
    """
    Open a head, naming *where* it stands if it is refused.

    Raises:
        ExportBroken: If it is not signed by a trusted key of its log.
    """
    try:
        return open_checkpoint(note, verifiers)
    except CheckpointRefused as refused:
        raise ExportBroken(ExportFlaw.SIGNATURE, where, str(refused)) from None


def refuse_older(notes: Iterable[str], kept: Iterable[str]) -> None:
    """
    Return if no kept head is newer than that of its log among *notes*.

    Signatures are not checked here: the log that is put back is verified afterwards.

    Raises:
        Conflict: If one is newer, or contradicts.
        CheckpointRefused: If a kept text is no head.
    """
    heads = {head.origin: head for head in map(_unproven, notes)}
    for held in map(_unproven, kept):
        head = heads.get(held.origin)
        if head is None or head.size < held.size:
            size = head.size if head else 0
            message = f"This holds {size} entries of {held.origin}; a kept head counts {held.size}."
            raise Conflict(message)
        if head.size == held.size and head.root != held.root:
            raise Conflict(f"This is another history of {held.origin} than the kept head's.")


def _unproven(note: str) -> Checkpoint:
    text, _, _ = note.rpartition("\n\n")
    return read_body(f"{text}\n")
