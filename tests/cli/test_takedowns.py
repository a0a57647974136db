"""
See what must come down, and say that it did.
"""

from pathlib import Path

import pytest

from tests.cli.terminal import NOBODY, Terminal, refused

EMMA = ("--name", "Emma Peeters", "-c", "intranet")


def shared(terminal: Terminal) -> str:
    """
    Publish Emma's name, share it again; give the id of the re-share.
    """
    post: str = terminal.read("publications", "record", *EMMA)["id"]
    where = ("--where", "https://glycines.example/2")
    made: str = terminal.read("publications", "reshare", post, "-c", "website", *where)["id"]
    return made


def withdrawn(terminal: Terminal) -> None:
    assert 0 == terminal.type("consents", "withdraw", "Emma Peeters").code


def test_what_is_live_of_emma_must_come_down_once_she_takes_it_back(
    glycines: Terminal, tmp_path: Path
) -> None:
    (forgotten,) = glycines.read("takedowns", "list")
    again = shared(glycines)
    withdrawn(glycines)
    gone = tmp_path / "gone.png"
    gone.write_bytes(b"an empty page")

    before, first, second = glycines.read("takedowns", "list")
    assert forgotten == before
    assert (again, "not_cleared") == (
        second["takedown"]["publication_id"],
        second["takedown"]["cause"],
    )
    table = glycines.type("takedowns", "list").out
    assert "https://glycines.example/2" in table
    assert "open" in table

    done = first["takedown"]["id"]
    said = glycines.type("takedowns", "done", done, "--note", "deleted", "--proof", gone)
    assert (0, f"Done: {done}\n") == (said.code, said.out)
    assert [forgotten, second] == glycines.read("takedowns", "list")
    assert "done" in glycines.type("takedowns", "list", "--done").out
    assert "deleted" in glycines.type("takedowns", "show", done).out

    saved = glycines.type("takedowns", "proof", done, tmp_path / "copy.png")
    assert (0, b"an empty page") == (saved.code, (tmp_path / "copy.png").read_bytes())
    assert str(tmp_path) in str(glycines.read("takedowns", "proof", done, tmp_path / "more.png"))


def test_nothing_must_come_down_and_nothing_came_down_yet(lilas: Terminal) -> None:
    assert "Nothing must come down.\n" == lilas.type("takedowns", "list").out
    assert "Nothing came down yet.\n" == lilas.type("takedowns", "list", "--done").out


def test_what_is_live_is_looked_through_on_demand(glycines: Terminal) -> None:
    shared(glycines)
    live = len(glycines.read("publications", "list", "--live"))
    tasks = glycines.read("takedowns", "list")
    # What must come down already is not looked at again.
    looked_at = live - len(tasks)

    assert f"Looked at: {looked_at}\n" == glycines.type("takedowns", "sweep").out
    assert {"looked_at": looked_at} == glycines.read("takedowns", "sweep")
    assert tasks == glycines.read("takedowns", "list")


def test_a_reshare_is_said_on_one_line(glycines: Terminal) -> None:
    post = glycines.read("publications", "record", *EMMA)["id"]

    said = glycines.type("publications", "reshare", post, "-c", "intranet")

    assert (0, True) == (said.code, said.out.startswith("Recorded: "))


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["takedowns", "list", "--unit", "Nowhere"], "see `obstat units list`"),
        (["takedowns", "show", NOBODY], "not-found: "),
        (["takedowns", "done", NOBODY, "--note", "gone"], "not-found: "),
        (["takedowns", "proof", NOBODY, "nothing.png"], "not-found: "),
        (["takedowns", "done"], "Missing argument 'TAKEDOWN'"),
        (["publications", "reshare", NOBODY, "-c", "website"], "not-found: "),
        (["publications", "reshare", NOBODY], "Missing option '--channel'"),
    ],
)
def test_takedown_that_cannot_be_is_refused_on_one_line(
    told: Terminal,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    complaint: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert complaint in refused(told.type(*words))
