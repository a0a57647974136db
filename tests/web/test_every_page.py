"""
What holds for every page there is, walked by the routes of the application.
"""

import re
from collections.abc import Iterator

import httpx
import pytest
from litestar.routes import HTTPRoute

from service.decision.powers import ROLE_SCOPES, Role, Scope
from service.web.session import COOKIE, signed_in
from tests.api.door import NOBODY
from tests.loopback import PLAIN
from tests.web.site import Site
from tests.web.staffed import StaffedHouse

OWN = {"sec-fetch-site": "same-origin"}
OPEN = {"/", "/share"}
"""The front page is for every role; what is shared lands in drafts, from anywhere."""

LEAST: dict[str, set[Scope]] = {
    "/members": {Scope.ADMIN, Scope.AUDIT},
    "/members/new": {Scope.ADMIN},
    "/accounts": {Scope.AUDIT},
    "/retention": {Scope.ADMIN, Scope.AUDIT},
    "/hooks": {Scope.ADMIN},
    "/hooks/new": {Scope.ADMIN},
    "/units": {Scope.ADMIN},
    "/units/new": {Scope.ADMIN},
}
"""Any of which scopes a page of accounts needs."""


def _pages(site: Site) -> Iterator[tuple[str, str, bool]]:
    """
    Walk the method and path of every page, and whether one has to be signed in.
    """
    for route in site.app.routes:
        if not isinstance(route, HTTPRoute) or route.path.startswith(("/api", "/static")):
            continue
        for handler in route.route_handlers:
            guarded = signed_in in handler.resolve_guards()
            for method in sorted({str(each) for each in handler.http_methods} - {"OPTIONS"}):
                yield method, route.path_format, guarded


@pytest.fixture(scope="session")
def pages(site: Site) -> list[tuple[str, str, bool]]:
    """
    Give every page.
    """
    return list(_pages(site))


@pytest.fixture
def browser(site: Site) -> Iterator[httpx.Client]:
    """
    Give somebody with nothing but a browser.
    """
    with httpx.Client(base_url=site.address, timeout=60, verify=PLAIN) as client:
        yield client


def _filled(path: str) -> str:
    """
    Put an id that nothing has, or a number, into each hole.
    """
    return re.sub(r"{[^}]*}", NOBODY, path.replace("{number}", "1"))


def test_nobody_sees_a_page_of_staff_without_signing_in(
    pages: list[tuple[str, str, bool]], browser: httpx.Client
) -> None:
    guarded = [(method, path) for method, path, is_guarded in pages if is_guarded]
    seen = {
        (method, path): browser.request(method, _filled(path), headers=OWN)
        for method, path in guarded
    }

    assert guarded
    for (method, path), answer in seen.items():
        if method in {"GET", "HEAD"}:
            assert answer.headers.get("location", "").startswith("/sign-in"), path
        else:
            assert 401 == answer.status_code, path


def test_no_form_from_elsewhere_is_taken(
    house: StaffedHouse, pages: list[tuple[str, str, bool]], browser: httpx.Client
) -> None:
    browser.headers["cookie"] = f"{COOKIE}={house.hire(Role.ADMINISTRATOR)}"
    before = len(house.door.entries())
    posts = [path for method, path, _ in pages if method == "POST" and path not in OPEN]
    for path in posts:
        for elsewhere in ({"sec-fetch-site": "cross-site"}, {"origin": "https://evil.example"}, {}):
            answer = browser.post(_filled(path), data={"language": "nl"}, headers=elsewhere)
            assert 403 == answer.status_code, path

    assert posts
    assert before == len(house.door.entries())


@pytest.mark.parametrize("role", Role)
def test_each_role_sees_its_pages_and_no_others(
    house: StaffedHouse, pages: list[tuple[str, str, bool]], browser: httpx.Client, role: Role
) -> None:
    browser.headers["cookie"] = f"{COOKIE}={house.hire(role)}"
    answers = {
        path: browser.get(_filled(path)).status_code
        for method, path, guarded in pages
        if method == "GET" and guarded
    }

    assert {200, 403, 404} >= set(answers.values()), answers
    assert 200 == answers["/"] == answers["/account"]
    for path, needed in LEAST.items():
        assert (200 if needed & ROLE_SCOPES[role] else 403) == answers[path], path


def test_looking_changes_nothing(
    house: StaffedHouse, pages: list[tuple[str, str, bool]], browser: httpx.Client
) -> None:
    browser.headers["cookie"] = f"{COOKIE}={house.hire(Role.ADMINISTRATOR)}"
    before = house.door.entries()
    for method, path, _ in pages:
        if method in {"GET", "HEAD"}:
            browser.request(method, _filled(path))

    assert before == house.door.entries()
