"""
Register every picture of a folder, once, whatever happens in between.
"""

import os
import signal
from collections import Counter
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from cli.batch.registering import title_of
from tests.cli.album import drawn, filled, lines_of, put, started
from tests.cli.terminal import Terminal, only_line, refused
from tests.fingerprint.drawing import encode

MANY = 40


def outcomes(lines: list[dict[str, Any]]) -> dict[str, str]:
    """
    Tell what came of each file.
    """
    return {each["file"]: each["outcome"] for each in lines if "file" in each}


def titles(terminal: Terminal) -> list[str]:
    """
    Read the titles of all photos.
    """
    return sorted(each["title"] for each in terminal.read("photos", "list"))


def test_every_picture_below_a_folder_is_registered_by_its_way(
    lilas: Terminal, tmp_path: Path
) -> None:
    folder = tmp_path / "holiday"
    put(folder / "beach.jpg", drawn(1))
    put(folder / "2026" / "May" / "beach.jpg", drawn(2))

    said = lilas.type("photos", "register", folder, "--public-place")

    assert (0, "") == (said.code, said.err)
    assert "Registered: 2. Already registered: 0. The same file twice: 0." in said.out
    assert ["2026/May/beach", "beach"] == titles(lilas)
    assert all(each["public_place"] for each in lilas.read("photos", "list"))


def test_what_is_registered_already_is_counted_and_no_error(
    lilas: Terminal, tmp_path: Path
) -> None:
    folder = filled(tmp_path / "holiday", 3)
    first = lines_of(lilas.type("photos", "register", folder, "--json"))
    with Image.open(BytesIO(drawn(0))) as picture:
        put(folder / "saved anew.png", encode(picture, "PNG"))

    said = lilas.type("photos", "register", folder, "--json")
    again = lines_of(said)

    assert 0 == said.code
    assert {"registered"} == set(outcomes(first).values())
    assert {"already_registered"} == set(outcomes(again).values())
    assert [each["id"] for each in first] == [each["id"] for each in again[:3]]
    assert 3 == len(titles(lilas))


def test_the_same_file_twice_is_registered_once_and_said(lilas: Terminal, tmp_path: Path) -> None:
    folder = tmp_path / "holiday"
    for name in ("a.jpg", "b/copy.jpg", "c.jpg"):
        put(folder / name, drawn(1))

    lines = lines_of(lilas.type("photos", "register", folder, "--jobs", "2", "--json"))
    # Several work at once: any of them may be the one that the others are copies of.
    one, *others = sorted(lines, key=lambda each: each["outcome"] != "registered")

    copies = [(each["outcome"], each["id"]) for each in others]
    assert "registered" == one["outcome"]
    assert [("duplicate", one["id"])] * 2 == copies
    assert {one["file"]} == {each["same_as"] for each in others}
    assert 1 == len(titles(lilas))


def test_files_that_are_no_pictures_are_mentioned_and_no_error(
    lilas: Terminal, tmp_path: Path
) -> None:
    folder = filled(tmp_path / "holiday", 1)
    put(folder / "names.txt", b"Emma, Noah")
    put(folder / ".DS_Store", b"\0\0\0\1Bud1")
    put(folder / "._000.jpg", b"\0\5\x16\7")

    said = lilas.type("photos", "register", folder)

    assert (0, "") == (said.code, said.err)
    assert "No pictures, left out: names.txt." in said.out
    assert "DS_Store" not in said.out
    assert "._000" not in said.out


def test_a_picture_that_cannot_be_read_is_named_and_the_others_are_in(
    lilas: Terminal, tmp_path: Path
) -> None:
    folder = filled(tmp_path / "holiday", 2)
    put(folder / "001a.jpg", drawn(5)[:4000])
    put(folder / "letter.jpg", b"Dear Sir or Madam")
    (folder / "gone.jpg").symlink_to(folder / "nowhere.jpg")

    shown = lilas.type("photos", "register", folder)
    scripted = lilas.type("photos", "register", folder, "--json")

    assert (2, 2) == (shown.code, scripted.code)
    assert "001a.jpg" in shown.out
    assert "ends too early" in shown.out
    assert "Files not registered: 3." in only_line(shown)
    assert ["001a.jpg", "gone.jpg", "letter.jpg"] == sorted(
        file for file, outcome in outcomes(lines_of(scripted)).items() if outcome == "unread"
    )
    assert "some-unread" == lines_of(scripted)[-1]["error"]["code"]
    assert ["000", "001"] == titles(lilas)


