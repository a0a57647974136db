"""
One page has one address, however it was typed, shared or copied.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.errors import InvalidInput
from service.usecases.channels.addresses import looks_like_address, normal_address

SAME_PAGE = [
    "facebook.com/LesJacinthes",
    "https://www.facebook.com/LesJacinthes/",
    "http://facebook.com/LesJacinthes",
    "HTTPS://WWW.FaceBook.COM/LesJacinthes//",
    "//facebook.com/LesJacinthes",
    "https://facebook.com:443/LesJacinthes",
    "https://m.facebook.com/LesJacinthes?mibextid=ZbWKwL",
    "https://www.facebook.com/LesJacinthes?fbclid=IwAR0&utm_source=share",
    "https://www.facebook.com/LesJacinthes?__cft__[0]=x#comments",
    "https://www.facebook.com/./LesJacinthes",
    "https://www.facebook.com/Les%4Aacinthes",
    "https://somebody@facebook.com./LesJacinthes",
]


@pytest.mark.parametrize("typed", SAME_PAGE)
def test_the_same_page_has_the_same_address(typed: str) -> None:
    assert "facebook.com/LesJacinthes" == normal_address(typed)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://www.école.example/été", "xn--cole-9oa.example/%C3%A9t%C3%A9"),
        ("straße.example", "xn--strae-oqa.example"),
        ("example.org/?b=2&a=1", "example.org?a=1&b=2"),
        ("example.org/a%2fb", "example.org/a%2Fb"),
        ("example.org:8080", "example.org:8080"),
        ("example.org/app#/private", "example.org/app#/private"),
        ("youtube.com/watch?v=dQw4&si=x", "youtube.com/watch?v=dQw4"),
        ("Brieven@Jacinthes.Example", "brieven@jacinthes.example"),
        ("twitter.com/jacinthes", "x.com/jacinthes"),
    ],
)
def test_what_makes_a_page_stays(typed: str, address: str) -> None:
    assert address == normal_address(typed)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("example.org/a", "example.org/A"),
        ("example.org/?p=1", "example.org/?p=2"),
        ("facebook.com/LesJacinthes", "facebook.com/LesJacinthesPrive"),
        ("straße.example", "strasse.example"),
        ("example.org/a%2Fb", "example.org/a/b"),
    ],
)
def test_two_pages_stay_two(one: str, other: str) -> None:
    assert normal_address(one) != normal_address(other)


@pytest.mark.parametrize(
    "typed",
    ["facebook.com", "intranet/news", "https://x.com/j", "news@jacinthes.example", "a.example:80"],
)
def test_an_address_looks_like_one(typed: str) -> None:
    assert looks_like_address(typed)


@pytest.mark.parametrize(
    "typed", ["facebook", "fb-public", "0197a1c2-7d5e-7abc", "Le Petit Journal", "", "Nr. 3/2026 A"]
)
def test_a_short_name_or_a_title_does_not(typed: str) -> None:
    assert not looks_like_address(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "Le Petit Journal",
        "intranet/news",
        "http://[::1/x",
        "https://",
        "example.org/%ff",
        "example.org/\u202egpj",
        "-.example",
        "example.org:99999",
        "example.org/" + "a" * 2_000,
        "example.org/?" + "a=1&" * 60,
    ],
)
def test_what_is_no_address_is_refused_with_the_field_named(typed: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        normal_address(typed, "channel")

    assert "channel" == refused.value.field


@given(
    st.from_regex(
        r"(https?://)?(www\.)?[a-z]{1,9}\.example(:80)?(/[a-zA-Z0-9%._~é-]{0,9}){0,3}"
        r"(\?[a-z]{1,3}=[a-zA-Z0-9+%]{0,4}(&[a-z]{1,3}=[0-9]){0,2})?(#[a-z/!]{0,4})?",
        fullmatch=True,
    )
)
def test_writing_an_address_twice_changes_nothing(typed: str) -> None:
    try:
        once = normal_address(typed)
    except InvalidInput:
        return

    assert once == normal_address(once)
