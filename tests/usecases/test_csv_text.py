"""
Tables in and out.
"""

from hypothesis import given
from hypothesis import strategies as st

from service.errors import InvalidInput
from service.usecases.people.csv_text import neutral_cell, plain_cell, read_csv, write_csv

CELLS = st.one_of(
    st.text(
        st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufeff"), max_size=12
    ),
    st.text("''=+-@ a", max_size=5),
).map(str.strip)


@given(content=st.binary(max_size=300))
def test_any_bytes_are_a_table_or_refused(content: bytes) -> None:
    try:
        table = read_csv(content, most_rows=10)
    except InvalidInput as refusal:
        refused = refusal
    else:
        assert all(set(row.cells) <= set(table.columns) for row in table.rows)
        assert all(row.number > 1 for row in table.rows)
        return

    assert "file" == refused.field


@given(cell=CELLS)
def test_no_cell_is_a_formula_and_each_comes_back(cell: str) -> None:
    written = neutral_cell(cell)

    assert not written.startswith(("=", "+", "-", "@"))
    assert cell == plain_cell(written)


@given(rows=st.lists(st.tuples(CELLS, CELLS).filter(any), max_size=5))
def test_a_table_that_we_wrote_is_read_as_it_was(rows: list[tuple[str, str]]) -> None:
    table = read_csv(write_csv(("a", "b"), rows), most_rows=10)

    assert "UTF-8" == table.encoding
    assert rows == [(row.cells["a"], row.cells["b"]) for row in table.rows]
