"""
Whose photo it is, is recorded.
"""

import pytest

from tests.api.door import NOBODY, Door
from tests.api.office import (
    OWN_PHOTO,
    photo_answer,
    photo_of_emeka,
    refused,
    row_counts,
)

LOOKED = {"complete": True}


@pytest.fixture
def photo(door: Door) -> str:
    """
    Register a photo of Emeka, who says yes, attested and licensed; give its id.
    """
    return photo_of_emeka(door)


def test_rights_are_recorded_in_place_of_earlier_ones(door: Door, photo: str) -> None:
    path = f"/photos/{photo}/rights"
    story = door.post(path, {"source": "family"}, 200)
    before = row_counts(door)

    assert story == door.post(path, {"source": "family"}, 200)
    assert before == row_counts(door), "saying it again changes nothing"
    assert ("family", "") == (story["rights"]["source"], story["rights"]["creator"])
    assert "ask" == photo_answer(door, photo)


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"licence_from_on": "2026-01-02", "licence_until_on": "2026-01-01"}, "licence_until_on"),
        ({"licence_channel_ids": [NOBODY]}, "licence_channel_ids"),
        ({"credit_line": "©\u0000"}, "credit_line"),
    ],
)
def test_rights_that_cannot_be_are_named(
    door: Door, photo: str, told: dict[str, object], field: str
) -> None:
    problem = refused(door, f"/photos/{photo}/rights", OWN_PHOTO | told)

    assert f"rights.{field}" == problem["field"]
