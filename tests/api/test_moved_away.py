"""
Somebody is reached elsewhere by now: where they were reached lets nobody in.
"""

import pytest

from service.errors import NotIdentified
from tests.api.family import ANNE, Household, invite

NEW = "anne.new@family.example"


def moved(family: Household, **told: str) -> None:
    """
    Correct where Anne is reached.
    """
    family.door.patch(f"/signatories/{family.anne}", told)


def is_in(family: Household, session: str) -> bool:
    """
    Tell whether a session still is somebody's.
    """
    try:
        family.verbs.recognise_family(session)
    except NotIdentified:
        return False
    return True


@pytest.mark.parametrize("email", [NEW, ""])
def test_who_came_in_by_an_address_that_is_no_longer_theirs_is_out(
    family: Household, email: str
) -> None:
    entered = family.verbs.enter_code(family.slug, *family.code())
    assert is_in(family, entered.session)

    moved(family, email=email)

    assert not is_in(family, entered.session)


def test_a_code_that_went_to_the_old_address_opens_nothing(family: Household) -> None:
    nonce, code = family.code()

    moved(family, email=NEW)

    assert "" == family.verbs.enter_code(family.slug, nonce, code).session


def test_an_old_link_asks_for_a_code_at_the_new_address(family: Household) -> None:
    link = family.link()
    moved(family, email=NEW)

    nonce = family.verbs.send_code(family.slug, link)
    entered = family.verbs.enter_code(family.slug, nonce, family.mailbox.last_code(NEW))

    assert is_in(family, entered.session)
    assert ["family_contact"] == [each.kind for each in family.mailbox.letters(ANNE)]


@pytest.mark.parametrize("told", [{"phone": "02 555 01 23"}, {"given_name": "Annie"}])
def test_who_only_has_a_telephone_as_well_stays_in(family: Household, told: dict[str, str]) -> None:
    entered = family.verbs.enter_code(family.slug, *family.code())

    moved(family, **told)

    assert is_in(family, entered.session)


def test_an_adult_who_answers_alone_is_out_as_well(family: Household) -> None:
    door = family.door
    emeka = door.person(born_on="1990-05-04", given_name="Emeka", email="emeka@family.example")
    link = invite(family.registry, door.organisation.id, emeka)
    nonce = family.verbs.send_code(family.slug, link)
    code = family.mailbox.last_code("emeka@family.example")
    session = family.verbs.enter_code(family.slug, nonce, code).session
    assert is_in(family, session)

    door.patch(f"/people/{emeka}", {"email": NEW})

    assert not is_in(family, session)
