"""
Name the ways in which evidence fails.

    ObstatError
    ├── NotCanonical            this value has no one true form in bytes
    └── LedgerBroken
        ├── ProofRefused        a Merkle proof does not prove what it says
        ├── CheckpointRefused   a head is malformed or not signed by a known key
        │   └── KeyEnded        it is signed by a key that was replaced before
        ├── LogBroken           rows and heads contradict each other; says where
        ├── ArchiveRefused      a file is not the ZIP that its members make
        └── ExportBroken        an export is not what was signed; says which member
"""

from enum import StrEnum
from typing import ClassVar

from service.errors import LedgerBroken, ObstatError


class NotCanonical(ObstatError):
    """
    A value has no one true form in bytes, so it cannot be evidence.
    """

    code: ClassVar[str] = "not-canonical"


class ProofRefused(LedgerBroken):
    """
    The proof does not prove what it is said to prove.
    """

    code: ClassVar[str] = "proof-refused"


class CheckpointRefused(LedgerBroken):
    """
    The signed text is malformed, or no trusted key vouches for it.
    """

    code: ClassVar[str] = "checkpoint-refused"


class KeyEnded(CheckpointRefused):
    """
    A key signed that had been replaced before.
    """

    code: ClassVar[str] = "key-ended"


class Flaw(StrEnum):
    """
    What the verifier can find wrong; the first one found is reported.
    """

    ROW_UNREADABLE = "row-unreadable"
    """The row is not of the form that the log writes."""
    ROW_OUT_OF_PLACE = "row-out-of-place"
    """A row is missing, doubled or swapped."""
    ENTRY_ID_REPEATED = "entry-id-repeated"
    """Two rows claim to be the same entry."""
    HALF_ERASED = "half-erased"
    """Salt without entry, or entry without salt: erasure takes both."""
    COMMITMENT_WRONG = "commitment-wrong"
    """Entry or salt is not what was committed to."""
    ENTRY_NOT_CANONICAL = "entry-not-canonical"
    """The entry is committed to, but its bytes are not the canonical ones."""
    ENTRY_OF_ANOTHER_ROW = "entry-of-another-row"
    """The entry names another entry, organisation or format than its row."""
    CHECKPOINT_REFUSED = "checkpoint-refused"
    """A head is malformed, of another log, or not signed by a trusted key."""
    CHECKPOINT_OUT_OF_ORDER = "checkpoint-out-of-order"
    """A later head is smaller than an earlier one."""
    CHECKPOINT_NOT_REACHED = "checkpoint-not-reached"
    """Fewer rows than a signed head counted: the tail was cut off."""
    ROOT_WRONG = "root-wrong"
    """The rows up to a signed head do not add up to its root."""
    TAIL_UNSIGNED = "tail-unsigned"
    """Rows beyond the last signed head: anybody could have added them."""
    CHECKPOINT_MISSING = "checkpoint-missing"
    """No signed head at all, so nothing is proven."""
    KEY_SWAPPED = "key-swapped"
    """A key stands in place of another that did not sign for it, nor its recovery key."""
    KEPT_CONTRADICTS = "kept-contradicts"
    """A head or receipt that somebody kept does not fit: history was rewritten."""


class LogBroken(LedgerBroken):
    """
    Rows and heads contradict each other.

    `flaw` says what is wrong and `index` at which leaf it shows, the first leaf
    being 0.  Where only a head can tell (an erased row was changed), `index` is
    the first leaf since the last head that held.
    """

    code: ClassVar[str] = "log-broken"

    def __init__(self, flaw: Flaw, index: int, message: str) -> None:
        """
        Keep *flaw* and *index* for machines beside the sentence for humans.
        """
        super().__init__(f"leaf {index}: {message} ({flaw})")
        self.flaw = flaw
        self.index = index


class ArchiveRefused(LedgerBroken):
    """
    A file is not the one ZIP file that its members make.
    """

    code: ClassVar[str] = "archive-refused"

    def __init__(self, member: str, message: str) -> None:
        """
        Keep the *member* at which it shows; none is the file as a whole.
        """
        super().__init__(f"{member or 'the file'}: {message}")
        self.member = member


class ExportFlaw(StrEnum):
    """
    What can be wrong with an export; the first one found is reported.
    """

    ARCHIVE = "archive"
    """The file is not a ZIP file as exports are."""
    MANIFEST = "manifest"
    """The list of members is missing or malformed."""
    SIGNATURE = "signature"
    """The list of members, or a head, is not signed by the key of the log."""
    MEMBER_MISSING = "member-missing"
    MEMBER_ADDED = "member-added"
    MEMBER_CHANGED = "member-changed"
    ENTRY_CHANGED = "entry-changed"
    """An entry is not what was committed to, or not of this log."""
    PROOF = "proof"
    """An entry is not where its proof says, or has none."""
    FORKED = "forked"
    """The head does not continue an earlier one: history was rewritten."""
    RECORD_CHANGED = "record-changed"
    """A record says something else than the log: it was edited or backdated."""
    RECORD_MISSING = "record-missing"
    """The log tells of a record that is neither there nor withheld."""
    RECORD_UNPROVEN = "record-unproven"
    """No entry of the log tells of a record."""
    EVIDENCE_MISSING = "evidence-missing"
    """The log names evidence that is neither there nor withheld."""
    STAMP = "stamp"
    """A time stamp is none, or one of something else."""
    MARK = "mark"
    """The log does not tell of this export as its mark does."""


class ExportBroken(LedgerBroken):
    """
    An export is not what was signed and logged.
    """

    code: ClassVar[str] = "export-broken"

    def __init__(self, flaw: ExportFlaw, where: str, message: str) -> None:
        """
        Keep *flaw* and the member *where* it shows beside the sentence.
        """
        super().__init__(f"{where}: {message} ({flaw})")
        self.flaw = flaw
        self.where = where
