"""
What somebody said in confidence stays out of an export that others read.
"""

from collections import Counter

from service.ledger.archive import read_archive
from tests.api.door import Door
from tests.api.office import adult, channel, check, send, version, yes
from tests.api.test_complaints import filed, published, step
from tests.api.test_exports import story_of_two, taken, told_in, verified

SECRET = "Karim of number twelve told me"


def test_an_export_follows_upon_a_look_at_the_evidence(door: Door) -> None:
    channel(door)
    emeka = adult(door)
    act = yes(door, emeka, version(door))
    scan = ("file", ("scan.png", b"the signed form", "image/png"))
    assert 201 == send(door, f"/consents/{act['id']}/evidence", [scan]).status_code
    assert 200 == door.knock("GET", f"/consents/{act['id']}/evidence").status_code

    found = verified(door, taken(door, person_id=emeka))

    assert emeka == found.mark["scope"]["person_id"]


def test_what_somebody_complained_of_goes_with_that_complaint_alone(door: Door) -> None:
    lea = door.person()
    complaint = filed(door, person_id=lea, text=SECRET, contact="karim@hidden.example")
    step(door, complaint, "noted", note=SECRET)

    of_lea = taken(door, person_id=lea)
    of_complaint = taken(door, complaint_id=complaint["id"])

    verified(door, of_lea)
    verified(door, of_complaint)
    for name, content in read_archive(of_lea).items():
        assert SECRET.encode() not in content, name
        assert b"hidden.example" not in content, name
    reasons = Counter(each["what"] for each in told_in(read_archive(of_lea), "redactions.json"))
    assert {"complaint_words": 1, "complaint_events": 1} == dict(reasons)
    (words,) = told_in(read_archive(of_complaint), "records/complaint_words.json")
    (done,) = told_in(read_archive(of_complaint), "records/complaint_events.json")
    assert (SECRET, SECRET) == (words["text"], done["record"]["note"])


def test_whoever_complains_of_a_picture_of_another_gets_no_file_of_theirs(door: Door) -> None:
    shown = published(door)
    emeka, karim = shown["person_ids"][0], door.person(given_name="Karim")
    complaint = filed(door, person_id=karim, publication_id=shown["id"])

    members = read_archive(taken(door, complaint_id=complaint["id"]))

    assert [karim] == [each["id"] for each in told_in(members, "records/people.json")]
    assert [] == told_in(members, "records/acts.json")
    assert not [name for name, content in members.items() if emeka.encode() in content]


def test_a_complaint_about_nobody_known_yet_holds_the_file_of_nobody(door: Door) -> None:
    shown = published(door)
    complaint = filed(door, publication_id=shown["id"])

    content = taken(door, complaint_id=complaint["id"])

    verified(door, content)
    members = read_archive(content)
    (publication,) = told_in(members, "records/publications.json")
    assert [shown["id"], ["[withheld]"]] == [
        publication["record"][each] for each in ("id", "person_ids")
    ]
    emeka = shown["person_ids"][0]
    assert not [name for name, content in members.items() if emeka.encode() in content]


def test_notes_about_a_picture_of_two_are_for_neither_alone(door: Door) -> None:
    emeka, _, publication = story_of_two(door)
    door.post(f"/publications/{publication['id']}/take-down", {"note": SECRET}, 200)

    withheld = read_archive(taken(door, person_id=emeka))
    whole = taken(door, person_id=emeka, include_others=True)

    verified(door, whole)
    assert not [name for name, content in withheld.items() if SECRET.encode() in content]
    (down,) = told_in(read_archive(whole), "records/publication_events.json")
    assert SECRET == down["record"]["note"]


def test_what_was_noted_of_the_proof_of_a_parent_is_not_for_the_child(door: Door) -> None:
    lea, anne = door.person(), door.signatory()
    door.authority(lea, anne, proof="Judgment: the father lives in Rue Haute 12")

    members = read_archive(taken(door, person_id=lea))

    assert not [name for name, content in members.items() if b"Rue Haute" in content]


def test_what_is_withheld_is_told_before_anybody_takes_it(door: Door) -> None:
    emeka, _, _ = story_of_two(door)
    door.post("/ledger/verify", {}, 200)
    before = len(door.entries())

    shown = door.post("/exports/preview", {"person_id": emeka}, 200)

    assert before == len(door.entries())
    redactions = told_in(read_archive(taken(door, person_id=emeka)), "redactions.json")
    counted = Counter((each["what"], each["reason"]) for each in redactions)
    assert counted == {(each["what"], each["reason"]): each["count"] for each in shown["withheld"]}
    assert (1, 1) == (shown["holds"]["acts"], shown["holds"]["publications"])
    assert 422 == door.knock("POST", "/exports/preview", {}).status_code
    few = door.with_key("audit", "people:read", "consents:read")
    assert 403 == few.knock("POST", "/exports/preview", {"person_id": emeka}).status_code


def test_who_took_what_is_listed(door: Door) -> None:
    emeka, _, publication = story_of_two(door)
    taken(door, person_id=emeka)
    taken(door, publication_id=publication["id"], include_others=True)
    door.post("/ledger/verify", {}, 200)

    latest, first = door.get("/exports")

    assert ("publication", publication["id"], True) == (
        latest["about"],
        latest["subject_id"],
        latest["includes_others"],
    )
    assert ("person", emeka, False) == (
        first["about"],
        first["subject_id"],
        first["includes_others"],
    )
    assert 403 == door.with_key("reasons").knock("GET", "/exports").status_code


def test_why_somebody_else_could_not_be_shown_is_not_told(door: Door) -> None:
    channel(door)
    form = version(door)
    emeka, bram = adult(door), adult(door, given_name="Bram", email="bram@family.example")
    yes(door, emeka, form)
    yes(door, bram, form)
    door.post("/consents/withdraw", {"person_id": bram, "signatory_id": bram, "everywhere": True})
    answered = check(door, channel="facebook", name=["Emeka Dupont", "Bram Dupont"])
    assert "withdrawn" in {each["code"] for each in answered["reasons"]}

    content = taken(door, person_id=emeka)

    verified(door, content)
    (told,) = told_in(read_archive(content), "records/checks.json")
    outcome = told["record"]["outcome"]
    for part in (outcome, *outcome["channels"].values()):
        assert {"not_cleared"} == {each["code"] for each in part["reasons"]}
