"""
Invite, change, deactivate and erase those who work here.
"""

from dataclasses import replace

import pytest

from service.decision.ids import UnitId
from service.decision.powers import Appointment, Role, Scope
from service.errors import (
    AlreadyExists,
    Conflict,
    InvalidInput,
    NotAllowed,
    NotFound,
    NotIdentified,
)
from service.records.paging import Page
from service.usecases.caller import Idempotency
from service.usecases.staff import MemberDetails
from tests.staff.office import OTHER_PASSWORD, Office, roles_of

BRAM = MemberDetails(
    email="Bram@Jacinthes.example",
    name="Bram",
    language="nl",
    appointments=(Appointment(Role.PUBLISHER), Appointment(Role.PUBLISHER)),
)


def test_invited_member_is_recorded_tidily(office: Office) -> None:
    link = office.registry.staff.invite_member(office.operator, BRAM)

    assert ("bram@jacinthes.example", 1) == (link.member.email, len(link.member.appointments))
    assert not link.member.is_active
    assert [link.member] == list(office.registry.staff.list_members(office.operator, Page()).items)
    assert office.entry("invited")["payload"]["member_id"] == link.member.id


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"email": ""}, "email"),
        ({"email": "bram"}, "email"),
        ({"name": " "}, "name"),
        ({"language": "français"}, "language"),
        ({"appointments": ()}, "roles"),
        ({"appointments": (Appointment(Role.CHECKER, UnitId("nowhere")),)}, "roles"),
    ],
)
def test_member_who_cannot_be_is_refused(
    office: Office, told: dict[str, object], field: str
) -> None:
    with pytest.raises(InvalidInput) as no:
        office.registry.staff.invite_member(office.operator, replace(BRAM, **told))  # type: ignore[arg-type]  # each field by its name

    assert field == no.value.field


def test_one_address_is_one_member(office: Office, stranger: Office) -> None:
    office.registry.staff.invite_member(office.operator, BRAM)

    with pytest.raises(AlreadyExists):
        office.registry.staff.invite_member(office.operator, BRAM)
    there = stranger.registry.staff.invite_member(stranger.operator, BRAM)
    assert "bram@jacinthes.example" == there.member.email


def test_a_repeated_call_invites_once(office: Office) -> None:
    caller = replace(office.operator, idempotency=Idempotency("key", b"digest"))
    office.registry.staff.invite_member(caller, BRAM)

    with pytest.raises(AlreadyExists, match="invited somebody already"):
        office.registry.staff.invite_member(caller, BRAM)


def test_other_roles_count_at_once(office: Office) -> None:
    asha = office.joined(Role.CHECKER)
    assert Scope.REASONS not in office.caller(asha).actor.scopes

    change = roles_of(Appointment(Role.REGISTRAR))
    office.registry.staff.change_member(office.operator, asha.member.id, change)

    assert Scope.REASONS in office.caller(asha).actor.scopes
    assert [{"role": "registrar", "unit_id": None}] == office.entry("changed")["payload"]["roles"]


def test_member_chooses_their_own_language_and_nothing_else(office: Office) -> None:
    asha, bram = office.joined(), office.joined(name="bram")
    caller, change = office.caller(asha), office.registry.staff.change_member

    assert "de" == change(caller, asha.member.id, MemberDetails(language="de")).language
    for details in (MemberDetails(name="Queen"), roles_of(Appointment(Role.ADMINISTRATOR))):
        with pytest.raises(NotAllowed):
            change(caller, asha.member.id, details)
    with pytest.raises(NotAllowed):
        change(caller, bram.member.id, MemberDetails(language="de"))


def test_an_address_never_changes(office: Office) -> None:
    asha = office.joined()

    with pytest.raises(InvalidInput):
        office.registry.staff.change_member(
            office.operator, asha.member.id, MemberDetails(email="other@jacinthes.example")
        )


