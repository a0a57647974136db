"""
Whoever has different roles in different places does each thing where its role is.
"""

from dataclasses import replace

import pytest

from service.decision.ids import CheckId, UnitId
from service.decision.people import Membership
from service.decision.powers import Appointment, Role, Scope
from service.decision.terms import Audience, Category, Medium, Purpose
from service.errors import NotAllowed, NotFound
from service.records.paging import Page
from service.usecases.caller import Caller
from service.usecases.channels import ChannelDetails, ChannelFacts, ChannelPlace, GroupDetails
from service.usecases.checks.question import CheckQuestion
from service.usecases.people import PersonDetails
from service.usecases.publications import PublicationDetails
from tests.staff.office import Office, roles_of


@pytest.fixture
def kitchen(office: Office) -> UnitId:
    """
    Give one unit.
    """
    return office.unit("Kitchen")


@pytest.fixture
def garden(office: Office) -> UnitId:
    """
    Give another one.
    """
    return office.unit("Garden")


def caller_with(office: Office, *appointments: Appointment) -> Caller:
    """
    Give the caller that somebody with these roles is.
    """
    asha = office.joined(Role.CHECKER)
    office.registry.staff.change_member(office.operator, asha.member.id, roles_of(*appointments))
    return office.caller(asha)


def lea_of(unit_id: UnitId) -> PersonDetails:
    """
    Give a child of a unit.
    """
    return PersonDetails(
        given_name="Léa",
        family_name="Dupont",
        category=Category.BENEFICIARY,
        memberships=(Membership(unit_id),),
    )


def page_of(unit_id: UnitId | None, slug: str) -> ChannelDetails:
    """
    Give a page of a unit, or of everybody.
    """
    facts = ChannelFacts(
        name=slug.title(),
        medium=Medium.SOCIAL,
        platform="facebook",
        audience=Audience.PUBLIC,
        purposes=frozenset({Purpose.INFORMATION}),
        unit_id=unit_id,
    )
    return ChannelDetails(facts, ChannelPlace(slug=slug, address=f"{slug}.example/page"))


def test_registrar_of_one_unit_who_checks_for_all_registers_there_only(
    office: Office, kitchen: UnitId, garden: UnitId
) -> None:
    asha = caller_with(office, Appointment(Role.CHECKER), Appointment(Role.REGISTRAR, kitchen))
    verbs = office.registry
    theirs = verbs.people.enrol_person(office.operator, lea_of(garden))

    ours = verbs.people.enrol_person(asha, lea_of(kitchen))

    assert ours == verbs.people.get_person(asha, ours.id)
    assert (ours,) == verbs.people.list_people(asha, Page()).items
    with pytest.raises(NotFound):
        verbs.people.get_person(asha, theirs.id)


def test_checker_of_one_unit_and_registrar_of_another_reads_people_of_the_other(
    office: Office, kitchen: UnitId, garden: UnitId
) -> None:
    asha = caller_with(
        office, Appointment(Role.CHECKER, garden), Appointment(Role.REGISTRAR, kitchen)
    )
    theirs = office.registry.people.enrol_person(office.operator, lea_of(garden))
    ours = office.registry.people.enrol_person(office.operator, lea_of(kitchen))

    assert (ours,) == office.registry.people.list_people(asha, Page()).items
    with pytest.raises(NotFound):
        office.registry.people.get_person(asha, theirs.id)


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.REGISTRAR, Role.ADMINISTRATOR}))
def test_people_are_entered_by_registrars_alone(
    office: Office, kitchen: UnitId, role: Role
) -> None:
    for place in (None, kitchen):
        with pytest.raises(NotAllowed):
            office.registry.people.enrol_person(
                office.caller(office.joined(role, name=f"asha{place}", unit=place)),
                lea_of(kitchen),
            )


def test_channel_manager_of_a_unit_keeps_its_channels_only(
    office: Office, kitchen: UnitId, garden: UnitId
) -> None:
    asha = caller_with(
        office, Appointment(Role.CHECKER), Appointment(Role.CHANNEL_MANAGER, kitchen)
    )
    verbs = office.registry
    ours = verbs.channels.register_channel(asha, page_of(kitchen, "kitchen"))
    others = [
        verbs.channels.register_channel(office.operator, page_of(place, slug))
        for place, slug in ((garden, "garden"), (None, "everybody"))
    ]

    assert verbs.channels.close_channel(asha, ours.channel.id).channel.closed
    for other in others:
        for change in (verbs.channels.close_channel, verbs.channels.reopen_channel):
            with pytest.raises(NotAllowed):
                change(asha, other.channel.id)
    for place in (garden, None):
        with pytest.raises(NotAllowed):
            verbs.channels.register_channel(asha, page_of(place, "another"))
        moved = ChannelDetails(ChannelFacts(unit_id=place), ChannelPlace())
        with pytest.raises(NotAllowed):
            verbs.channels.change_channel(asha, ours.channel.id, moved)


def test_what_belongs_to_everybody_is_not_for_one_unit(office: Office, kitchen: UnitId) -> None:
    asha = caller_with(office, Appointment(Role.CHANNEL_MANAGER, kitchen))
    verbs = office.registry

    with pytest.raises(NotAllowed):
        verbs.channels.create_channel_group(asha, GroupDetails(slug="social", name="Social"))
    with pytest.raises(NotAllowed):
        verbs.forms.create_template(asha, "image", "Images")


def test_publisher_of_a_unit_publishes_for_it_and_for_nothing_else(
    office: Office, kitchen: UnitId, garden: UnitId
) -> None:
    asha = caller_with(office, Appointment(Role.CHECKER), Appointment(Role.PUBLISHER, kitchen))
    may = {place: asha.has_in(Scope.PUBLICATIONS_WRITE, place) for place in (kitchen, garden, None)}

    assert {kitchen: True, garden: False, None: False} == may
    with pytest.raises(NotAllowed):
        asha.needs_in(Scope.PUBLICATIONS_WRITE, garden)


def test_reasons_are_told_of_people_of_the_unit_where_one_publishes(
    office: Office, kitchen: UnitId, garden: UnitId
) -> None:
    asha = caller_with(
        office, Appointment(Role.CHECKER, kitchen), Appointment(Role.PUBLISHER, garden)
    )
    verbs = office.registry
    verbs.channels.register_channel(office.operator, page_of(garden, "garden"))
    verbs.people.enrol_person(office.operator, lea_of(garden))
    verbs.people.enrol_person(office.operator, replace(lea_of(kitchen), given_name="Tom"))

    theirs = verbs.checks.check_post(asha, CheckQuestion(names=("Léa Dupont",), channel="garden"))
    both = verbs.checks.check_post(asha, CheckQuestion(names=("Léa Dupont", "Tom Dupont")))

    assert "not_cleared" not in {each["code"] for each in theirs["reasons"]}
    assert "not_cleared" in {each["code"] for each in both["reasons"]}
    assert theirs == verbs.checks.get_check(asha, CheckId(theirs["check_id"]))


def test_a_publisher_of_one_unit_publishes_on_no_page_of_another(
    office: Office, kitchen: UnitId, garden: UnitId
) -> None:
    asha = caller_with(
        office, Appointment(Role.CHECKER, kitchen), Appointment(Role.PUBLISHER, garden)
    )
    office.registry.channels.register_channel(office.operator, page_of(kitchen, "kitchen"))
    details = PublicationDetails(CheckQuestion(text="Soup today", channel="kitchen"))

    with pytest.raises(NotAllowed):
        office.registry.publications.record_publication(asha, details)
