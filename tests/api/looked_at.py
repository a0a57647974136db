"""
What the tests of reviews need: a house in another time.
"""

from datetime import UTC, datetime

from tests.api.door import Door, Json

NOON = datetime(2031, 6, 15, 12, tzinfo=UTC)


def look(door: Door, path: str, status: int = 201, **told: object) -> Json:
    """
    Say of a channel or a form that it still holds.
    """
    return door.post(f"{path}/review", told, status)


def due(door: Door, days: int = 30) -> list[tuple[str, int]]:
    """
    Give what is to be looked at, and in how many days.
    """
    found = door.get(f"/lists/reviews?days={days}")["items"]
    return [(each["id"], each["days"]) for each in found]
