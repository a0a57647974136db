"""
The proof of an authority is seen.
"""

from tests.api.door import NOBODY, Door


def test_from_then_on_it_is_verified(door: Door) -> None:
    lea = door.person()
    authority = door.authority(lea, door.signatory())

    confirmed = door.post(f"/authorities/{authority}/confirm", {"proof": "Certificate 117"}, 200)

    assert (True, "Certificate 117") == (confirmed["verified"], confirmed["proof"])
    assert [confirmed] == door.get(f"/people/{lea}/authorities")["items"]


def test_without_saying_which_proof_it_is_not(door: Door) -> None:
    authority = door.authority(door.person(), door.signatory())

    assert "proof" == door.post(f"/authorities/{authority}/confirm", {"proof": " "}, 422)["field"]


def test_an_authority_over_somebody_out_of_sight_is_not_there(door: Door) -> None:
    own, other = door.unit("Own"), door.unit("Other")
    tom = door.person(memberships=[{"unit_id": other}])
    authority = door.authority(tom, door.signatory())
    educator = door.with_key("people:write", units=[own])

    hidden = educator.post(f"/authorities/{authority}/confirm", {"proof": "seen"}, 404)
    unknown = educator.post(f"/authorities/{NOBODY}/confirm", {"proof": "seen"}, 404)

    assert hidden["detail"] == unknown["detail"]
