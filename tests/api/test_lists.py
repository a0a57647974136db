"""
Programs read the lists that staff look through.
"""

from datetime import date, timedelta

from service.wiring import clock
from tests.api.door import Door
from tests.api.entering import member, papers_of_parents
from tests.api.office import adult, answer, channel, version, yes


def test_what_ends_and_who_comes_of_age_are_listed_by_id(door: Door) -> None:
    channel(door)
    soon = clock().date() + timedelta(days=10)
    emeka = adult(door)
    act = yes(door, emeka, version(door), expires_on=soon.isoformat())["id"]
    tom = door.person(given_name="Tom", born_on=_years_before(soon, 18).isoformat())

    [ending] = door.get("/lists/expiring?days=30")["items"]
    [coming] = door.get("/lists/coming-of-age?days=30")["items"]

    assert (emeka, act, soon.isoformat()) == (ending["person_id"], ending["act_id"], ending["on"])
    assert (tom, "majority") == (coming["person_id"], coming["threshold"])
    assert [] == door.get("/lists/expiring?days=5")["items"]
    door.get("/lists/expiring?days=1000", 400)


def test_what_changed_is_told_without_names(door: Door) -> None:
    channel(door)
    emeka = adult(door)
    yes(door, emeka, version(door))

    found = door.get("/lists/changes")

    assert {"act", "channel"} == {each["kind"] for each in found["items"]}
    assert [emeka] == [each["person_id"] for each in found["items"] if each["kind"] == "act"]
    assert "Dupont" not in str(found)


def test_what_a_member_entered_another_confirms_by_program(door: Door) -> None:
    anne, bram = papers_of_parents(door)
    nadia, entering = member(door, "nadia"), door.house.registry.consents
    entering.enter_answer(nadia, anne)
    entering.enter_answer(nadia, bram)

    [waits] = door.get("/lists/confirmations")["items"]
    assert (bram.signatory_id, True, False) == (
        waits["signatory_id"],
        waits["has_evidence"],
        waits["is_own"],
    )
    confirmed = door.post(f"/lists/confirmations/{waits['id']}/confirm", None, 200)

    assert [bram.signatory_id] == [each["signatory_id"] for each in confirmed["items"]]
    assert "publish" == answer(door, "Léa Dupont")
    door.post(f"/lists/confirmations/{waits['id']}/decline", None, 404)


def test_what_is_declined_never_counted(door: Door) -> None:
    anne, bram = papers_of_parents(door)
    nadia, entering = member(door, "nadia"), door.house.registry.consents
    entering.enter_answer(nadia, anne)
    entering.enter_answer(nadia, bram)
    [waits] = door.get("/lists/confirmations")["items"]

    door.post(f"/lists/confirmations/{waits['id']}/decline", None, 204)

    assert [] == door.get("/lists/confirmations")["items"]
    assert "ask" == answer(door, "Léa Dupont")


def _years_before(day: date, years: int) -> date:
    """
    Give the same day so many years ago; the last of February for a day that was not.
    """
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)
