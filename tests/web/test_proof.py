"""
Stories, exports and answers of then, on pages; what becomes of a complaint.
"""

from service.decision.powers import Role
from tests.api.door import NOBODY, Json
from tests.api.office import adult, channel, photo_of_emeka, published_name, version, yes
from tests.api.test_complaints import filed
from tests.web.reader import reader
from tests.web.staffed import StaffedHouse


def _published(house: StaffedHouse) -> Json:
    channel(house.door, photo_publisher="members")
    yes(house.door, adult(house.door), version(house.door))
    publication = published_name(house.door)
    house.door.post("/ledger/verify", {}, 200)
    return publication


def test_the_story_of_a_person_leads_to_its_records(house: StaffedHouse) -> None:
    publication = _published(house)
    emeka = publication["person_ids"][0]
    officer = reader(house, Role.DATA_PROTECTION_OFFICER)

    story = officer.get(f"/people/{emeka}/story")
    links = officer.fetch(f"/people/{emeka}/story").text

    assert "The person said yes to the picture" in story
    assert f'href="/publications/{publication["id"]}"' in links
    assert f'href="/checks/{publication["check_id"]}"' in links
    before = officer.get(f"/people/{emeka}/story?known_at=2020-01-01T00:00")
    assert "Nothing was recorded." in before
    assert "Choose a day and an hour." in officer.get(f"/people/{emeka}/story?as_of=soon", 422)
    assert "It was published on Our page" in officer.get(f"/publications/{publication['id']}/story")
    for role in (Role.CHECKER, Role.PUBLISHER, Role.REGISTRAR, Role.CHANNEL_MANAGER):
        reader(house, role).get(f"/people/{emeka}/story", 403)
    officer.get(f"/people/{NOBODY}/story", 404)


def test_an_answer_is_given_again_from_its_record(house: StaffedHouse) -> None:
    publication = _published(house)
    officer = reader(house, Role.DATA_PROTECTION_OFFICER)

    answered = officer.get(f"/checks/{publication['check_id']}")

    assert "The facts that were recorded then give the same answer" in answered
    assert "Publish" in answered
    reader(house, Role.PUBLISHER).get(f"/checks/{publication['check_id']}", 403)


def test_an_answer_about_every_channel_is_given_again_channel_by_channel(
    house: StaffedHouse,
) -> None:
    _published(house)
    channel(house.door, "instagram", name="Our pictures")
    channel(house.door, "website", name="Our site")
    asked = house.door.post("/checks", {"names": ["Emeka Dupont"]}, 200)

    answered = reader(house, Role.DATA_PROTECTION_OFFICER).get(f"/checks/{asked['check_id']}")

    assert "Publish Our page Ask Somebody shown or named was never asked" in answered
    assert "Our pictures Our site" in answered


def test_everybodys_data_takes_a_second_person(house: StaffedHouse) -> None:
    _published(house)
    asking = reader(house, Role.DATA_PROTECTION_OFFICER, "Ann Officer")
    agreeing = reader(house, Role.ADMINISTRATOR, "Ben Admin")

    assert "Say why." in asking.post("/exports/requests", {"reason": " "}, status=422)
    backwards = {"reason": "Court", "from": "2026-03-02", "until": "2026-02-01"}
    assert "The period begins" in asking.post("/exports/requests", backwards, status=422)
    asking.post("/exports/requests", {"reason": "All of it", "from": "0001-01-01"}, status=422)
    asking.post("/exports/requests", {"reason": "The court asks", "from": "2026-01-01"})
    (request,) = house.door.get("/exports/requests")["items"]
    path = f"/exports/requests/{request['id']}"
    assert "somebody else must approve it" in asking.get("/exports")
    asking.post(f"{path}/approve", {}, status=403)
    asking.post(f"{path}/make", {}, status=403)
    agreeing.post(f"{path}/approve", {})
    agreeing.post(f"{path}/approve", {})

    page = asking.get("/exports")

    assert "Approved" in page
    assert "Ann Officer" in page
    asking.post(f"{path}/make", {}, status=200)
    asking.post(f"{path}/make", {}, status=403)


