"""
Ids come back as they were given, whatever they look like.
"""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as some

from service.fingerprint.index.ids import ID_BYTES, packed, unpacked
from service.fingerprint.index.neighbours import Neighbours


@given(some.uuids())
def test_an_id_as_wiring_makes_them_takes_sixteen_bytes(number: UUID) -> None:
    small = packed(str(number))

    assert number.bytes == small
    assert ID_BYTES == len(number.bytes)
    assert str(number) == unpacked(number.bytes)


@pytest.mark.parametrize(
    "photo_id",
    [
        "",
        "photo-outing",
        str(UUID(int=0xABCDEF)).upper(),
        UUID(int=7).hex,
        "{" + str(UUID(int=7)) + "}",
        f" {UUID(int=7)} ",
        "00000000-0000-0000-0000-00000000000é",
        "0-0000000000000000000000000000000-00",
    ],
)
def test_an_id_of_another_kind_comes_back_the_same(photo_id: str) -> None:
    neighbours = Neighbours()
    neighbours.add([photo_id], [bytes(32)])

    assert packed(photo_id) is None
    assert [(photo_id, 0)] == neighbours.within([bytes(32)], 0)