def test_only_the_first_of_many_unread_files_are_printed(lilas: Terminal, tmp_path: Path) -> None:
    folder = tmp_path / "holiday"
    for number in range(25):
        put(folder / f"{number:03}.jpg", b"")

    said = lilas.type("photos", "register", folder)

    assert "019.jpg" in said.out
    assert "020.jpg" not in said.out
    assert "and 5 more; --json lists all." in said.out


@pytest.mark.parametrize(
    ("names", "complaint"), [([], "no picture"), (["names.txt"], "no picture")]
)
def test_folder_without_a_picture_is_refused(
    lilas: Terminal, tmp_path: Path, names: list[str], complaint: str
) -> None:
    folder = tmp_path / "holiday"
    folder.mkdir()
    for name in names:
        put(folder / name, b"Emma, Noah")

    said = lilas.type("photos", "register", folder)

    assert 2 == said.code
    assert complaint in only_line(said)


def test_folder_and_file_together_are_refused(lilas: Terminal, tmp_path: Path) -> None:
    folder = filled(tmp_path / "holiday", 2)

    said = lilas.type("photos", "register", folder, folder / "000.jpg")

    assert "Name one folder, or files" in refused(said)
    assert [] == titles(lilas)


def test_no_name_of_a_file_keeps_a_picture_out(lilas: Terminal, tmp_path: Path) -> None:
    folder = tmp_path / "holiday"
    folder.mkdir()
    names = (b"f\xeate.jpg", b"a\nb.jpg", b"\xe2\x80\xaegpj.jpg", b"x" * 240 + b".jpg")
    for number, name in enumerate(names):
        (folder / os.fsdecode(name)).write_bytes(drawn(number))

    said = lilas.type("photos", "register", folder)

    assert (0, "") == (said.code, said.err)
    assert ["a b", "f te", "gpj", "x" * 200] == titles(lilas)


@pytest.mark.parametrize(
    ("file", "title"),
    [
        ("IMG_1.jpg", "IMG_1"),
        ("May/IMG_1.tar.jpg", "May/IMG_1.tar"),
        (".jpg", ".jpg"),
        ("e\N{COMBINING ACUTE ACCENT}te\N{COMBINING ACUTE ACCENT}.jpg", "été"),
        ("  a \t b .jpg", "a b"),
        (f"{'x' * 300}/end.jpg", f"{'x' * 196}/end"),
    ],
)
def test_title_is_the_way_below_the_folder(file: str, title: str) -> None:
    assert title == title_of(file)


def test_power_cut_in_the_middle_loses_nothing_and_repeats_nothing(
    lilas: Terminal, tmp_path: Path
) -> None:
    folder = filled(tmp_path / "holiday", MANY)
    told: list[dict[str, Any]] = []
    for count in (1, 7, 11):
        with started(lilas, "photos", "register", folder, "--jobs", "2", "--json") as running:
            told += running.lines(count)
            running.end(signal.SIGKILL)

    said = lilas.type("photos", "register", folder, "--json")
    photos = {each["title"]: each["id"] for each in lilas.read("photos", "list")}
    was_new = Counter(each["file"] for each in told if each["outcome"] == "registered")

    assert 0 == said.code
    assert MANY == len(titles(lilas)) == len(photos)
    assert all(times == 1 for times in was_new.values())
    assert all(each["id"] == photos[Path(each["file"]).stem] for each in told)
    assert lilas.read("audit", "verify")["ok"] is True


def test_ctrl_c_finishes_what_is_under_way_and_says_how_to_go_on(
    lilas: Terminal, tmp_path: Path
) -> None:
    folder = filled(tmp_path / "holiday", MANY)

    with started(lilas, "photos", "register", folder, "--json") as running:
        first = running.lines(2)
        said = running.end(signal.SIGINT)
    *rest, error = lines_of(said)
    done = len(first) + len(rest)

    assert 130 == said.code
    assert f"{done} of {MANY} files are done; run it again to go on." in only_line(said)
    assert "stopped" == error["error"]["code"]
    assert done < MANY
    assert {"registered"} == set(outcomes([*first, *rest]).values())
    assert done == len(titles(lilas))
    again = lines_of(lilas.type("photos", "register", folder, "--json"))
    assert Counter(registered=MANY - done, already_registered=done) == Counter(
        outcomes(again).values()
    )


def test_help_says_how_it_ends(lilas: Terminal) -> None:
    said = lilas.type("photos", "register", "--help")

    assert "obstat photos register holiday/ --jobs 4" in said.out
    assert "2 when one could not be read" in " ".join(said.out.split())
