"""
Keep proposed posts, their words and what becomes of them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from service.decision.ids import ActorId, ChannelId, PersonId, PhotoId, ProposalId
from service.decision.proposing import AGREED, OPEN, State
from service.errors import NotFound
from service.persistence.documents import document_of, reader
from service.persistence.statements import Prepared, Row
from service.persistence.stores import proposal_statements as statements
from service.persistence.stores.erasing import note_erasure
from service.persistence.stores.spoken import spoken_of
from service.persistence.transaction import Transaction
from service.records.paging import Listing, Page
from service.records.proposals import (
    Proposal,
    ProposalEvent,
    ProposalStory,
    ProposalWords,
    Queued,
)

OPEN_STATES = sorted(each.value for each in OPEN)
ENDED_STATES = sorted(each.value for each in frozenset(State) - OPEN)
AT_ONCE = 200
"""How many proposals lose their words in one transaction."""

_decode = reader(Proposal).decode
_decode_event = reader(ProposalEvent).decode
_decode_words = reader(ProposalWords).decode


class SqlProposals:
    """
    The proposals of one transaction.
    """

    def __init__(self, transaction: Transaction) -> None:
        """
        Work in *transaction*.
        """
        self._transaction = transaction

    def add(self, proposal: Proposal, words: ProposalWords) -> None:
        """
        Write a proposal and its words; it is `proposed` from then on.
        """
        append = self._transaction.append
        whose = {"proposal_id": proposal.id}
        append(
            statements.ADD,
            {
                "id": proposal.id,
                "channel_id": proposal.channel_id,
                "unit_id": proposal.unit_id or "",
                "proposed_by": proposal.proposed_by,
                "document": document_of(proposal),
            },
        )
        state = {"state": State.PROPOSED.value, "since": proposal.proposed_at}
        append(statements.ADD_STATE, {**whose, **state})
        append(statements.ADD_WORDS, {**whose, "number": 0, "words": document_of(words)})
        people = ({**whose, "person_id": each} for each in set(proposal.person_ids))
        append(statements.ADD_PERSON, *people)
        photos = ({**whose, "photo_id": each} for each in set(proposal.photo_ids))
        append(statements.ADD_PHOTO, *photos)

    def lock(self, proposal_id: ProposalId) -> None:
        """
        Keep every other transaction from moving a proposal until we end.
        """
        self._transaction.lock("proposal", proposal_id)

    def get(self, proposal_id: ProposalId) -> ProposalStory:
        """
        Give one proposal with everything.

        Raises:
            NotFound: There is none.
        """
        row = self._transaction.first(statements.ONE, id=proposal_id)
        if row is None:
            raise NotFound("There is no such proposal.")
        events = self._transaction.all(statements.EVENTS, proposal_id=proposal_id)
        notes = self._transaction.all(statements.NOTES, proposal_id=proposal_id)
        return ProposalStory(
            *_complete(row), tuple(_decode_event(each[0]) for each in events), dict(_pairs(notes))
        )

    def list_page(self, page: Page) -> Listing[ProposalStory]:
        """
        Give one page, without events.

        Filters: state, channel_id, unit_id, unit_ids, proposed_by.
        """
        rows, next_after = statements.PAGES.read(self._transaction, page)
        return Listing(tuple(ProposalStory(*_complete(row)) for row in rows), next_after)

    def move(
        self, proposal_ids: Iterable[ProposalId], event: ProposalEvent, note: str = ""
    ) -> None:
        """
        Say what became of proposals, and with it where they are now.

        Each gets an event of its own, with the next number.
        """
        ids = sorted(proposal_ids)
        last = self._transaction.all(statements.LAST_NUMBERS, ids=ids)
        numbers = {row[0]: int(row[1]) for row in last}
        numbered = [(one, numbers.get(one, 0) + 1) for one in ids]
        self._transaction.append(
            statements.ADD_EVENT,
            *(
                {"proposal_id": one, "number": number, "document": document_of(each)}
                for one, number in numbered
                for each in [replace(event, number=number)]
            ),
        )
        if note:
            self._transaction.append(
                statements.ADD_WORDS,
                *(
                    {"proposal_id": one, "number": number, "words": note}
                    for one, number in numbered
                ),
            )
        self._transaction.run(
            statements.MOVE, ids=ids, state=event.state.value, since=event.recorded_at
        )

    def add_people(
        self, proposal_ids: Iterable[ProposalId], person_ids: Iterable[PersonId]
    ) -> None:
        """
        Say that proposals show people whom nobody had named then.
        """
        ids = sorted(proposal_ids)
        known = {(row[0], row[1]) for row in self._transaction.all(statements.PEOPLE_OF, ids=ids)}
        wanted = {(one, person_id) for one in ids for person_id in person_ids}
        self._transaction.append(
            statements.ADD_PERSON,
            *(
                {"proposal_id": one, "person_id": person_id}
                for one, person_id in sorted(wanted - known)
            ),
        )

    def open_with(self, person_ids: Iterable[PersonId]) -> Sequence[Queued]:
        """
        Give open proposals that show or name somebody.
        """
        return self._queued(statements.OPEN_WITH_PEOPLE, person_ids=sorted(person_ids))

    def open_with_photo(self, photo_id: PhotoId) -> Sequence[Queued]:
        """
        Give open proposals of a photo.
        """
        return self._queued(statements.OPEN_WITH_PHOTO, photo_id=photo_id)

    def open_on(self, channel_ids: Iterable[ChannelId]) -> Sequence[Queued]:
        """
        Give open proposals for channels.
        """
        return self._queued(statements.OPEN_ON_CHANNELS, channel_ids=sorted(channel_ids))

    def approvers_of(
        self, proposal_ids: Iterable[ProposalId]
    ) -> Mapping[ProposalId, frozenset[ActorId]]:
        """
        Give who approved each of some proposals.
        """
        found: dict[ProposalId, frozenset[ActorId]] = {}
        for row in self._transaction.all(statements.EVENTS_OF, ids=sorted(proposal_ids)):
            event = _decode_event(row[1])
            if event.state in AGREED:
                known = found.get(ProposalId(row[0]), frozenset())
                found[ProposalId(row[0])] = known | {event.actor_id}
        return found

    def in_state(self, state: State) -> Sequence[Proposal]:
        """
        Give all proposals in a state, the longest there first.
        """
        rows = self._transaction.all(statements.IN_STATE, states=[state.value])
        return [_decode(row[0]) for row in rows]

    def forget_words(self, before: datetime) -> int:
        """
        Destroy words of proposals that ended; count the proposals.

        Some at a time: none is left once it gives 0.
        """
        rows = self._transaction.all(
            statements.ENDED_WITH_WORDS, states=ENDED_STATES, before=before, limit=AT_ONCE
        )
        for row in rows:
            note_erasure(self._transaction, "proposal", row[0], before)
        if rows:
            self._transaction.run(statements.FORGET_WORDS, ids=sorted(row[0] for row in rows))
        return len(rows)

    def _queued(self, prepared: Prepared, **which: object) -> list[Queued]:
        rows = self._transaction.all(prepared, states=OPEN_STATES, **which)
        found = [_decode(row[0]) for row in rows]
        spoken = spoken_of(self._transaction, {each.check_id for each in found})
        return [Queued(each, *spoken[each.check_id]) for each in found]


def _complete(row: Row) -> tuple[Proposal, State, ProposalWords | None]:
    words = _decode_words(row[3]) if row[3] else None
    return _decode(row[1]), State(row[2]), words


def _pairs(rows: Sequence[Row]) -> Iterable[tuple[int, str]]:
    return ((row[0], row[1]) for row in rows)
