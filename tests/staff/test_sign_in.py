"""
Sign in: a password, then a code; and what happens to those who guess.
"""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from service.errors import NotIdentified, ObstatError, TooMany
from service.records.staff import Stage
from service.usecases.staff import Origin
from service.usecases.staff.guessing import PER_ACCOUNT, PER_ADDRESS
from tests.staff.office import OTHER_PASSWORD, PASSWORD, Colleague, Office

SCHOOL = Origin("192.0.2.7", "Firefox")


def test_password_and_code_open_a_session(office: Office) -> None:
    asha = office.joined()

    half = office.half_signed_in(asha.member)
    assert Stage.CODE is half.stage
    whole = office.registry.staff.confirm_code(half.token, asha.telephone.next_code())

    found = office.registry.staff.identify_session(whole.token)
    assert (asha.member, "staff") == (found.member, found.caller.actor.kind)
    assert str(asha.member.id) == found.caller.actor.id
    assert 2 == office.kinds().count("signed_in")


def test_a_password_alone_opens_nothing(office: Office) -> None:
    half = office.half_signed_in(office.joined().member)

    assert not office.is_signed_in(half.token)


def test_each_step_has_a_token_of_its_own(office: Office) -> None:
    asha = office.joined()
    half = office.half_signed_in(asha.member)
    whole = office.registry.staff.confirm_code(half.token, asha.telephone.next_code())

    assert half.token != whole.token
    assert not office.is_signed_in(half.token)
    with pytest.raises(NotIdentified):
        office.registry.staff.confirm_code(half.token, asha.telephone.next_code())


def test_address_is_found_however_it_is_written(office: Office) -> None:
    office.joined()
    slug = office.organisation.slug

    half = office.registry.staff.sign_in(slug, "  Asha@Jacinthes.EXAMPLE ", PASSWORD)

    assert Stage.CODE is half.stage


@pytest.mark.parametrize("email", ["asha@jacinthes.example", "nobody@jacinthes.example", "", "@"])
def test_wrong_password_and_unknown_address_are_refused_alike(office: Office, email: str) -> None:
    office.joined()

    with pytest.raises(NotIdentified, match=r"^This address and this password do not belong") as no:
        office.registry.staff.sign_in(office.organisation.slug, email, OTHER_PASSWORD)

    assert None is no.value.field
    assert "unidentified" == office.entry("sign_in_failed")["actor"]["kind"]


def test_unknown_organisation_is_refused_alike(office: Office) -> None:
    with pytest.raises(NotIdentified, match=r"^This address and this password do not belong"):
        office.registry.staff.sign_in("nowhere", "asha@jacinthes.example", PASSWORD)


def test_somebody_of_another_organisation_cannot_sign_in_here(
    office: Office, stranger: Office
) -> None:
    emeka = stranger.joined(name="emeka")

    with pytest.raises(NotIdentified):
        office.half_signed_in(emeka.member)


def test_too_many_wrong_passwords_lock_for_a_while(office: Office) -> None:
    asha = office.joined()
    for _ in range(PER_ACCOUNT):
        with pytest.raises(NotIdentified):
            office.half_signed_in(asha.member, OTHER_PASSWORD)
    with pytest.raises(TooMany):
        office.half_signed_in(asha.member)
    assert PER_ACCOUNT == office.kinds().count("sign_in_failed")
    assert asha.member.id == office.entry("locked")["payload"]["member_id"]

    office.later(minutes=16)
    assert Stage.CODE is office.half_signed_in(asha.member).stage


def test_unknown_accounts_are_locked_like_known_ones(office: Office) -> None:
    def guess() -> None:
        office.registry.staff.sign_in(office.organisation.slug, "no@jacinthes.example", PASSWORD)

    for _ in range(PER_ACCOUNT):
        with pytest.raises(NotIdentified):
            guess()
    with pytest.raises(TooMany):
        guess()
    assert None is office.entry("locked")["payload"]["member_id"]


def test_one_address_cannot_try_many_accounts(office: Office) -> None:
    def guess(number: int) -> None:
        email = f"somebody-{number}@jacinthes.example"
        office.registry.staff.sign_in(office.organisation.slug, email, PASSWORD, SCHOOL)

    for number in range(PER_ADDRESS):
        with pytest.raises(NotIdentified):
            guess(number)
    with pytest.raises(TooMany):
        guess(PER_ADDRESS)


def test_a_whole_school_signs_in_from_one_address(office: Office) -> None:
    asha = office.joined()
    for _ in range(PER_ADDRESS + 1):
        half = office.half_signed_in(asha.member, origin=SCHOOL)
        code = asha.telephone.next_code()
        assert Stage.FULL is office.registry.staff.confirm_code(half.token, code, SCHOOL).stage


