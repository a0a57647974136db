"""
Forms are printed and read back on the command line.
"""

from pathlib import Path

from tests.cli.terminal import Terminal, refused
from tests.fingerprint.handwriting import Hand, Shot, photographed, rendered, write

FORM = "droit-image-familles/2"


def test_a_printed_form_is_read_back(glycines: Terminal, tmp_path: Path) -> None:
    form, scan = tmp_path / "form.pdf", tmp_path / "scan.jpg"
    person = ("--person", "Emma Peeters")
    written = glycines.type("forms", "print", FORM, form, "--language", "fr", *person)
    page = rendered(form.read_bytes())[-1]
    write(page, 3, Hand.CROSS)
    scan.write_bytes(photographed(page, Shot(degrees=92)))

    shown = glycines.type("forms", "read", "Emma Peeters", scan)
    read = glycines.read("forms", "read", "Emma Peeters", scan)
    other = glycines.type("forms", "read", "Noah Janssens", scan)

    assert (0, f"Written: {form}") == (written.code, written.out.replace("\n", ""))
    assert "given" in shown.out
    assert ["given"] == [each["read"] for each in read["lines"] if each["read"]]
    assert "of the answers is not on it" in shown.out
    assert "printed for somebody else" in refused(other)


def test_easy_print_and_a_file_that_is_there_already(told: Terminal, tmp_path: Path) -> None:
    form = tmp_path / "form.pdf"

    made = told.read("forms", "print", FORM, form, "--language", "nl", "--easy")
    again = told.type("forms", "print", FORM, form, "--language", "nl")

    assert {"file", "paper_id"} == set(made)
    assert form.read_bytes().startswith(b"%PDF")
    assert "cannot be written" in refused(again)
