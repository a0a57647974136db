"""
The words of a form are fixed.
"""

import hashlib

import pytest

from tests.api.door import NOBODY, Door
from tests.api.office import (
    IMAGE_FORM,
    WORDS,
    adult,
    answer,
    channel,
    group,
    refused,
    row_counts,
    version,
    yes,
)

FRENCH_AND_DUTCH = {"languages": ["fr-BE", "nl-BE"]}


@pytest.fixture
def form(door: Door) -> str:
    """
    Begin a form; give the path of its versions.
    """
    door.post("/forms", {"slug": "image", "name": "Images"})
    return "/forms/image/versions"


def test_words_are_kept_exactly_with_their_digest(door: Door, form: str) -> None:
    words = "  Puis-je ?\r\n\r\n\tRefuser ne cou\u0302te rien.  \n"

    made = door.post(form, IMAGE_FORM | {"texts": {"fr-BE": words}})

    digest = hashlib.sha256(words.encode()).hexdigest()
    assert {"fr-BE": {"text": words, "sha256": digest}} == made["texts"]
    assert made == door.get(f"/form-versions/{made['id']}")
    assert [made] == door.get("/forms/image")["versions"]


def test_numbers_grow_by_one(door: Door, form: str) -> None:
    numbers = [door.post(form, IMAGE_FORM)["number"] for _ in range(3)]

    assert [1, 2, 3] == numbers


def test_the_same_key_publishes_one_version(door: Door, form: str) -> None:
    first = door.post(form, IMAGE_FORM, idempotency_key="v1")

    assert first == door.post(form, IMAGE_FORM, idempotency_key="v1")
    assert 1 == len(door.get("/forms/image")["versions"])


def test_every_language_of_the_organisation_needs_its_text(door: Door, form: str) -> None:
    door.patch("/organisation", FRENCH_AND_DUTCH)

    problem = refused(door, form, IMAGE_FORM)

    assert "texts.nl-BE" == problem["field"]


def test_another_language_may_come_along(door: Door, form: str) -> None:
    easy = WORDS | {"fr-x-falc": "On peut montrer votre photo ?"}

    assert set(easy) == set(door.post(form, IMAGE_FORM | {"texts": easy})["texts"])


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"states_refusal_is_free": False}, "states_refusal_is_free"),
        ({"matters": []}, "matters"),
        ({"purposes": []}, "purposes"),
        ({"channel_ids": [NOBODY]}, "channel_ids"),
        ({"group_ids": [NOBODY]}, "group_ids"),
        ({"changed_channel_ids": []}, "changed_channel_ids"),
        ({"changed_matters": []}, "changed_matters"),
        ({"changed_channel_ids": [NOBODY]}, "changed_channel_ids"),
        ({"changed_matters": ["image"]}, "changed_matters"),
        ({"texts": {"fr-BE": " "}}, "texts.fr-BE"),
        ({"texts": {"fr-BE": "Oui\u202e?"}}, "texts.fr-BE"),
        ({"texts": WORDS | {"french": "Oui ?"}}, "texts"),
        ({"texts": WORDS | {"": "Oui ?"}}, "texts"),
    ],
)
def test_what_cannot_be_used_is_named(
    door: Door, form: str, told: dict[str, object], field: str
) -> None:
    assert field == refused(door, form, IMAGE_FORM | told)["field"]


@pytest.mark.parametrize("missing", ["states_refusal_is_free", "material", "texts"])
def test_what_must_be_said_is_named(door: Door, form: str, missing: str) -> None:
    body = {name: value for name, value in IMAGE_FORM.items() if name != missing}

    assert missing == refused(door, form, body, 400)["field"]


def test_a_matter_that_is_unknown_is_refused(door: Door, form: str) -> None:
    assert "matters.0" == refused(door, form, IMAGE_FORM | {"matters": ["soul"]}, 400)["field"]


def test_an_editorial_version_changes_nothing(door: Door, form: str) -> None:
    facebook = channel(door)
    door.post(form, IMAGE_FORM)

    for told in ({"changed_channel_ids": [facebook]}, {"changed_matters": ["image"]}):
        body = IMAGE_FORM | {"material": False} | told
        assert next(iter(told)) == refused(door, form, body)["field"]


def test_a_closed_channel_or_an_empty_group_is_not_asked_about(door: Door, form: str) -> None:
    social = group(door)
    closed = channel(door, group_ids=[social])
    door.post(f"/channels/{closed}/close", status=200)

    for told, field in (
        ({"channel_ids": [closed]}, "channel_ids"),
        ({"group_ids": [social]}, "group_ids"),
    ):
        assert field == refused(door, form, IMAGE_FORM | told)["field"]


def test_a_group_stands_for_the_channels_it_has_that_day(door: Door, form: str) -> None:
    social = group(door)
    facebook, web = channel(door, group_ids=[social]), channel(door, "web")

    made = door.post(form, IMAGE_FORM | {"group_ids": [social], "channel_ids": [web]})
    channel(door, "tiktok", group_ids=[social])

    assert sorted([facebook, web]) == door.get(f"/form-versions/{made['id']}")["channel_ids"]


def test_a_material_version_makes_an_older_yes_lapse(door: Door) -> None:
    channel(door)
    yes(door, adult(door), version(door))
    assert "publish" == answer(door)

    version(door, material=False)
    assert "publish" == answer(door), "an editorial change changes nothing"
    version(door, material=True, changed_matters=["image"])
    assert "publish" == answer(door), "the name was not touched"
    version(door, material=True)
    assert "ask" == answer(door)


def test_an_unknown_form_has_no_versions(door: Door) -> None:
    before = row_counts(door)

    door.post("/forms/nothing/versions", IMAGE_FORM, 404)
    assert before == row_counts(door)


def test_it_takes_the_scopes_for_forms(door: Door, form: str) -> None:
    reader, writer = door.with_key("forms:read"), door.with_key("forms:write")

    refused(reader, form, IMAGE_FORM, 403)
    refused(reader, "/forms", {"slug": "name", "name": "Names"}, 403)
    for path in ("/forms", "/forms/image", f"/form-versions/{version(door)}"):
        writer.get(path, 403)


def test_the_ledger_keeps_the_digests_of_the_words(door: Door, form: str) -> None:
    made = door.post(form, IMAGE_FORM)
    last = door.entries()[-1]

    assert "form:version_published" == last["kind"]
    assert {"fr-BE": made["texts"]["fr-BE"]["sha256"]} == last["payload"]["texts"]
    assert last["payload"]["states_refusal_is_free"] is True
    assert WORDS["fr-BE"] not in str(last)
