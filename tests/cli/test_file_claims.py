"""
What files say of themselves is printed when they are registered, and recorded nowhere.
"""

from pathlib import Path

from tests.cli.album import drawn, lines_of, put
from tests.cli.terminal import Terminal
from tests.fingerprint.claiming import bag, packet, plain, source, with_xmp

WHOSE = bag("dc:creator", "Ann Vos", kind="Seq") + plain("photoshop:Credit", "© Ann")


def _saying(seed: int, said: str) -> bytes:
    return with_xmp(drawn(seed), packet(said))


def test_what_a_file_says_is_printed(glycines: Terminal, tmp_path: Path) -> None:
    said = WHOSE + bag("Iptc4xmpExt:PersonInImage", "Emma Peeters", "Somebody Else")
    file = put(tmp_path / "sunset.jpg", _saying(1, said + source("trainedAlgorithmicMedia")))

    told = glycines.type("photos", "register", file)

    words = " ".join(told.out.split())
    assert (0, "") == (told.code, told.err)
    assert "sunset.jpg says: photographer Ann Vos; credit line © Ann;" in words
    assert "people Emma Peeters, Somebody Else; its file says that a program made it" in words
    assert "Nothing that a file says is recorded" in words
    shown = glycines.read("photos", "show", "sunset")
    assert (None, []) == (shown["rights"], shown["depictions"])


def test_scripts_read_what_a_file_says(glycines: Terminal, tmp_path: Path) -> None:
    said = WHOSE + bag("Iptc4xmpExt:PersonInImage", "Emma Peeters")
    file = put(tmp_path / "sunset.jpg", _saying(1, said))
    emma = glycines.read("people", "show", "Emma Peeters")["id"]

    (told,) = glycines.read("photos", "register", file)

    assert {
        "creator": "Ann Vos",
        "credit_line": "© Ann",
        "people": [{"name": "Emma Peeters", "person_ids": [emma]}],
    } == told["claims"]


def test_what_many_files_say_alike_is_printed_once(lilas: Terminal, tmp_path: Path) -> None:
    for number in range(3):
        put(tmp_path / "fair" / f"{number}.jpg", _saying(number, WHOSE))
    put(tmp_path / "fair" / "quiet.jpg", drawn(9))

    told = lilas.type("photos", "register", tmp_path / "fair")

    assert 0 == told.code
    assert 1 == " ".join(told.out.split()).count("photographer Ann Vos; credit line © Ann.")
    assert "and 2 more say" in told.out


def test_scripts_read_it_of_every_file_of_a_folder(lilas: Terminal, tmp_path: Path) -> None:
    put(tmp_path / "fair" / "1.jpg", _saying(1, WHOSE))
    put(tmp_path / "fair" / "2.jpg", drawn(2))

    said = lines_of(lilas.type("photos", "register", tmp_path / "fair", "--json"))

    told = {each["file"]: each.get("claims") for each in said}
    assert {"1.jpg": {"creator": "Ann Vos", "credit_line": "© Ann"}, "2.jpg": None} == told
