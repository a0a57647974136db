"""
What holds for every form there is, found by walking the pages as somebody would.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlencode

import httpx
import pytest
from litestar.routes import HTTPRoute

from service.decision.powers import Appointment, Role
from service.web.family.door import SESSION
from service.web.session import COOKIE
from tests.api.door import NOBODY
from tests.api.everything import one_of_everything
from tests.api.family import ANNE, Mailbox, invite
from tests.api.office import row_counts, scene
from tests.loopback import PLAIN
from tests.web.forms import TYPED, Form, Pairs, forms_on
from tests.web.reader import words
from tests.web.site import Site
from tests.web.staffed import StaffedHouse, staffing

NUMBERS = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d+")
LEAVING = ("/sign-out", "/leave", "/end")
"""Whoever sends these is out, and sees no page any more."""
EVERYWHERE = {
    "a novel": "x" * 50_000,
    "a NUL": "a\0b",
    "markup": "<script>alert(1)</script>\"' \u202eL\u00e9a\u200f \U0001f469\u200d\U0001f467",
}
IN_TURN = ("9" * 30, "-1", "2026-02-30", "9999-12-31", NOBODY)
FEWEST = 70
"""Forms that were met when this was written; a walk that meets fewer lost its way."""
TYPED_ANEW = ("/code", "/erase")
"""A code, and the name of whoever is to be erased, are typed each time."""
NOTED = {"checks", "door_tries", "drafts", "staff_attempts"}
"""What is written of a refusal, too: that somebody asked, or tried."""


@dataclass
class Walker:
    """
    Somebody with every role, and a family at the same screen.
    """

    house: StaffedHouse
    client: httpx.Client
    cookies: str
    forms: dict[object, Form] = field(default_factory=dict)

    def load(self, path: str) -> httpx.Response:
        """
        Load a page.
        """
        return self.client.get(path, headers=self._headers())

    def keep(self, answer: httpx.Response) -> list[Form]:
        """
        Keep the forms of a page that stood on none before; give them.
        """
        new = []
        for form in forms_on(answer):
            named = frozenset(NUMBERS.sub("", each) for each in form.names)
            kind = (NUMBERS.sub("", form.action.partition("?")[0]), named)
            if kind not in self.forms and not form.action.endswith(LEAVING):
                self.forms[kind] = form
                new.append(form)
        return new

    def send(self, form: Form, pairs: Pairs, *files: str) -> httpx.Response:
        """
        Send a form with these texts, and a picture in each of *files*.
        """
        path, headers = form.action.partition("#")[0], self._headers()
        if not form.has_files and not files:
            headers["content-type"] = "application/x-www-form-urlencoded"
            content = urlencode(pairs)
            return self.client.post(path, content=content, headers=headers)
        texts = [(name, (None, text.encode(), "text/plain")) for name, text in pairs]
        pictures = [(each, ("photo.jpg", scene(7), "image/jpeg")) for each in files]
        parts = [*texts, *pictures] or [("", (None, b"", ""))]
        return self.client.post(path, files=parts, headers=headers)

    def counts(self) -> dict[str, int]:
        """
        Count what there is; the log is put in order beside us.
        """
        return {
            name: number
            for name, number in row_counts(self.house.door).items()
            if name not in NOTED and not name.startswith("ledger_")
        }

    def _headers(self) -> dict[str, str]:
        return {"cookie": self.cookies, "sec-fetch-site": "same-origin"}


def paths(house: StaffedHouse, method: str) -> Iterator[str]:
    """
    Walk the address of every page.
    """
    for route in house.site.app.routes:
        is_page = not route.path.startswith(("/api", "/static", "/docs"))
        if is_page and isinstance(route, HTTPRoute) and method in route.methods:
            yield route.path_format


def filled(path: str, ids: dict[str, str]) -> str:
    """
    Put ids into the holes of a path.
    """
    for name, value in ids.items():
        path = path.replace(f"{{{name}}}", value)
    return path


@pytest.fixture
def walker(house: StaffedHouse) -> Iterator[Walker]:
    """
    Walk through a house with one of everything, as far as forms lead.
    """
    ids = one_of_everything(house.door) | {"house": house.door.organisation.slug}
    staff = house.hire_for(tuple(map(Appointment, Role)))
    cookies = f"{COOKIE}={staff}; {SESSION}={_family(house, ids['signatory_id'])}"
    with httpx.Client(base_url=house.site.address, timeout=60, verify=PLAIN) as client:
        found = Walker(house, client, cookies)
        for path in paths(house, "GET"):
            if "{" not in (address := filled(path, ids)):
                found.keep(found.load(address))
        waiting = list(found.forms.values())
        for form in waiting:
            pictures = ("picture",) if "picture" in form.names else ()
            waiting += found.keep(found.send(form, form.untouched(), *pictures))
        yield found


def _family(house: StaffedHouse, signatory_id: str) -> str:
    """
    Let a signatory in; give what their browser keeps.
    """
    verbs, organisation = house.site.registry.families, house.door.organisation
    secret = invite(house.site.registry, organisation.id, signatory_id)
    nonce = verbs.send_code(organisation.slug, secret)
    code = Mailbox(house.site.registry, organisation.id).last_code(ANNE)
    return verbs.enter_code(organisation.slug, nonce, code).session


def _badly(number: int, form: Form) -> Iterator[tuple[str, Pairs, tuple[str, ...]]]:
    """
    Say what is wrong with what is sent, and give texts and files.
    """
    untouched = form.untouched()
    yield "nothing", [], ()
    for what, text in EVERYWHERE.items():
        yield what, [(each, text) for each in form.names], ()
    if number % 3:
        yield "one text", [(each, IN_TURN[number % 5]) for each in form.names], ()
        yield "twice", [*untouched, *untouched], ()
    else:
        yield "files", [], form.names[:5]
    for missing in form.names:
        yield f"no {missing}", [each for each in untouched if each[0] != missing], ()


def _lost(form: Form, pairs: Pairs, answer: httpx.Response) -> list[str]:
    """
    Name the fields whose text is not in the form that came back.
    """
    again = [each for each in forms_on(answer) if each.action == form.action]
    kept = {each.name: each.value for one in again for each in one.fields}
    typed = {each.name for each in form.fields if each.type in TYPED} & kept.keys()
    if form.action.endswith(TYPED_ANEW):
        return []
    return [f"lost {name}" for name, text in pairs if name in typed and text not in kept[name]]


# The quicker of the two engines: all rows are counted after every refusal.
@pytest.mark.parametrize("site", ["sqlite"], indirect=True)
def test_no_form_breaks_whatever_is_sent(walker: Walker) -> None:
    wrong, before = [], walker.counts()
    for number, form in enumerate(walker.forms.values()):
        for what, pairs, files in _badly(number, form):
            answer = walker.send(form, pairs, *files)
            is_refused, is_form = answer.status_code >= 400, answer.status_code == 422
            after = before if answer.status_code == 400 else walker.counts()
            found = {
                "broke": answer.status_code >= 500,
                "no page": is_refused and "<h1>" not in answer.text,
                "half written": is_refused and before != after,
            }
            faults = [each for each, is_so in found.items() if is_so]
            faults += _lost(form, pairs, answer) if is_form and what == "markup" else []
            wrong += [(form.action, what, answer.status_code, each) for each in faults]
            before = after

    assert [] == wrong
    assert FEWEST <= len(walker.forms)


@pytest.mark.parametrize("site", ["sqlite"], indirect=True)
def test_what_another_organisation_has_is_on_no_page(site: Site, house: StaffedHouse) -> None:
    own = {"house": house.door.organisation.slug}
    with (
        staffing(site) as found,
        httpx.Client(base_url=site.address, timeout=60, verify=PLAIN) as client,
    ):
        foreign = own | one_of_everything(found().door)
        staff = house.hire_for(tuple(map(Appointment, Role)))
        walker = Walker(house, client, f"{COOKIE}={staff}")
        nobodys = dict.fromkeys(foreign, NOBODY) | own
        told = {
            (method, path): [_told(walker, method, filled(path, ids)) for ids in (foreign, nobodys)]
            for method in ("GET", "POST")
            for path in paths(house, method)
            if filled(path, own) != filled(path, foreign)
        }

    assert 60 < len(told)
    for page, (theirs, nobodys_page) in told.items():
        assert nobodys_page == theirs, page


def _told(walker: Walker, method: str, path: str) -> tuple[int, str]:
    """
    Give what a page says, without the number of this request and the ids of its address.
    """
    if method == "GET":
        answer = walker.load(path)
    else:
        answer = walker.send(Form(path, "post", has_files=False), [])
    return answer.status_code, NUMBERS.sub("", words(answer.text))
