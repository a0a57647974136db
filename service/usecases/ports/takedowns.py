"""
Ask for what is live, and for what must come down.

Every method sees one organisation only: that of its unit of work.
"""

from collections.abc import Iterable, Sequence
from typing import Protocol

from service.decision.ids import ChannelId, PersonId, PhotoId, PublicationId, TakedownId
from service.records.paging import Listing, Page
from service.records.takedowns import Live, Proof, Takedown, TakedownRow
from service.usecases.ports.proposals import Proposals


class Takedowns(Protocol):
    """
    What must come down; each publication once, for ever.

    Who asks what is live keeps others from opening a task until the transaction ends.
    """

    def live_with(self, person_ids: Iterable[PersonId]) -> Sequence[Live]:
        """
        Give what is live of somebody and nobody was told to take down.
        """
        ...

    def live_with_photo(self, photo_id: PhotoId) -> Sequence[Live]:
        """
        Give what is live of a photo and nobody was told to take down.
        """
        ...

    def live_on(self, channel_ids: Iterable[ChannelId]) -> Sequence[Live]:
        """
        Give what is live on channels and nobody was told to take down.
        """
        ...

    def live_after(self, after: str, limit: int) -> Sequence[Live]:
        """
        Give some of what is live and nobody was told to take down, by id.
        """
        ...

    def find_live(self, publication_id: PublicationId) -> Live | None:
        """
        Find one publication, if it is live and nobody was told to take it down.
        """
        ...

    def add(self, takedowns: Sequence[Takedown]) -> None:
        """
        Write what must come down.
        """
        ...

    def get(self, takedown_id: TakedownId) -> TakedownRow:
        """
        Give one takedown, done or not.

        Raises:
            NotFound: There is none.
        """
        ...

    def list_page(self, page: Page) -> Listing[TakedownRow]:
        """
        Give one page; filters: open, done, publication_id, unit_id, unit_ids.
        """
        ...

    def add_proof(self, takedown_id: TakedownId, proof: Proof) -> None:
        """
        Keep what shows that it is gone.
        """
        ...

    def get_proof(self, takedown_id: TakedownId) -> Proof:
        """
        Give what shows that it is gone.

        Raises:
            NotFound: There is none, or no longer.
        """
        ...


class PublishingWork(Protocol):
    """
    What a unit of work reaches of publishing.
    """

    @property
    def proposals(self) -> Proposals:
        """
        Reach what somebody proposes to publish.
        """
        ...

    @property
    def takedowns(self) -> Takedowns:
        """
        Reach what must come down.
        """
        ...
