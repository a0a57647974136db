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
    (main,) = re.findall(r"<button( class=.main.)? type=.submit.>Register the photo", answer)
    assert bool(main) == ("not registered yet" in answer)
    found = re.search(r'name="check" value="([0-9a-f-]+)"', answer)
    assert found
    assert "Register every picture" in somebody.get(f"/proposals/new?check={found[1]}")


def test_after_a_no_the_next_step_stands_out_and_not_asking_again(house: StaffedHouse) -> None:
    office.photo_of_emeka(house.door)
    (emeka,) = house.door.get("/people")["items"]
    taken_back = {"person_id": emeka["id"], "signatory_id": emeka["id"]}
    house.door.post("/consents/withdraw", taken_back)
    somebody = reader(house, Role.CHECKER)
    (page,) = house.door.get("/channels")["items"]

    def main_of(content: bytes, caption: str) -> list[str]:
        picture = ("garden.jpg", content, "image/jpeg")
        answer = somebody.client.post(
            "/check",
            data={"channel": page["id"], "caption": caption},
            files={"picture": picture} if content else {"picture": ("", b"", "text/plain")},
            headers=somebody.headers(),
        ).text
        assert "Do not publish" in words(answer)
        found = re.findall(r'<(?:a|button)[^>]* class="(?:button )?main"[^>]*>([^<]*)<', answer)
        return [str(each) for each in found]

    contact = house.door.get("/organisation")["contact"]["name"]
    assert ["Cover or crop"] == main_of(office.scene(1), "")
    assert [f"Write to {contact}"] == main_of(b"", "Thank you Emeka Dupont!")


def test_whoever_is_the_contact_is_not_told_to_write_to_themselves(house: StaffedHouse) -> None:
    office.photo_of_emeka(house.door)
    (emeka,) = house.door.get("/people")["items"]
    taken_back = {"person_id": emeka["id"], "signatory_id": emeka["id"]}
    house.door.post("/consents/withdraw", taken_back)
    (page,) = house.door.get("/channels")["items"]
    contact = house.door.get("/organisation")["contact"]["name"]

    def answer(name: str) -> str:
        somebody = reader(house, Role.PUBLISHER, name)
        sent = {"channel": page["id"], "caption": "Thank you Emeka Dupont!"}
        nothing = {"picture": ("", b"", "text/plain")}
        headers = somebody.headers()
        return somebody.client.post("/check", data=sent, files=nothing, headers=headers).text

    assert f"Write to {contact}" in words(answer("Sofie Maas"))
    own = words(answer(contact))
    assert "Write to" not in own
    assert "That is you: it is for you to settle." in own


def _hidden(page: str) -> dict[str, str]:
    """
    Give what the forms of a page send along.
    """
    return dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', page))


def test_whoever_registers_a_picture_comes_back_with_the_words_and_the_channel(
    house: StaffedHouse,
) -> None:
    emeka = office.adult(house.door)
    channel = office.channel(house.door)
    somebody = reader(house, Role.ADMINISTRATOR)

    def send(path: str, **fields: object) -> str:
        answer = somebody.client.post(path, data=fields, headers=somebody.headers())
        assert 200 == answer.status_code
        return answer.text

    sent = {"channel": channel, "purpose": "information", "caption": "Emeka at the farm"}
    answer = somebody.client.post(
        "/check",
        data=sent,
        files={"picture": ("farm.jpg", office.scene(7), "image/jpeg")},
        headers=somebody.headers(),
    ).text
    draft = _hidden(answer)["post-drafts"]
    path = f"/drafts/{draft}/register"
    names = send(f"{path}/people", **_hidden(answer))
    details = send(f"{path}/people", person=emeka, **_hidden(names))
    typed = _hidden(details) | {
        "person": emeka,
        "source": "own",
        "licence": "CC BY",
        "title": "Farm",
    }
    again = send(f"{path}/people", search="1", **typed)
    assert "CC BY" == _hidden(again)["licence"]
    done = send(path, everybody="yes", **typed)

    assert "The photo is registered." in words(done)
    assert sent.items() <= _hidden(done).items()
    assert draft == _hidden(done)["draft"]
