"""
A telephone from before 2023 can send forms: it only says where they were.
"""

from collections.abc import Iterator

import httpx
import pytest

from tests.api.family import Household
from tests.loopback import PLAIN
from tests.web.staffed import StaffedHouse

HIDDEN = {"origin": "null"}


@pytest.fixture
def family(house: StaffedHouse) -> Household:
    return Household(house.door)


@pytest.fixture
def phone(family: Household) -> Iterator[httpx.Client]:
    """
    Give a browser that says of a form where it was, and nothing else.
    """
    with httpx.Client(
        base_url=family.door.house.client.base_url, timeout=60, verify=PLAIN
    ) as client:
        yield client


def test_form_of_an_encrypted_page_is_taken(family: Household, phone: httpx.Client) -> None:
    own = {"origin": f"https://{phone.base_url.netloc.decode()}"}

    sent = phone.post(f"/f/{family.slug}/code", data={"code": "000000"}, headers=own)
    elsewhere = phone.post(f"/f/{family.slug}/code", data={"code": "000000"}, headers=HIDDEN)

    assert sent.status_code != 403
    assert 403 == elsewhere.status_code


def test_form_of_a_page_whose_address_nobody_is_told_is_taken(
    family: Household, phone: httpx.Client
) -> None:
    link = f"/f/{family.slug}/link/{family.link()}"
    sent = phone.post(link, headers=HIDDEN)
    renewed = phone.post(f"/f/{family.slug}/renew", data={"contact": ""}, headers=HIDDEN)

    assert (303, 303) == (sent.status_code, renewed.status_code)


def test_only_an_address_with_a_secret_is_told_to_nobody(
    family: Household, phone: httpx.Client
) -> None:
    front = f"/f/{family.slug}"
    paths = (f"{front}/link/{family.link()}", f"{front}/link/over", front, "/sign-in")

    told = [phone.get(path).headers["referrer-policy"] for path in paths]

    assert ["no-referrer", "no-referrer", "same-origin", "same-origin"] == told
