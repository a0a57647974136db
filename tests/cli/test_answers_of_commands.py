"""
Read answers as scripts do: streams, exit codes, one line for what is refused.
"""

from pathlib import Path

import pytest

from tests.cli.terminal import Terminal


def test_page_that_is_not_registered_ends_with_three(lilas: Terminal) -> None:
    done = lilas.type("--json", "check", "--name", "Léa Dubois", "--channel", "https://x.example/p")

    assert (3, "do_not_publish") == (done.code, done.json["answer"])


def test_no_channel_registered_publishes_nothing(lilas: Terminal) -> None:
    done = lilas.type("--json", "check", "--name", "Léa Dubois")

    assert 3 == done.code


def test_import_is_tried_before_it_is_written(lilas: Terminal, tmp_path: Path) -> None:
    table = tmp_path / "people.csv"
    head = "external_id,given_name,family_name,category,jurisdiction,born_on\n"
    table.write_text(head + "7,Tom,Leroy,employee,BE,1980-05-04\n", "utf-8")

    assert 0 == lilas.type("import", str(table)).code
    assert [] == lilas.read("people", "list")
    assert 0 == lilas.type("import", str(table), "--write").code
    assert 1 == len(lilas.read("people", "list"))


def test_wrong_rows_are_numbered_and_nothing_is_written(lilas: Terminal, tmp_path: Path) -> None:
    table = tmp_path / "people.csv"
    head = "external_id,given_name,family_name,category,jurisdiction,born_on\n"
    table.write_text(head + "8,Ada,Roy,employee,BE,1980-05-04\n9,Bo,Roy,elf,XX,soon\n", "utf-8")
    done = lilas.type("import", str(table), "--write")

    assert 2 == done.code
    assert "3" in done.out + done.err
    assert "Ada" not in lilas.type("people", "list").out


@pytest.mark.parametrize(
    "words",
    [
        ["check", "--name", "Léa", "--channel", "nowhere"],
        ["check", "no-such-file.jpg"],
        ["check", "--text", "@no-such-file.txt"],
        ["people", "show", "nobody"],
        ["no-such-command"],
    ],
    ids=" ".join,
)
def test_what_cannot_be_done_is_refused_without_a_stack_trace(
    lilas: Terminal, words: list[str]
) -> None:
    done = lilas.type(*words)

    assert 2 == done.code
    assert "Traceback" not in done.err
    assert done.err.strip()


def test_misspelt_setting_stops_the_start(lilas: Terminal) -> None:
    done = lilas.type("people", "list", OBSTAT_PICTUR_WORKERS="1")

    assert 2 == done.code
    assert "OBSTAT_PICTUR_WORKERS" in done.err


def test_doctor_finds_a_new_lilas_fit(lilas: Terminal) -> None:
    findings = lilas.read("doctor")

    assert findings
    assert all(each["ok"] for each in findings)
