"""
Whoever is erased is named in no row any more, and in no byte of the file.

Everything is typed through the front door; what is left is read behind its back.
"""

import sqlite3
import unicodedata
from base64 import b64encode
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from service.ledger.archive import read_archive
from service.ledger.exported import Trust, verify_export
from service.ledger.signing import check_ed25519_fast
from tests.api.door import Door, Json
from tests.api.office import OWN_PHOTO, channel, register, saying_yes, scene, version
from tests.persistence.behind import everything

ERASED = "[erased]"
# Nobody in another test has these names: all share the database.
NAMES = ("theodosie", "quackelbeen", "dodosette", "radegonde")


def _plain(field: object) -> str:
    """
    Read a field of any kind without capitals and accents.
    """
    text = field.decode(errors="replace") if isinstance(field, bytes) else str(field)
    return unicodedata.normalize("NFD", text).encode("ascii", "ignore").decode().lower()


def _tables_with_a_name(url: str) -> set[str]:
    return {
        table
        for table, rows in everything(url).items()
        if any(name in _plain(field) for row in rows for field in row for name in NAMES)
    }


def _story(door: Door) -> tuple[str, str, str]:
    """
    Type the names wherever somebody can; give person, photo and publication.
    """
    told = {
        "given_name": "Théodosie",
        "family_name": "Quackelbeen",
        "category": "beneficiary",
        "born_on": "1990-05-04",
        "aliases": ["Dodosette"],
        "email": "theodosie@home.example",
    }
    key = "theodosie-quackelbeen"
    person: str = door.post("/people", told, idempotency_key=key)["id"]
    brother = door.person(given_name="Tom")
    sister = door.signatory(given_name="Radegonde", family_name="Quackelbeen")
    aunt = door.signatory(given_name="Anne")
    door.authority(person, sister, proof="Sister of Théodosie", kind="relative")
    door.authority(person, aunt, proof="Aunt", kind="relative")
    door.authority(brother, aunt, proof="Certificate of Tom and Théodosie Quackelbeen")
    mine = door.get("/keys")["items"][0]["id"]
    channel(door, publisher_ids=[mine])
    _consent(door, person)
    photo = _photo(door, person)
    return person, photo, _publication(door, photo)


def _consent(door: Door, person: str) -> None:
    scan = {
        "media_type": "text/plain",
        "content": b64encode("Théodosie agrees".encode()).decode(),
        "note": "brought by Mme Quackelbeen",
    }
    act = door.post("/consents", saying_yes(person, version(door)) | {"evidence": scan})
    door.post(f"/consents/{act['id']}/invalidate", {"note": "Dodosette did not understand"})
    door.post("/consents", saying_yes(person, version(door)))


def _photo(door: Door, person: str) -> str:
    rights = OWN_PHOTO | {"creator": "theodosie", "credit_line": "© C. Quackelbeen"}
    registered = register(
        door,
        scene(1),
        title="dodosette in the garden",
        depictions=[{"person_id": person}],
        attestation={"complete": True},
        rights=rights,
    )
    photo: str = registered["id"]
    door.post(f"/photos/{photo}/title", {"title": "Théodosie in the garden"}, 200)
    door.post(f"/photos/{photo}/title", {"title": "Dodosette in the garden"}, 200)
    page = "https://www.facebook.com/TheodosieQuackelbeen"
    door.post("/checks", {"photo_ids": [photo], "channel": page}, 200)
    return photo


def _publication(door: Door, photo: str) -> str:
    post: str = door.post(
        "/publications",
        {
            "photo_ids": [photo],
            "channel": "facebook",
            "where": "https://facebook.example/posts/theodosie-quackelbeen-waves",
            "alt_text": "Théodosie waves",
        },
    )["id"]
    note = {"note": "Radegonde Quackelbeen rang:\nThéodosie does not like it"}
    door.post(f"/publications/{post}/take-down", note, 200)
    return post


def test_no_table_names_whoever_was_erased(door: Door, storage_url: str) -> None:
    person, photo, post = _story(door)
    before = _tables_with_a_name(storage_url)

    door.delete(f"/people/{person}", 204)

    typed = {
        "photo_traces",
        "photo_titles",
        "rights",
        "authorities",
        "checks",
        "publications",
        "ledger_payloads",
    }
    assert typed | {"publication_events", "publication_words"} <= before
    assert set() == _tables_with_a_name(storage_url)
    shown: Json = door.get(f"/photos/{photo}")
    told: Json = door.get(f"/publications/{post}")
    assert (ERASED, ERASED, ERASED) == (
        shown["photo"]["title"],
        shown["rights"]["creator"],
        shown["rights"]["credit_line"],
    )
    assert (ERASED, ERASED) == (told["publication"]["where"], told["events"][0]["note"])
    assert door.post("/ledger/verify", None, 200)["holds"] is True


@pytest.mark.parametrize("storage_url", ["sqlite"], indirect=True)
def test_no_byte_of_the_file_names_them(door: Door, storage_url: str) -> None:
    person, _, _ = _story(door)
    path = Path(make_url(storage_url).database or "")
    assert [] != _names_in_files(path)

    door.delete(f"/people/{person}", 204)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    assert [] == _names_in_files(path)


def test_words_go_whatever_they_say_if_that_is_wanted(door: Door) -> None:
    person, photo, post = _story(door)
    plain = door.post(
        "/publications",
        {
            "photo_ids": [photo],
            "channel": "facebook",
            "where": "https://facebook.example/posts/12",
            "alt_text": "The tall one",
        },
    )["id"]

    door.delete(f"/people/{person}?all_words=true", 204)

    for each in (post, plain):
        assert ERASED == door.get(f"/publications/{each}")["publication"]["where"]
    assert ERASED == door.get(f"/photos/{photo}")["photo"]["title"]
    assert "The tall one" not in str(door.entries())
    assert door.post("/ledger/verify", None, 200)["holds"] is True


def test_no_export_to_come_names_them(door: Door) -> None:
    person, _, post = _story(door)
    whole = {"publication_id": post, "include_others": True}
    assert set(NAMES) & _named_in(door, whole)

    door.delete(f"/people/{person}", 204)

    assert set() == _named_in(door, whole)


def _named_in(door: Door, scope: Json) -> set[str]:
    content = door.knock("POST", "/exports", scope).content
    members = read_archive(content)
    assert verify_export(content, Trust(check_ed25519_fast)).entries
    said = "".join(_plain(each) for name, each in members.items() if not name.endswith(".py"))
    return {name for name in NAMES if name in said}


def _names_in_files(path: Path) -> list[str]:
    content = "".join(_plain(each.read_bytes()) for each in path.parent.glob(f"{path.name}*"))
    return [name for name in NAMES if name in content]


def test_somebody_unknown_is_left_in_the_photo(door: Door) -> None:
    person, photo, _ = _story(door)

    door.delete(f"/people/{person}", 204)

    found = door.post("/checks", {"photo_ids": [photo], "channel": "facebook"}, 200)
    assert ("ask", ["unknown_person"]) == (
        found["answer"],
        [each["code"] for each in found["reasons"]],
    )
