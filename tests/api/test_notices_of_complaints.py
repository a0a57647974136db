"""
Whoever deals with complaints is told of each by mail, and before it is too late.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest

from service.decision.powers import Role
from tests.api.clock import Clock
from tests.api.door import Door, Json
from tests.api.office import adult, channel, published_name, version, yes
from tests.api.test_complaints import filed, step
from tests.api.told import Told, telling, text_of

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
WORDS = {"complainant": "Chika Dupont", "contact": "chika@dupont.example"}


@pytest.fixture
def told(found_then: Callable[[str], Door], clock: Clock) -> Iterator[Told]:
    with telling(found_then("jacinthes"), clock) as found:
        found.hire(Role.DATA_PROTECTION_OFFICER, "dario")
        yield found


def _complain(told: Told) -> None:
    """
    Send the form of the public page, as anybody may.
    """
    client, slug = told.door.house.client, told.door.organisation.slug
    sent = {**WORDS, "text": "You named Emeka on your page.", "wish": "erase", "once": "once"}
    answer = client.post(
        f"/f/{slug}/complain", data=sent, headers={"sec-fetch-site": "same-origin"}
    )
    assert "2025-0001" in answer.text, answer.text


def _about_a_no(told: Told) -> Json:
    """
    Name Emeka, who takes his yes back; somebody complains about it.
    """
    channel(told.door, photo_publisher="members")
    emeka = adult(told.door)
    yes(told.door, emeka, version(told.door))
    post = published_name(told.door)
    told.door.post("/consents/withdraw", {"person_id": emeka, "signatory_id": emeka})
    told.letters()
    return filed(told.door, publication_id=post["id"])


def test_the_officer_is_told_of_a_complaint_from_the_public_page(told: Told) -> None:
    told.hire(Role.ADMINISTRATOR, "administrator")
    told.hire(Role.PUBLISHER, "publisher")
    _complain(told)

    (letter,) = told.letters()

    text = text_of(letter)
    assert told.address("dario") == letter["To"]
    assert "A complaint or a request: 2025-0001" == letter["Subject"]
    assert "\n2025-0001 · 6 March 2025, 23:59\n" in text
    (complaint,) = told.door.get("/complaints")["items"]
    assert f"\n{told.page('/complaints/')}{complaint['id']}\n" in text
    assert not any(each in text for each in ("Chika", "Emeka", "dupont"))


def test_what_may_be_a_breach_is_told_to_the_legal_contact_too(told: Told) -> None:
    _about_a_no(told)

    heard = told.heard()
    assert {"dario": "72 hours: 2025-0001", "nadia": "72 heures : 2025-0001"} == heard

    told.clock.at += 53 * HOUR
    told.remind()
    told.clock.at += 2 * HOUR
    assert ["staff_breach_soon", "staff_breach_soon"] == _kinds_since(told)
    assert [] == _kinds_since(told)


def test_a_breach_that_is_found_out_later_is_told_with_the_time_that_is_left(told: Told) -> None:
    complaint = filed(told.door)
    assert {"dario": "A complaint or a request: 2025-0001"} == told.heard()
    told.clock.at += 60 * HOUR

    step(told.door, complaint, "breach_suspected")

    heard = told.heard()
    assert "The 72 hours are nearly over: 2025-0001" == heard["dario"]
    step(told.door, complaint, "breach_dismissed", note="No risk to anybody.")
    told.clock.at += 13 * HOUR
    assert "breach" not in {each.split("_")[1] for each in _kinds_since(told)}


def _kinds_since(told: Told) -> list[str]:
    """
    Give the kinds of letters that one more look writes.
    """
    before = len(told.door.get("/letters")["items"])
    told.remind()
    return [each["kind"] for each in told.door.get("/letters")["items"][before:]]


def test_each_deadline_is_told_once_and_the_late_one_to_the_legal_contact(told: Told) -> None:
    complaint = filed(told.door)
    told.heard()
    told.clock.at += 3 * DAY
    assert ["staff_complaint_soon"] == _kinds_since(told)
    told.clock.at += DAY
    late = ["staff_complaint_late", "staff_complaint_late"]
    assert late == _kinds_since(told)
    assert [] == _kinds_since(told)

    step(told.door, complaint, "acknowledged")
    assert [] == _kinds_since(told)
    told.clock.at += 21 * DAY
    assert ["staff_complaint_soon"] == _kinds_since(told)
    step(told.door, complaint, "extended", answer_by="2025-05-01", note="It is complicated.")
    told.clock.at += 7 * DAY
    assert [] == _kinds_since(told)
    told.clock.at += 20 * DAY
    assert ["staff_complaint_soon"] == _kinds_since(told)
    step(told.door, complaint, "answered", note="By letter.")
    told.clock.at += 20 * DAY
    assert [] == _kinds_since(told)


def test_who_works_for_a_unit_hears_of_complaints_about_its_people_alone(told: Told) -> None:
    own, other = told.door.unit("Les Colibris"), told.door.unit("Les Hiboux")
    told.hire(Role.DATA_PROTECTION_OFFICER, "own", own)
    told.hire(Role.DATA_PROTECTION_OFFICER, "other", other)
    emeka = adult(told.door, memberships=[{"unit_id": own}])

    filed(told.door, person_id=emeka)

    assert {"dario", "own"} == set(told.heard())


def test_where_nobody_deals_with_complaints_the_contact_is_told(
    found_then: Callable[[str], Door], clock: Clock
) -> None:
    with telling(found_then("jacinthes"), clock) as told:
        _complain(told)

        assert {"nadia": "Une plainte ou une demande : 2025-0001"} == told.heard()
