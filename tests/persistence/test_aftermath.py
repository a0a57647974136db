"""
What follows a withdrawal costs the same, however much is live.
"""

import pytest

from service.decision.ids import PersonId
from service.decision.jurisdiction import Jurisdictions
from service.decision.proposing import State
from service.delivery.wording import Wordbooks
from service.outfit import new_id, random_id
from service.persistence.database import SqlDatabase
from service.records.paging import Page
from service.records.proposals import ProposalWords
from service.usecases.caller import the_service
from service.usecases.desk import Desk
from service.usecases.mail import StaffMail
from service.usecases.notices import TellStaff
from service.usecases.proposals import CancelProposals, TellCancelled
from service.usecases.recording import Recorder
from service.usecases.takedowns import Consequences, OpenTakedowns
from tests.decision.cast import JURISDICTIONS
from tests.persistence.ground import ASHA, JACINTHES, NOW, later
from tests.persistence.make_activity import (
    make_check,
    make_depictions,
    make_photo,
    make_publication,
    make_takedown,
)
from tests.persistence.make_people import make_person
from tests.persistence.make_proposals import make_proposal
from tests.persistence.make_register import make_channel

LEA = PersonId("person-lea")
LAW: Jurisdictions = JURISDICTIONS


def _publish(database: SqlDatabase, posts: int, others: int) -> None:
    """
    Publish photos of Léa and others, of whom nobody ever said yes.
    """
    names = ["lea", *(f"p{number}" for number in range(others))]
    with database.begin(JACINTHES) as work:
        for name in names:
            work.people.add(make_person(name), NOW, ASHA)
        work.channels.add(make_channel(), NOW, ASHA)
        work.photos.add(make_photo("outing"), NOW, ASHA)
        work.photos.depictions.add(make_depictions("outing", *names), NOW, ASHA)
        work.checks.add(make_check("one", *names))
        for number in range(posts):
            work.publications.add(make_publication(str(number), *names, photos=["outing"]))
            proposal = make_proposal(str(number), *names, photos=["outing"])
            work.proposals.add(proposal, ProposalWords())
        work.commit()


@pytest.mark.parametrize(("posts", "others"), [(1, 0), (80, 40)])
def test_the_aftermath_is_a_constant_number_of_statements(
    database: SqlDatabase, posts: int, others: int
) -> None:
    _publish(database, posts, others)
    desk = Desk(database, later, new_id, Recorder(later, random_id, new_id))
    with database.begin(JACINTHES) as work:
        tell = TellStaff(desk, StaffMail(Wordbooks(), new_id, "https://house.example"))
        cancel = CancelProposals(desk, LAW, TellCancelled(desk.record, tell.mail))
        aftermath = Consequences(cancel, OpenTakedowns(desk, LAW, tell))
        aftermath.of_people(work, the_service(JACINTHES), [LEA])
        count = work.transaction.statements
        listed = work.takedowns.list_page(Page(limit=100, filters={"open": "yes"}))
        proposed = work.proposals.list_page(Page(limit=100))
        work.commit()

    assert posts == len(listed.items)
    assert {State.CANCELLED} == {each.state for each in proposed.items}
    # Their other records; proposals, whom they name, photos, everything else, last numbers,
    # events, states, four of the log, who approved them and who works here; live ones, whom
    # they name, photos and everything else as they stood when it went out, both as they stand
    # now, settings, tasks, and four of the log; the hooks that hear of it; who works here,
    # what waits to leave, the letter to the contact, and its line.
    assert 39 == count


def test_what_is_live_is_found_by_person_by_photo_and_in_order(database: SqlDatabase) -> None:
    _publish(database, 3, 1)
    with database.begin(JACINTHES) as work:
        work.takedowns.add([make_takedown("1")])
        everything = ["publication-0", "publication-2"]

        found = (
            work.takedowns.live_with([LEA]),
            work.takedowns.live_with_photo(make_photo("outing").id),
            work.takedowns.live_after("", 10),
        )
        assert [everything] * 3 == [[each.publication.id for each in one] for one in found]
        assert ["publication-2"] == [
            each.publication.id for each in work.takedowns.live_after("publication-0", 10)
        ]
        assert None is work.takedowns.find_live(make_publication("1").id)
