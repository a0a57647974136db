"""
Links: an invitation, a reset; and the passwords that are chosen through them.
"""

from concurrent.futures import ThreadPoolExecutor

import pytest

from service.decision.powers import Appointment, Role
from service.errors import InvalidInput, NotFound, NotIdentified, ObstatError, TooMany
from service.records.staff import Member
from service.usecases.staff import MemberDetails
from service.usecases.staff.guessing import PER_ACCOUNT
from tests.staff.office import OTHER_PASSWORD, PASSWORD, Office


@pytest.mark.parametrize(
    "password",
    [
        "short",
        "a" * 201,
        "aaaaaaaaaaaaaa",
        "P@ssw0rd2026!",
        "motdepasse12",
        "asha@jacinthes.example",
        "Asha2026!!",
        "Les Jacinthes 1",
        "1234567890",
    ],
)
def test_passwords_that_are_tried_first_are_refused(office: Office, password: str) -> None:
    link = office.invited()

    with pytest.raises(InvalidInput) as no:
        office.registry.staff.accept_invitation(link.text, password)
    assert "password" == no.value.field
    assert office.accepted(link.text).member.is_active


@pytest.mark.parametrize(
    "password", ["tulipe été 9 sentiers", "пароль из четырёх слов", "xylophon9 on the hill"]
)
def test_any_long_sentence_is_a_password(office: Office, password: str) -> None:
    asha = office.accepted(office.invited().text, password)

    assert office.signed_in(asha, password).token


def test_an_invitation_opens_once(office: Office) -> None:
    link = office.invited()

    def accept(_: int) -> bool:
        try:
            office.registry.staff.accept_invitation(link.text, PASSWORD)
        except ObstatError:
            return False
        return True

    with ThreadPoolExecutor(8) as several:
        assert 1 == sum(several.map(accept, range(8)))
    with pytest.raises(NotFound):
        office.registry.staff.accept_invitation(link.text, PASSWORD)


def test_an_invitation_is_over_after_a_week(office: Office) -> None:
    link = office.invited()
    office.later(days=7)

    with pytest.raises(NotFound):
        office.registry.staff.accept_invitation(link.text, PASSWORD)
    again = office.registry.staff.renew_invitation(office.operator, link.member.id)
    assert office.accepted(again.text).member.is_active


@pytest.mark.parametrize("text", ["", "nonsense", "nowhere.x." + "A" * 43])
def test_a_link_that_was_made_up_opens_nothing(office: Office, text: str) -> None:
    with pytest.raises(NotFound):
        office.registry.staff.accept_invitation(text, PASSWORD)
    with pytest.raises(NotFound):
        office.registry.staff.reset_password(text, PASSWORD)


def test_inviting_again_replaces_password_and_telephone(office: Office) -> None:
    asha = office.joined()
    link = office.registry.staff.renew_invitation(office.operator, asha.member.id)
    assert office.is_signed_in(asha.token)

    anew = office.accepted(link.text, OTHER_PASSWORD)

    assert not office.is_signed_in(asha.token)
    assert asha.member.joined_at == anew.member.joined_at
    half = office.half_signed_in(anew.member, OTHER_PASSWORD)
    with pytest.raises(NotIdentified):
        office.registry.staff.confirm_code(half.token, asha.recovery_codes[0])
    with pytest.raises(NotIdentified):
        office.registry.staff.confirm_code(half.token, asha.telephone.next_code())


def test_a_reset_leaves_the_second_factor(office: Office) -> None:
    asha = office.joined()
    text = reset_link(office, asha.member)

    with pytest.raises(NotFound):
        office.registry.staff.accept_invitation(text, OTHER_PASSWORD)
    office.registry.staff.reset_password(text, OTHER_PASSWORD)

    assert not office.is_signed_in(asha.token)
    with pytest.raises(NotFound):
        office.registry.staff.reset_password(text, PASSWORD)
    assert office.signed_in(asha, OTHER_PASSWORD).token


def test_a_reset_is_over_after_half_an_hour(office: Office) -> None:
    text = reset_link(office, office.joined().member)
    office.later(minutes=30)

    with pytest.raises(NotFound):
        office.registry.staff.reset_password(text, OTHER_PASSWORD)


def reset_link(office: Office, who: Member) -> str:
    """
    Ask for a link to choose another password, and read it in the letter.
    """
    office.registry.staff.request_reset(office.organisation.slug, who.email.upper())
    return office.letters(who)[-1].text.partition("/reset#")[2].split()[0]


@pytest.mark.parametrize("language", ["fr", "nl-BE", "de", "en", "pt"])
def test_an_invitation_is_a_letter_in_ones_own_language(office: Office, language: str) -> None:
    link = office.registry.staff.invite_member(
        office.operator,
        MemberDetails(
            email="bram@jacinthes.example",
            name="Bram",
            language=language,
            appointments=(Appointment(Role.CHECKER),),
        ),
    )

    (letter,) = office.letters(link.member)
    assert 1 == letter.text.count(f"/join#{link.text}\n")
    assert ("bram@jacinthes.example", link.expires_at) == (letter.to, letter.until_at)
    assert "Les Jacinthes" in letter.subject


def test_nobody_learns_whether_an_address_is_known(office: Office) -> None:
    asha, left = office.joined().member, office.joined(name="bram").member
    office.registry.staff.deactivate_member(office.operator, left.id)
    before = len(office.letters(left))

    for email in (asha.email, left.email, "nobody@jacinthes.example", "", "@"):
        office.registry.staff.request_reset(office.organisation.slug, email)
    office.registry.staff.request_reset("nowhere", asha.email)

    assert asha.id == office.entry("reset_requested")["payload"]["member_id"]
    assert before == len(office.letters(left))


@pytest.mark.parametrize("email", ["asha@jacinthes.example", "nobody@jacinthes.example"])
def test_asking_again_and_again_sends_no_flood_of_letters(office: Office, email: str) -> None:
    office.joined()
    for _ in range(PER_ACCOUNT):
        office.registry.staff.request_reset(office.organisation.slug, email)

    with pytest.raises(TooMany):
        office.registry.staff.request_reset(office.organisation.slug, email)


def test_asking_for_a_reset_locks_nobody_out(office: Office) -> None:
    asha = office.joined()
    for _ in range(PER_ACCOUNT):
        office.registry.staff.request_reset(office.organisation.slug, asha.member.email)

    assert office.signed_in(asha).token
