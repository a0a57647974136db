"""
Answers that come in with names: recorded where nobody can be mistaken, else they wait.
"""

import base64

import pytest

from tests.api.door import Door, Json
from tests.api.office import answer, channel, refused, row_counts, version, yes

LEA = {"given_name": "Léa", "family_name": "Dupont", "born_on": "1990-05-04"}
NO = {"capacity": "self", "kind": "refused", "everywhere": True, "method": "paper"}
SIGNED = {"signed_on": "2026-03-01"}
SCAN = {"media_type": "application/pdf", "content": base64.b64encode(b"%PDF-1.7").decode()}


def no_of(**named: object) -> dict[str, object]:
    """
    Say no on paper under a name.
    """
    return NO | SIGNED | {"person": LEA | named}


def adult_lea(door: Door, **told: object) -> str:
    """
    Enter Léa, of age, who said yes to Facebook; give her id.
    """
    lea = door.person(**({"born_on": "1990-05-04"} | told))
    yes(door, lea, version(door), signed_at="2026-01-15T09:00:00Z")
    return lea


@pytest.fixture
def lea(door: Door) -> str:
    """
    Give the only Léa there is.
    """
    channel(door)
    return adult_lea(door)


def waiting(door: Door) -> list[Json]:
    """
    Give what waits for a name.
    """
    found: list[Json] = door.get("/answers")["items"]
    return found


def kinds_after(door: Door, before: int) -> list[str]:
    """
    Give what the log says since then.
    """
    return [each["kind"] for each in door.entries()[before:]]


def test_the_very_name_and_day_are_recorded_at_once(door: Door, lea: str) -> None:
    assert "publish" == answer(door, "Léa Dupont")

    made = door.post("/answers", no_of(given_name="LEA", family_name="dupont"))

    assert ("recorded", []) == (made["state"], waiting(door))
    act = door.get(f"/consents/{made['id']}")
    assert (lea, "refused", "paper") == (act["person_id"], act["kind"], act["method"])
    assert "do_not_publish" == answer(door, "Léa Dupont")


@pytest.mark.parametrize(
    "named",
    [
        {"born_on": None},
        {"born_on": "1990-05-05"},
        {"given_name": "Lea", "family_name": "Dupond"},
        {"given_name": "Emeka"},
    ],
)
def test_what_is_not_certain_waits_and_is_nobodys(
    door: Door, lea: str, named: dict[str, object]
) -> None:
    before = len(door.get(f"/consents?person_id={lea}")["items"])

    made = door.post("/answers", no_of(**named) | {"evidence": SCAN})

    assert "waiting" == made["state"]
    assert before == len(door.get(f"/consents?person_id={lea}")["items"])
    [found] = waiting(door)
    assert (made["id"], True, "refused") == (found["id"], found["has_evidence"], found["kind"])
    scan = door.knock("GET", f"/answers/{made['id']}/evidence")
    assert b"%PDF-1.7" == scan.content


def test_a_no_under_a_name_from_before_asks_about_whom_it_names(door: Door, lea: str) -> None:
    door.patch(f"/people/{lea}", {"family_name": "Martens"})
    assert "publish" == answer(door, "Léa Martens")

    made = door.post("/answers", no_of())

    assert "waiting" == made["state"]
    assert "ask" == answer(door, "Léa Martens")
    story = door.get(f"/answers/{made['id']}")
    assert [lea] == [each["person_id"] for each in story["candidates"]]


def test_two_of_one_name_and_day_are_never_chosen_between(door: Door, lea: str) -> None:
    twin = adult_lea(door)

    made = door.post("/answers", no_of())

    story = door.get(f"/answers/{made['id']}")
    assert {lea, twin} == {each["person_id"] for each in story["candidates"]}


