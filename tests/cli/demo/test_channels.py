"""
The demo's register of channels follows the charter of the house.
"""

from datetime import date

from cli.demo.cast import everybody
from cli.demo.channels import CHANNELS, FORM_CHANNELS, GROUPS, TIKTOK_DAYS_AGO
from cli.demo.forms.editions import SECOND_DAYS_AGO
from cli.demo.house import SERVICES
from service.decision.terms import Audience, Category, Medium, Purpose

BY_SLUG = {place.slug: place for place in CHANNELS}
ONLINE = {Medium.SOCIAL, Medium.WEB, Medium.INTERNAL}


def test_every_channel_has_a_slug_and_an_address_of_its_own() -> None:
    assert len(CHANNELS) == len(BY_SLUG) == len({place.address for place in CHANNELS})


def test_no_page_of_the_register_can_exist() -> None:
    hosts = {place.address.split("/")[2] for place in CHANNELS if place.medium in ONLINE}

    assert hosts
    assert all(host.endswith(".example") for host in hosts)


def test_every_service_has_one_private_group_with_four_posts_a_week() -> None:
    groups = {
        place.service: (place.platform, place.quota)
        for place in CHANNELS
        if place.audience is Audience.SERVICE
    }

    assert {service.slug: ("facebook", 4) for service in SERVICES} == groups


def test_linkedin_is_for_competence_and_jobs_only() -> None:
    assert {Purpose.COMPETENCE, Purpose.RECRUITMENT} == BY_SLUG["linkedin"].purposes


def test_tiktok_is_younger_than_both_versions_of_the_forms() -> None:
    assert BY_SLUG["tiktok"].registered_days_ago == TIKTOK_DAYS_AGO < SECOND_DAYS_AGO
    assert set(BY_SLUG) - {"tiktok"} == set(FORM_CHANNELS)


def test_one_page_reveals_a_special_category() -> None:
    assert ["page-atelier"] == [place.slug for place in CHANNELS if place.special_category]


def test_publishers_are_employees_who_are_still_there() -> None:
    employees = {
        member.slug
        for member in everybody(date(2026, 7, 1))
        if member.category is Category.EMPLOYEE and member.left_on is None
    }

    assert {publisher for place in CHANNELS for publisher in place.publishers} <= employees


def test_every_group_has_members_and_every_member_a_group() -> None:
    assert set(GROUPS) == {place.group for place in CHANNELS if place.group}


def test_whoever_publishes_outside_the_house_reads_a_checklist_first() -> None:
    assert {"intranet"} == {place.slug for place in CHANNELS if not place.checklist}
