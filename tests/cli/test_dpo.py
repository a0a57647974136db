"""
A data-protection officer takes the accounts from the command line.
"""

from pathlib import Path

from tests.cli.terminal import Terminal, refused


def test_the_register_and_the_assessment_are_written(told: Terminal, tmp_path: Path) -> None:
    page, pdf = tmp_path / "register.html", tmp_path / "dpia.pdf"

    said = told.type("dpo", "register", "--out", page)
    read = told.read("dpo", "dpia", "--language", "nl", "--out", pdf)

    assert (0, "") == (said.code, said.err)
    assert "Registre des traitements" in page.read_text("utf-8")
    assert pdf.read_bytes().startswith(b"%PDF")
    assert len(pdf.read_bytes()) == read["bytes"]
    assert "cannot be written" in refused(told.type("dpo", "dpia", "--out", pdf))
