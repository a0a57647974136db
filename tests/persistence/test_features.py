"""
Photos are thought of by the parts they share, and given out to be compared.
"""

from dataclasses import replace

from service.persistence.database import SqlDatabase
from service.records.photos import Likeness, Recipe, ViewsRecord
from tests.persistence.conftest import Open
from tests.persistence.ground import ASHA, JACINTHES, NOW, TULIPES, found
from tests.persistence.make_activity import make_photo

TREE, HOUSE, BOAT = b"a tree. ", b"a house.", b"a boat. "
MADE = Recipe("sift", 1)
SEEN = ViewsRecord("sift", 1, TREE + HOUSE)


def test_photos_that_share_most_come_first(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        work.photos.add(make_photo("garden", parts=TREE + BOAT), NOW, ASHA)
        work.photos.add(make_photo("street", parts=TREE + HOUSE), NOW, ASHA)
        work.photos.add(make_photo("harbour", parts=BOAT), NOW, ASHA)
        work.photos.add(make_photo("blank"), NOW, ASHA)
        work.commit()

    with database.look(JACINTHES) as work:
        assert ["photo-street", "photo-garden"] == work.photos.alike(SEEN, 8)
        assert ["photo-street"] == work.photos.alike(SEEN, 1)


def test_parts_of_another_version_are_never_compared(database: SqlDatabase) -> None:
    photo = make_photo("garden", parts=TREE)
    with database.begin(JACINTHES) as work:
        work.photos.add(photo, NOW, ASHA)
        work.commit()

    with database.look(JACINTHES) as work:
        assert [] == work.photos.alike(replace(SEEN, version=2), 8)
        assert [] == work.photos.alike(replace(SEEN, algorithm="orb"), 8)
        assert {} == work.photos.likenesses([photo.id], replace(MADE, version=2))


def test_what_somebody_else_registered_is_thought_of_at_once(open_again: Open) -> None:
    here, there = open_again(), open_again()
    found(here)
    with there.look(JACINTHES) as work:
        assert [] == work.photos.alike(SEEN, 8)

    with here.begin(JACINTHES) as work:
        work.photos.add(make_photo("garden", parts=TREE), NOW, ASHA)
        assert ["photo-garden"] == work.photos.alike(SEEN, 8)
        work.commit()

    with there.look(JACINTHES) as work:
        assert ["photo-garden"] == work.photos.alike(SEEN, 8)


def test_what_was_rolled_back_is_nowhere_in_memory(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        work.photos.add(make_photo("garden", parts=TREE), NOW, ASHA)
        assert ["photo-garden"] == work.photos.alike(SEEN, 8)

    with database.look(JACINTHES) as work:
        assert [] == work.photos.alike(SEEN, 8)


def test_what_is_kept_comes_back_to_be_compared(database: SqlDatabase) -> None:
    whole = make_photo("garden", parts=TREE)
    no_preview = replace(make_photo("street", parts=TREE), preview=None)
    plain = make_photo("blank")
    photos = (whole, no_preview, plain)
    with database.begin(JACINTHES) as work:
        for each in photos:
            work.photos.add(each, NOW, ASHA)

        kept = work.photos.likenesses([each.id for each in photos], MADE)

        assert {whole.id: Likeness(b"preview of garden", b"features of " + TREE)} == kept
        assert {} == work.photos.likenesses([], MADE)


def test_an_erased_photo_shares_nothing_any_more(database: SqlDatabase) -> None:
    photo = make_photo("garden", parts=TREE)
    with database.begin(JACINTHES) as work:
        work.photos.add(photo, NOW, ASHA)
        work.commit()
    with database.begin(JACINTHES) as work:
        assert [photo.id] == work.photos.alike(SEEN, 8)
        work.photos.erase(photo.id)
        work.commit()

    with database.look(JACINTHES) as work:
        assert [] == work.photos.alike(SEEN, 8)
        assert {} == work.photos.likenesses([photo.id], MADE)


def test_nobody_is_shown_the_parts_of_another_house(database: SqlDatabase) -> None:
    photo = make_photo("garden", parts=TREE)
    found(database, TULIPES)
    with database.begin(JACINTHES) as work:
        work.photos.add(photo, NOW, ASHA)
        work.commit()

    with database.look(TULIPES) as work:
        assert [] == work.photos.alike(SEEN, 8)
        assert {} == work.photos.likenesses([photo.id], MADE)
