"""
A form is written for the young and in easy words, and keeps them in its next version.
"""

from service.decision.powers import Role
from service.web.staff.form_languages import offered
from tests.api.door import Json
from tests.api.office import channel, version
from tests.web.reader import Reader, reader
from tests.web.staffed import StaffedHouse

YOUNG = "Dire non ne change rien pour toi."
PLAIN = "Puis-je montrer votre photo ? Refuser ne coûte rien."


def _texts(house: StaffedHouse) -> dict[str, str]:
    form: Json = house.door.get("/forms/image")
    return {name: each["text"] for name, each in form["versions"][-1]["texts"].items()}


def _publish(manager: Reader, house: StaffedHouse, **texts: str) -> None:
    template_id = house.door.get("/forms/image")["id"]
    fields = {f"text-{name.replace('_', '-')}": text for name, text in texts.items()}
    told = {"matters": "image", "purposes": "information", "states_refusal_is_free": "1"}
    manager.post(f"/forms/{template_id}", fields | told)


def test_the_next_version_keeps_the_words_for_the_young(house: StaffedHouse) -> None:
    channel(house.door)
    version(house.door, texts={"fr-BE": PLAIN, "fr-x-young": YOUNG})
    manager = reader(house, Role.CHANNEL_MANAGER)
    template_id = house.door.get("/forms/image")["id"]

    shown = manager.get(f"/forms/{template_id}/new")
    assert YOUNG in shown
    assert "French, easy to read" in shown
    _publish(manager, house, fr_BE=PLAIN, fr_x_young=YOUNG, fr_x_falc="")

    assert {"fr-BE": PLAIN, "fr-x-young": YOUNG} == _texts(house)


def test_what_is_offered_begins_with_the_languages_of_the_house() -> None:
    assert ("nl-BE", "fr", "fr-x-falc", "nl-x-young", "fr-x-young", "es") == offered(
        ("nl-BE", "fr"), ("es", "fr")
    )
