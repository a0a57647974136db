"""
A form is shown exactly as it was shown to people.
"""

from tests.api.door import Door
from tests.api.office import (
    version,
)


def test_a_form_of_another_organisation_is_unknown(door: Door, stranger: Door) -> None:
    theirs = version(stranger)

    door.get(f"/form-versions/{theirs}", 404)
    door.get("/forms/image", 404)
