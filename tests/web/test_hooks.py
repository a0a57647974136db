"""
Who keeps hooks on pages, and what a form that was made up gets.
"""

from service.decision.powers import Role
from tests.web.reader import Reader, reader
from tests.web.site import Site
from tests.web.staffed import StaffedHouse, staffing

URL = "https://cms.jacinthes.example/obstat?token=geheim"


def _registered(house: StaffedHouse) -> str:
    body = {"url": URL, "events": ["complaint.filed"]}
    return f"/hooks/{house.door.post('/hooks', body)['hook']['id']}"


def _refused(somebody: Reader, path: str, status: int) -> None:
    """
    Try everything that the pages of one hook offer.
    """
    somebody.get(path, status)
    told = {"url": URL, "events": "photo.erased", "sure": "yes"}
    for each in ("events", "pause", "resume", "try", "secret", "renew", "delete"):
        somebody.post(f"{path}/{each}", told, status=status)
    somebody.post(f"{path}/messages/{path.rpartition('/')[2]}/retry", {}, status=status)


def test_whoever_administers_one_unit_keeps_no_hook(house: StaffedHouse) -> None:
    path, unit = _registered(house), house.door.unit()
    somebody = reader(house, Role.ADMINISTRATOR, unit_id=unit)
    before = len(house.door.entries())

    assert "Messages to other programs" not in somebody.get("/members")
    for each in ("/hooks", "/hooks/new"):
        somebody.get(each, 403)
    somebody.post("/hooks", {"url": URL, "events": "photo.erased"}, status=403)
    _refused(somebody, path, 403)

    assert before == len(house.door.entries())


def test_a_hook_of_another_house_is_not_there(house: StaffedHouse, site: Site) -> None:
    with staffing(site) as found:
        other = found()
        _refused(reader(house, Role.ADMINISTRATOR), _registered(other), 404)

        assert 1 == len(other.door.get("/hooks")["items"])


def test_an_event_that_was_made_up_is_none(house: StaffedHouse) -> None:
    keeper = reader(house, Role.ADMINISTRATOR)

    refused = keeper.post("/hooks", {"url": URL, "events": "everything"}, status=422)

    assert "Choose at least one." in refused
    assert [] == house.door.get("/hooks")["items"]


def test_what_an_address_says_behind_its_question_mark_is_on_no_page(house: StaffedHouse) -> None:
    path = _registered(house)
    keeper = reader(house, Role.ADMINISTRATOR)

    for each in ("/hooks", path):
        shown = keeper.get(each)
        assert "https://cms.jacinthes.example/obstat" in shown
        assert "geheim" not in shown


def test_the_twenty_first_program_is_refused_in_words(house: StaffedHouse) -> None:
    for _ in range(20):
        _registered(house)
    keeper = reader(house, Role.ADMINISTRATOR)

    full = keeper.post("/hooks", {"url": URL, "events": "photo.erased"}, status=422)

    assert "There are 20 programs already" in full
