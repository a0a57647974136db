"""
A program asks families to answer.
"""

from tests.api.door import NOBODY
from tests.api.family import ANNE, Household


def test_an_invitation_is_sent_and_its_link_kept_to_the_family(family: Household) -> None:
    path = f"/signatories/{family.anne}/invitation"

    sent = family.door.post(path, {}, 200)

    assert {"signatory_id": family.anne, "sent": True, "address": None} == sent
    assert family.mailbox.last_link(ANNE)


def test_a_link_for_paper_is_given_and_not_sent(family: Household) -> None:
    made = family.door.post(f"/signatories/{family.anne}/invitation", {"on_paper": True}, 200)

    assert f"/f/{family.slug}/link/" in made["address"]
    assert [] == family.mailbox.letters()


def test_nobody_is_asked_who_is_not_there_or_cannot_be_reached(family: Household) -> None:
    family.door.patch(f"/signatories/{family.anne}", {"email": ""})

    family.door.post(f"/signatories/{NOBODY}/invitation", {}, 404)
    family.door.post(f"/signatories/{family.anne}/invitation", {}, 409)
    lesser = family.door.with_key("people:read")
    lesser.post(f"/signatories/{family.anne}/invitation", {}, 403)