def test_who_left_comes_in_no_more(office: Office) -> None:
    asha = office.joined()
    half = office.half_signed_in(asha.member)

    left = office.registry.staff.deactivate_member(office.operator, asha.member.id)

    assert left == office.registry.staff.deactivate_member(office.operator, asha.member.id)
    assert 1 == office.kinds().count("deactivated")
    assert not office.is_signed_in(asha.token)
    with pytest.raises(NotIdentified):
        office.registry.staff.confirm_code(half.token, asha.telephone.next_code())
    with pytest.raises(NotIdentified):
        office.half_signed_in(asha.member)


def test_who_left_can_be_invited_again(office: Office) -> None:
    asha = office.joined()
    office.registry.staff.deactivate_member(office.operator, asha.member.id)
    link = office.registry.staff.renew_invitation(office.operator, asha.member.id)
    with pytest.raises(NotIdentified):
        office.half_signed_in(asha.member)

    assert office.accepted(link.text, OTHER_PASSWORD).member.is_active


def test_a_former_member_can_be_erased(office: Office) -> None:
    asha = office.joined()
    erase = office.registry.staff.erase_member
    with pytest.raises(Conflict):
        erase(office.operator, asha.member.id)
    office.registry.staff.deactivate_member(office.operator, asha.member.id)

    erase(office.operator, asha.member.id)

    with pytest.raises(NotFound):
        office.letters(asha.member)
    with pytest.raises(NotFound):
        office.registry.staff.get_member(office.operator, asha.member.id)
    assert office.joined().member.id != asha.member.id


def test_administrator_of_a_unit_appoints_there_only(office: Office) -> None:
    kitchen, garden = office.unit("Kitchen"), office.unit("Garden")
    chika = office.joined(Role.ADMINISTRATOR, name="chika", unit=kitchen)
    caller, invite = office.caller(chika), office.registry.staff.invite_member

    here = (Appointment(Role.PUBLISHER, kitchen),)
    assert here == invite(caller, replace(BRAM, appointments=here)).member.appointments
    for elsewhere in (garden, None):
        there = (Appointment(Role.CHECKER, elsewhere),)
        with pytest.raises(NotAllowed):
            invite(caller, replace(BRAM, email="x@y.example", appointments=there))


def test_administrator_of_a_unit_cannot_take_over_others(office: Office) -> None:
    kitchen = office.unit("Kitchen")
    caller = office.caller(office.joined(Role.ADMINISTRATOR, name="chika", unit=kitchen))
    officer = office.joined(Role.DATA_PROTECTION_OFFICER, name="dario").member
    verbs = office.registry

    for take_over in (
        verbs.staff.renew_invitation,
        verbs.staff.deactivate_member,
        verbs.staff.erase_member,
    ):
        with pytest.raises(NotFound):
            take_over(caller, officer.id)
    with pytest.raises(NotFound):
        verbs.staff.change_member(caller, officer.id, roles_of(Appointment(Role.CHECKER, kitchen)))
    assert officer not in verbs.staff.list_members(caller, Page()).items


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.ADMINISTRATOR}))
def test_only_administrators_touch_accounts(office: Office, role: Role) -> None:
    nosy = office.caller(office.joined(role))
    bram = office.joined(Role.ADMINISTRATOR, name="bram").member
    verbs = office.registry

    for touch in (
        verbs.staff.renew_invitation,
        verbs.staff.deactivate_member,
        verbs.staff.erase_member,
    ):
        with pytest.raises(NotAllowed):
            touch(nosy, bram.id)
    with pytest.raises(NotAllowed):
        verbs.staff.invite_member(nosy, BRAM)


def test_accounts_of_another_organisation_are_not_there(office: Office, stranger: Office) -> None:
    emeka = stranger.joined(name="emeka").member
    verbs = office.registry

    for reach in (
        verbs.staff.get_member,
        verbs.staff.renew_invitation,
        verbs.staff.deactivate_member,
        verbs.staff.erase_member,
        verbs.staff.list_sessions,
    ):
        with pytest.raises(NotFound):
            reach(office.operator, emeka.id)
