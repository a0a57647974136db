"""
Pages are laid out so that each question has its place, and doubt is never an answer.
"""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from service.decision.ids import FormVersionId, PaperId
from service.decision.terms import ActKind, Matter
from service.usecases.paper import layout
from service.usecases.paper.code import PageCode, page_code
from service.usecases.paper.layout import Group
from service.usecases.paper.proposing import proposal
from service.usecases.ports.paper import Mark

ASKED = st.lists(st.sets(st.sampled_from(Matter), min_size=1), min_size=1, max_size=20)


@settings(max_examples=60)
@given(asked=ASKED, easy=st.booleans())
def test_every_question_has_a_place_of_its_own_below_its_channel(
    asked: list[set[Matter]], *, easy: bool
) -> None:
    groups = [
        Group(f"c{number}", f"Channel {number}", tuple(sorted(matters)))
        for number, matters in enumerate(asked)
    ]

    pages = layout.pages_of(groups, easy=easy)

    rows = [line.row for page in pages for line in page if line.row]
    assert [(each.place, matter) for each in groups for matter in each.matters] == [
        (row.place, row.matter) for row in rows
    ]
    for number, page in enumerate(pages, start=1):
        assert page[0].row is None
        slots = [line.slot for line in page]
        assert sorted(set(slots)) == slots
        assert slots[-1] < layout.SLOTS
        assert {number} >= {line.row.page for line in page if line.row}


def test_boxes_do_not_meet_and_lie_between_the_marks() -> None:
    boxes = layout.order().boxes

    assert layout.SLOTS * len(layout.CHOICES) == len(boxes)
    assert len(boxes) == len(set(boxes))
    assert all(layout.BOX_SIZE + 20 < layout.SLOT_HEIGHT for _ in boxes)
    assert all(300 < each.y < 2790 - layout.BOX_SIZE for each in boxes)


def test_the_code_holds_form_print_and_page_and_nothing_else() -> None:
    version = FormVersionId("01900000-0000-7000-8000-000000000001")
    paper = PaperId("1b4e28ba-2fa1-41d2-883f-0016d3cca427")
    code = PageCode(version, paper, 3)

    assert code == page_code(code.text())
    assert "OBSTAT1/01900000000070008000000000000001/1B4E28BA2FA141D2883F0016D3CCA427/3" == (
        code.text()
    )
    assert "<svg" in code.drawing()


def test_a_code_of_something_else_is_none_of_ours() -> None:
    for text in ("", "https://example.org", "OBSTAT1/0/0/1", "OBSTAT1/" + "0" * 65 + "/0"):
        assert None is page_code(text)


def test_only_one_clear_tick_is_an_answer() -> None:
    clear: dict[tuple[Mark, ...], ActKind] = {
        (Mark.TICKED, Mark.EMPTY, Mark.EMPTY): ActKind.GIVEN,
        (Mark.EMPTY, Mark.TICKED, Mark.EMPTY): ActKind.REFUSED,
        (Mark.EMPTY, Mark.EMPTY, Mark.TICKED): ActKind.DEFERRED,
    }

    for marks in product(Mark, repeat=3):
        assert clear.get(marks) is proposal(marks)
