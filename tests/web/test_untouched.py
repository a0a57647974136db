"""
Whoever opens a form of what is recorded and saves it untouched changes nothing.
"""

from collections.abc import Iterator

import httpx
import pytest

from service.decision.powers import Appointment, Role
from service.web.session import COOKIE
from tests.api.door import Json
from tests.api.everything import one_of_everything
from tests.api.office import FACEBOOK, OWN_PHOTO
from tests.loopback import PLAIN
from tests.web.forms import Form, forms_on
from tests.web.reader import Reader, reader
from tests.web.staffed import StaffedHouse
from tests.web.test_every_form import Walker, filled, paths

Ids = dict[str, str]
RECORDS = (
    "/people/{person_id}",
    "/signatories/{signatory_id}",
    "/units/{unit_id}",
    "/channels/{channel_id}",
    "/photos/{photo_id}",
    "/staff/{member_id}",
)
EMBARGO = "2026-10-25T01:30:15.123456Z"
"""Between two and three at night where clocks are set back: an hour there is twice."""
FORMS = {"/change", "/rights", "/title", "/roles"}
"""How the addresses of forms end that a walk must find."""


def _enter_shapes(house: StaffedHouse, ids: Ids) -> None:
    """
    Record what programs may, and fields of a page hardly show.
    """
    door, unit = house.door, ids["unit_id"]
    contact = {"name": "Nadia, or Bram", "role": "head", "email": "n@jacinthes.example"}
    door.patch(
        filled(RECORDS[0], ids),
        {
            "aliases": ["Martin, dit Lulu", "Lulu"],
            "language": "pt-BR",
            "external_id": "A, 1",
            "memberships": [
                {"unit_id": unit, "from_on": "2020-09-01", "until_on": "2021-06-30"},
                {"unit_id": unit, "from_on": "2024-09-01"},
            ],
        },
    )
    door.patch(filled(RECORDS[2], ids), {"contact": contact, "reveals_special_category": True})
    told = {"contact": contact, "checklist": ["Crop, then blur", "Ask"], "special_category": True}
    told |= {"quota": {"limit": 2, "window": "iso_week"}, "group_ids": [ids["group_id"]]}
    told |= {"purposes": FACEBOOK["purposes"], "unit_id": unit}
    door.patch(filled(RECORDS[3], ids), told)
    limits = {"licence_channel_ids": [ids["channel_id"]], "owner": "The house"}
    rights = OWN_PHOTO | limits | {"source": "agency", "embargo_until_at": EMBARGO}
    door.post(f"/photos/{ids['photo_id']}/rights", rights, 200)
    roles = [{"role": each.value} for each in Role] + [{"role": "checker", "unit_id": unit}]
    door.patch(filled(RECORDS[5], ids), {"roles": roles, "language": "nl-BE"})


def _records(house: StaffedHouse, ids: Ids) -> dict[str, Json]:
    """
    Give what is recorded, as a program reads it, without what is counted.
    """
    found = {path: house.door.get(filled(path, ids)) for path in RECORDS}
    return {path: each | {"quota_left": None} for path, each in found.items()}


def _forms_of_records(walker: Walker, ids: Ids) -> Iterator[Form]:
    """
    Give the forms with something in them that stand on pages of one record.
    """
    for path in paths(walker.house, "GET"):
        if "{" in path and "{" not in (address := filled(path, ids)):
            for form in forms_on(walker.load(address)):
                if form.action.startswith(address) and form.untouched():
                    yield form


@pytest.mark.parametrize("site", ["sqlite"], indirect=True)
def test_no_form_that_is_saved_untouched_changes_a_record(house: StaffedHouse) -> None:
    ids = one_of_everything(house.door) | {"house": house.door.organisation.slug}
    _enter_shapes(house, ids)
    staff = house.hire_for(tuple(map(Appointment, Role)))
    with httpx.Client(base_url=house.site.address, timeout=60, verify=PLAIN) as client:
        walker = Walker(house, client, f"{COOKIE}={staff}")
        before, changed, saved = _records(house, ids), [], set()
        for form in list(_forms_of_records(walker, ids)):
            answer = walker.send(form, form.untouched())
            saved |= {each for each in FORMS if form.action.endswith(each)}
            after = _records(house, ids)
            changed += [(form.action, path) for path in RECORDS if before[path] != after[path]]
            assert answer.status_code < 500
            before = after

    assert [] == changed
    assert FORMS == saved


def test_a_registrar_of_one_unit_changes_nothing_either(house: StaffedHouse) -> None:
    own, other = house.door.unit("Own"), house.door.unit("Other")
    lea = house.door.person(memberships=[{"unit_id": own}, {"unit_id": other}])
    registrar = reader(house, Role.REGISTRAR, unit_id=own)
    lines = len(house.door.entries())

    _save(registrar, f"/people/{lea}/change")

    assert lines == len(house.door.entries())


def test_the_region_of_a_language_is_kept(house: StaffedHouse) -> None:
    """
    The page offers four languages; letters may be written in more.
    """
    checker = reader(house, Role.CHECKER)
    [member] = house.door.get("/staff")["items"]
    member = f"/staff/{member['id']}"
    house.door.patch(member, {"language": "nl-BE"})

    _save(checker, "/account/language")
    untouched = house.door.get(member)["language"]
    checker.post("/account/language", {"language": "de"})

    assert "nl-BE" == untouched
    assert "de" == house.door.get(member)["language"]


def _save(somebody: Reader, action: str) -> None:
    """
    Open the page of a form and save it as it stands there.
    """
    page = somebody.fetch(action.removesuffix("/language"))
    [form] = [each for each in forms_on(page) if each.action == action]
    somebody.post(action, dict(form.untouched()))
