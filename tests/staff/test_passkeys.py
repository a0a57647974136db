"""
A passkey as a second factor: added, asked for while signing in, removed.
"""

from dataclasses import replace

import pytest

from service.errors import Conflict, InvalidInput, NotFound, NotIdentified, TooMany
from service.records.organisation import SecondFactor
from service.records.staff import Stage
from service.usecases.staff.guessing import PER_ACCOUNT
from service.usecases.staff.use_passkey import COPIED
from tests.staff.device import Device
from tests.staff.keyed import added, keyed, passkeys_of
from tests.staff.office import OTHER_PASSWORD, PASSWORD, Office


def test_a_passkey_is_enough_to_join_and_to_sign_in(office: Office) -> None:
    asha = keyed(office)
    half = office.half_signed_in(asha.member)
    assert Stage.CODE is half.stage

    office.later(minutes=1)
    asked = office.registry.staff.ask_passkey(half.token).options
    whole = office.registry.staff.use_passkey(half.token, asha.device.sign(asked))

    assert office.is_signed_in(whole.token)
    assert not office.is_signed_in(half.token)
    (passkey,) = passkeys_of(office, whole.token)
    assert ("Blue telephone", office.clock.at) == (passkey.name, passkey.used_at)
    assert {"passkey"} == {
        each["payload"]["factor"] for each in office.entries() if each["kind"] == "staff:signed_in"
    }
    assert asha.member.id == office.entry("passkey_added")["actor"]["id"]


def test_the_first_factor_comes_with_recovery_codes(office: Office) -> None:
    asha = keyed(office)
    assert 10 == len(asha.recovery_codes)

    half = office.half_signed_in(asha.member)
    whole = office.registry.staff.confirm_code(half.token, asha.recovery_codes[0])

    assert Stage.FULL is whole.stage
    assert () == added(office, whole.token, Device()).recovery_codes


def test_no_code_opens_where_there_is_no_app(office: Office) -> None:
    asha = keyed(office)
    half = office.half_signed_in(asha.member)

    for code in ("000000", "", asha.recovery_codes[0][:8]):
        with pytest.raises(NotIdentified):
            office.registry.staff.confirm_code(half.token, code)


def test_beside_a_code_app_either_opens(office: Office) -> None:
    asha, device = office.joined(), Device()
    elsewhere = office.signed_in(asha)
    done = added(office, asha.token, device)
    assert () == done.recovery_codes
    assert not office.is_signed_in(elsewhere.token)

    half = office.half_signed_in(asha.member)
    asked = office.registry.staff.ask_passkey(half.token).options
    assert Stage.FULL is office.registry.staff.use_passkey(half.token, device.sign(asked)).stage
    assert Stage.FULL is office.signed_in(asha).stage


def test_adding_takes_the_password_and_a_name(office: Office) -> None:
    verbs, asha = office.registry.staff, office.joined()

    with pytest.raises(NotIdentified) as wrong:
        verbs.begin_passkey(asha.token, "Telephone", OTHER_PASSWORD)
    assert "current_password" == wrong.value.field
    with pytest.raises(InvalidInput) as nameless:
        verbs.begin_passkey(asha.token, " ", PASSWORD)
    assert "passkey_name" == nameless.value.field
    with pytest.raises(NotIdentified):
        verbs.confirm_passkey(asha.token, Device().make('{"challenge": "AAAA"}'))


def test_an_answer_that_is_sent_again_opens_nothing(office: Office) -> None:
    verbs, asha = office.registry.staff, keyed(office)
    half = office.half_signed_in(asha.member)
    answer = asha.device.sign(verbs.ask_passkey(half.token).options)
    verbs.use_passkey(half.token, answer)

    again = office.half_signed_in(asha.member)
    with pytest.raises(NotIdentified):
        verbs.use_passkey(half.token, answer)
    with pytest.raises(NotIdentified, match=r"^This passkey was not accepted\.$"):
        verbs.use_passkey(again.token, answer)
    assert "passkey" == office.entry("sign_in_failed")["payload"]["what"]


def test_what_was_asked_is_answered_once_and_within_minutes(office: Office) -> None:
    verbs, asha = office.registry.staff, keyed(office)
    half = office.half_signed_in(asha.member)

    asked = verbs.ask_passkey(half.token).options
    office.later(minutes=5)
    with pytest.raises(NotIdentified):
        verbs.use_passkey(half.token, asha.device.sign(asked))
    asked = verbs.ask_passkey(half.token).options
    with pytest.raises(NotIdentified):
        verbs.use_passkey(half.token, "nonsense")
    with pytest.raises(NotIdentified):  # a wrong answer used it up
        verbs.use_passkey(half.token, asha.device.sign(asked))


def test_what_one_session_was_asked_opens_no_other(office: Office) -> None:
    verbs, asha = office.registry.staff, keyed(office)
    here, there = office.half_signed_in(asha.member), office.half_signed_in(asha.member)
    asked = verbs.ask_passkey(here.token).options
    verbs.ask_passkey(there.token)

    with pytest.raises(NotIdentified):
        verbs.use_passkey(there.token, asha.device.sign(asked))


def test_passkeys_of_others_open_nothing(office: Office, stranger: Office) -> None:
    asha, bram, emeka = keyed(office), keyed(office, "bram"), keyed(stranger, "emeka")
    for device in (bram.device, emeka.device):
        half = office.half_signed_in(asha.member)
        asked = office.registry.staff.ask_passkey(half.token).options
        with pytest.raises(NotIdentified):
            office.registry.staff.use_passkey(half.token, device.sign(asked))


