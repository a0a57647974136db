"""
Publish what people are asked, word for word.
"""

from pathlib import Path

import pytest

from tests.cli.terminal import NOBODY, Terminal, refused

ASKED = ("--matter", "image", "--purpose", "information", "--refusal-is-free")
WORDS = "Puis-je montrer votre photo ? Refuser ne coûte rien."
PUBLISHED = ("--text", f"fr={WORDS}", "--text", f"nl={WORDS}", *ASKED)


def test_forms_and_versions_are_listed(told: Terminal) -> None:
    shown = told.type("forms", "list")
    listed = told.read("forms", "list")
    versions = told.read("forms", "show", "droit-image-familles")
    table = told.type("forms", "show", "droit-image-familles")

    assert {"droit-image-familles", "droit-image-entourage"} == {each["slug"] for each in listed}
    assert len(listed) == len(shown.out.splitlines()) - 1
    assert len(versions) == len(table.out.splitlines()) - 1
    assert "what is asked" in table.out


def test_form_is_begun_and_published(lilas: Terminal, tmp_path: Path) -> None:
    (tmp_path / "nl.txt").write_text("Mag ik uw foto tonen? Weigeren kost niets.", "utf-8")
    empty = lilas.type("forms", "list")
    begun = lilas.type("forms", "create", "image", "Droit à l’image")
    none_yet = lilas.type("forms", "show", "image")
    texts = ("--text", f"fr={WORDS}", "--text", f"nl=@{tmp_path / 'nl.txt'}")
    published = lilas.type("forms", "publish", "image", *texts, *ASKED)
    second = lilas.read("forms", "publish", "image", *texts, *ASKED, "--words-only")
    shown = lilas.type("forms", "show", "image/1", "--language", "fr")
    read = lilas.read("forms", "show", "image/2")

    assert "`obstat forms create`" in empty.out
    assert (0, True) == (begun.code, begun.out.startswith("Begun: "))
    assert "No version of it is published yet.\n" == none_yet.out
    assert (0, True) == (published.code, published.out.startswith("Published: "))
    assert 2 == second["number"]
    assert WORDS in shown.out
    assert "Mag ik" not in shown.out
    assert ({"fr", "nl"}, False) == (set(read["texts"]), read["version"]["material"])


def test_a_form_is_closed_and_opened_again(lilas: Terminal) -> None:
    lilas.type("forms", "create", "image", "Droit à l’image")

    closed = lilas.type("forms", "close", "image")

    assert (0, True) == (closed.code, closed.out.startswith("Closed: "))
    assert "closed" in lilas.type("forms", "list").out
    assert "closed: open it again" in refused(lilas.type("forms", "publish", "image", *PUBLISHED))
    assert not lilas.read("forms", "reopen", "image")["closed"]
    assert [False] == [each["closed"] for each in lilas.read("forms", "list")]


def test_scripts_are_told_what_was_begun(lilas: Terminal) -> None:
    made = lilas.read("forms", "create", "image", "Droit à l’image")

    assert "image" == made["slug"]


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["show", NOBODY], "not-found: "),
        (["show", "droit-image-familles/99"], "This form has no such version"),
        (["show", "droit-image-familles/1", "--language", "it"], "It is written in "),
        (["create", "droit-image-familles", "Again"], "already-exists: "),
        (["create", "Two words", "Name"], "invalid-input: "),
        (["create", "image"], "Missing argument 'NAME'"),
        (["publish", "droit-image-familles"], "Missing option '--text'"),
        (["publish", "droit-image-familles", "--text", "Bonjour", *ASKED], "Say the language"),
        (["publish", "droit-image-familles", "--text", "fr=@x.txt", *ASKED], "cannot be read"),
        (["publish", "nothing", "--text", f"fr={WORDS}", *ASKED], "not-found: "),
    ],
)
def test_form_that_cannot_be_is_refused_on_one_line(
    told: Terminal, words: list[str], complaint: str
) -> None:
    assert complaint in refused(told.type("forms", *words))
