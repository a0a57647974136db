"""
Whatever page somebody may see, the menu leads there, step by step.
"""

import re

import pytest
from litestar.routes import HTTPRoute

from service.decision.powers import ROLE_SCOPES, Role, Scope
from service.web.session import signed_in
from tests.web.reader import Reader, reader
from tests.web.staffed import StaffedHouse

CHOSEN_IN_A_POST = {"/channels"}
"""What whoever keeps no form sees of channels: each is chosen where it is asked about."""
KEEPERS = {role for role, scopes in ROLE_SCOPES.items() if Scope.FORMS_READ in scopes}


def _written(house: StaffedHouse) -> set[str]:
    """
    Give the pages of staff whose address names no record.
    """
    return {
        route.path
        for route in house.site.app.routes
        if isinstance(route, HTTPRoute) and "{" not in route.path
        for handler in route.route_handlers
        if "GET" in handler.http_methods and signed_in in handler.resolve_guards()
    }


def _led_to(somebody: Reader) -> set[str]:
    """
    Follow every link from the front page on.
    """
    seen: set[str] = set()
    waiting = ["/"]
    while waiting:
        path = waiting.pop().partition("#")[0].partition("?")[0]
        if path in seen or path.startswith(("/static", "/language", "/sign")):
            continue
        seen.add(path)
        found = somebody.fetch(path)
        if "text/html" in found.headers.get("content-type", ""):
            waiting += re.findall(r'href="(/[^"]*)"', found.text)
    return seen


@pytest.mark.parametrize("role", Role)
def test_the_menu_leads_each_role_to_each_of_its_pages(house: StaffedHouse, role: Role) -> None:
    somebody = reader(house, role)
    own = {path for path in _written(house) if 200 == somebody.fetch(path).status_code}
    left_out = set() if role in KEEPERS else CHOSEN_IN_A_POST

    assert set() == own - left_out - _led_to(somebody)
