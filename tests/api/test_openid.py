"""
An administrator says through which provider the staff sign in.
"""

import pytest

from tests.api.door import Door
from tests.api.entering import member

PATH = "/organisation/openid"
SECRET = "geheim-client-secret"
PROVIDER = {
    "issuer": "https://id.jacinthes.example/realms/staff",
    "client_id": "obstat",
    "client_secret": SECRET,
    "name": "Jacinthes ID",
}


def test_a_provider_is_set_shown_changed_and_removed(door: Door) -> None:
    door.get(PATH, 404)
    made = door.put(PATH, PROVIDER, 200)
    known = {**PROVIDER, "asks_factor": True}
    del known["client_secret"]
    changed = door.put(PATH, known, 200)

    assert not made["asks_factor"]
    assert changed["asks_factor"]
    assert made["callback"].endswith(f"/sign-in/openid/{door.organisation.slug}/callback")
    assert changed == door.get(PATH)
    door.delete(PATH, 204)
    door.get(PATH, 404)
    door.delete(PATH, 404)
    kinds = [each["kind"] for each in door.entries() if each["kind"].startswith("openid:")]
    assert ["openid:provider_set", "openid:provider_set", "openid:provider_removed"] == kinds


def test_the_secret_is_shown_nowhere(door: Door) -> None:
    made = door.put(PATH, PROVIDER, 200)

    assert SECRET not in f"{made}{door.get(PATH)}{door.entries()}"
    assert "issuer" in str(door.entries())


def test_the_address_of_its_description_is_its_address(door: Door) -> None:
    address = PROVIDER["issuer"] + "/.well-known/openid-configuration"

    assert PROVIDER["issuer"] == door.put(PATH, {**PROVIDER, "issuer": address}, 200)["issuer"]


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"issuer": "http://id.jacinthes.example"}, "issuer"),
        ({"issuer": "https://127.0.0.1"}, "issuer"),
        ({"issuer": "https://169.254.169.254"}, "issuer"),
        ({"issuer": "https://id.jacinthes.example:22"}, "issuer"),
        ({"issuer": "https://id.jacinthes.example/?x=1"}, "issuer"),
        ({"issuer": ""}, "issuer"),
        ({"client_id": " "}, "client_id"),
        ({"client_secret": ""}, "client_secret"),
        ({"client_secret": "a\nb"}, "client_secret"),
        ({"client_secret": None}, "client_secret"),
        ({"name": ""}, "name"),
    ],
)
def test_what_cannot_be_used_is_named(door: Door, said: dict[str, object], field: str) -> None:
    refused = door.put(PATH, {**PROVIDER, **said}, 422)

    assert field in str(refused)
    door.get(PATH, 404)


def test_a_secret_is_not_told_to_another_provider(door: Door) -> None:
    door.put(PATH, PROVIDER, 200)
    elsewhere = {**PROVIDER, "issuer": "https://evil.example", "client_secret": None}

    door.put(PATH, elsewhere, 422)

    assert PROVIDER["issuer"] == door.get(PATH)["issuer"]


def test_trying_says_what_is_wrong(door: Door) -> None:
    door.put(PATH, {**PROVIDER, "issuer": "https://localhost:8443"}, 200)

    tried = door.post(f"{PATH}/try", {}, 200)

    assert {"trouble": "address", "algorithms": [], "keys": 0} == tried


def test_nobody_is_linked_yet(door: Door) -> None:
    door.put(PATH, PROVIDER, 200)
    nadia = member(door, "nadia")

    assert [] == door.get(f"{PATH}/links")["items"]
    door.delete(f"{PATH}/links/{nadia.actor.id}", 404)