@pytest.mark.usefixtures("lea")
@pytest.mark.parametrize(
    "told",
    [
        {"person": LEA | {"family_name": "Dupond"}},
        {"person": LEA | {"given_name": "Léa Marie"}},
        {"person": LEA | {"family_name": "Dupont-Martin"}},
        {"kind": "deferred", "everywhere": False, "channels": ["facebook"]},
    ],
)
def test_while_a_no_or_not_now_waits_everybody_who_may_be_meant_is_asked_about(
    door: Door, told: dict[str, object]
) -> None:
    made = door.post("/answers", no_of(born_on=None) | told)["id"]
    assert "ask" == answer(door, "Léa Dupont")

    door.post(f"/answers/{made}/discard", {"reason": "nobody_here"}, 204)

    assert "publish" == answer(door, "Léa Dupont")
    assert [] == waiting(door)
    door.get(f"/answers/{made}", 404)


def test_however_many_may_be_meant_each_is_asked_about(door: Door) -> None:
    everybody = [door.person(given_name="Léa", family_name=f"Dupont {n}") for n in range(52)]

    door.post("/answers", no_of(given_name="", born_on=None))

    asked = {each["person_id"] for each in door.get("/holds?limit=100")["items"]}
    assert set(everybody) == asked


def test_a_unit_is_shown_its_own_behind_many_of_others(door: Door) -> None:
    unit = door.unit("Own")
    registrar = door.with_key("consents:write", "consents:read", "people:read", units=[unit])
    for n in range(51):
        door.person(family_name="Dupont", given_name=f"Anna {n}")
    own = door.person(given_name="Zoé", family_name="Duponts", memberships=[{"unit_id": unit}])

    made = registrar.post("/answers", no_of(given_name="", born_on=None))

    candidates = registrar.get(f"/answers/{made['id']}")["candidates"]
    assert [own] == [each["person_id"] for each in candidates]


@pytest.mark.usefixtures("lea")
def test_a_yes_that_waits_changes_nothing(door: Door) -> None:
    told = {"kind": "given", "everywhere": False, "channels": ["facebook"]}
    form = {"form_version_id": door.get("/forms/image")["versions"][-1]["id"]}

    door.post("/answers", no_of(born_on=None) | told | form)

    assert "publish" == answer(door, "Léa Dupont")
    assert [] == door.get("/holds")["items"]


def test_whoever_is_chosen_gets_it_as_it_came_under_its_own_date(door: Door, lea: str) -> None:
    made = door.post("/answers", no_of(family_name="Dupond") | {"evidence": SCAN})["id"]
    before = len(door.entries())

    act = door.post(f"/answers/{made}/resolve", {"person_id": lea})

    assert (lea, lea, "refused") == (act["person_id"], act["signatory_id"], act["kind"])
    assert act["signed_from"].startswith("2026-02-28T23:00"), "that day, where the house is"
    assert b"%PDF-1.7" == door.knock("GET", f"/consents/{act['id']}/evidence").content
    assert "do_not_publish" == answer(door, "Léa Dupont")
    expected = {"consent:refused", "hold:lifted", "answer:matched"}
    assert expected <= set(kinds_after(door, before))
    door.post(f"/answers/{made}/resolve", {"person_id": lea}, 404)


def test_a_parent_who_answers_is_found_by_name_or_chosen(door: Door) -> None:
    channel(door)
    child, anne = door.person(), door.signatory()
    door.authority(child, anne)
    named = {"given_name": "Léa", "family_name": "Dupont", "born_on": "2016-05-04"}
    told = NO | SIGNED | {"person": named, "capacity": "parent"}

    by_anne = {"signatory": {"given_name": "Anne", "family_name": "Dupont"}}
    assert "recorded" == door.post("/answers", told | by_anne)["state"]
    by_ann = {"signatory": {"given_name": "Ann", "family_name": "Dupont"}}
    made = door.post("/answers", told | by_ann)
    assert "waiting" == made["state"]
    path = f"/answers/{made['id']}/resolve"
    assert "signatory_id" == refused(door, path, {"person_id": child})["field"]
    act = door.post(path, {"person_id": child, "signatory_id": anne})

    assert anne == act["signatory_id"]


