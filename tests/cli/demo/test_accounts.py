"""
Whoever tries the demo can sign in, as anybody of the house.
"""

import stat
from pathlib import Path

import pytest

from cli.demo.accounts import ACCOUNTS, PASSWORD_FILE, Account, password_in
from cli.demo.cast import everybody
from cli.demo.channels import CHANNELS
from cli.demo.doors import show_accounts
from cli.demo.house import SLUG
from service.decision.powers import Role
from service.records.staff import Stage
from service.usecases.registry import Registry
from service.wiring import clock


@pytest.mark.parametrize("account", ACCOUNTS, ids=lambda each: str(each.slug))
def test_everybody_signs_in_with_the_password_of_the_demo(
    registry: Registry, pictures: Path, account: Account
) -> None:
    password = password_in(pictures)
    assert password is not None

    signed_in = registry.staff.sign_in(SLUG, account.email, password)

    assert Stage.FULL is signed_in.stage
    member = registry.staff.identify_session(signed_in.token).member
    assert account.name == member.name
    assert set(account.roles) == {each.role for each in member.appointments}
    assert bool(account.service) == all(each.unit_id for each in member.appointments)


def test_every_role_has_an_account() -> None:
    assert set(Role) == {role for each in ACCOUNTS for role in each.roles}


def test_every_publisher_of_a_channel_can_sign_in() -> None:
    publishers = {each for place in CHANNELS for each in place.publishers}

    assert publishers <= {each.slug for each in ACCOUNTS}


def test_colleagues_of_the_story_keep_their_addresses() -> None:
    addresses = {each.slug: each.email for each in everybody(clock().date())}

    known = [each for each in ACCOUNTS if each.slug in addresses]
    assert [each.email for each in known] == [addresses[each.slug] for each in known]


def test_password_is_for_its_owner_alone(pictures: Path) -> None:
    assert 0o600 == stat.S_IMODE((pictures / PASSWORD_FILE).stat().st_mode)


def test_what_to_type_is_printed(pictures: Path, capsys: pytest.CaptureFixture[str]) -> None:
    show_accounts(pictures, "http://127.0.0.1:8750")
    said = capsys.readouterr().out

    assert str(password_in(pictures)) in said
    assert [] == [each.email for each in ACCOUNTS if each.email not in said]


def test_a_house_without_accounts_prints_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    show_accounts(tmp_path)

    assert "" == capsys.readouterr().out
