"""
The app that shows codes is removed while another factor opens.
"""

import pytest

from service.errors import Conflict, NotAllowed, NotFound, NotIdentified
from service.records.staff import Stage
from tests.staff.device import Device
from tests.staff.keyed import added, keyed, move, passkeys_of
from tests.staff.office import OTHER_PASSWORD, PASSWORD, Office


def test_the_app_is_removed_beside_a_passkey(office: Office) -> None:
    verbs, asha, device = office.registry.staff, office.joined(), Device()
    token = added(office, asha.token, device).signed_in.token
    elsewhere = office.signed_in(asha)
    with pytest.raises(NotIdentified):
        verbs.remove_factor(token, OTHER_PASSWORD)
    assert verbs.find_factors(token).has_codes

    verbs.remove_factor(token, PASSWORD)

    assert not verbs.find_factors(token).has_codes
    assert (True, False) == (office.is_signed_in(token), office.is_signed_in(elsewhere.token))
    assert asha.member.id == office.entry("factor_removed")["payload"]["member_id"]
    with pytest.raises(NotFound):
        verbs.remove_factor(token, PASSWORD)


def test_codes_of_a_removed_app_open_nothing_and_recovery_codes_do(office: Office) -> None:
    verbs, asha, device = office.registry.staff, office.joined(), Device()
    verbs.remove_factor(added(office, asha.token, device).signed_in.token, PASSWORD)
    office.later(minutes=1)

    with pytest.raises(NotIdentified):
        office.signed_in(asha)
    half = office.half_signed_in(asha.member)
    assert Stage.FULL is verbs.confirm_code(half.token, asha.recovery_codes[0]).stage
    half = office.half_signed_in(asha.member)
    asked = verbs.ask_passkey(half.token).options
    assert Stage.FULL is verbs.use_passkey(half.token, device.sign(asked)).stage


def test_the_app_stays_where_nothing_else_would_open(office: Office) -> None:
    verbs, asha = office.registry.staff, office.joined()
    with pytest.raises(Conflict):
        verbs.remove_factor(asha.token, PASSWORD)

    assert verbs.find_factors(asha.token).has_codes


def test_half_a_sign_in_removes_nothing(office: Office) -> None:
    asha = office.joined()
    half = office.half_signed_in(asha.member)

    with pytest.raises(NotIdentified):
        office.registry.staff.remove_factor(half.token, PASSWORD)


def test_a_passkey_for_another_name_is_no_factor_that_opens(office: Office) -> None:
    """
    The pages moved to another name since: whoever kept that passkey alone is locked out.
    """
    verbs, asha, device = office.registry.staff, office.joined(), Device()
    token = added(office, asha.token, device).signed_in.token
    move(office.registry, office.organisation.id, "old.example")

    assert (1, 0) == (len(passkeys_of(office, token)), len(verbs.find_factors(token).usable))
    with pytest.raises(Conflict):
        verbs.remove_factor(token, PASSWORD)
    with pytest.raises(Conflict):
        verbs.ask_passkey(office.half_signed_in(asha.member).token)


def test_the_last_passkey_that_opens_stays(office: Office) -> None:
    verbs, asha = office.registry.staff, keyed(office)
    move(office.registry, office.organisation.id, "old.example")
    token = added(office, asha.token, Device()).signed_in.token
    (lost, opens) = passkeys_of(office, token)

    with pytest.raises(Conflict):
        verbs.remove_passkey(token, opens.id, PASSWORD)
    verbs.remove_passkey(token, lost.id, PASSWORD)

    assert [opens] == passkeys_of(office, token)


def test_passkeys_that_open_nothing_are_counted_for_whoever_keeps_the_house(
    office: Office, stranger: Office
) -> None:
    verbs, asha = office.registry.staff, keyed(office)
    keyed(stranger)
    assert 0 == verbs.find_lost_passkeys(office.operator).count
    move(office.registry, office.organisation.id, "old.example")
    added(office, asha.token, Device())

    lost = verbs.find_lost_passkeys(office.operator)

    assert (1, ("old.example",), "obstat.example") == (lost.count, lost.hosts, lost.here)
    assert 0 == verbs.find_lost_passkeys(stranger.operator).count
    checker = office.caller(office.joined(name="bram"))
    with pytest.raises(NotAllowed):
        verbs.find_lost_passkeys(checker)