def test_a_complaint_is_taken_in_held_and_decided(house: StaffedHouse) -> None:
    lea = house.door.person()
    officer = reader(house, Role.DATA_PROTECTION_OFFICER)
    told = {"route": "phone", "wish": "explain", "text": " ", "person": lea, "language": "nl"}
    assert "Say what happened." in officer.post("/complaints/new", told, status=422)

    complaint = officer.post("/complaints/new", told | {"text": "Why?", "may_be_breach": "yes"})

    assert "This may be a data breach" in officer.get(complaint)
    assert "Something is missing" in officer.post(
        f"{complaint}/steps/breach_dismissed", {"note": ""}, status=422
    )
    officer.post(f"{complaint}/steps/breach_dismissed", {"note": "Nobody saw it"})
    for _ in range(2):  # as a double click does
        officer.post(f"{complaint}/hold", {})
    (hold,) = house.door.get(f"/holds?person_id={lea}")["items"]
    house.door.delete(f"/people/{lea}", 409)
    officer.post(f"{complaint}/hold/{hold['id']}/lift", {})
    unclear = {"outcome": "", "note": "x"}
    assert "Choose how it ends" in officer.post(f"{complaint}/letter", unclear, status=422)
    closing = {"outcome": "upheld", "note": "Het spijt ons."}
    assert "Uw klacht" in officer.post(f"{complaint}/letter", closing, status=200)
    officer.post(f"{complaint}/close", closing)
    assert "Het spijt ons." in officer.get(complaint)
    officer.post(f"{complaint}/steps/noted", {"note": "Too late"}, status=409)
    officer.post(f"{complaint}/steps/closed", {"note": "x"}, status=404)


def test_a_complaint_of_the_public_page_is_judged_as_a_possible_breach(
    house: StaffedHouse,
) -> None:
    path = f"/complaints/{filed(house.door)['id']}"
    officer = reader(house, Role.DATA_PROTECTION_OFFICER)
    assert "It may be a data breach" in officer.get(path)

    for _ in range(2):  # as a double click does
        officer.post(f"{path}/steps/breach_suspected", {"note": ""})

    page = officer.get(path)
    assert 1 == page.count("It may be a data breach")
    assert "This may be a data breach" in page
    assert "Decide first about the possible breach" in page
    assert "Start the 72 hours" not in page


def test_what_presses_most_comes_first(house: StaffedHouse) -> None:
    numbers = [filed(house.door, complainant=name)["number"] for name in ("Abel", "Bea")]
    pressing = filed(house.door, may_be_breach=True)["number"]

    page = reader(house, Role.ADMINISTRATOR).get("/complaints")

    assert sorted((pressing, *numbers), key=page.index) == [pressing, *numbers]
    reader(house, Role.PUBLISHER).get("/complaints", 403)


def test_whoever_names_a_number_is_answered(house: StaffedHouse) -> None:
    complaint = filed(house.door)
    officer = reader(house, Role.DATA_PROTECTION_OFFICER)

    found = officer.fetch(f"/complaints?number=+{complaint['number']}")

    assert f"/complaints/{complaint['id']}" == found.headers["location"]
    for unknown in ("2019-0001", "x" * 300):
        page = officer.get(f"/complaints?number={unknown}", 404)
        assert "No complaint that you may see has this number." in page
    assert "has this number" not in officer.get("/complaints?number=")


def test_a_complaint_about_nobody_is_never_a_hold_on_the_house(house: StaffedHouse) -> None:
    complaint = filed(house.door)

    reader(house, Role.DATA_PROTECTION_OFFICER).post(
        f"/complaints/{complaint['id']}/hold", {}, status=409
    )

    assert [] == house.door.get("/holds")["items"]


def test_somebody_who_was_left_out_is_still_connected_with_the_publication(
    house: StaffedHouse,
) -> None:
    publication = _published(house)
    lea = house.door.person()
    complaint = filed(house.door)
    path = f"/complaints/{complaint['id']}"
    officer = reader(house, Role.DATA_PROTECTION_OFFICER)
    found = officer.client.post(
        f"{path}/find", data={"name": "Lea"}, headers=officer.headers()
    ).text
    assert 'value="Lea"' in found
    assert f'action="{path}/find#connect"' in found
    assert 'id="connect"' in found

    officer.post(f"{path}/steps/connected", {"person": lea})
    assert "No publication on record shows or names this person." in officer.get(path)
    officer.post(f"{path}/steps/connected", {"publication": publication["id"]})

    assert "Whoever publishes there gets the task" in officer.get(path)


def test_whoever_left_no_address_is_written_no_letter(house: StaffedHouse) -> None:
    public = f"/f/{house.door.organisation.slug}/complain"
    officer = reader(house, Role.DATA_PROTECTION_OFFICER)
    unreachable = officer.post(public, {"text": "Take my daughter off your page"}, status=200)
    assert "ask for the answer with this number" in unreachable
    told = {"text": "Take my son off your page", "contact": "anne@famille.example"}
    assert "ask for the answer" not in officer.post(public, told, status=200)
    first, second = (f"/complaints/{each['id']}" for each in house.door.get("/complaints")["items"])

    page = officer.get(first)

    assert "I have sent it" not in page
    assert "The public page showed them number and day" in page
    officer.post(f"{first}/steps/acknowledged", {"note": ""})
    assert "Record that they were told" not in officer.get(first)
    closing = {"outcome": "upheld", "note": "We are sorry."}
    letter = officer.post(f"{first}/letter", closing, status=200)
    assert "we wrote to you" not in letter
    assert "for when they ask by the number" in letter
    assert "I have sent it" in officer.get(second)
    assert "send it yourself" in officer.post(f"{second}/letter", closing, status=200)