def test_a_passkey_is_of_one_member_of_a_house(office: Office, stranger: Office) -> None:
    asha, bram, emeka = keyed(office), office.joined(name="bram"), stranger.joined(name="emeka")

    with pytest.raises(NotIdentified, match=r"^This passkey was not accepted\.$"):
        added(office, bram.token, asha.device)
    assert [] == passkeys_of(office, bram.token)
    assert 1 == len(
        passkeys_of(stranger, added(stranger, emeka.token, asha.device).signed_in.token)
    )


def test_a_passkey_that_counts_backwards_is_refused_and_says_so(office: Office) -> None:
    verbs, asha = office.registry.staff, keyed(office)
    copy = replace(asha.device, counter=-1)
    half = office.half_signed_in(asha.member)

    with pytest.raises(NotIdentified, match="may have a copy") as refused:
        verbs.use_passkey(half.token, copy.sign(verbs.ask_passkey(half.token).options))

    assert COPIED == refused.value.field
    assert COPIED == office.entry("sign_in_failed")["payload"]["what"]
    asked = verbs.ask_passkey(half.token).options
    assert Stage.FULL is verbs.use_passkey(half.token, asha.device.sign(asked)).stage


def test_a_device_that_does_not_count_signs_again_and_again(office: Office) -> None:
    verbs, device = office.registry.staff, Device(counter=-1)
    asha = office.joined()
    added(office, asha.token, device)
    for _ in range(2):
        half = office.half_signed_in(asha.member)
        asked = verbs.ask_passkey(half.token).options
        assert Stage.FULL is verbs.use_passkey(half.token, device.sign(asked)).stage


def test_too_many_wrong_passkeys_lock_for_a_while(office: Office) -> None:
    verbs, asha = office.registry.staff, keyed(office)
    half = office.half_signed_in(asha.member)
    for _ in range(PER_ACCOUNT - 1):  # the password that was right counts as well
        verbs.ask_passkey(half.token)
        with pytest.raises(NotIdentified):
            verbs.use_passkey(half.token, "nonsense")

    asked = verbs.ask_passkey(half.token).options
    with pytest.raises(TooMany):
        verbs.use_passkey(half.token, asha.device.sign(asked))
    assert asha.member.id == office.entry("locked")["payload"]["member_id"]


def test_a_passkey_is_removed_by_whoever_knows_the_password(office: Office) -> None:
    verbs, asha, device = office.registry.staff, office.joined(), Device()
    token = added(office, asha.token, device).signed_in.token
    (passkey,) = passkeys_of(office, token)
    elsewhere = office.signed_in(asha)

    with pytest.raises(NotIdentified):
        verbs.remove_passkey(token, passkey.id, OTHER_PASSWORD)
    verbs.remove_passkey(token, passkey.id, PASSWORD)
    with pytest.raises(NotFound):
        verbs.remove_passkey(token, passkey.id, PASSWORD)

    assert (True, False) == (office.is_signed_in(token), office.is_signed_in(elsewhere.token))
    assert passkey.id == office.entry("passkey_removed")["payload"]["passkey_id"]
    with pytest.raises(Conflict):
        verbs.ask_passkey(office.half_signed_in(asha.member).token)


def test_the_passkey_of_somebody_else_is_not_found(office: Office) -> None:
    asha, bram = keyed(office), keyed(office, "bram")
    (passkey,) = passkeys_of(office, asha.token)

    with pytest.raises(NotFound):
        office.registry.staff.remove_passkey(bram.token, passkey.id, PASSWORD)


def test_the_last_factor_stays_where_one_is_required(office: Office) -> None:
    verbs, asha = office.registry.staff, keyed(office)
    (first,) = passkeys_of(office, asha.token)
    with pytest.raises(Conflict):
        verbs.remove_passkey(asha.token, first.id, PASSWORD)
    assert SecondFactor.REQUIRED is office.organisation.second_factor

    token = added(office, asha.token, Device()).signed_in.token
    verbs.remove_passkey(token, first.id, PASSWORD)

    assert 1 == len(passkeys_of(office, token))


def test_whoever_is_invited_again_begins_without_passkeys(office: Office) -> None:
    verbs, asha = office.registry.staff, keyed(office)
    link = verbs.renew_invitation(office.operator, asha.member.id)

    half = verbs.accept_invitation(link.text, PASSWORD)

    assert Stage.ENROL is half.stage
    assert [] == passkeys_of(office, half.token)


@pytest.mark.parametrize("is_erased", [False, True], ids=["deactivated", "erased"])
def test_whoever_left_has_no_passkeys(office: Office, *, is_erased: bool) -> None:
    verbs, asha = office.registry.staff, keyed(office)
    verbs.deactivate_member(office.operator, asha.member.id)
    if is_erased:
        verbs.erase_member(office.operator, asha.member.id)

    with office.registry.ledger.verify_ledger.database.look(office.organisation.id) as work:
        assert [] == work.passkeys.list_of(asha.member.id)


def test_challenges_go_with_the_other_remains_of_signing_in(office: Office) -> None:
    verbs, asha = office.registry.staff, keyed(office)
    half = office.half_signed_in(asha.member)
    verbs.ask_passkey(half.token)
    office.later(days=2)
    verbs.forget_sign_ins()

    with office.registry.ledger.verify_ledger.database.begin(office.organisation.id) as work:
        assert None is work.challenges.take(half.session.id)
