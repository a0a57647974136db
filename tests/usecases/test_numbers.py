"""
Numbers that people type are read one way, or refused by name.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.errors import InvalidInput
from service.ledger.canonical import MAX_INTEGER, canonical
from service.usecases.numbers import decimal, whole, within


@pytest.mark.parametrize(
    "typed", ["", "-1", "+1", "1_0", " 1", "1.0", "²", "١٢", "four", "9" * 5000, "9" * 16]
)
def test_what_is_no_whole_number_is_refused_with_its_field(typed: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        whole(typed, "quota")

    assert "quota" == refused.value.field


@pytest.mark.parametrize("typed", ["", "nan", "inf", "1e300", "-1", "١٢", "1_0", "9" * 5000])
def test_what_is_no_decimal_number_is_refused_with_its_field(typed: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        decimal(typed, "region")

    assert "region" == refused.value.field


def test_a_comma_is_a_point() -> None:
    assert 12.5 == decimal("12,5", "left") == decimal("12.5", "left")


def test_a_number_outside_of_its_bounds_is_refused() -> None:
    with pytest.raises(InvalidInput):
        within(11, "days", least=1, most=10)

    assert 10 == within(10, "days", least=1, most=10)


@given(st.text(max_size=20) | st.integers().map(str))
def test_whatever_is_accepted_can_be_recorded(typed: str) -> None:
    try:
        number = whole(typed, "quota")
    except InvalidInput:
        return
    assert 0 <= number <= MAX_INTEGER
    assert str(number).encode() == canonical(number)
