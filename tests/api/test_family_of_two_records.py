"""
Whoever speaks for somebody entered twice sees where each record of them appears.
"""

from dataclasses import dataclass

import pytest

from service.decision.ids import PersonId
from service.usecases.families.cards import Choice
from service.usecases.families.show_appearances import Story
from tests.api.door import Door
from tests.api.entered_twice import photo_of, settle
from tests.api.family import Household, Sitting, sit_down
from tests.api.office import channel, version

LIVE = "https://f.example/1"
JUDGMENT = {"basis": "judgment", "sole": True, "verified": True, "proof": "judgment of 3 May"}


@dataclass(frozen=True)
class Anne:
    """
    Anne, who speaks for Léa, whose second record is the one that is live.
    """

    lea: str
    twin: str
    authority: str
    """Anne's say over the second record."""
    sitting: Sitting

    def sees(self, person_id: str) -> Story:
        """
        Give what she is shown of one record.
        """
        return self.sitting.registry.families.show_appearances(
            self.sitting.family, PersonId(person_id)
        )

    def places(self, person_id: str) -> list[str]:
        """
        Give where somebody appears, as she is shown it.
        """
        return [each.where for each in self.sees(person_id).appearances]


@pytest.fixture
def anne(door: Door) -> Anne:
    channel(door, name="facebook", photo_publisher="members")
    version(door)
    household = Household(door)
    twin = door.person()
    held = door.authority(twin, household.anne, **JUDGMENT)
    sitting = sit_down(household)
    sitting.say(twin, facebook=Choice.YES)
    told = {"photo_ids": [photo_of(door, twin)], "channel": "facebook", "where": LIVE}
    door.post("/publications", told)
    return Anne(household.lea, twin, held, sitting)


def test_what_shows_either_record_is_shown_with_each(door: Door, anne: Anne) -> None:
    assert ([], [LIVE]) == (anne.places(anne.lea), anne.places(anne.twin))
    assert () == anne.sees(anne.lea).lookups

    settle(door, anne.lea, anne.twin, "same")

    assert [LIVE] == anne.places(anne.lea) == anne.places(anne.twin)
    assert anne.sees(anne.lea).lookups == anne.sees(anne.twin).lookups != ()
    export = anne.sitting.registry.families.show_appearances.export
    assert LIVE in str(export(anne.sitting.family, PersonId(anne.lea))["appearances"])

    settle(door, anne.lea, anne.twin, "apart")
    assert [] == anne.places(anne.lea)


def test_a_question_about_both_records_is_one_look(door: Door, anne: Anne) -> None:
    settle(door, anne.lea, anne.twin, "same")

    both = [{"person_id": each, "matter": "image"} for each in (anne.lea, anne.twin)]
    door.post("/checks", {"uses": both, "channel": "facebook"}, 200)

    asked = [each.asked_at for each in anne.sees(anne.lea).lookups]
    assert sorted(set(asked), reverse=True) == asked


def test_a_record_over_which_they_speak_no_more_stays_closed(door: Door, anne: Anne) -> None:
    settle(door, anne.lea, anne.twin, "same")

    door.post(f"/authorities/{anne.authority}/end", {}, 200)

    assert [] == anne.places(anne.lea)
    assert () == anne.sees(anne.lea).lookups
