"""
Ask for what lets families in, and for who they are.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from service.decision.ids import CampaignId, PersonId, SignatoryId
from service.records.campaigns import Campaign
from service.records.families import DoorKey, DoorKind, Reachable, ReceiptRecord
from service.records.mail import LetterId
from service.records.paging import Listing, Page
from service.records.reminders import ReminderKey


class FamilyDoors(Protocol):
    """
    Links, codes and sessions of one organisation's families.
    """

    def add(self, key: DoorKey) -> None:
        """
        Keep a secret's digest.
        """
        ...

    def find(self, kind: DoorKind, digest: bytes, now: datetime) -> DoorKey | None:
        """
        Find what a secret opens, unless it is over.
        """
        ...

    def close(self, digest: bytes) -> None:
        """
        Let a secret open nothing any more.
        """
        ...

    def lock(self, signatory_id: SignatoryId) -> None:
        """
        Let nobody else ask somebody until the transaction ends.
        """
        ...

    def count(self, kind: DoorKind, signatory_id: SignatoryId, since: datetime) -> int:
        """
        Count what somebody was given since an instant; two never count at once.
        """
        ...

    def tries(self, key: DoorKey) -> Sequence[bool]:
        """
        Tell which tries of a code were right; two never try at once.
        """
        ...

    def note_try(self, key: DoorKey, at: datetime, *, right: bool) -> None:
        """
        Write down a try.
        """
        ...

    def note_request(self, digest: bytes, at: datetime) -> None:
        """
        Write down that somebody typed a contact, known or not.
        """
        ...

    def count_requests(self, since: datetime, digest: bytes | None = None) -> int:
        """
        Count contacts that were typed, or how often one of them was.
        """
        ...

    def reach(self, signatory_id: SignatoryId) -> Reachable | None:
        """
        Give a contact person, or a person who may answer alone.
        """
        ...

    def with_contact(self, contact: str) -> Sequence[Reachable]:
        """
        Give everybody who is reached at an address or a telephone number.
        """
        ...

    def shut(self, signatory_id: SignatoryId) -> None:
        """
        Let no code or session of somebody open anything; links stay.
        """
        ...

    def erase(self, signatory_id: str) -> None:
        """
        Let nothing open any more for somebody.
        """
        ...

    def forget(self, before: datetime) -> int:
        """
        Forget all that have been over since; count them.
        """
        ...


class Receipts(Protocol):
    """
    Receipts, appended and never changed.
    """

    def add(self, receipt: ReceiptRecord) -> None:
        """
        Append a receipt.
        """
        ...

    def get(self, receipt_id: str) -> ReceiptRecord:
        """
        Give one receipt.

        Raises:
            NotFound: There is none.
        """
        ...

    def list_of(self, signatory_id: SignatoryId) -> Sequence[ReceiptRecord]:
        """
        Give the receipts of one signatory, the newest first.
        """
        ...


class Reminders(Protocol):
    """
    Which reminders were written; no two are alike.
    """

    def lock(self, person_id: PersonId) -> None:
        """
        Let nobody else remind of this person until the transaction ends.
        """
        ...

    def of_person(self, person_id: PersonId) -> frozenset[ReminderKey]:
        """
        Give every reminder about a person that was written.
        """
        ...

    def of_letter(self, letter_id: LetterId) -> ReminderKey | None:
        """
        Find what a letter reminds of.
        """
        ...

    def add(self, key: ReminderKey, letter_id: LetterId, at: datetime) -> None:
        """
        Append that a reminder was written.
        """
        ...


class CampaignStore(Protocol):
    """
    What was asked of many at once; appended and never changed.
    """

    def add(self, campaign: Campaign) -> None:
        """
        Append a campaign.
        """
        ...

    def get(self, campaign_id: CampaignId) -> Campaign:
        """
        Give one campaign.

        Raises:
            NotFound: There is none.
        """
        ...

    def list_page(self, page: Page) -> Listing[Campaign]:
        """
        Give one page of campaigns.
        """
        ...


class FamilyStores(Protocol):
    """
    What a unit of work keeps of families alone.
    """

    @property
    def family_doors(self) -> FamilyDoors:
        """
        Reach what lets families in.
        """
        ...

    @property
    def receipts(self) -> Receipts:
        """
        Reach what families were given as proof.
        """
        ...

    @property
    def reminders(self) -> Reminders:
        """
        Reach which reminders were written.
        """
        ...

    @property
    def campaigns(self) -> CampaignStore:
        """
        Reach what was asked of many at once.
        """
        ...
