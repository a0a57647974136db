"""
Printed, ticked, photographed and read back: what is read was ticked, or is left open.
"""

from collections.abc import Mapping

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from service.errors import BadImage
from service.fingerprint.paper import (
    BoxMark,
    PaperOrder,
    PaperPage,
    answer_with,
    asked_in,
    pages_in,
    question_about,
)
from service.fingerprint.picture import Limits
from service.fingerprint.sheet import read_sheets
from service.fingerprint.wire import LENGTHS, unpack_head
from service.usecases.paper import layout
from service.usecases.paper.code import page_code
from service.usecases.paper.proposing import proposal
from service.usecases.ports.paper import Mark
from tests.fingerprint.drawing import draw_scene, encode
from tests.fingerprint.handwriting import CLEAR, Hand, Shot, photographed, rendered, write
from tests.fingerprint.papers import PAPER, VERSION, printed

WRITTEN = {
    3: Hand.CROSS,
    7: Hand.HOOK,
    11: Hand.FILLED,
    15: Hand.CROSS,
    17: Hand.FAINT,
    22: Hand.STRUCK_OUT,
    26: Hand.DOT,
    28: Hand.CROSS,
}


def _order() -> PaperOrder:
    told = layout.order()
    return PaperOrder(
        told.width, told.height, told.corners, told.corner_size, told.boxes, told.box_size
    )


ORDER = _order()


def _ticked(written: Mapping[int, Hand], *, easy: bool = False) -> Image.Image:
    page = rendered(printed(easy=easy).pdf)[1]
    for box, hand in written.items():
        write(page, box, hand)
    return page


def _expected(written: Mapping[int, Hand]) -> list[str]:
    def mark(box: int) -> str:
        if box not in written:
            return "empty"
        return "ticked" if written[box] in CLEAR else "doubtful"

    return [mark(box) for box in range(len(ORDER.boxes))]


def _read(scan: bytes) -> PaperPage:
    (page,) = read_sheets(scan, ORDER)
    return page


@pytest.mark.parametrize(
    "shot",
    [
        Shot(quality=95),
        Shot(degrees=90, skew=0.03, shaded=True),
        Shot(degrees=180, skew=0.03, seed=1, longest_px=1400),
        Shot(degrees=277, skew=0.05, seed=2, shaded=True, grain=4),
        Shot(degrees=133, seed=3, longest_px=2600),
    ],
)
def test_what_was_ticked_is_read_however_it_was_held(shot: Shot) -> None:
    page = _read(photographed(_ticked(WRITTEN), shot))

    code = page_code(page.code)
    assert code is not None
    assert (VERSION, PAPER, 1) == (code.form_version_id, code.paper_id, code.page)
    assert _expected(WRITTEN) == list(page.marks)


def test_the_large_print_is_read_by_the_same_grid() -> None:
    box = next(layout.boxes_of(2))
    page = _read(photographed(_ticked({box: Hand.CROSS}, easy=True), Shot(degrees=4)))

    assert _expected({box: Hand.CROSS}) == list(page.marks)


def test_every_page_of_a_document_is_read_and_none_is_ticked() -> None:
    first, *answers = read_sheets(printed().pdf, ORDER)

    assert ("", False) == (first.code, first.is_aligned)
    assert ["/1", "/2"] == [each.code[-2:] for each in answers]
    assert {BoxMark.EMPTY} == {mark for each in answers for mark in each.marks}


def test_a_covered_corner_leaves_everything_unread() -> None:
    page = _ticked(WRITTEN)
    page.paste(255, (0, 0, page.width // 8, page.height // 8))

    read = _read(photographed(page, Shot()))

    assert (False, (), b"") == (read.is_aligned, read.marks, read.image_jpeg)
    assert page_code(read.code)


def test_a_picture_of_something_else_has_no_code() -> None:
    read = _read(encode(draw_scene(1), "JPEG"))

    assert ("", False) == (read.code, read.is_aligned)


def test_a_broken_file_is_refused() -> None:
    with pytest.raises(BadImage):
        read_sheets(encode(draw_scene(1), "JPEG")[:200], ORDER)


def test_the_marks_in_the_corners_are_those_that_are_looked_for() -> None:
    dictionary = cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50)
    drawn = [cv2.aruco.generateImageMarker(dictionary, number, 6) for number in range(4)]

    assert [
        tuple("".join("1" if each else "0" for each in row[1:5]) for row in mark[1:5])
        for mark in drawn
    ] == list(layout.PATTERNS)


@settings(max_examples=8, deadline=None)
@given(
    seed=st.integers(0, 2**32 - 1),
    degrees=st.sampled_from([0.0, 2.0, 91.0, 184.0]),
    grain=st.sampled_from([0.0, 8.0, 20.0, 35.0]),
    specks=st.integers(0, 4000),
)
def test_no_yes_is_read_out_of_dirt(seed: int, degrees: float, grain: float, specks: int) -> None:
    noes = dict.fromkeys(range(4, 40, 6), Hand.CROSS)
    page = _ticked(noes)
    dice = np.random.default_rng(seed)
    dirty = np.asarray(page).copy()
    rows, columns = (dice.integers(0, each - 4, specks) for each in dirty.shape)
    for row, column in zip(rows, columns, strict=True):
        dirty[row : row + 3, column : column + 3] = dice.integers(0, 256)
    shot = Shot(degrees=degrees, skew=0.03, seed=seed, shaded=bool(seed % 2), grain=grain)

    read = _read(photographed(Image.fromarray(dirty), shot))

    if read.is_aligned:
        lines = [list(layout.boxes_of(slot)) for slot in range(layout.SLOTS)]
        said = [proposal([Mark(read.marks[box]) for box in each]) for each in lines]
        assert "given" not in said


def test_question_and_answer_come_through_the_wire() -> None:
    question = question_about(b"abc", layout.order(), filename="a.pdf", limits=Limits())
    packed, body = question.message
    head = unpack_head(packed[LENGTHS.size :])
    page = PaperPage(
        "x", is_aligned=True, marks=(BoxMark.EMPTY,) * 54, image_jpeg=b"\xff\xd8\xffpage"
    )
    blank = PaperPage("", is_aligned=False)
    text, images = answer_with([page, blank])

    assert (ORDER, b"abc") == (asked_in(head), body)
    assert (page, blank) == question.understand(text[LENGTHS.size :], images)


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"pages": [{"code": "", "is_aligned": True, "marks": [], "length": 0}]},
        {"pages": [{"code": "", "is_aligned": False, "marks": ["empty"], "length": 0}]},
        {"pages": [{"code": "\n", "is_aligned": False, "marks": [], "length": 0}]},
        {"pages": [{"code": "", "is_aligned": True, "marks": ["maybe"], "length": 3}]},
    ],
)
def test_a_worker_that_says_something_else_is_not_believed(said: dict[str, object]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        pages_in(said, b"\xff\xd8\xff" if "maybe" in str(said) else b"", 1)