@pytest.mark.usefixtures("lea")
def test_the_same_key_takes_it_in_once(door: Door) -> None:
    told = no_of(born_on=None)
    first = door.post("/answers", told, idempotency_key="row-1")
    before = row_counts(door)

    again = door.post("/answers", told, idempotency_key="row-1")
    assert (first, before) == (again, row_counts(door))
    door.post(f"/answers/{first['id']}/discard", {"reason": "recorded_already"}, 204)
    assert "settled" == door.post("/answers", told, idempotency_key="row-1")["state"]


@pytest.mark.usefixtures("lea")
def test_the_log_names_nobody_who_waits(door: Door) -> None:
    before = len(door.entries())

    door.post("/answers", no_of(family_name="Dupond"))

    assert "Dupond" not in str(door.entries()[before:])


def test_whoever_is_erased_is_not_named_by_what_waits(door: Door, lea: str) -> None:
    made = door.post("/answers", no_of(born_on=None))["id"]

    door.delete(f"/people/{lea}", 204)

    assert [] == waiting(door)
    door.get(f"/answers/{made}", 404)


def test_what_somebody_else_of_that_name_may_have_said_stays(door: Door, lea: str) -> None:
    other = adult_lea(door, born_on="1970-01-01")
    door.post("/answers", no_of(born_on=None))

    door.delete(f"/people/{lea}", 204)

    [found] = waiting(door)
    candidates = door.get(f"/answers/{found['id']}")["candidates"]
    assert [other] == [each["person_id"] for each in candidates]


@pytest.mark.usefixtures("lea")
def test_a_no_about_somebody_who_stays_outlives_whoever_signed_it(door: Door) -> None:
    chika = door.person(given_name="Chika", family_name="Okafor", born_on="1980-01-01")
    by_chika = {"signatory": {"given_name": "Chika", "family_name": "Okafor"}}
    told = no_of(family_name="Dupond") | by_chika | {"capacity": "parent", "evidence": SCAN}
    made = door.post("/answers", told)["id"]

    door.delete(f"/people/{chika}", 204)

    assert "ask" == answer(door, "Léa Dupont")
    [found] = waiting(door)
    assert (made, "", True) == (found["id"], found["signatory"], found["has_evidence"])
    assert b"%PDF-1.7" in door.knock("GET", f"/answers/{made}/evidence").content


def test_a_unit_sees_what_came_in_for_it(door: Door, lea: str) -> None:
    own = door.unit("Own")
    registrar = door.with_key("consents:write", "consents:read", "people:read", units=[own])
    other = door.with_key(
        "consents:write", "consents:read", "people:read", units=[door.unit("Other")]
    )
    house = door.post("/answers", no_of(born_on=None))["id"]

    made = registrar.post("/answers", no_of())

    assert "waiting" == made["state"], "she is of no unit of theirs"
    assert [made["id"]] == [each["id"] for each in waiting(registrar)]
    assert [] == registrar.get(f"/answers/{made['id']}")["candidates"]
    registrar.get(f"/answers/{house}", 404)
    other.get(f"/answers/{made['id']}", 404)
    refused(registrar, f"/answers/{made['id']}/resolve", {"person_id": lea}, 422)


@pytest.mark.usefixtures("lea")
def test_what_could_be_recorded_of_nobody_is_refused(door: Door) -> None:
    assert "form_version_id" == refused(door, "/answers", no_of() | {"kind": "given"})["field"]
    unknown = no_of() | {"channels": ["nowhere"], "everywhere": False}
    assert 422 == door.knock("POST", "/answers", unknown).status_code
    assert [] == waiting(door)


def test_a_no_of_before_a_yes_is_not_acknowledged_again(door: Door, lea: str) -> None:
    first = door.post("/answers", no_of(), idempotency_key="letter-7")
    assert first == door.post("/answers", no_of(), idempotency_key="letter-7")
    yes(door, lea, version(door))
    assert "publish" == answer(door, "Léa Dupont")

    problem = door.post("/answers", no_of(), 409, idempotency_key="letter-7")
    assert "conflict" == problem["code"]
