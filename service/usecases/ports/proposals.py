"""
Ask for posts that somebody proposes.

Every method sees one organisation only: that of its unit of work.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from service.decision.ids import ActorId, ChannelId, PersonId, PhotoId, ProposalId
from service.decision.proposing import State
from service.records.paging import Listing, Page
from service.records.proposals import (
    Proposal,
    ProposalEvent,
    ProposalStory,
    ProposalWords,
    Queued,
)


class Proposals(Protocol):
    """
    Proposed posts, their words and what becomes of them.
    """

    def add(self, proposal: Proposal, words: ProposalWords) -> None:
        """
        Write a proposal and its words; it is `proposed` from then on.
        """
        ...

    def lock(self, proposal_id: ProposalId) -> None:
        """
        Keep every other transaction from moving a proposal until we end.
        """
        ...

    def get(self, proposal_id: ProposalId) -> ProposalStory:
        """
        Give one proposal with everything.

        Raises:
            NotFound: There is none.
        """
        ...

    def list_page(self, page: Page) -> Listing[ProposalStory]:
        """
        Give one page, without events.

        Filters: state, unit_id, unit_ids, proposed_by.
        """
        ...

    def move(
        self, proposal_ids: Iterable[ProposalId], event: ProposalEvent, note: str = ""
    ) -> None:
        """
        Say what became of proposals, and with it where they are now.
        """
        ...

    def add_people(
        self, proposal_ids: Iterable[ProposalId], person_ids: Iterable[PersonId]
    ) -> None:
        """
        Say that proposals show people whom nobody had named then.
        """
        ...

    def open_with(self, person_ids: Iterable[PersonId]) -> Sequence[Queued]:
        """
        Give open proposals that show or name somebody.
        """
        ...

    def open_with_photo(self, photo_id: PhotoId) -> Sequence[Queued]:
        """
        Give open proposals of a photo.
        """
        ...

    def open_on(self, channel_ids: Iterable[ChannelId]) -> Sequence[Queued]:
        """
        Give open proposals for channels.
        """
        ...

    def approvers_of(
        self, proposal_ids: Iterable[ProposalId]
    ) -> Mapping[ProposalId, frozenset[ActorId]]:
        """
        Give who approved each of some proposals.
        """
        ...

    def in_state(self, state: State) -> Sequence[Proposal]:
        """
        Give all proposals in a state, the longest there first.
        """
        ...

    def forget_words(self, before: datetime) -> int:
        """
        Destroy words of proposals that ended; count the proposals.

        Some at a time: none is left once it gives 0.
        """
        ...
