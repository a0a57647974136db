"""
The stills of a clip are found like photos, and nobody can speak of one alone.
"""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from service.decision.ids import PhotoId
from service.errors import NotFound
from service.persistence.database import SqlDatabase
from service.records.facts import Wanted
from service.records.paging import Page
from service.records.photos import (
    FingerprintRecord,
    PhotoRecord,
    Place,
    mark_of_stills,
    still_id,
    whole_of,
)
from tests.persistence.ground import ASHA, JACINTHES, NOW, later
from tests.persistence.make_activity import make_photo

FAR = b"\xff" * 32
PROBE = FingerprintRecord("dct", 1, bytes(32))
FILM_ID = PhotoId("photo-film")
OPENING, ENDING = Place(at_seconds=0), Place(at_seconds=9)


def _still(place: Place, number: int, bits: bytes) -> PhotoRecord:
    return replace(
        make_photo("film", bits=bits),
        id=still_id(FILM_ID, place, number),
        digest_bytes=mark_of_stills(FILM_ID),
        digest_pixels=f"pixels of {number}".encode(),
        title="",
    )


FILM = replace(
    make_photo("film", bits=FAR),
    format="mp4",
    stills=(_still(OPENING, 0, FAR), _still(ENDING, 1, bytes(31) + b"\1")),
)


def _register(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        work.photos.add(FILM, NOW, ASHA)
        work.photos.add(make_photo("film-night", bits=FAR), NOW, ASHA)
        work.commit()


PLACES = some.builds(Place, at_seconds=some.integers(0, 10**6)) | some.builds(
    Place, page=some.integers(1, 10**6)
)


@given(some.uuids(), PLACES, some.integers(0, 10**4))
def test_a_still_says_whose_it_is_and_where(whole: object, place: Place, number: int) -> None:
    assert (str(whole), place) == whole_of(still_id(PhotoId(str(whole)), place, number))


def test_a_photo_is_no_still() -> None:
    assert (FILM_ID, None) == whole_of(FILM_ID)


def test_a_still_is_near_and_found_by_its_pixels(database: SqlDatabase) -> None:
    _register(database)
    ending = FILM.stills[1].id
    with database.look(JACINTHES) as work:
        assert [(ending, 1)] == work.photos.near([PROBE], 31)
        assert [ending] == work.photos.with_pixels(b"pixels of 1")
        assert [FILM_ID] == work.photos.with_bytes(FILM.digest_bytes)


def test_stills_are_near_in_the_very_transaction_that_registers_them(
    database: SqlDatabase,
) -> None:
    with database.begin(JACINTHES) as work:
        work.photos.add(FILM, NOW, ASHA)

        assert [(FILM.stills[1].id, 1)] == work.photos.near([PROBE], 31)


def test_nobody_is_shown_a_still_as_a_photo(database: SqlDatabase) -> None:
    _register(database)
    with database.look(JACINTHES) as work:
        listed = [each.id for each in work.photos.list_page(Page()).items]

        assert [FILM_ID, "photo-film-night"] == listed
        with pytest.raises(NotFound):
            work.photos.get(FILM.stills[0].id)


def test_what_moves_is_known_to_move(database: SqlDatabase) -> None:
    _register(database)
    wanted = frozenset({FILM_ID, PhotoId("photo-film-night")})
    with database.look(JACINTHES) as work:
        found = work.facts.gather(Wanted(later(), later(), photo_ids=wanted)).photos

    assert {FILM_ID: True, "photo-film-night": False} == {
        each: photo.moving for each, photo in found.items()
    }


def test_with_a_clip_its_stills_are_erased_and_no_other(database: SqlDatabase) -> None:
    _register(database)
    with database.begin(JACINTHES) as work:
        work.photos.erase(FILM_ID)
        work.commit()

    with database.look(JACINTHES) as work:
        assert [] == work.photos.near([PROBE], 31)
        assert [] == work.photos.with_pixels(b"pixels of 1")
        assert [] == work.photos.with_bytes(mark_of_stills(FILM_ID))
        far = FingerprintRecord("dct", 1, FAR)
        assert [("photo-film-night", 0)] == work.photos.near([far], 31)
