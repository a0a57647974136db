"""
Photos whose evidence is of an earlier kind are found, and renewed once.
"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from service.decision.ids import PhotoId
from service.errors import NotFound
from service.persistence.database import SqlDatabase
from service.records.photos import (
    FeaturesRecord,
    FingerprintRecord,
    Recipe,
    Recipes,
    ViewsRecord,
)
from tests.persistence.behind import everything
from tests.persistence.conftest import Open
from tests.persistence.ground import ASHA, JACINTHES, NOW, TULIPES, found
from tests.persistence.make_activity import make_photo

TODAY = Recipes(Recipe("dct", 1), Recipe("sift", 1))
LATER = Recipes(Recipe("dct2", 2), Recipe("sift", 2))
PRINT = FingerprintRecord("dct2", 2, b"\xff" * 32)
FEATURES = FeaturesRecord("sift", 2, b"points", b"a tree. ")
OUTING, PARTY = PhotoId("photo-outing"), PhotoId("photo-party")


@pytest.fixture
def two_photos(database: SqlDatabase) -> SqlDatabase:
    """
    Give a database with a photo of today's recipes and one from before features.
    """
    with database.begin(JACINTHES) as work:
        work.photos.add(make_photo("outing", parts=b"a tree. "), NOW, ASHA)
        work.photos.add(make_photo("party"), NOW, ASHA)
        work.photos.add(replace(make_photo("unseen"), preview=None), NOW, ASHA)
        work.commit()
    return database


def test_photos_that_lack_evidence_are_found_if_they_can_be_read(two_photos: SqlDatabase) -> None:
    with two_photos.look(JACINTHES) as work:
        assert 1 == work.outdated_photos.count(TODAY)
        assert [PARTY] == work.outdated_photos.page(TODAY, "", 10)
        assert 2 == work.outdated_photos.count(LATER)
        assert [OUTING] == work.outdated_photos.page(LATER, "", 1)
        assert [PARTY] == work.outdated_photos.page(LATER, OUTING, 10)
        assert b"preview of party" == work.outdated_photos.preview(PARTY)


def test_nobody_renews_the_photos_of_another_house(two_photos: SqlDatabase) -> None:
    found(two_photos, TULIPES)
    with two_photos.begin(TULIPES) as work:
        assert 0 == work.outdated_photos.count(LATER)
        assert None is work.outdated_photos.preview(OUTING)
        assert not work.outdated_photos.renew(OUTING, PRINT, FEATURES)


def test_a_renewed_photo_is_found_by_old_and_new(open_again: Open, two_photos: SqlDatabase) -> None:
    elsewhere = open_again()
    with elsewhere.look(JACINTHES) as work:
        assert [] == work.photos.near([PRINT], 8)

    with two_photos.begin(JACINTHES) as work:
        assert work.outdated_photos.renew(OUTING, PRINT, FEATURES)
        work.commit()

    with elsewhere.look(JACINTHES) as work:
        assert [(OUTING, 0)] == work.photos.near([PRINT], 8)
        assert (OUTING, 0) in work.photos.near([FingerprintRecord("dct", 1, bytes(32))], 8)
        assert [OUTING] == work.photos.alike(ViewsRecord("sift", 2, b"a tree. "), 8)
        assert [OUTING] == list(work.photos.likenesses([OUTING], Recipe("sift", 2)))
        assert 1 == work.outdated_photos.count(LATER)


def test_a_renewed_photo_is_still_one_photo(two_photos: SqlDatabase) -> None:
    with two_photos.begin(JACINTHES) as work:
        work.outdated_photos.renew(OUTING, PRINT, FEATURES)

        assert PRINT == work.photos.get(OUTING).fingerprint


def test_only_what_lacks_is_written(url: str, two_photos: SqlDatabase) -> None:
    today = FingerprintRecord("dct", 1, b"\x01" * 32)
    with two_photos.begin(JACINTHES) as work:
        assert work.outdated_photos.renew(PARTY, today, replace(FEATURES, version=1))
        work.commit()
    before = everything(url)["photo_fingerprints"]

    with two_photos.begin(JACINTHES) as work:
        assert not work.outdated_photos.renew(PARTY, today, replace(FEATURES, version=1))
        work.commit()

    assert before == everything(url)["photo_fingerprints"]


def test_two_at_once_renew_a_photo_once(
    url: str, open_again: Open, two_photos: SqlDatabase
) -> None:
    def renew(database: SqlDatabase) -> bool:
        with database.begin(JACINTHES) as work:
            is_renewed = work.outdated_photos.renew(OUTING, PRINT, FEATURES)
            work.commit()
            return is_renewed

    with ThreadPoolExecutor(2) as threads:
        renewed = list(threads.map(renew, (two_photos, open_again())))

    assert [False, True] == sorted(renewed)
    assert 4 == len(everything(url)["photo_fingerprints"])


def test_an_erased_photo_takes_all_its_evidence_along(url: str, two_photos: SqlDatabase) -> None:
    with two_photos.begin(JACINTHES) as work:
        work.outdated_photos.renew(OUTING, PRINT, FEATURES)
        work.commit()
    with two_photos.begin(JACINTHES) as work:
        work.photos.erase(OUTING)
        work.commit()

    assert all(OUTING not in row for row in everything(url)["photo_fingerprints"])
    assert [] == everything(url)["photo_features"]
    with two_photos.begin(JACINTHES) as work:
        assert not work.outdated_photos.renew(OUTING, PRINT, FEATURES)
        with pytest.raises(NotFound):
            work.photos.get(OUTING)
