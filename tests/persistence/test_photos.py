"""
Photos, what is said of them, and how they are found again.
"""

from dataclasses import replace

import pytest

from service.decision.ids import PhotoId
from service.errors import NotFound
from service.persistence.database import SqlDatabase
from service.records.paging import Page
from service.records.photos import FingerprintRecord
from tests.persistence.ground import ASHA, JACINTHES, NOW, later
from tests.persistence.make_activity import (
    make_attestation,
    make_depictions,
    make_photo,
    make_rights,
)

ZEROS, ONE_BIT, TEN_BITS = bytes(32), bytes(31) + b"\x01", bytes(30) + b"\x03\xff"
PROBE = FingerprintRecord("dct", 1, ZEROS)


def test_a_photo_is_read_back_whole(database: SqlDatabase) -> None:
    photo = make_photo("outing")
    bare = replace(make_photo("blank"), preview=None, intimate=True, public_place=True)
    with database.begin(JACINTHES) as work:
        work.photos.add(photo, NOW, ASHA)
        work.photos.add(bare, NOW, ASHA)

        assert photo == work.photos.get(photo.id)
        assert (bare, photo) == work.photos.list_page(Page()).items


def test_a_photo_is_found_by_its_bytes_and_by_its_pixels(database: SqlDatabase) -> None:
    photo = make_photo("outing")
    copy = replace(make_photo("copy"), digest_pixels=photo.digest_pixels)
    with database.begin(JACINTHES) as work:
        work.photos.add(photo, NOW, ASHA)
        work.photos.add(copy, NOW, ASHA)

        assert [photo.id] == work.photos.with_bytes(photo.digest_bytes)
        assert [copy.id, photo.id] == work.photos.with_pixels(photo.digest_pixels)
        assert [] == work.photos.with_bytes(b"another file")


def test_near_photos_come_nearest_first(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        work.photos.add(make_photo("far", bits=TEN_BITS), NOW, ASHA)
        work.photos.add(make_photo("near", bits=ONE_BIT), NOW, ASHA)
        work.photos.add(make_photo("away", bits=b"\xff" * 32), NOW, ASHA)
        work.commit()

    with database.look(JACINTHES) as work:
        assert [("photo-near", 1), ("photo-far", 10)] == work.photos.near([PROBE], 31)
        assert [("photo-near", 1)] == work.photos.near([PROBE], 9)


def test_fingerprints_of_another_algorithm_are_never_compared(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        work.photos.add(make_photo("outing"), NOW, ASHA)
        work.commit()

    with database.look(JACINTHES) as work:
        assert [] == work.photos.near([replace(PROBE, version=2)], 31)
        assert [] == work.photos.near([replace(PROBE, algorithm="pdq")], 31)


def test_a_photo_is_near_in_the_very_transaction_that_registers_it(
    database: SqlDatabase,
) -> None:
    with database.begin(JACINTHES) as work:
        work.photos.add(make_photo("first", bits=ONE_BIT), NOW, ASHA)
        work.commit()
    with database.begin(JACINTHES) as work:
        assert [("photo-first", 1)] == work.photos.near([PROBE], 31)
        work.photos.add(make_photo("second", bits=ZEROS), NOW, ASHA)

        assert [("photo-second", 0), ("photo-first", 1)] == work.photos.near([PROBE], 31)


def test_a_photo_that_was_rolled_back_is_nowhere_in_memory(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        work.photos.add(make_photo("outing"), NOW, ASHA)
        assert 1 == len(work.photos.near([PROBE], 31))

    with database.look(JACINTHES) as work:
        assert [] == work.photos.near([PROBE], 31)


def test_an_erased_photo_is_found_by_nothing(database: SqlDatabase) -> None:
    photo = make_photo("outing")
    with database.begin(JACINTHES) as work:
        work.photos.add(photo, NOW, ASHA)
        work.commit()
    with database.begin(JACINTHES) as work:
        assert [(photo.id, 0)] == work.photos.near([PROBE], 31)
        work.photos.erase(photo.id)
        work.commit()

    with database.look(JACINTHES) as work:
        assert [] == work.photos.near([PROBE], 31)
        assert [] == work.photos.with_bytes(photo.digest_bytes)
        assert () == work.photos.list_page(Page()).items
        with pytest.raises(NotFound):
            work.photos.get(photo.id)


def test_who_is_in_a_photo_and_whose_it_is_have_versions(database: SqlDatabase) -> None:
    people, rights = make_depictions("outing", "lea"), make_rights()
    with database.begin(JACINTHES) as work:
        assert 1 == work.photos.depictions.add(people, NOW, ASHA)
        assert 2 == work.photos.depictions.add(
            make_depictions("outing", "lea", "tom"), later(), ASHA
        )
        work.photos.rights.add(rights, NOW, ASHA)

        assert people == work.photos.depictions.get(people.id, NOW)
        assert rights == work.photos.rights.get(rights.id)
        of_tom = work.photos.depictions.list_page(Page(filters={"person_id": "person-tom"}))
        assert ["photo-outing"] == [each.id for each in of_tom.items]


def test_photos_are_listed_that_show_somebody_now(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        for name, people in (("outing", ["lea", "tom"]), ("fair", ["lea"])):
            work.photos.add(make_photo(name), NOW, ASHA)
            work.photos.depictions.add(make_depictions(name, *people), NOW, ASHA)
        work.photos.depictions.add(make_depictions("fair", "tom"), later(), ASHA)

        listed = {
            person: [each.id for each in work.photos.list_page(page).items]
            for person in ("person-lea", "person-tom", "person-nobody")
            for page in [Page(filters={"person_id": person})]
        }

    assert {
        "person-lea": ["photo-outing"],
        "person-tom": ["photo-fair", "photo-outing"],
        "person-nobody": [],
    } == listed


def test_the_last_to_look_is_the_one_who_counts(database: SqlDatabase) -> None:
    first, second = make_attestation("first"), make_attestation("second", at=later())
    with database.begin(JACINTHES) as work:
        assert None is work.photos.last_attestation(PhotoId("photo-outing"))
        work.photos.attest(second)
        work.photos.attest(first)

        assert second == work.photos.last_attestation(PhotoId("photo-outing"))