def test_whoever_was_taken_for_somebody_else_is_put_right(house: StaffedHouse) -> None:
    publication = _published(house)
    lea, emeka = house.door.person(), publication["person_ids"][0]
    path = f"/complaints/{filed(house.door, publication_id=publication['id'])['id']}"
    officer = reader(house, Role.DATA_PROTECTION_OFFICER)
    officer.post(f"{path}/steps/connected", {"person": lea})

    found = officer.post(f"{path}/find", {"name": "Emeka"}, status=200)

    assert "It is about somebody else" in found
    assert "It is this one Emeka Dupont" in found
    officer.post(f"{path}/steps/connected", {"person": emeka})
    assert f"/people/{emeka}/story" in officer.fetch(path).text
    assert lea not in officer.fetch(path).text


def test_a_correction_is_written_down_with_the_complaint(house: StaffedHouse) -> None:
    wrong = _published(house)
    told = {"publication_id": wrong["id"], "wish": "correct", "language": "en"}
    path = f"/complaints/{filed(house.door, **told)['id']}"
    officer = reader(house, Role.DATA_PROTECTION_OFFICER)
    assert "records the correction on the page of the publication" in officer.get(path)
    right = house.door.post("/publications", {"names": ["Emeka Dupont"], "channel": "facebook"})
    note = {"corrected_by": right["id"], "note": "The name was misspelt"}
    house.door.post(f"/publications/{wrong['id']}/correct", note, 200)

    assert "Record it with this complaint" in officer.get(path)
    officer.post(f"{path}/steps/corrected", {"publication": wrong["id"]})

    assert "Record it with this complaint" not in officer.get(path)
    closing = {"outcome": "upheld", "note": "We are sorry."}
    letter = officer.post(f"{path}/letter", closing, status=200)
    assert "the publication was corrected" in letter


def test_whoever_wishes_to_be_erased_is_answered_first(house: StaffedHouse) -> None:
    lea = house.door.person()
    path = f"/complaints/{filed(house.door, wish='erase', person_id=lea)['id']}"
    erasing = f'href="/people/{lea}/erase"'
    officer = reader(house, Role.DATA_PROTECTION_OFFICER)

    assert "An administrator erases" in officer.get(path)
    assert "Send the answer first" in officer.get(path)
    assert erasing not in officer.fetch(path).text
    assert erasing in reader(house, Role.ADMINISTRATOR).fetch(path).text


def test_the_page_of_a_photo_leads_to_whom_and_what_a_complaint_is_about(
    house: StaffedHouse,
) -> None:
    photo = photo_of_emeka(house.door)
    facebook = house.door.get("/channels")["items"][0]["id"]
    house.door.patch(f"/channels/{facebook}", {"photo_publisher": "members"})
    told = {"photo_ids": [photo], "channel": "facebook", "alt_text": "In the garden"}
    publication = house.door.post("/publications", told)
    emeka = publication["person_ids"][0]
    officer = reader(house, Role.DATA_PROTECTION_OFFICER)

    page = officer.fetch(f"/photos/{photo}").text

    assert f'<a href="/people/{emeka}">Emeka Dupont</a>' in page
    assert f'href="/publications/{publication["id"]}"' in page
    assert f'href="/complaints/new?photo={photo}"' in page
    assert f'href="/photos/{photo}"' in officer.fetch(f"/complaints/new?photo={photo}").text
    publisher = reader(house, Role.PUBLISHER).fetch(f"/photos/{photo}").text
    assert "Emeka Dupont" in publisher
    assert f"/people/{emeka}" not in publisher
    assert "/complaints/new" not in publisher


def test_whoever_places_a_legal_hold_knows_that_what_is_live_comes_down(
    house: StaffedHouse,
) -> None:
    publication = _published(house)
    path = f"/complaints/{filed(house.door, person_id=publication['person_ids'][0])['id']}"
    officer = reader(house, Role.DATA_PROTECTION_OFFICER)

    assert "what is live must come down" in officer.get(path)
    person = f"?person={publication['person_ids'][0]}"
    assert "what is live must come down" in officer.get(f"/complaints/new{person}")
    officer.post(f"{path}/hold", {})

    assert [publication["id"]] == [
        each["publication_id"] for each in house.door.get("/takedowns")["items"]
    ]
