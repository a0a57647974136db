"""
Links: an invitation, a reset; and the passwords that are chosen through them.
"""

from concurrent.futures import ThreadPoolExecutor

import pytest

from service.decision.ids import MemberId
from service.errors import (
    InvalidInput,
    NotFound,
    NotIdentified,
    ObstatError,
)
from service.records.staff import TicketKind
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
        office.registry.accept_invitation(link.text, password)
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
            office.registry.accept_invitation(link.text, PASSWORD)
        except ObstatError:
            return False
        return True

    with ThreadPoolExecutor(8) as several:
        assert 1 == sum(several.map(accept, range(8)))
    with pytest.raises(NotFound):
        office.registry.accept_invitation(link.text, PASSWORD)


def test_an_invitation_is_over_after_a_week(office: Office) -> None:
    link = office.invited()
    office.later(days=7)

    with pytest.raises(NotFound):
        office.registry.accept_invitation(link.text, PASSWORD)
    again = office.registry.renew_invitation(office.operator, link.member.id)
    assert office.accepted(again.text).member.is_active


@pytest.mark.parametrize("text", ["", "nonsense", "nowhere.x." + "A" * 43])
def test_a_link_that_was_made_up_opens_nothing(office: Office, text: str) -> None:
    with pytest.raises(NotFound):
        office.registry.accept_invitation(text, PASSWORD)
    with pytest.raises(NotFound):
        office.registry.reset_password(text, PASSWORD)


def test_inviting_again_replaces_password_and_telephone(office: Office) -> None:
    asha = office.joined()
    link = office.registry.renew_invitation(office.operator, asha.member.id)
    assert office.is_signed_in(asha.token)

    anew = office.accepted(link.text, OTHER_PASSWORD)

    assert not office.is_signed_in(asha.token)
    assert asha.member.joined_at == anew.member.joined_at
    half = office.half_signed_in(anew.member, OTHER_PASSWORD)
    with pytest.raises(NotIdentified):
        office.registry.confirm_code(half.token, asha.recovery_codes[0])
    with pytest.raises(NotIdentified):
        office.registry.confirm_code(half.token, asha.telephone.next_code())


def test_a_reset_leaves_the_second_factor(office: Office) -> None:
    asha = office.joined()
    text = reset_link(office, asha.member.id)

    with pytest.raises(NotFound):
        office.registry.accept_invitation(text, OTHER_PASSWORD)
    office.registry.reset_password(text, OTHER_PASSWORD)

    assert not office.is_signed_in(asha.token)
    with pytest.raises(NotFound):
        office.registry.reset_password(text, PASSWORD)
    assert office.signed_in(asha, OTHER_PASSWORD).token


def test_a_reset_is_over_after_half_an_hour(office: Office) -> None:
    text = reset_link(office, office.joined().member.id)
    office.later(minutes=30)

    with pytest.raises(NotFound):
        office.registry.reset_password(text, OTHER_PASSWORD)


def reset_link(office: Office, member_id: MemberId) -> str:
    """
    Make a link to choose another password.
    """
    tickets = office.registry.reset_password.tickets
    with office.registry.verify_ledger.database.begin(office.organisation.id) as work:
        member = work.staff.get(member_id)
        link = tickets.issue(work, member, TicketKind.RESET, office.clock.at)
        work.commit()
    return link.text
