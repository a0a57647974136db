"""
Whoever sees some units only, sees and sends again letters to their people only.
"""

from service.records.mail import Delivery, Outcome
from tests.api.door import Door
from tests.api.family import ANNE, Household
from tests.api.office import channel, version


def invited(door: Door, unit: str) -> str:
    """
    Invite Anne to answer for Léa, of a unit; give the letter, which came back.
    """
    household = Household(door)
    channel(door)
    version(door)
    door.patch(f"/people/{household.lea}", {"memberships": [{"unit_id": unit}]})
    door.post(f"/signatories/{household.anne}/invitation", {}, 200)
    deliver = door.house.registry.mail.deliver_letters
    letter = household.mailbox.letters(ANNE)[-1]
    with deliver.database.begin(door.organisation.id) as work:
        work.outbox.settle(letter.id, Delivery(Outcome.BOUNCED, ""), deliver.clock(), None)
        work.commit()
    return letter.id


def test_letters_to_people_of_other_units_are_nobodys_to_read_or_send(door: Door) -> None:
    unit = door.unit("Own")
    letter = invited(door, unit)
    own = door.with_key("people:read", "people:write", units=[unit])
    other = door.with_key("people:read", "people:write", units=[door.unit("Other")])

    assert [letter] == [each["id"] for each in own.get("/letters")["items"]]
    assert [] == other.get("/letters")["items"]
    other.post(f"/letters/{letter}/retry", {}, 404)
    assert "bounced" == door.get("/letters")["items"][0]["outcome"]
    assert "renewed" == own.post(f"/letters/{letter}/retry", {}, 200)["outcome"]
