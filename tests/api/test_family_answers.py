"""
Families answer: what counts is their own act, at once, with proof.
"""

from dataclasses import replace

import pytest

from service.decision.ids import ChannelId, PersonId
from service.decision.outlook import Outlook
from service.decision.terms import Matter
from service.errors import Conflict, InvalidInput, NotFound
from service.records.mail import LetterKind
from service.usecases.families.cards import Choice
from service.usecases.families.choices import Answers, shown_by
from tests.api.door import Door
from tests.api.family import ANNE, Household, Sitting, sit_down
from tests.api.office import FACEBOOK, IMAGE_FORM, channel, version

YES, NO, NOT_NOW = Choice.YES, Choice.NO, Choice.NOT_NOW


def _kinds(household: Household) -> list[str]:
    return [
        each["kind"] for each in household.door.get(f"/consents?person_id={household.lea}")["items"]
    ]


def test_nothing_is_answered_for_anybody(anne: Sitting, asked: Household) -> None:
    cards = anne.cards(asked.lea)

    assert {"facebook/image", "facebook/name", "website/image", "website/name"} == set(cards)
    assert {None} == {each.choice for each in cards.values()}
    assert {Outlook.WAITING} == {each.outlook for each in cards.values()}


def test_a_child_is_asked_with_the_words_for_children(anne: Sitting, asked: Household) -> None:
    """
    Also where those for members of staff are newer.
    """
    before = {name: each.form for name, each in anne.cards(asked.lea).items()}
    for_staff = version(asked.door, "staff", categories=["employee", "volunteer"])

    after = {name: each.form for name, each in anne.cards(asked.lea).items()}
    assert before == after
    assert for_staff not in {each.id for each in after.values() if each}

    for_children = version(asked.door, "children", categories=["beneficiary"])
    image = anne.cards(asked.lea)["facebook/image"].form
    assert image
    assert for_children == image.id
    assert ["beneficiary"] == asked.door.get(f"/form-versions/{for_children}")["categories"]


def test_a_form_for_others_alone_asks_a_family_nothing(family: Household) -> None:
    channel(family.door, "facebook", name="facebook")
    version(family.door, "staff", categories=["employee"])

    assert {} == sit_down(family).cards(family.lea)


def test_a_yes_here_and_a_no_there_count_at_once(anne: Sitting, asked: Household) -> None:
    anne.say(asked.lea, facebook=YES, website=NO)

    cards = anne.cards(asked.lea)
    assert (YES, NO) == (cards["facebook/image"].choice, cards["website/image"].choice)
    assert None is cards["facebook/name"].choice
    assert Outlook.NOT_CLEARED is cards["website/image"].outlook
    assert ["given", "refused"] == sorted(_kinds(asked))


def test_taking_back_is_one_act_without_a_reason(anne: Sitting, asked: Household) -> None:
    anne.say(asked.lea, facebook=YES)

    anne.say(asked.lea, facebook=NO)

    assert ["given", "withdrawn"] == _kinds(asked)
    assert NO is anne.cards(asked.lea)["facebook/image"].choice


def test_not_now_takes_a_yes_back_too(anne: Sitting, asked: Household) -> None:
    anne.say(asked.lea, facebook=YES)

    anne.say(asked.lea, facebook=NOT_NOW)

    found = anne.cards(asked.lea)["facebook/image"]
    assert (NOT_NOW, Outlook.WAITING) == (found.choice, found.outlook)


def test_no_everywhere_reaches_channels_to_come(anne: Sitting, asked: Household) -> None:
    anne.say(asked.lea, facebook=YES)
    anne.say(asked.lea, nowhere=True)
    channel(asked.door, "tiktok", name="tiktok")

    cards = anne.cards(asked.lea)
    assert {NO} == {each.choice for each in cards.values()}
    assert "tiktok/image" in cards


def test_channels_with_the_same_answer_share_an_act(anne: Sitting, asked: Household) -> None:
    anne.say(asked.lea, facebook=YES, website=YES)

    (act,) = asked.door.get(f"/consents?person_id={asked.lea}")["items"]
    assert 2 == len(act["channel_ids"])
    assert ("web", "parent", asked.anne) == (act["method"], act["capacity"], act["signatory_id"])


