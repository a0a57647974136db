"""
Who answers is corrected on a page, and asked there to answer.
"""

import pytest

from service.decision.powers import Role
from tests.api.door import Json
from tests.api.family import ANNE, Household
from tests.api.office import adult, channel, version
from tests.web.forms import forms_on
from tests.web.reader import Reader, reader, words
from tests.web.staffed import StaffedHouse

NEW = "anne.new@family.example"


@pytest.fixture
def household(house: StaffedHouse) -> Household:
    """
    Give Anne, who may answer for Léa.
    """
    return Household(house.door)


@pytest.fixture
def registrar(house: StaffedHouse) -> Reader:
    """
    Give who keeps the register.
    """
    return reader(house, Role.REGISTRAR)


def page_of(household: Household) -> str:
    """
    Give the page of Anne, beside Léa.
    """
    return f"/people/{household.lea}/signatories/{household.anne}"


def typed_on(registrar: Reader, page: str) -> dict[str, str]:
    """
    Give the form of a page as it is sent when nobody touches it.
    """
    [form] = [each for each in forms_on(registrar.fetch(page)) if each.action == page]
    return dict(form.untouched())


def known_of(household: Household) -> Json:
    """
    Read what is known of Anne, as programs do.
    """
    return household.door.get(f"/signatories/{household.anne}")


def asked_by(house: StaffedHouse) -> list[tuple[str, str]]:
    """
    Give what was written to families, and to whom.
    """
    letters = house.door.get("/letters")["items"]
    return [
        (each["kind"], each["recipient_id"])
        for each in letters
        if each["kind"].startswith("family_")
    ]


def test_a_mistyped_address_is_corrected_and_the_old_one_told(
    household: Household, registrar: Reader
) -> None:
    before = known_of(household)
    page = page_of(household)
    assert page in registrar.fetch(f"/people/{household.lea}").text

    registrar.post(page, typed_on(registrar, page) | {"email": NEW})

    assert before | {"email": NEW} == known_of(household)
    [told] = household.mailbox.letters(ANNE)
    assert "family_contact" == told.kind


def test_saving_the_page_untouched_changes_nothing(household: Household, registrar: Reader) -> None:
    household.door.patch(
        f"/signatories/{household.anne}", {"language": "pt-BR", "external_id": "mother-of-lea"}
    )
    before, lines = known_of(household), len(household.door.entries())

    registrar.post(page_of(household), typed_on(registrar, page_of(household)))

    assert before == known_of(household)
    assert lines == len(household.door.entries())


@pytest.mark.parametrize(
    ("told", "fault"),
    [
        ({"email": "anne at home"}, "email"),
        ({"phone": "by the door"}, "phone"),
        ({"given_name": "", "family_name": ""}, "given_name"),
    ],
)
def test_what_cannot_be_is_shown_again_as_typed(
    household: Household, registrar: Reader, told: dict[str, str], fault: str
) -> None:
    before, page = known_of(household), page_of(household)
    sent = {"given_name": "Hannah"} | told

    shown = registrar.client.post(
        page, data=typed_on(registrar, page) | sent, headers=registrar.headers()
    )

    assert 422 == shown.status_code
    assert f'id="{fault}-fault"' in shown.text
    assert f'value="{sent["given_name"]}"' in shown.text
    assert before == known_of(household)


def test_one_family_is_asked_from_the_page_of_the_child(
    household: Household, registrar: Reader
) -> None:
    channel(household.door)
    version(household.door)
    shown = registrar.fetch(f"/people/{household.lea}")
    [form] = [each for each in forms_on(shown) if each.action.endswith("/ask")]

    letters = registrar.get(registrar.post(form.action, dict(form.untouched()) | {"x": ""}))

    assert "Invitation to answer" in letters
    [letter] = household.mailbox.letters(ANNE)
    assert "family_invitation" == letter.kind
    assert "Last asked by letter on" not in words(shown.text)
    assert 1 == registrar.get(f"/people/{household.lea}").count("Last asked by letter on")


def test_an_adult_is_asked_from_their_own_page(house: StaffedHouse, registrar: Reader) -> None:
    channel(house.door)
    emeka = adult(house.door, email="emeka@family.example")
    silent = adult(house.door, given_name="Tom")
    ask = f"/people/{emeka}/signatories/{emeka}/ask"
    assert ask in registrar.fetch(f"/people/{emeka}").text
    assert "/ask" not in registrar.fetch(f"/people/{silent}").text

    registrar.post(ask, {"x": ""})

    assert [("family_invitation", emeka)] == asked_by(house)


