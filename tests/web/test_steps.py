"""
A page takes the steps that it has buttons for, and no others for one of them.
"""

from service.decision.powers import Role
from tests.api.family import Household
from tests.api.office import adult, channel, published_name, version, yes, yes_on_paper
from tests.web.reader import Reader, reader
from tests.web.staffed import StaffedHouse


def test_a_step_that_is_none_takes_no_publication_down(house: StaffedHouse) -> None:
    door = house.door
    channel(door, photo_publisher="members")
    yes(door, adult(door), version(door))
    published = published_name(door)["id"]

    reader(house, Role.PUBLISHER).post(
        f"/publications/{published}/reshare", {"note": "Gone"}, status=404
    )

    assert [] == door.get(f"/publications/{published}")["events"]


def test_a_step_that_is_none_withdraws_no_proposal(house: StaffedHouse) -> None:
    door = house.door
    channel(door)
    made = door.post("/proposals", {"channel": "facebook", "text": "Hello"})["id"]

    reader(house, Role.PUBLISHER).post(f"/proposals/{made}/agree", {"note": "Well"}, status=404)

    assert "proposed" == door.get(f"/proposals/{made}")["state"]


def test_no_authority_ends_without_the_button_for_it(house: StaffedHouse) -> None:
    household = Household(house.door)
    of_lea = f"/people/{household.lea}/authorities"
    [held] = house.door.get(of_lea)["items"]

    reader(house, Role.REGISTRAR).post(f"{of_lea}/{held['id']}", {"proof": "Seen"}, status=200)

    assert [held] == house.door.get(of_lea)["items"]


def test_an_authority_that_is_over_does_not_run_on_from_its_page(house: StaffedHouse) -> None:
    household = Household(house.door)
    of_lea = f"/people/{household.lea}/authorities"
    [held] = house.door.get(of_lea)["items"]
    registrar, page = reader(house, Role.REGISTRAR), f"{of_lea}/{held['id']}"
    registrar.post(page, {"end": "1", "until_on": "2024-06-30"})

    shown = registrar.post(page, {"end": "1", "until_on": "2090-01-01"}, status=422)
    registrar.post(page, {"end": "1", "until_on": ""})

    assert "Whoever may answer for longer is added anew." in shown
    assert "2024-06-30" == house.door.get(of_lea)["items"][0]["until_on"]


def test_proof_that_was_missing_is_added(house: StaffedHouse) -> None:
    act = yes_on_paper(house.door)
    registrar, here = reader(house, Role.REGISTRAR), f"/people/{act['person_id']}/acts/{act['id']}"

    wrong = {"proof": ("scan.pdf", b"MZ a program", "application/x-msdownload")}
    assert "This proof" in registrar.post(f"{here}/evidence", {}, wrong, status=422)
    memo = {"proof": ("Memo.m4a", b"his own words", "audio/x-m4a")}
    done = registrar.get(registrar.post(f"{here}/evidence", {}, memo))

    assert "Add the missing proof" not in done
    officer = reader(house, Role.DATA_PROTECTION_OFFICER)
    assert b"his own words" == officer.fetch(f"{here}/evidence").content


def test_a_channel_that_was_closed_is_opened_again(house: StaffedHouse) -> None:
    manager, here = reader(house, Role.CHANNEL_MANAGER), f"/channels/{channel(house.door)}"

    assert "Open this channel again" in manager.get(manager.post(f"{here}/close", {}))
    assert "Open this channel again" not in manager.get(manager.post(f"{here}/reopen", {}))

    assert not house.door.get(here)["closed"]


def test_who_was_invited_is_written_to_again(house: StaffedHouse) -> None:
    told = {"name": "Bram", "email": "bram@jacinthes.example", "language": "en"}
    bram = house.door.post("/staff", told | {"roles": [{"role": "checker"}]})["id"]
    administrator = reader(house, Role.ADMINISTRATOR)

    before = len(house.door.get("/letters")["items"])

    administrator.get(administrator.post(f"/members/{bram}/invitation", {}))

    assert before + 1 == len(house.door.get("/letters")["items"])


def test_whoever_administers_a_unit_invites_there_and_sees_who_works_there(
    house: StaffedHouse,
) -> None:
    kitchen, garden = house.door.unit("Kitchen"), house.door.unit("Garden")
    reader(house, Role.CHECKER, "Gardener", garden)
    chika = reader(house, Role.ADMINISTRATOR, "Chika", kitchen)
    form = chika.fetch("/members/new").text
    assert f'value="{kitchen}"' in form
    assert garden not in form
    assert "The whole organisation" not in form

    told = {"name": "Bram", "email": "bram@jacinthes.example", "language": "en"}
    done = chika.get(chika.post("/members", told | {"role": "checker", "unit": kitchen}))

    assert "bram@jacinthes.example" in done
    listed = chika.get("/members")
    assert "Bram" in listed
    assert "Chika" in listed
    assert "Gardener" not in listed


def test_a_session_of_somebody_else_is_ended(house: StaffedHouse) -> None:
    lost, administrator = reader(house, Role.CHECKER, "Lost"), reader(house, Role.ADMINISTRATOR)
    people = house.door.get("/staff")["items"]
    (member,) = [each["id"] for each in people if each["name"] == "Lost"]
    (path,) = _actions(administrator, f"/members/{member}", "sessions")

    administrator.get(administrator.post(path, {}))

    assert 303 == lost.fetch("/").status_code, "asked to sign in"


def _actions(somebody: Reader, page: str, part: str) -> set[str]:
    """
    Give where the forms of a page lead that have *part* in their address.
    """
    found = somebody.fetch(page).text.split('action="')[1:]
    return {each for each in (one.split('"')[0] for one in found) if part in each}