def test_the_words_that_were_shown_are_recorded(anne: Sitting, asked: Household) -> None:
    anne.say(asked.lea, facebook=YES)

    (entry,) = [each for each in asked.door.entries() if each["kind"] == "consent:given"]
    shown = entry["payload"]["form"]["texts"]
    assert ["fr-BE"] == list(shown)
    assert {"id": asked.anne, "kind": "signatory"} == entry["actor"]


def test_a_preview_says_what_changes_and_writes_nothing(anne: Sitting, asked: Household) -> None:
    anne.say(asked.lea, facebook=YES)
    before = asked.door.entries()

    preview = asked.verbs.preview_answers(
        anne.family, PersonId(asked.lea), anne.answers(asked.lea, facebook=YES, website=NO)
    )

    changes = [(each.channel.name, each.before, each.after) for each in preview.changes]
    assert [("website", None, NO)] == changes
    assert before == asked.door.entries()


def test_saving_nothing_is_refused(anne: Sitting, asked: Household) -> None:
    anne.say(asked.lea, facebook=NO)

    with pytest.raises(InvalidInput):
        anne.say(asked.lea, facebook=NO)


def test_a_page_that_is_sent_twice_saves_once(anne: Sitting, asked: Household) -> None:
    answers = anne.answers(asked.lea, facebook=YES)
    lea = PersonId(asked.lea)

    first = asked.verbs.answer(anne.family, lea, answers, "fr", "once")
    again = asked.verbs.answer(anne.family, lea, answers, "fr", "once")

    assert first == again
    assert ["given"] == _kinds(asked)


@pytest.mark.parametrize("nowhere", [False, True])
def test_a_no_that_is_sent_again_after_a_yes_counts_again(
    anne: Sitting, asked: Household, *, nowhere: bool
) -> None:
    no = {"nowhere": True} if nowhere else {"facebook": NO}
    anne.say(asked.lea, once="first", **no)
    anne.say(asked.lea, facebook=YES)

    anne.say(asked.lea, once="first", **no)

    assert NO is anne.cards(asked.lea)["facebook/image"].choice
    assert _kinds(asked)[-1] in {"refused", "withdrawn"}


def test_a_yes_that_is_sent_again_after_a_no_must_be_looked_at(
    anne: Sitting, asked: Household
) -> None:
    anne.say(asked.lea, once="first", facebook=YES)
    anne.say(asked.lea, facebook=NO)

    with pytest.raises(Conflict):
        anne.say(asked.lea, once="first", facebook=YES)
    assert NO is anne.cards(asked.lea)["facebook/image"].choice


def test_words_that_changed_meanwhile_must_be_read_again(anne: Sitting, asked: Household) -> None:
    answers = replace(anne.answers(asked.lea, facebook=YES), shown=frozenset())

    with pytest.raises(Conflict):
        asked.verbs.answer(anne.family, PersonId(asked.lea), answers, "fr", "once")
    no = replace(anne.answers(asked.lea, facebook=NO), shown=frozenset())
    asked.verbs.answer(anne.family, PersonId(asked.lea), no, "fr", "once")
    assert ["refused"] == _kinds(asked)


def test_a_page_that_means_more_meanwhile_must_be_looked_at_again(
    anne: Sitting, asked: Household
) -> None:
    lea = PersonId(asked.lea)
    seen = shown_by(asked.verbs.show_matters.one(anne.family, lea))
    answers = replace(anne.answers(asked.lea, facebook=YES), shown=seen)
    [page] = [each for each in asked.door.get("/channels")["items"] if each["slug"] == "facebook"]
    asked.door.patch(f"/channels/{page['id']}", {"special_category": True})

    with pytest.raises(Conflict):
        asked.verbs.answer(anne.family, lea, answers, "fr", "once")
    seen = shown_by(asked.verbs.show_matters.one(anne.family, lea))
    asked.verbs.answer(anne.family, lea, replace(answers, shown=seen), "fr", "once")

    assert ["given"] == _kinds(asked)