def test_a_small_child_is_never_asked(house: StaffedHouse, registrar: Reader) -> None:
    channel(house.door)
    lea = house.door.person(email="lea@family.example")

    assert "/ask" not in registrar.fetch(f"/people/{lea}").text


def test_nobody_is_asked_about_somebody_on_hold(
    house: StaffedHouse, household: Household, registrar: Reader
) -> None:
    channel(house.door)
    assert "/ask" in registrar.fetch(f"/people/{household.lea}").text

    house.door.post("/holds", {"kind": "safeguarding", "person_id": household.lea})

    assert "/ask" not in registrar.fetch(f"/people/{household.lea}").text
    refused = registrar.post(f"{page_of(household)}/ask", {"x": ""}, status=409)
    assert "whoever keeps the holds decides" in refused
    assert [] == asked_by(house)


def test_a_campaign_says_whom_it_left_out(
    house: StaffedHouse, household: Household, registrar: Reader
) -> None:
    channel(house.door)
    version(house.door)
    house.door.post("/holds", {"kind": "safeguarding", "person_id": household.lea})

    looked = registrar.post("/campaigns/preview", {"unit": ""}, status=200)
    started = registrar.get(registrar.post("/campaigns", {"unit": ""}))

    for shown in (looked, started):
        assert "No letter is about Léa Dupont: a hold" in shown
        assert "a hold lies on whom they would be asked about" in shown
    assert [] == asked_by(house)


def test_whoever_cannot_be_reached_is_said_to_be(house: StaffedHouse, registrar: Reader) -> None:
    channel(house.door)
    lea, anne = house.door.person(), house.door.signatory(email="")
    house.door.authority(lea, anne)
    assert "/ask" not in registrar.fetch(f"/people/{lea}").text

    shown = registrar.post(f"/people/{lea}/signatories/{anne}/ask", {"x": ""}, status=422)

    assert "cannot write to them now" in shown
    assert [] == asked_by(house)


def test_whose_say_is_over_is_not_offered_to_be_asked(
    household: Household, registrar: Reader
) -> None:
    channel(household.door)
    [held] = household.door.get(f"/people/{household.lea}/authorities")["items"]
    household.door.post(f"/authorities/{held['id']}/end", {}, 200)

    shown = registrar.fetch(f"/people/{household.lea}").text

    assert page_of(household) in shown
    assert "/ask" not in shown


def test_only_who_keeps_the_register_corrects_and_asks(
    house: StaffedHouse, household: Household
) -> None:
    officer = reader(house, Role.DATA_PROTECTION_OFFICER)
    page = page_of(household)

    assert "/signatories/" not in officer.fetch(f"/people/{household.lea}").text
    officer.get(page, 403)
    officer.post(page, {"email": NEW}, status=403)
    officer.post(f"{page}/ask", {"x": ""}, status=403)

    assert [] == household.mailbox.letters(ANNE)


def test_who_answers_for_others_alone_is_not_there(house: StaffedHouse) -> None:
    own, other = house.door.unit("Own"), house.door.unit("Other")
    lea = house.door.person(memberships=[{"unit_id": own}])
    tom = house.door.person(given_name="Tom", memberships=[{"unit_id": other}])
    bram = house.door.signatory(given_name="Bram", email="bram@family.example")
    house.door.authority(tom, bram)
    registrar = reader(house, Role.REGISTRAR, unit_id=own)

    for person_id in (lea, tom):
        page = f"/people/{person_id}/signatories/{bram}"
        registrar.get(page, 404)
        registrar.post(page, {"email": NEW}, status=404)
        registrar.post(f"{page}/ask", {"x": ""}, status=404)

    assert "bram@family.example" == house.door.get(f"/signatories/{bram}")["email"]


def test_who_also_answers_out_of_sight_is_not_offered_to_be_asked(house: StaffedHouse) -> None:
    channel(house.door)
    own, other = house.door.unit("Own"), house.door.unit("Other")
    lea = house.door.person(memberships=[{"unit_id": own}])
    tom = house.door.person(given_name="Tom", memberships=[{"unit_id": other}])
    bram = house.door.signatory(given_name="Bram", email="bram@family.example")
    for child in (lea, tom):
        house.door.authority(child, bram)

    assert "/ask" not in reader(house, Role.REGISTRAR, unit_id=own).fetch(f"/people/{lea}").text
    assert "/ask" in reader(house, Role.REGISTRAR).fetch(f"/people/{lea}").text
