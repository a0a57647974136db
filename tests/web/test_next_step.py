"""
The button that stands out leads on: nobody is sent to where nothing can be done.
"""

import re
from io import BytesIO

import pytest
from PIL import Image

from service.decision.powers import Role
from tests.api import office
from tests.web.reader import reader, words
from tests.web.staffed import StaffedHouse


def _cropped() -> bytes:
    """
    Give a part of the registered photo: somebody may be cut away.
    """
    with Image.open(BytesIO(office.scene(1))) as whole:
        part = whole.crop((0, 0, whole.width * 2 // 3, whole.height))
    content = BytesIO()
    part.save(content, "JPEG", quality=90)
    return content.getvalue()


@pytest.mark.parametrize("content", [office.scene(7), _cropped()], ids=["unknown", "part"])
def test_a_picture_that_is_no_registered_photo_is_registered_before_it_is_proposed(
    house: StaffedHouse, content: bytes
) -> None:
    office.photo_of_emeka(house.door)
    somebody = reader(house, Role.CHECKER)
    (page,) = house.door.get("/channels")["items"]
    sent = {"channel": page["id"], "purpose": "information", "caption": "At the farm"}
    answer = somebody.client.post(
        "/check",
        data=sent,
        files={"picture": ("farm.jpg", content, "image/jpeg")},
        headers=somebody.headers(),
    ).text

    assert "Propose it" not in words(answer)
    (register,) = re.findall(r'<a class="([^"]*)" href="/drafts/[^"]*/register', answer)
    assert ("main" in register) == ("not registered yet" in answer)
    found = re.search(r"/register\?check=([0-9a-f-]+)", answer)
    assert found
    assert "Register every picture" in somebody.get(f"/proposals/new?check={found[1]}")