def test_a_hundred_guesses_at_once_are_counted_too(office: Office) -> None:
    asha = office.joined()

    def guess(_: int) -> type[Exception]:
        try:
            office.half_signed_in(asha.member, OTHER_PASSWORD)
        except ObstatError as refusal:
            return type(refusal)
        return Exception

    with ThreadPoolExecutor(8) as several:
        refusals = list(several.map(guess, range(16)))

    assert PER_ACCOUNT == refusals.count(NotIdentified)
    assert 16 - PER_ACCOUNT == refusals.count(TooMany)


def test_a_code_opens_once_however_often_it_is_sent_at_once(office: Office) -> None:
    asha = office.joined()
    half = office.half_signed_in(asha.member)
    code = asha.telephone.next_code()

    assert 1 == _successes(office, [half.token] * 20, code)


def test_a_code_opens_one_of_several_sessions_only(office: Office) -> None:
    asha = office.joined()
    halves = [office.half_signed_in(asha.member).token for _ in range(3)]
    code = asha.telephone.next_code()

    assert 1 == _successes(office, halves, code)


def _successes(office: Office, tokens: list[str], code: str) -> int:
    """
    Send one code for several tokens at once; count what it opens.
    """

    def send(token: str) -> bool:
        try:
            office.registry.staff.confirm_code(token, code)
        except ObstatError:
            return False
        return True

    with ThreadPoolExecutor(8) as several:
        return sum(several.map(send, tokens))


def test_a_code_seen_over_a_shoulder_is_used_already(office: Office) -> None:
    asha = office.joined()
    first = office.half_signed_in(asha.member)
    code = asha.telephone.next_code()
    office.registry.staff.confirm_code(first.token, code)
    second = office.half_signed_in(asha.member)

    with pytest.raises(NotIdentified, match="not right, or was used"):
        office.registry.staff.confirm_code(second.token, code)


def test_codes_of_half_a_minute_ago_still_open_and_older_ones_do_not(office: Office) -> None:
    asha = office.joined()
    office.later(minutes=5)
    old = asha.telephone.code()
    late = asha.telephone.next_code()
    office.later(seconds=30)
    half = office.half_signed_in(asha.member)

    with pytest.raises(NotIdentified):
        office.registry.staff.confirm_code(half.token, old)
    assert Stage.FULL is office.registry.staff.confirm_code(half.token, late).stage


def test_wrong_codes_lock_even_with_the_right_password(office: Office) -> None:
    asha = office.joined()
    half = office.half_signed_in(asha.member)
    for _ in range(PER_ACCOUNT - 1):
        with pytest.raises(NotIdentified):
            office.registry.staff.confirm_code(half.token, "000000")

    with pytest.raises(TooMany):
        office.registry.staff.confirm_code(half.token, asha.telephone.next_code())
    with pytest.raises(TooMany):
        office.half_signed_in(asha.member)


def test_a_recovery_code_opens_once(office: Office) -> None:
    asha = office.joined()
    code = asha.recovery_codes[3].lower().replace("-", " ")
    first = office.half_signed_in(asha.member)
    office.registry.staff.confirm_code(first.token, code)
    second = office.half_signed_in(asha.member)

    with pytest.raises(NotIdentified):
        office.registry.staff.confirm_code(second.token, code)
    office.registry.staff.confirm_code(second.token, asha.recovery_codes[4])
    factors = [each["payload"].get("factor") for each in office.entries()]
    assert (1, 2) == (factors.count("code"), factors.count("recovery"))


def test_half_a_session_waits_ten_minutes(office: Office) -> None:
    asha = office.joined()
    half = office.half_signed_in(asha.member)
    office.later(minutes=10)

    with pytest.raises(NotIdentified):
        office.registry.staff.confirm_code(half.token, asha.telephone.next_code())


def test_an_invited_member_cannot_sign_in_before_they_accept(office: Office) -> None:
    link = office.invited()

    with pytest.raises(NotIdentified):
        office.half_signed_in(link.member)


def test_a_ledger_of_signing_in_names_no_address_and_no_secret(office: Office) -> None:
    asha = office.joined()
    with pytest.raises(NotIdentified):
        office.half_signed_in(asha.member, OTHER_PASSWORD, SCHOOL)
    whole = office.signed_in(asha)

    told = str(office.entries())
    secrets = (asha.member.email, asha.member.name, SCHOOL.address, OTHER_PASSWORD, whole.token)
    assert [] == [each for each in (*secrets, asha.telephone.secret) if each in told]


def test_when_somebody_was_here_before_is_known(office: Office, asha: Colleague) -> None:
    office.later(hours=30)
    before = office.signed_in(asha).session
    office.later(minutes=5)
    office.later(days=3)
    after = office.signed_in(asha).session

    assert before.started_at == after.previous_visit_at
    assert timedelta(days=3) < after.started_at - before.started_at


@pytest.fixture
def asha(office: Office) -> Colleague:
    """
    Give Asha, who checks.
    """
    return office.joined()
