"""
Check every picture of a folder, and register none.
"""

from pathlib import Path

import pytest

from tests.cli.album import drawn, filled, lines_of, put
from tests.cli.terminal import Terminal, in_days, only_line, refused

PUBLISH = "05-atelier.webp"
NO = "02-plage.jpg"
PAGE = ("-c", "facebook-page")


def picture(terminal: Terminal, name: str) -> bytes:
    """
    Read a picture of the story.
    """
    return (terminal.folder / "demo" / "photos" / name).read_bytes()


@pytest.fixture
def folder(told: Terminal, tmp_path: Path) -> Path:
    """
    Give a folder with a picture for each answer.
    """
    put(tmp_path / "site" / "a" / "yes.webp", picture(told, PUBLISH))
    put(tmp_path / "site" / "b" / "no.jpg", picture(told, NO))
    put(tmp_path / "site" / "unknown.jpg", drawn(1))
    return tmp_path / "site"


def test_worst_answer_stands_first_with_its_reason(told: Terminal, folder: Path) -> None:
    said = told.type("scan", folder, *PAGE)
    _, *lines = said.out.splitlines()

    assert (3, "") == (said.code, said.err)
    assert ["b/no.jpg", "unknown.jpg", "a/yes.webp"] == [
        next(word for word in line.split() if "." in word) for line in lines[:3]
    ]
    assert "Not everybody shown or named is cleared for this." in lines[0]
    assert "This picture is not registered yet." in lines[1]
    assert "This very photo is registered." in lines[2]
    assert "✘ do not publish: 1, ? ask: 1, ✔ publish: 1, not read: 0" == lines[3]


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"yes.webp": PUBLISH}, 0),
        ({"yes.webp": PUBLISH, "letter.txt": b"Dear Sir", ".hidden.jpg": b"x"}, 0),
        ({"yes.webp": PUBLISH, "broken.jpg": b"Dear Sir"}, 4),
        ({"yes.webp": PUBLISH, "unknown.jpg": drawn(1)}, 4),
        ({"yes.webp": PUBLISH, "no.jpg": NO, "broken.jpg": b"Dear Sir"}, 3),
        ({"broken.jpg": b"Dear Sir"}, 4),
    ],
)
def test_worst_answer_decides_and_what_cannot_be_read_asks(
    told: Terminal, tmp_path: Path, files: dict[str, str | bytes], code: int
) -> None:
    for name, content in files.items():
        whole = content if isinstance(content, bytes) else picture(told, content)
        put(tmp_path / "site" / name, whole)

    assert code == told.type("scan", tmp_path / "site", *PAGE).code


@pytest.mark.parametrize("content", [None, b"Dear Sir"])
def test_folder_without_a_picture_is_refused(
    told: Terminal, tmp_path: Path, content: bytes | None
) -> None:
    if content:
        put(tmp_path / "letter.txt", content)

    said = told.type("scan", tmp_path, *PAGE)

    assert 2 == said.code
    assert "There is no picture" in only_line(said)


def test_each_picture_is_a_line_for_scripts(told: Terminal, folder: Path) -> None:
    put(folder / "broken.jpg", b"Dear Sir")
    put(folder / "letter.txt", b"Dear Sir")

    said = told.type("scan", folder, *PAGE, "--purpose", "archive", "--json")
    asked, *lines = lines_of(said)

    assert ("facebook-page", "archive") == (asked["scan"]["channel"], asked["scan"]["purpose"])
    assert 5 == len(lines)
    assert {"broken.jpg": "ask", "letter.txt": None} == {
        each["file"]: each.get("answer") for each in lines if "error" in each
    }


def test_no_line_says_more_than_a_checker_is_told(told: Terminal, folder: Path) -> None:
    said = told.type("scan", folder, *PAGE, "--json")
    (no,) = [each for each in lines_of(said) if each.get("answer") == "do_not_publish"]

    assert ["not_cleared"] == no["reasons"]
    assert "person_id" not in said.out


def test_nothing_is_registered_and_every_answer_is_evidence(
    glycines: Terminal, folder: Path
) -> None:
    put(folder / "twin.jpg", drawn(1))
    before = glycines.read("photos", "list")
    asked = {each["id"] for each in glycines.read("checks", "list")}

    said = glycines.type("scan", folder, *PAGE, "--jobs", "2", "--json")
    checks = {each["file"]: each["check_id"] for each in lines_of(said)[1:]}

    assert before == glycines.read("photos", "list")
    evidence = {each["id"] for each in glycines.read("checks", "list")} - asked
    assert set(checks.values()) == evidence
    assert checks["twin.jpg"] == checks["unknown.jpg"]
    assert 3 == len(set(checks.values()))
    assert glycines.read("audit", "verify")["ok"] is True


def test_page_that_nobody_registered_may_not_be_used(told: Terminal, folder: Path) -> None:
    said = told.type("scan", folder, "-c", "https://elsewhere.example/page", "--json")

    assert 3 == said.code
    assert {"do_not_publish"} == {each["answer"] for each in lines_of(said)[1:]}


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["-c", "nowhere"], "There is no channel 'nowhere'"),
        (["-c", "website", "--on", in_days(-2)], "That day is over"),
        ([], "Missing option '--channel'"),
        (["-c", "website", "--jobs", "0"], "0 is not in the range"),
    ],
)
def test_question_that_cannot_be_asked_is_refused_once(
    told: Terminal, tmp_path: Path, words: list[str], complaint: str
) -> None:
    assert complaint in refused(told.type("scan", filled(tmp_path / "site", 3), *words))


def test_storage_that_is_away_means_ask(told: Terminal, folder: Path) -> None:
    nowhere = "postgresql+psycopg://obstat@127.0.0.1:1/obstat"

    said = told.type("scan", folder, *PAGE, OBSTAT_DATABASE_URL=nowhere)

    assert 4 == said.code
    assert "Nothing may be published on our word now" in only_line(said)
