"""
Somebody closes a form: nobody is asked in its words any more.
"""

from collections.abc import Callable

import pytest

from service.decision.ids import ChannelId, PersonId
from service.decision.terms import Matter
from service.errors import InvalidInput
from service.records.forms import FormText
from service.usecases.families.cards import Choice
from service.usecases.families.choices import Answers, shown_by
from tests.api.clock import Clock
from tests.api.door import Door
from tests.api.family import Household, sit_down
from tests.api.looked_at import NOON, due
from tests.api.office import IMAGE_FORM, adult, answer, channel, refused, version, yes


def close(door: Door, form: str = "image", way: str = "close") -> None:
    """
    Close a form, or open it again.
    """
    found = door.post(f"/forms/{form}/{way}", status=200)
    assert (form, way == "close") == (found["slug"], found["closed"])


def closings(door: Door) -> list[str]:
    """
    Give what the log tells of closed forms.
    """
    kinds = {"form:closed", "form:reopened"}
    return [each["kind"] for each in door.entries() if each["kind"] in kinds]


def test_a_form_is_closed_once_and_opened_again(door: Door) -> None:
    version(door)
    door.post("/forms", {"slug": "camp", "name": "Camp"})

    close(door)
    close(door)

    listed = {each["slug"]: each["closed"] for each in door.get("/forms")["items"]}
    assert ({"image": True, "camp": False}, True) == (listed, door.get("/forms/image")["closed"])
    assert ["form:closed"] == closings(door)
    close(door, way="reopen")
    close(door, way="reopen")
    assert ["form:closed", "form:reopened"] == closings(door)
    assert not door.get("/forms/image")["closed"]


def test_nobody_is_asked_in_words_that_were_closed(door: Door) -> None:
    household, page = Household(door), channel(door, name="page")
    version(door)
    unasked = version(door, "camp", texts={"fr-BE": "Le camp. Refuser ne coûte rien."})
    anne = sit_down(household)
    form_id = door.get("/forms/camp")["id"]

    def words() -> FormText | None:
        form = anne.cards(household.lea)["page/image"].form
        return form.texts["fr-BE"] if form else None

    assert "Le camp" in str(words())
    close(door, "camp")

    assert "Puis-je" in str(words())
    refused(door, "/campaigns", {"template_id": form_id})
    refused(door, "/campaigns/preview", {"template_id": form_id})
    refused(door, "/forms/camp/versions", IMAGE_FORM, 409)
    refused(door, f"/form-versions/{unasked}/print", {"language": "fr-BE"}, 409)
    close(door, "camp", "reopen")
    assert "Le camp" in str(words())
    close(door)
    close(door, "camp")
    assert "page/image" not in anne.cards(household.lea)
    assert page in {each["id"] for each in door.get("/channels")["items"]}


def test_who_had_the_words_before_them_can_say_no_and_no_yes(door: Door) -> None:
    household, _ = Household(door), channel(door, name="page")
    version(door)
    anne = sit_down(household)
    ticked = anne.answers(household.lea, page=Choice.YES)
    close(door)

    with pytest.raises(InvalidInput):
        household.verbs.answer(anne.family, PersonId(household.lea), ticked, "fr", "once")

    anne.say(household.lea, nowhere=True)
    assert "do_not_publish" == answer(door, "Léa Dupont")


@pytest.mark.parametrize("said", [Choice.NO, Choice.NOT_NOW])
def test_a_no_from_a_page_of_before_counts_against_the_yes_of_somebody_else(
    door: Door, said: Choice
) -> None:
    household, page = Household(door), channel(door, name="page", photo_publisher="members")
    form = version(door, matters=["name", "image"])
    marc = door.signatory(given_name="Marc", email="marc@family.example")
    door.authority(household.lea, marc, verified=True, proof="Birth certificate")
    told = {"signatory_id": marc, "capacity": "parent", "matters": ["name"]}
    yes(door, household.lea, form, **told)
    anne, lea = sit_down(household), PersonId(household.lea)
    seen = shown_by(household.verbs.show_matters.one(anne.family, lea))
    close(door)

    ticked = Answers({(ChannelId(page), Matter.NAME): said}, shown=seen)
    household.verbs.answer(anne.family, lea, ticked, "fr", "once")

    assert said is anne.cards(household.lea)["page/name"].choice
    acts = door.get(f"/consents?person_id={household.lea}")["items"]
    kind = "refused" if said is Choice.NO else "deferred"
    assert [("given", [page]), (kind, [page])] == [
        (each["kind"], each["channel_ids"]) for each in acts
    ]


def test_a_no_to_what_nobody_could_be_asked_is_none(door: Door) -> None:
    household = Household(door)
    channel(door, name="page")
    anne = sit_down(household)
    ticked = Answers({(ChannelId("elsewhere"), Matter.NAME): Choice.NO})

    with pytest.raises(InvalidInput):
        household.verbs.answer(anne.family, PersonId(household.lea), ticked, "fr", "once")


def test_what_was_answered_stands_and_papers_still_come_back(door: Door) -> None:
    channel(door)
    version_id = version(door, matters=["name"])
    before, after = adult(door), adult(door, given_name="Amara")
    yes(door, before, version_id)
    close(door)

    yes(door, after, version_id)

    assert ["publish", "publish"] == [answer(door), answer(door, "Amara Dupont")]


def test_what_is_closed_is_not_looked_at_again(
    found_then: Callable[[str], Door], clock: Clock
) -> None:
    clock.at = NOON
    then = found_then("jacinthes")
    version(then)
    clock.at = NOON.replace(year=2033)
    assert 1 == len(due(then))

    close(then)

    assert [] == due(then)
    refused(then, "/forms/image/review", {}, 409)


def test_a_list_of_then_says_what_was_closed_then(
    found_then: Callable[[str], Door], clock: Clock
) -> None:
    clock.at = NOON
    then = found_then("jacinthes")
    version(then)
    clock.at = NOON.replace(year=2033)
    close(then)

    before = NOON.replace(year=2032).isoformat().replace("+00:00", "Z")
    found = (then.get(f"/forms?known_at={before}"), then.get("/forms"))
    assert [False, True] == [each["items"][0]["closed"] for each in found]


def test_only_whoever_publishes_words_closes_them(door: Door) -> None:
    version(door)

    refused(door.with_key("forms:read"), "/forms/image/close", {}, 403)
    refused(
        door.with_key("forms:read", "forms:write", units=[door.unit()]),
        "/forms/image/close",
        {},
        403,
    )
    refused(door, "/forms/nobodys/close", {}, 404)
    refused(door, "/forms/nobodys/reopen", {}, 404)
