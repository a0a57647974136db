"""
Whoever administers the whole house reads and changes its settings on one page.
"""

import pytest

from service.decision.ids import UnitId
from service.decision.powers import Appointment, Role
from tests.web.forms import Form, forms_on
from tests.web.reader import Reader, reader
from tests.web.staffed import StaffedHouse


@pytest.fixture
def keeper(house: StaffedHouse) -> Reader:
    """
    Sign in who administers the whole house.
    """
    return reader(house, Role.ADMINISTRATOR)


def _form(somebody: Reader) -> Form:
    [form] = [each for each in forms_on(somebody.fetch("/settings")) if each.action == "/settings"]
    return form


def _sent(somebody: Reader, told: dict[str, object] | None = None) -> dict[str, object]:
    """
    Give what a browser sends of the form, some of it changed; None takes a field out.
    """
    sent: dict[str, list[str]] = {}
    for name, value in _form(somebody).untouched():
        sent.setdefault(name, []).append(value)
    return {**sent, **(told or {})}


def test_saving_untouched_changes_nothing(house: StaffedHouse, keeper: Reader) -> None:
    told = {"press": 12, "social": 720}
    house.door.patch("/organisation", {"publishing": {"takedown_hours": told}})
    before, lines = house.door.get("/organisation"), len(house.door.entries())

    keeper.post("/settings", _sent(keeper))

    assert before == house.door.get("/organisation")
    assert lines == len(house.door.entries())


def test_everything_on_the_page_is_changed(house: StaffedHouse, keeper: Reader) -> None:
    told: dict[str, object] = {
        "name": "Les Nouvelles Jacinthes",
        "jurisdiction": "CA-QC",
        "own_approval": "1",
        "time_zone": "America/Toronto",
        "languages": ["nl", "de"],
        "first_language": "de",
        "holders_public": "all_holders",
        "verified_copy_publishes": None,
        "days": ["friday"],
        "from_hour": "9",
        "until_hour": "12",
        "hours-web": "6",
        "press_name": "Ann Vos",
        "press_role": "press",
        "press_phone": "+32 2 555 01 02",
    }

    where = keeper.post("/settings", _sent(keeper, told))

    found = house.door.get("/organisation")
    assert "The settings are saved." in keeper.get(where)
    assert told["name"] == found["name"]
    assert ("CA-QC", "America/Toronto") == (found["jurisdiction"], found["time_zone"])
    assert ["de", "nl"] == found["languages"]
    assert ("all_holders", None) == (
        found["policy"]["holders_public"],
        found["policy"]["holders_closed"],
    )
    assert [False, True] == [
        found["policy"][each] for each in ("verified_copy_publishes", "family_photos_ask")
    ]
    assert {"own_approval": True, "takedown_hours": {"web": 6}} == found["publishing"]
    assert {"days": ["friday"], "from_hour": 9, "until_hour": 12} == found["office_hours"]
    assert ("Ann Vos", "+32 2 555 01 02") == (found["press"]["name"], found["press"]["phone"])
    assert "organisation:settings_changed" == house.door.entries()[-1]["kind"]


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"name": ""}, "Write a name, at most 200 characters."),
        ({"time_zone": "Brussels"}, "This is no time zone such as Europe/Brussels."),
        ({"first_language": "", "languages": None}, "Choose languages of the list."),
        ({"legal_email": "nobody"}, "This is no e-mail address."),
        ({"contact_role": ""}, "Write what this person does here."),
        ({"days": None}, "Choose at least one day."),
        ({"from_hour": "18", "until_hour": "18"}, "Write a whole number that fits"),
        ({"until_hour": "late"}, "Write a whole number that fits"),
        ({"hours-social": "721"}, "Write a whole number that fits"),
        ({"hours-social": "0"}, "Write a whole number that fits"),
        ({"holders_public": "nobody"}, "A choice was none of those offered."),
        ({"jurisdiction": "XX"}, "A choice was none of those offered."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_saved(
    house: StaffedHouse, keeper: Reader, told: dict[str, object], said: str
) -> None:
    before = house.door.get("/organisation")
    shown = keeper.post("/settings", _sent(keeper, told), status=422)

    assert said in shown
    assert before == house.door.get("/organisation")


def test_only_who_administers_the_whole_house_has_settings(house: StaffedHouse) -> None:
    of_unit = Reader(
        reader(house, Role.ADMINISTRATOR).client,
        house.hire_for((Appointment(Role.ADMINISTRATOR, UnitId(house.door.unit())),)),
    )

    for somebody in (
        of_unit,
        reader(house, Role.PUBLISHER),
        reader(house, Role.DATA_PROTECTION_OFFICER),
    ):
        assert 403 == somebody.fetch("/settings").status_code
        somebody.post("/settings", {"name": "Mine now"}, status=403)
        assert "/settings" not in somebody.fetch("/members").text


def test_a_form_of_before_undoes_nothing_that_somebody_else_changed(
    house: StaffedHouse, keeper: Reader
) -> None:
    stale = _sent(keeper, {"contact_phone": "02 555 01 23"})
    house.door.patch("/organisation", {"policy": {"holders_public": "all_holders"}})
    stricter = house.door.get("/organisation")

    shown = keeper.post("/settings", stale, status=409)

    assert stricter == house.door.get("/organisation")
    assert "Somebody changed the settings meanwhile" in shown
    keeper.post("/settings", _sent(keeper, {"contact_phone": "02 555 01 23"}))
    kept = house.door.get("/organisation")
    assert ("all_holders", "02 555 01 23") == (
        kept["policy"]["holders_public"],
        kept["contact"]["phone"],
    )
