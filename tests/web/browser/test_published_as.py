"""
A publisher says in whose name something was posted or shared.
"""

from collections.abc import Callable

from service.decision.powers import Role
from tests.api import office
from tests.web.browser.visitor import Visitor
from tests.web.staffed import StaffedHouse


def test_what_is_posted_and_shared_says_in_whose_name(
    house: StaffedHouse, at_hand: Callable[..., Visitor]
) -> None:
    office.photo_of_emeka(house.door)
    (page,) = house.door.get("/channels")["items"]
    house.door.patch(f"/channels/{page['id']}", {"photo_publisher": "members"})
    post = {"channel": "facebook", "text": "Emeka Dupont at the farm"}
    made = house.door.with_key("checks").post("/proposals", post)["id"]
    publisher = house.let_in(at_hand(), Role.PUBLISHER)

    publisher.go(f"/proposals/{made}")
    publisher.press("Approve")
    publisher.page.get_by_label("In whose name").select_option("staff")
    publisher.look("proposal-in-whose-name")
    publisher.press("Record the publication")
    assert publisher.sees("Somebody who works here, in their own name")
    publisher.click(publisher.page.get_by_text("It was shared again", exact=True))
    publisher.page.get_by_label("In whose name").select_option("family")
    publisher.look("publication-in-whose-name")
    publisher.press("Record the re-share")

    assert {"staff", "family"} == {
        each["published_as"] for each in house.door.get("/publications")["items"]
    }
