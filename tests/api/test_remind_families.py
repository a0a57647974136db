"""
Families are reminded in time, each once, and never of what is settled.
"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from threading import Barrier
from zoneinfo import ZoneInfo

import pytest

from service.decision.ids import OrganisationId
from service.errors import NotAllowed
from service.records.mail import LetterKind
from service.records.reminders import Occasion
from service.usecases.families.cards import Choice
from service.usecases.families.reminding.occasions import Obstacle
from service.usecases.families.reminding.remind_families import RemindFamilies
from tests.api.door import Door
from tests.api.family import ANNE, sit_down
from tests.api.reminded import JUDGES_ON, LEA, OF_AGE_ON, Reminded, at_ten, reminded

OWN, NOW = LetterKind.FAMILY_OWN_VOICE, LetterKind.FAMILY_OWN_VOICE_NOW
HOLDERS = LetterKind.FAMILY_OWN_VOICE_HOLDERS
DAY = timedelta(days=1)


@pytest.fixture
def story(door: Door) -> Reminded:
    """
    Give Anne and Léa, asked about one page.
    """
    return reminded(door)


def _yes_until(story: Reminded, signatory_id: str, until: date) -> None:
    """
    Record a yes that ends.
    """
    form = story.door.get("/forms/image")["versions"][-1]["id"]
    body = {
        "person_id": story.household.lea,
        "signatory_id": signatory_id,
        "capacity": "parent",
        "kind": "given",
        "form_version_id": form,
        "channels": ["facebook"],
        "expires_on": until.isoformat(),
    }
    story.door.post("/consents", body)


def test_majority_is_announced_three_times_to_both_and_once_more_to_the_adult(
    story: Reminded,
) -> None:
    assert {90: 2, 30: 2, 7: 2, 0: 1} == story.steps(OF_AGE_ON)

    assert [(HOLDERS, ANNE)] * 3 == story.letters(ANNE)
    assert [(OWN, LEA)] * 3 + [(NOW, LEA)] == story.letters(LEA)
    said = [each["payload"] for each in story.door.entries() if each["kind"] == "family:reminded"]
    assert {"majority"} == {each["occasion"] for each in said}
    assert 7 == len(said)


def test_of_reminders_that_were_missed_only_the_nearest_is_written(story: Reminded) -> None:
    assert 2 == story.write(OF_AGE_ON - 20 * DAY)
    assert 0 == story.write(OF_AGE_ON - 19 * DAY)

    assert 2 == story.write(OF_AGE_ON - 7 * DAY)


def test_nobody_is_reminded_while_the_office_is_closed(story: Reminded) -> None:
    assert 0 == story.write(OF_AGE_ON - 90 * DAY, hour=20)
    assert 2 == len(story.due(OF_AGE_ON - 90 * DAY))

    opens_at = story.on(OF_AGE_ON - 90 * DAY, hour=20).opens_at(story.door.organisation.id)
    assert opens_at is not None
    assert at_ten(OF_AGE_ON - 89 * DAY).date() == opens_at.date()


def test_two_workers_write_a_reminder_once(story: Reminded) -> None:
    one, other = story.on(OF_AGE_ON - 90 * DAY), story.on(OF_AGE_ON - 90 * DAY)
    seen_by_both = [each.key for each in story.due(OF_AGE_ON - 90 * DAY)]

    wrote = [
        verb._write(story.door.organisation.id, key)  # noqa: SLF001  # the moment between two looks
        for key in seen_by_both
        for verb in (one, other)
    ]

    assert [True, False, True, False] == wrote
    assert 2 == len(story.letters())


def test_workers_that_write_at_once_write_each_reminder_once(story: Reminded) -> None:
    ready = Barrier(4)

    def work(_: int) -> int:
        ready.wait()
        return story.write(OF_AGE_ON - 90 * DAY)

    with ThreadPoolExecutor(4) as workers:
        assert 2 == sum(workers.map(work, range(4)))
    assert 2 == len(story.letters())


def one_round(verb: RemindFamilies, organisation_id: OrganisationId) -> int:
    """
    Look through one house, as a worker looks through all of them.
    """
    return verb._round(organisation_id)  # noqa: SLF001  # other tests have houses here, too


def test_a_worker_looks_through_a_house_once_a_day(story: Reminded) -> None:
    organisation_id, first = story.door.organisation.id, OF_AGE_ON - 90 * DAY
    remind = replace(story.on(first), rounds={})
    early = replace(story.on(first, hour=3), rounds=remind.rounds)

    assert 0 == one_round(early, organisation_id)
    assert 2 == one_round(remind, organisation_id)
    marc = story.door.signatory(given_name="Marc", email="marc@family.example")
    story.door.authority(story.household.lea, marc, verified=True, proof="family book")
    assert 0 == one_round(remind, organisation_id)
    tomorrow = replace(story.on(first + DAY), rounds=remind.rounds)
    assert 1 == one_round(tomorrow, organisation_id)


def test_whoever_answered_everything_is_left_alone_and_so_are_the_parents(story: Reminded) -> None:
    lea = sit_down(story.household, story.household.lea, LEA)
    lea.say(story.household.lea, facebook=Choice.NOT_NOW)

    assert [] == story.due(OF_AGE_ON - 90 * DAY)
    assert {} == story.steps(OF_AGE_ON)


def test_a_reminder_that_waits_does_not_leave_once_it_is_settled(story: Reminded) -> None:
    story.write(OF_AGE_ON - 90 * DAY)
    to_lea, to_anne = (story.household.mailbox.letters(each)[-1] for each in (LEA, ANNE))
    later = at_ten(OF_AGE_ON - 89 * DAY)
    assert later == story.leaves_at(to_lea, later)
    night = later.replace(hour=23)
    assert night < (story.leaves_at(to_lea, night) or night)

    lea = sit_down(story.household, story.household.lea, LEA)
    lea.say(story.household.lea, facebook=Choice.NO)

    assert (None, None) == (story.leaves_at(to_lea, later), story.leaves_at(to_anne, later))


def test_a_yes_before_she_could_judge_does_not_settle_it_and_a_no_does(story: Reminded) -> None:
    household = story.household
    lea = sit_down(household, household.lea, LEA)
    lea.say(household.lea, facebook=Choice.YES)
    ahead = story.due(JUDGES_ON - 30 * DAY)
    assert {Occasion.DISCERNMENT} == {each.key.occasion for each in ahead}
    assert {OWN, HOLDERS} == {each.kind for each in ahead}

    lea.say(household.lea, facebook=Choice.NO)
    assert [] == story.due(JUDGES_ON - 30 * DAY)


def test_a_child_too_young_to_read_it_is_asked_through_the_parents(door: Door) -> None:
    story = reminded(door, jurisdiction="DE", born_on="2022-05-04")

    found = story.due(date(2030, 5, 1))

    assert [(HOLDERS, Occasion.DISCERNMENT)] == [(each.kind, each.key.occasion) for each in found]


def test_where_a_parents_yes_goes_on_nobody_is_asked(door: Door) -> None:
    story = reminded(door, jurisdiction="CA-QC")

    assert [] == story.due(JUDGES_ON - 7 * DAY)
    assert 2 == len(story.due(OF_AGE_ON - 7 * DAY))


def test_a_yes_that_ends_is_asked_for_again_until_it_is_renewed(story: Reminded) -> None:
    until = date(2028, 3, 15)
    _yes_until(story, story.household.anne, until)

    assert {60: 1, 30: 1, 7: 1} == story.steps(until)
    assert [(LetterKind.FAMILY_EXPIRY, ANNE)] * 3 == story.letters()
    assert "15 mars 2028" in story.household.mailbox.letters(ANNE)[-1].text


def test_a_yes_that_was_renewed_or_taken_back_is_not_asked_for(story: Reminded) -> None:
    until = date(2028, 3, 15)
    _yes_until(story, story.household.anne, until)
    story.write(until - 60 * DAY)
    letter = story.household.mailbox.letters(ANNE, LetterKind.FAMILY_EXPIRY)[-1]
    _yes_until(story, story.household.anne, until + 365 * DAY)

    assert [] == story.due(until - 7 * DAY)
    assert None is story.leaves_at(letter, at_ten(until - 59 * DAY))
    assert 1 == len(story.due(until + 358 * DAY))


def test_a_parent_whose_say_ends_before_the_yes_is_not_asked_for_it(story: Reminded) -> None:
    _yes_until(story, story.household.anne, OF_AGE_ON + 10 * DAY)

    found = story.due(OF_AGE_ON - 5 * DAY)

    assert {Occasion.MAJORITY} == {each.key.occasion for each in found}


def test_a_hold_and_a_missing_address_are_shown_and_stop_the_letter(story: Reminded) -> None:
    story.door.patch(f"/people/{story.household.lea}", {"email": ""})
    ahead = OF_AGE_ON - 90 * DAY
    by_name = {each.to.name: each.obstacle for each in story.due(ahead)}
    assert {"Anne": Obstacle.NONE, "Léa": Obstacle.UNREACHABLE} == by_name

    told = {"kind": "safeguarding_caution", "person_id": story.household.lea}
    story.door.post("/holds", told)
    assert {Obstacle.HELD} == {each.obstacle for each in story.due(ahead)}
    assert 0 == story.write(ahead)


def test_whoever_may_not_know_of_holds_reads_that_nobody_can_be_reached(story: Reminded) -> None:
    key = story.door.with_key("people:read", "consents:read").key
    unknowing = story.household.registry.keys.identify_key(key)
    story.door.post("/holds", {"kind": "safeguarding", "person_id": story.household.lea})

    due = story.on(OF_AGE_ON - 90 * DAY).preview(unknowing)

    assert {Obstacle.UNREACHABLE} == {each.obstacle for each in due}


def test_a_hold_stops_a_reminder_that_was_written_already(story: Reminded) -> None:
    story.write(OF_AGE_ON - 90 * DAY)
    letter = story.household.mailbox.letters(ANNE)[-1]

    told = {"kind": "safeguarding_caution", "person_id": story.household.lea}
    story.door.post("/holds", told)

    assert None is story.leaves_at(letter, at_ten(OF_AGE_ON - 89 * DAY))


def test_whoever_left_or_died_is_not_asked(story: Reminded) -> None:
    path = f"/people/{story.household.lea}"
    story.door.patch(path, {"left_on": "2026-01-01"})

    assert [] == story.due(OF_AGE_ON - 7 * DAY)


def test_an_unproven_parent_learns_no_birthday(story: Reminded) -> None:
    marc = story.door.signatory(given_name="Marc", email="marc@family.example")
    story.door.authority(story.household.lea, marc)

    assert {"Anne", "Léa"} == {each.to.name for each in story.due(OF_AGE_ON - 7 * DAY)}


def test_nothing_is_asked_where_no_page_is_open(story: Reminded) -> None:
    (page,) = story.door.get("/channels")["items"]
    story.door.post(f"/channels/{page['id']}/close", {}, 200)

    assert [] == story.due(OF_AGE_ON - 7 * DAY)


def test_the_link_of_a_reminder_leads_in(story: Reminded) -> None:
    story.write(OF_AGE_ON - 7 * DAY)
    household, at = story.household, at_ten(OF_AGE_ON - 7 * DAY)
    secret = household.mailbox.last_link(LEA)
    open_link = household.verbs.open_link

    assert replace(open_link, clock=lambda: at)(household.slug, secret).is_live


def test_only_whoever_may_read_answers_sees_what_is_due(story: Reminded) -> None:
    lesser = story.door.with_key("people:read").key
    powerless = story.household.registry.keys.identify_key(lesser)

    with pytest.raises(NotAllowed):
        story.household.verbs.remind.preview(powerless)


def test_a_reminder_says_nothing_true_any_more_on_the_day(story: Reminded) -> None:
    story.write(OF_AGE_ON - 7 * DAY)

    letter = story.household.mailbox.letters(LEA)[-1]

    midnight = datetime.combine(OF_AGE_ON, time.min, ZoneInfo("Europe/Brussels"))
    assert midnight == letter.until_at
