"""
What a document says is read for names, like a caption.
"""

from collections.abc import Sequence

import pytest

from tests.api.door import Door, Json, answered
from tests.api.office import (
    OWN_PHOTO,
    adult,
    channel,
    check,
    image,
    register,
    row_counts,
    scene,
    send,
    version,
    yes,
)
from tests.fingerprint.drawing import draw_scene
from tests.fingerprint.films import document
from tests.fingerprint.leaflets import leaflet, typed

NEWS = leaflet("= Les nouvelles", "Bravo à Ottoline Zwaenepoël, qui gagne la course !")
QUIET = leaflet("= Les nouvelles", "La course est finie.")
LOOKED = {"complete": True}
ON_FACEBOOK = {"channel": "facebook"}


def _enter(door: Door, family_name: str = "Zwaenepoël", **told: object) -> str:
    """
    Enter somebody with a rare first name; give the id.
    """
    return adult(door, given_name="Ottoline", family_name=family_name, **told)


def _refuse(door: Door, person: str) -> None:
    no = {"capacity": "self", "kind": "refused", "channels": ["facebook"], "matters": ["name"]}
    door.post("/consents", no | {"person_id": person, "signatory_id": person})


def _withdraw(door: Door, person: str) -> None:
    door.post("/consents/withdraw", {"person_id": person, "signatory_id": person})


def _put_in(door: Door, content: bytes, people: Sequence[str] = ()) -> str:
    """
    Register a document; give its id.
    """
    depictions = [{"person_id": each} for each in people]
    told: Json = {"depictions": depictions, "attestation": LOOKED, "rights": OWN_PHOTO}
    made: str = register(door, content, **told)["id"]
    return made


def _by_id(door: Door, photo: str) -> Json:
    return door.post("/checks", {"photo_ids": [photo]} | ON_FACEBOOK, 200)


def _published(door: Door, content: bytes, status: int = 201) -> Json:
    return answered(send(door, "/publications", [image(content)], channel="facebook"), status)


@pytest.fixture
def ottoline(door: Door) -> str:
    """
    Let Ottoline say no to her name on our page; give her id.
    """
    channel(door, photo_publisher="members")
    person = _enter(door)
    _refuse(door, person)
    return person


@pytest.fixture
def willing(door: Door) -> str:
    """
    Let Ottoline say yes to our page; give her id.
    """
    channel(door, photo_publisher="members")
    person = _enter(door)
    yes(door, person, version(door))
    return person


def test_who_refused_is_found_in_a_document_and_on_its_page(door: Door, ottoline: str) -> None:
    found = check(door, NEWS, channel="facebook")

    assert "do_not_publish" == found["answer"]
    assert ("refused", "name", ottoline) in [
        (each["code"], each.get("matter"), each.get("person_id")) for each in found["reasons"]
    ]
    assert [{"page": 2, "person_ids": [ottoline]}] == found["pictures"][0]["named"]


@pytest.mark.usefixtures("ottoline")
def test_whoever_may_not_know_learns_that_something_is_in_the_way(door: Door) -> None:
    found = check(door.with_key("checks"), NEWS, channel="facebook")

    assert "do_not_publish" == found["answer"]
    assert "not_cleared" in {each["code"] for each in found["reasons"]}
    assert "named" not in found["pictures"][0]


@pytest.mark.usefixtures("ottoline")
@pytest.mark.parametrize(
    "content",
    [
        leaflet("Bravo à Ottoline Zwaenepoël, qui gagne.", width="5.7cm"),
        leaflet("Bravo à Ottoline \\\nZwaenepoël, qui gagne."),
        leaflet("Bravo à Ottoline", "Zwaenepoël, qui gagne."),
        leaflet("Bravo à Ottoline Zwaene- \\\npoël, qui gagne."),
        typed(b"BT /F 12 Tf 50 700 Td (Ottoline Zwaenepo\353l) Tj ET"),
        typed(b"BT /F 12 Tf 50 700 Td [(Ottoline Zwaenepo) (\250) 333 (el)] TJ ET"),
        leaflet("Bravo.", markup='#set document(title: "Ottoline Zwaenepo\u00ebl")'),
    ],
    ids=["hyphen", "line", "page", "typed hyphen", "latin", "TeX", "title"],
)
def test_a_name_is_found_however_it_is_set(door: Door, content: bytes) -> None:
    assert "do_not_publish" == check(door, content, channel="facebook")["answer"]


def test_names_in_two_rows_below_portraits_are_whole_names(door: Door) -> None:
    channel(door, photo_publisher="members")
    own, elsewhere = door.unit("Les Tilleuls"), door.unit("Les Bleuets")
    _refuse(door, _enter(door, memberships=[{"unit_id": elsewhere}]))
    rows = "[Ottoline], [Emeka], [Ines], [Zwaenepoël], [Dupont], [Roy]"
    portraits = leaflet(f"#grid(columns: 3, gutter: 9pt, {rows})")

    found = check(door.with_key("checks", units=[own]), portraits, channel="facebook")

    assert "do_not_publish" == found["answer"]


def test_several_of_one_name_are_asked_about(door: Door, willing: str) -> None:
    photo = _put_in(door, NEWS)
    assert "publish" == _by_id(door, photo)["answer"]

    other = _enter(door)

    found = check(door, NEWS, channel="facebook")
    assert ("ask", {"unknown_person"}) == (
        found["answer"],
        {each["code"] for each in found["reasons"]},
    )
    assert [sorted([willing, other])] == [
        each["person_ids"] for each in found["pictures"][0]["named"]
    ]


