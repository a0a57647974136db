"""
Looking again at channels and forms, in the terminal (domain rule 44).
"""

from tests.cli.terminal import Terminal, in_days, refused

PAGE = (
    *("channels", "register", "page", "--name", "Our page", "--medium", "social"),
    *("--audience", "public", "--address", "facebook.com/lilas", "--purpose", "information"),
)


def test_a_channel_is_looked_at_until_another_day(lilas: Terminal) -> None:
    assert "Nothing is to be looked at yet.\n" == lilas.type("lists", "reviews").out
    lilas.type(*PAGE)
    page = lilas.read("channels", "show", "page")["id"]

    said = lilas.type("channels", "review", "page", "--next", in_days(7))

    assert (0, f"Reviewed: {page}\n") == (said.code, said.out)
    [listed] = lilas.read("lists", "reviews")
    assert ("channel", page, "Our page", in_days(7)) == tuple(
        listed[each] for each in ("kind", "id", "name", "due_on")
    )
    assert "Our page" in lilas.type("lists", "reviews", "--days", "7").out
    assert "Nothing is" in lilas.type("lists", "reviews", "--days", "5").out
    assert "within 3 years" in refused(
        lilas.type("channels", "review", "page", "--next", "2999-01-01")
    )


def test_a_form_is_looked_at_for_a_year(lilas: Terminal) -> None:
    lilas.type("forms", "create", "image", "Droit à l’image")
    assert "asks nothing yet" in refused(lilas.type("forms", "review", "image"))
    words = ("--text", "fr=Refuser ne coûte rien.", "--text", "nl=Weigeren kost niets.")
    asked = ("--matter", "image", "--purpose", "information", "--refusal-is-free")
    assert 0 == lilas.type("forms", "publish", "image", *words, *asked).code

    made = lilas.read("forms", "review", "image")

    assert made["due_on"] > in_days(363)
    [listed] = lilas.read("lists", "reviews", "--days", "366")
    assert (made["id"], "form") == (listed["id"], listed["kind"])
    assert None is not listed["reviewed_on"]
