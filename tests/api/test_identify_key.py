"""
Whoever carries a living key is known; nobody else is.
"""

from tests.api.door import Door


def _status(door: Door, authorization: str) -> int:
    return door.knock("GET", "/units", authorization=authorization).status_code


def parts_of(door: Door) -> tuple[str, str]:
    """
    Give what stands before the secret of a key, and the secret, which may have a `_` too.
    """
    *start, secret = door.key.split("_", 3)
    return "_".join(start), secret


def test_only_the_whole_key_opens(door: Door, stranger: Door) -> None:
    start, secret = parts_of(door)
    _, theirs = parts_of(stranger)
    swapped = door.key.replace(door.organisation.slug, stranger.organisation.slug)

    assert 200 == _status(door, f"Bearer {door.key}")
    assert 200 == _status(door, f"bearer  {door.key}")
    for wrong in (
        "",
        door.key,
        f"Basic {door.key}",
        "Bearer",
        f"Bearer {door.key}x",
        f"Bearer {door.key[:-1]}",
        f"Bearer {start}_{secret[::-1]}",
        f"Bearer {start}_{theirs}",
        f"Bearer {swapped}",
        "Bearer obstat_nobody_nothing_" + "x" * 43,
        "Bearer obstat_" + "x" * 10_000,
    ):
        assert 401 == _status(door, wrong), wrong


def test_every_refusal_is_the_same(door: Door) -> None:
    start, _ = parts_of(door)
    details = {
        door.knock("GET", "/units", authorization=f"Bearer {key}").json()["detail"]
        for key in (f"{start}_{'x' * 43}", f"obstat_nobody_nothing_{'x' * 43}", "something")
    }

    assert 1 == len(details)


def test_a_refusal_says_how_to_ask(door: Door) -> None:
    response = door.knock("GET", "/units", authorization="")

    assert 'Bearer realm="obstat"' == response.headers["www-authenticate"]
