"""
A page that is asked to go on after nonsense starts from the first.
"""

from collections.abc import Callable

import pytest

from service.decision.powers import Role
from service.usecases.proposals import ProposalDetails
from tests.api.door import Door
from tests.api.family import Household
from tests.api.office import adult, channel, published_name, register, scene, version, yes
from tests.web.reader import reader
from tests.web.staffed import StaffedHouse


def a_publication(door: Door) -> str:
    """
    Publish a name; give the publication.
    """
    channel(door, photo_publisher="members")
    yes(door, adult(door), version(door))
    made: str = published_name(door)["id"]
    return made


def a_photo(door: Door) -> str:
    """
    Register a photo; give it.
    """
    made: str = register(door, scene(1))["id"]
    return made


def a_campaign(door: Door) -> str:
    """
    Ask everybody; give the campaign.
    """
    channel(door)
    version(door)
    made: str = door.post("/campaigns", {"category": "beneficiary"})["id"]
    return made


def a_letter(door: Door) -> str:
    """
    Send somebody a link; give their name.
    """
    household = Household(door)
    door.post(f"/signatories/{household.anne}/invitation", {}, 200)
    return "Anne Dupont"


@pytest.mark.parametrize("nonsense", ["garbage", "0", "", "%C3%A9", "0" * 100])
@pytest.mark.parametrize(
    ("path", "make"),
    [
        ("/photos?after=", a_photo),
        ("/publications?after=", a_publication),
        ("/campaigns?before=", a_campaign),
        ("/letters?before=", a_letter),
    ],
)
def test_nonsense_shows_the_first_page(
    house: StaffedHouse, path: str, make: Callable[[Door], str], nonsense: str
) -> None:
    made = make(house.door)

    assert made in reader(house, Role.ADMINISTRATOR).fetch(path + nonsense).text


def test_what_was_proposed_last_stands_first_and_all_of_it_waits(house: StaffedHouse) -> None:
    channel(house.door)
    registry = house.site.registry
    somebody = reader(house, Role.CHECKER)
    caller = registry.staff.identify_session(somebody.token).caller
    for number in range(201):
        details = ProposalDetails("facebook", caption=f"No. {number}.")
        registry.proposals.propose_post(caller, details)

    page = somebody.get("/proposals")

    assert "No. 200." in page
    assert page.index("No. 200.") < page.index("No. 199.")
    assert "No. 0." not in page
    for_decision = reader(house, Role.PUBLISHER).get("/proposals")
    assert "No. 0." in for_decision
    assert "No. 200." in for_decision
