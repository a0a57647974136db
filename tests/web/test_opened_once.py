"""
What is good once lets one in, however often it is sent at the same moment.
"""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import httpx

from service.decision.powers import Appointment, Role
from service.usecases.organisations.operator import operator_of
from service.usecases.staff import MemberDetails
from service.web.family.door import CODE, SESSION
from service.web.session import COOKIE
from tests.api.family import Household
from tests.loopback import PLAIN
from tests.web.staffed import PASSWORD, StaffedHouse

AT_ONCE = 4
OWN = {"sec-fetch-site": "same-origin"}


def at_once(send: Callable[[], httpx.Response]) -> list[httpx.Response]:
    """
    Send the same several times, each when all are ready.
    """
    ready = Barrier(AT_ONCE)

    def one(_: int) -> httpx.Response:
        ready.wait()
        return send()

    with ThreadPoolExecutor(AT_ONCE) as several:
        return list(several.map(one, range(AT_ONCE)))


def sessions_in(answers: list[httpx.Response], cookie: str) -> int:
    """
    Count who came in.
    """
    told = (each for answer in answers for each in answer.headers.get_list("set-cookie"))
    return sum(each.startswith(f"{cookie}=") and "Max-Age=0" not in each for each in told)


def invited(house: StaffedHouse) -> str:
    """
    Invite somebody; give the code of the link.
    """
    details = MemberDetails("bram@jacinthes.example", "Bram", "en", (Appointment(Role.CHECKER),))
    operator = operator_of(house.door.organisation.id)
    return house.site.registry.staff.invite_member(operator, details).text


def test_an_invitation_lets_one_in(house: StaffedHouse) -> None:
    sent = {"link": invited(house), "password": PASSWORD}

    answers = at_once(
        lambda: httpx.post(
            f"{house.site.address}/join", data=sent, headers=OWN, timeout=60, verify=PLAIN
        )
    )

    assert {303: 1, 422: AT_ONCE - 1} == Counter(each.status_code for each in answers)
    assert 1 == sessions_in(answers, COOKIE)


def test_a_code_of_a_family_lets_one_in(house: StaffedHouse) -> None:
    family = Household(house.door)
    front = f"{house.site.address}/f/{family.slug}"
    link = f"{front}/link/{family.link()}"
    asked = at_once(lambda: httpx.post(link, headers=OWN, timeout=60, verify=PLAIN))
    nonce, code = family.code()
    cookie = {"cookie": f"{CODE}={nonce}"}

    answers = at_once(
        lambda: httpx.post(
            f"{front}/code", data={"code": code}, headers=OWN | cookie, timeout=60, verify=PLAIN
        )
    )

    assert {303: AT_ONCE} == Counter(each.status_code for each in asked), "a link is good for long"
    assert {303: 1, 422: AT_ONCE - 1} == Counter(each.status_code for each in answers)
    assert 1 == sessions_in(answers, SESSION)
