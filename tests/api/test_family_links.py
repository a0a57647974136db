"""
Families are invited, and find back alone when they lost the link.
"""

import pytest

from service.decision.ids import SignatoryId
from service.errors import Conflict, NotAllowed, NotFound
from service.records.mail import Carrier, LetterKind, Outcome
from service.records.paging import Page
from service.usecases.families.doors import MOST_SAME_REQUESTS
from service.usecases.organisations.operator import operator_of
from tests.api.door import NOBODY
from tests.api.family import ANNE, Household, invite


def test_an_invitation_goes_to_the_address_that_is_registered(family: Household) -> None:
    caller = operator_of(family.door.organisation.id)

    invitation = family.verbs.invite_signatory(caller, SignatoryId(family.anne))

    (letter,) = family.mailbox.letters()
    assert (ANNE, "Les Jacinthes", "nadia@jacinthes.example") == (
        letter.to,
        letter.sender_name,
        letter.reply_to,
    )
    assert invitation.address in letter.text
    assert f'href="{invitation.address}"' in letter.html
    assert "Léa" not in letter.text


@pytest.mark.parametrize("contact", [ANNE, " ANNE@Family.example ", "0470 12 34 56"])
def test_whoever_lost_the_link_gets_another_alone(family: Household, contact: str) -> None:
    family.door.patch(f"/signatories/{family.anne}", {"phone": "+32 470/12.34.56"})

    family.verbs.renew_link(family.slug, contact)

    secret = family.mailbox.last_link(ANNE)
    assert family.verbs.send_code(family.slug, secret)


def test_a_parent_gets_a_link_of_their_own_where_two_share_an_address(family: Household) -> None:
    family.door.signatory(given_name="Marc")

    family.verbs.renew_link(family.slug, ANNE)

    letters = family.mailbox.letters(ANNE, LetterKind.FAMILY_LINK)
    assert [True, True] == [
        name in letter.text for name, letter in zip(("Anne", "Marc"), letters, strict=True)
    ]


def test_a_stranger_gets_no_letter_though_as_much_is_done(family: Household) -> None:
    family.verbs.renew_link(family.slug, "stranger@elsewhere.example")

    (decoy,) = family.mailbox.letters()
    assert ("nobody@invalid", decoy.written_at) == (decoy.to, decoy.until_at)
    family.registry.mail.deliver_letters()
    caller = operator_of(family.door.organisation.id)
    (story,) = family.registry.mail.list_letters(caller, Page()).items
    assert Outcome.GIVEN_UP is story.outcome


def test_one_contact_is_not_flooded_with_links(family: Household) -> None:
    for _ in range(MOST_SAME_REQUESTS + 2):
        family.verbs.renew_link(family.slug, ANNE)

    assert MOST_SAME_REQUESTS == len(family.mailbox.letters(ANNE))


def test_a_number_typed_in_other_ways_is_still_one_contact(family: Household) -> None:
    family.door.patch(f"/signatories/{family.anne}", {"phone": "+32 470 12 34 56"})
    for number in range(MOST_SAME_REQUESTS + 3):
        family.verbs.renew_link(family.slug, f"0470 12 34 56{' -' * number}")

    assert MOST_SAME_REQUESTS == len(family.mailbox.letters(ANNE))


def test_a_code_goes_by_text_message_where_no_address_is_known(family: Household) -> None:
    family.door.patch(f"/signatories/{family.anne}", {"email": "", "phone": "+32470123456"})

    family.verbs.send_code(family.slug, family.link())

    (letter,) = family.mailbox.letters("+32470123456")
    assert Carrier.SMS is letter.carrier
    assert family.mailbox.last_code("+32470123456") in letter.text


def test_whoever_cannot_be_reached_is_told_to_ask_the_house(family: Household) -> None:
    caller = operator_of(family.door.organisation.id)
    family.door.patch(f"/signatories/{family.anne}", {"email": ""})

    with pytest.raises(Conflict):
        family.verbs.send_code(family.slug, family.link())
    with pytest.raises(Conflict):
        family.verbs.invite_signatory(caller, SignatoryId(family.anne))
    with pytest.raises(NotFound):
        family.verbs.invite_signatory(caller, SignatoryId(NOBODY))


def test_an_adult_comes_in_alone(family: Household) -> None:
    emeka = family.door.person(given_name="Emeka", born_on="1990-01-01", email="emeka@own.example")
    secret = invite(family.registry, family.door.organisation.id, emeka)
    nonce = family.verbs.send_code(family.slug, secret)
    entered = family.verbs.enter_code(
        family.slug, nonce, family.mailbox.last_code("emeka@own.example")
    )

    assert emeka == family.verbs.recognise_family(entered.session).signatory_id


def test_staff_without_power_over_consents_invite_nobody(family: Household) -> None:
    powerless = family.registry.keys.identify_key(family.door.with_key("people:read").key)

    with pytest.raises(NotAllowed):
        family.verbs.invite_signatory(powerless, SignatoryId(family.anne))


def test_staff_of_a_unit_invite_its_families_only(family: Household) -> None:
    door = family.door
    unit = door.unit()
    limited = family.registry.keys.identify_key(door.with_key("consents:write", units=[unit]).key)
    tom = door.person(given_name="Tom", memberships=[{"unit_id": unit}])
    marc = door.signatory(given_name="Marc")
    door.authority(tom, marc)

    assert family.verbs.invite_signatory(limited, SignatoryId(marc)).is_sent
    for other in (family.anne, family.lea):
        with pytest.raises(NotFound):
            family.verbs.invite_signatory(limited, SignatoryId(other))