def test_a_first_name_alone_means_the_own_unit_or_who_is_in_it(door: Door) -> None:
    channel(door, photo_publisher="members")
    own, elsewhere = door.unit("Les Tilleuls"), door.unit("Les Bleuets")
    reader = door.with_key("checks", units=[own])
    person = _enter(door, memberships=[{"unit_id": elsewhere}])
    yes(door, person, version(door))
    _refuse(door, person)
    news = leaflet("Bravo à Ottoline !")
    other = leaflet("#circle(width: 8cm, fill: navy) Ottoline gagne !")
    alone, together = _put_in(door, news), _put_in(door, other, [person])

    assert "publish" == _by_id(reader, alone)["answer"]
    assert "do_not_publish" == _by_id(reader, together)["answer"]
    assert "do_not_publish" == _by_id(door, alone)["answer"]


@pytest.mark.usefixtures("ottoline")
def test_a_registered_document_is_read_again_whenever_it_is_named(door: Door) -> None:
    photo = _put_in(door, NEWS)
    post = {"photo_ids": [photo]} | ON_FACEBOOK

    assert "do_not_publish" == _by_id(door, photo)["answer"]
    assert "not-publishable" == door.post("/publications", post, 409)["code"]
    problem = door.post("/proposals", post | {"alt_texts": ["The news"]}, 409)
    assert "not-publishable" == problem["code"]


def test_who_is_entered_later_is_found_in_a_document_of_before(door: Door) -> None:
    channel(door)
    photo = _put_in(door, NEWS)
    assert "publish" == _by_id(door, photo)["answer"]

    _refuse(door, _enter(door))

    assert "do_not_publish" == _by_id(door, photo)["answer"]


@pytest.mark.parametrize("by_id", [True, False], ids=["by its id", "as a file"])
def test_what_is_live_comes_down_with_whom_it_names(
    door: Door, willing: str, *, by_id: bool
) -> None:
    photo = _put_in(door, NEWS)
    if by_id:
        live = door.post("/publications", {"photo_ids": [photo]} | ON_FACEBOOK)
    else:
        live = _published(door, NEWS)
    proposed = {"photo_ids": [photo], "alt_texts": ["The news"]} | ON_FACEBOOK
    planned = door.post("/proposals", proposed)["id"]

    _withdraw(door, willing)

    assert [live["id"]] == [each["publication_id"] for each in door.get("/takedowns")["items"]]
    assert "cancelled" == door.get(f"/proposals/{planned}")["state"]


@pytest.mark.usefixtures("ottoline")
def test_a_file_that_names_who_refused_is_not_published(door: Door) -> None:
    _put_in(door, NEWS)

    assert "not-publishable" == _published(door, NEWS, 409)["code"]


def test_an_old_question_about_a_document_is_answered_alike(door: Door, ottoline: str) -> None:
    del ottoline
    found = check(door, NEWS, channel="facebook")

    replayed = door.get(f"/checks/{found['check_id']}/replay")
    assert replayed["is_same"] is True


@pytest.mark.usefixtures("ottoline")
def test_the_log_quotes_no_word_of_a_document(door: Door) -> None:
    photo = _put_in(door, leaflet("Zinnia gagne la course."))
    _by_id(door, photo)

    assert 1 == row_counts(door)["photo_words"]
    assert "Zinnia" not in str(door.entries())


def test_the_words_go_with_their_document(door: Door, willing: str) -> None:
    del willing
    photo = _put_in(door, NEWS)

    door.delete(f"/photos/{photo}", 204)

    assert 0 == row_counts(door)["photo_words"]


def test_the_words_go_with_whom_they_name_and_then_it_is_asked(door: Door, willing: str) -> None:
    news, quiet = _put_in(door, NEWS), _put_in(door, QUIET)

    door.delete(f"/people/{willing}", 204)

    assert 1 == row_counts(door)["photo_words"]
    found = _by_id(door, news)
    assert ("ask", ["words_unknown"]) == (found["answer"], found["pictures"][0]["notes"])
    assert "publish" == _by_id(door, quiet)["answer"]
    assert "publish" == check(door, NEWS, channel="facebook")["answer"]
    assert door.post("/ledger/verify", None, 200)["holds"] is True


def test_a_page_without_words_to_be_read_is_said_to_be_unread(door: Door) -> None:
    channel(door)
    scan = document([[(draw_scene(401), (0, 0, 595, 842))]])

    spaced = leaflet("BRAVO À OTTOLINE", markup="#set text(tracking: 3pt)")

    for content in (scan, spaced):
        for found in (
            check(door, content, channel="facebook"),
            _by_id(door, _put_in(door, content)),
        ):
            assert ["words_unseen"] == found["pictures"][0]["notes"]


def test_a_document_with_too_many_letters_is_refused(door: Door) -> None:
    channel(door)
    line = b"(" + b"Il court, il court, le furet du bois. " * 2 + b") Tj 0 -1 Td "
    book = typed(b"BT /F 1 Tf 50 700 Td " + line * 4_000 + b"ET")

    problem = check(door, book, status=422, channel="facebook")
    assert "too_many_letters" == problem["reason"]
    assert "publish" != check(door, scene(1), channel="facebook")["answer"]


def test_a_broken_text_layer_is_no_fault_of_ours(door: Door) -> None:
    channel(door)
    for font in (b"", b"/Subtype/Type0/DescendantFonts[9 0 R]/ToUnicode 5 0 R"):
        broken = typed(b"BT /F 1e38 Tf 1e38 nan Td (\0\1\377 Ottoline", font=font)

        assert "ask" == check(door, broken, channel="facebook")["answer"]
