"""
A newsletter that names people thousands of times is read in step with its length.
"""

from service.decision.ids import PersonId, UnitId
from service.decision.naming import Mention, NameEntry, NameIndex
from service.records.people import WHOLE_HOUSE
from service.usecases.checks.question import CheckQuestion
from service.usecases.checks.read_names import read_names
from tests.decision.naming.steps import steps_of

_BEARS = UnitId("bears")
_LEA, _TOM = PersonId("lea"), PersonId("tom")
_INDEX = NameIndex.build(
    [
        NameEntry(_LEA, "Léa", "Dupont", (), frozenset({_BEARS, WHOLE_HOUSE})),
        NameEntry(_TOM, "Tom", "Martin", (), frozenset({"owls", WHOLE_HOUSE})),
    ]
)


def _read(text: str) -> tuple[Mention, ...]:
    """
    Read a document as somebody of the bears, beside a picture of Tom.
    """
    question = CheckQuestion()
    found, _ = read_names(_INDEX, question, frozenset({_BEARS}), frozenset({_TOM}), [text])
    return found


def test_twice_the_document_is_twice_the_work() -> None:
    once, twice = ("Léa Dupont et Tom, " * times for times in (400, 800))
    _read(once)

    assert 2.1 * len(steps_of(lambda: _read(once))) >= len(steps_of(lambda: _read(twice)))


def test_a_first_name_beside_the_picture_counts_unless_it_is_part_of_a_longer_name() -> None:
    assert {_LEA, _TOM} == {
        each for mention in _read("Léa Dupont et Tom") for each in mention.person_ids
    }
    assert [{_TOM}] == [set(each.person_ids) for each in _read("Tom Martin")]