def test_what_is_not_asked_cannot_be_answered(anne: Sitting, asked: Household) -> None:
    for key in ((ChannelId("elsewhere"), Matter.IMAGE), (ChannelId("facebook"), Matter.TAG)):
        with pytest.raises(InvalidInput):
            asked.verbs.answer(anne.family, PersonId(asked.lea), Answers({key: YES}), "fr", "once")


def test_nobody_answers_for_somebody_elses_child(anne: Sitting, asked: Household) -> None:
    tom = asked.door.person(given_name="Tom")

    with pytest.raises(NotFound):
        anne.say(tom, nowhere=True)
    with pytest.raises(NotFound):
        asked.verbs.show_matters.one(anne.family, PersonId(tom))


def test_one_sign_in_serves_all_children(anne: Sitting, asked: Household) -> None:
    tom = asked.door.person(given_name="Tom")
    asked.door.authority(tom, asked.anne)

    names = [each.given_name for each in asked.verbs.show_matters(anne.family)]
    assert ["Léa", "Tom"] == names


def test_what_the_other_parent_said_shows_only_as_how_far_it_is(
    anne: Sitting, asked: Household
) -> None:
    marc_id = asked.door.signatory(given_name="Marc", email="marc@family.example")
    asked.door.authority(asked.lea, marc_id, verified=True, proof="family book")
    marc = sit_down(asked, marc_id, "marc@family.example")
    anne.say(asked.lea, facebook=YES, website=YES)
    marc.say(asked.lea, facebook=YES, website=NO)

    cards = anne.cards(asked.lea)

    assert Outlook.COMPLETE is cards["facebook/image"].outlook
    assert Outlook.NOT_CLEARED is cards["website/image"].outlook
    assert YES is cards["website/image"].choice
    assert "marc" not in repr(cards).lower()


def test_the_other_parent_is_told_that_something_changed_and_not_what(
    anne: Sitting, asked: Household
) -> None:
    marc_id = asked.door.signatory(given_name="Marc", email="marc@family.example")
    asked.door.authority(asked.lea, marc_id)

    anne.say(asked.lea, facebook=NO)

    (letter,) = asked.mailbox.letters("marc@family.example")
    assert LetterKind.FAMILY_NOTICE is letter.kind
    assert "Léa" in letter.text
    for secret in ("Anne", "facebook", ANNE, "✘"):
        assert secret not in letter.text + letter.subject


def test_whoever_answers_gets_a_copy_with_the_proof(anne: Sitting, asked: Household) -> None:
    receipt = anne.say(asked.lea, facebook=YES)

    (letter,) = asked.mailbox.letters(ANNE, LetterKind.FAMILY_RECEIPT)
    assert "facebook · Image ✔" in letter.text
    assert receipt.document.encode() == letter.attachments[0].content


def test_a_mother_whose_authority_is_over_may_only_take_back(
    anne: Sitting, asked: Household
) -> None:
    anne.say(asked.lea, facebook=YES)
    (held,) = asked.door.get(f"/people/{asked.lea}/authorities")["items"]
    asked.door.post(f"/authorities/{held['id']}/end", {"until_on": "2020-01-01"}, 200)

    cards = anne.cards(asked.lea)
    assert {"facebook/image": YES} == {name: each.choice for name, each in cards.items()}
    anne.say(asked.lea, facebook=NO)
    assert ["given", "withdrawn"] == _kinds(asked)


def test_a_grown_child_is_out_of_sight(anne: Sitting, asked: Household) -> None:
    asked.door.patch(f"/people/{asked.lea}", {"born_on": "2000-01-01"})

    assert () == asked.verbs.show_matters(anne.family)


def test_a_page_of_another_unit_is_not_asked_about(anne: Sitting, asked: Household) -> None:
    channel(asked.door, "other", name="other", unit_id=asked.door.unit())

    assert "other/image" not in anne.cards(asked.lea)


def test_a_form_without_the_channel_asks_nothing_there(asked: Household) -> None:
    door: Door = asked.door
    other = channel(door, "leaflet", name="leaflet", purposes=FACEBOOK["purposes"])
    version(door, "narrow", **(IMAGE_FORM | {"matters": ["story"], "channel_ids": [other]}))

    cards = sit_down(asked).cards(asked.lea)

    assert "leaflet/story" in cards
    assert "facebook/story" not in cards
