"""
Proposed posts, their words, and where they are.
"""

from dataclasses import replace

import pytest

from service.decision.ids import PersonId, PhotoId, ProposalId
from service.decision.proposing import State
from service.errors import NotFound
from service.persistence.database import SqlDatabase
from service.persistence.unit_of_work import SqlUnitOfWork
from service.records.paging import Page
from service.records.proposals import ProposalWords
from tests.persistence.ground import ASHA, JACINTHES, NOW, later
from tests.persistence.make_activity import make_check
from tests.persistence.make_people import make_person
from tests.persistence.make_proposals import make_proposal, make_step

ONE, TWO = ProposalId("proposal-one"), ProposalId("proposal-two")
WORDS = ProposalWords("Léa at the farm", ("A goat",))


def _propose(work: SqlUnitOfWork) -> None:
    work.checks.add(make_check("one", "lea"))
    work.proposals.add(make_proposal("one", "lea", photos=["outing"]), WORDS)
    work.proposals.add(make_proposal("two", "tom", unit="garden"), ProposalWords())


def test_a_proposal_is_read_back_whole(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        _propose(work)
        found = work.proposals.get(ONE)

        assert (State.PROPOSED, WORDS) == (found.state, found.words)
        assert make_proposal("one", "lea", photos=["outing"]) == found.proposal
        with pytest.raises(NotFound):
            work.proposals.get(ProposalId("proposal-none"))


def test_what_became_of_proposals_is_numbered_and_says_where_they_are(
    database: SqlDatabase,
) -> None:
    approved, back = make_step(State.APPROVED), make_step(State.SENT_BACK, at=later())
    with database.begin(JACINTHES) as work:
        _propose(work)
        work.proposals.move([ONE], approved)
        work.proposals.move([ONE, TWO], back, "Another picture.")
        found = [work.proposals.get(each) for each in (ONE, TWO)]

    assert [State.SENT_BACK] * 2 == [each.state for each in found]
    assert (replace(approved, number=1), replace(back, number=2)) == found[0].events
    assert (replace(back, number=1),) == found[1].events
    assert [{2: "Another picture."}, {1: "Another picture."}] == [each.notes for each in found]


def test_proposals_are_listed_by_state_unit_and_whose_they_are(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        _propose(work)
        work.proposals.move([TWO], make_step(State.APPROVED))

        def listed(**filters: str) -> list[str]:
            found = work.proposals.list_page(Page(filters=filters)).items
            return [each.proposal.id for each in found]

        assert [ONE, TWO] == listed(proposed_by=ASHA)
        assert [TWO] == listed(state="approved")
        assert [TWO] == [each.id for each in work.proposals.in_state(State.APPROVED)]
        assert [ONE] == listed(unit_id="unit-kitchen")
        assert [ONE, TWO] == listed(unit_ids="|unit-garden|unit-kitchen|")
        assert [] == listed(unit_ids="|unit-kit|")


def test_what_is_open_is_found_by_person_and_photo(database: SqlDatabase) -> None:
    lea, outing = PersonId("person-lea"), PhotoId("photo-outing")
    with database.begin(JACINTHES) as work:
        _propose(work)
        work.proposals.add_people([TWO], [lea])
        work.proposals.add_people([TWO], [lea])

        assert [ONE, TWO] == [each.proposal.id for each in work.proposals.open_with([lea])]
        assert [ONE] == [each.proposal.id for each in work.proposals.open_with_photo(outing)]

        work.proposals.move([ONE], make_step(State.PUBLISHED))
        assert [TWO] == [each.proposal.id for each in work.proposals.open_with([lea])]
        assert [] == work.proposals.open_with_photo(outing)


def test_words_go_some_days_after_the_end_and_once(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        _propose(work)
        work.proposals.move([ONE], make_step(State.SENT_BACK), "Another picture.")

        assert 0 == work.proposals.forget_words(NOW)
        assert 1 == work.proposals.forget_words(later())
        assert 0 == work.proposals.forget_words(later())
        gone, kept = work.proposals.get(ONE), work.proposals.get(TWO)

    assert (None, {}) == (gone.words, gone.notes)
    assert ProposalWords() == kept.words


def test_an_erasure_destroys_the_words_of_what_involves_the_person(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        work.people.add(make_person("lea"), NOW, ASHA)
        _propose(work)
        work.people.erase(make_person("lea").id, NOW)

        assert None is work.proposals.get(ONE).words
        assert ProposalWords() == work.proposals.get(TWO).words
