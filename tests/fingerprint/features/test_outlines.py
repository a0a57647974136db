"""
Places are told in thousandths of the registered picture, whatever is found.
"""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from service.fingerprint.features.comparison import MOST_BOXES, MOST_CORNERS, WHOLE
from service.fingerprint.features.outlines import boxes, seen_outline

FRAME = (512, 384)


def test_the_largest_box_is_named_first() -> None:
    marked = np.zeros((10, 20), np.bool_)
    marked[1, 1] = True
    marked[4:8, 10:16] = True
    assert [(500, 400, 800, 800), (50, 100, 100, 200)] == list(boxes(marked))


@given(marked=arrays(np.bool_, st.tuples(st.integers(1, 30), st.integers(1, 30))))
def test_every_box_lies_in_the_picture_and_there_are_not_too_many(
    marked: np.ndarray[tuple[int, int], np.dtype[np.bool_]],
) -> None:
    found = boxes(marked)
    assert len(found) <= MOST_BOXES
    assert bool(found) == bool(marked.any())
    for box in found:
        assert 0 <= box.left < box.right <= WHOLE
        assert 0 <= box.top < box.bottom <= WHOLE


@given(
    turned=st.floats(-3.2, 3.2),
    scale=st.floats(0.1, 8),
    across=st.floats(-2000, 2000),
    down=st.floats(-2000, 2000),
)
def test_whatever_is_seen_lies_in_the_picture(
    turned: float, scale: float, across: float, down: float
) -> None:
    cosine, sine = scale * np.cos(turned), scale * np.sin(turned)
    matrix = np.array([[cosine, -sine, across], [sine, cosine, down], [0, 0, 1]])
    outline = seen_outline(matrix, FRAME, FRAME)
    assert len(outline) <= MOST_CORNERS
    assert all(0 <= place <= WHOLE for corner in outline for place in corner)


def test_where_nothing_is_shared_nothing_is_seen() -> None:
    away = np.array([[1.0, 0, 5000], [0, 1, 5000], [0, 0, 1]])
    assert () == seen_outline(away, FRAME, FRAME)
