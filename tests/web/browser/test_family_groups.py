"""
A no to a group of pages is proven as what it is: also for pages that come later.
"""

import json
from collections.abc import Callable

from pypdf import PdfReader

from tests.api.office import group
from tests.web.browser.visitor import Visitor
from tests.web.relatives import relative
from tests.web.staffed import StaffedHouse

LATER = "Social, also pages to come"


def test_the_proof_of_a_no_to_a_group_names_the_group(
    house: StaffedHouse, at_hand: Callable[..., Visitor]
) -> None:
    anne = relative(house, at_hand())
    social, lea = group(house.door), anne.household.lea
    [facebook] = [
        each for each in house.door.get("/channels")["items"] if each["name"] == "Facebook"
    ]
    house.door.patch(f"/channels/{facebook['id']}", {"group_ids": [social]})
    no = {"capacity": "parent", "kind": "refused", "groups": ["social"], "matters": ["image"]}
    house.door.post("/consents", {"person_id": lea, "signatory_id": anne.household.anne} | no)
    anne.come_in()

    anne.visitor.press("What happened")
    assert anne.visitor.sees(f"{LATER}, Facebook")
    [proof] = anne.visitor.page.locator(f"a[href^='{anne.start}/receipts/']").all()
    anne.visitor.click(proof)

    assert anne.visitor.sees(f"{LATER}, Facebook")
    with anne.visitor.page.expect_download() as download:
        anne.visitor.press("Keep the proof")
    document = json.loads(download.value.path().read_bytes())["receipt"]
    [named, page] = document["dpv:hasRecord"][0]["dpv:hasRecipient"]
    assert (f"obstat:channel-group:{social}", True) == (named["@id"], named["obstat:alsoLater"])
    assert "Facebook" == page["dct:title"]
    with anne.visitor.page.expect_download() as download:
        anne.visitor.press("Print the proof (PDF)")
    words = " ".join(each.extract_text() for each in PdfReader(download.value.path()).pages)
    assert LATER in " ".join(words.split())
