"""
Run commands as scripts do: streams, exit codes, one line for what is refused.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

FOUND = [
    *("--json", "found", "house", "--name", "House", "--jurisdiction", "BE"),
    *("--time-zone", "Europe/Brussels", "--language", "fr"),
    *("--contact", "Ann", "--email", "ann@house.example"),
]


def run(folder: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """
    Run the command line on the storage in *folder*.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("OBSTAT_")}
    return subprocess.run(
        [sys.executable, "-m", "cli", *words],
        env={**kept, "OBSTAT_VAR_FOLDER": str(folder), **more},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """
    Found an organisation without anything in it.
    """
    folder = tmp_path_factory.mktemp("house")
    assert run(folder, *FOUND).returncode == 0
    return folder


def test_page_that_is_not_registered_ends_with_three(house: Path) -> None:
    done = run(house, "--json", "check", "--name", "Léa Dubois", "--channel", "https://x.example/p")

    assert (3, "do_not_publish") == (done.returncode, json.loads(done.stdout)["answer"])


def test_no_channel_registered_publishes_nothing(house: Path) -> None:
    done = run(house, "--json", "check", "--name", "Léa Dubois")

    assert 3 == done.returncode


def test_import_is_tried_before_it_is_written(house: Path, tmp_path: Path) -> None:
    table = tmp_path / "people.csv"
    head = "external_id,given_name,family_name,category,jurisdiction,born_on\n"
    table.write_text(head + "7,Tom,Leroy,employee,BE,1980-05-04\n", "utf-8")

    assert 0 == run(house, "import", str(table)).returncode
    assert [] == json.loads(run(house, "--json", "people", "list").stdout)
    assert 0 == run(house, "import", str(table), "--write").returncode
    assert 1 == len(json.loads(run(house, "--json", "people", "list").stdout))


def test_wrong_rows_are_numbered_and_nothing_is_written(house: Path, tmp_path: Path) -> None:
    table = tmp_path / "people.csv"
    head = "external_id,given_name,family_name,category,jurisdiction,born_on\n"
    table.write_text(head + "8,Ada,Roy,employee,BE,1980-05-04\n9,Bo,Roy,elf,XX,soon\n", "utf-8")
    done = run(house, "import", str(table), "--write")

    assert 2 == done.returncode
    assert "3" in done.stdout + done.stderr
    assert "Ada" not in run(house, "people", "list").stdout


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
    house: Path, words: list[str]
) -> None:
    done = run(house, *words)

    assert 2 == done.returncode
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()


def test_misspelt_setting_stops_the_start(house: Path) -> None:
    done = run(house, "people", "list", OBSTAT_PICTUR_WORKERS="1")

    assert 2 == done.returncode
    assert "OBSTAT_PICTUR_WORKERS" in done.stderr


def test_doctor_finds_a_new_house_fit(house: Path) -> None:
    findings = json.loads(run(house, "--json", "doctor").stdout)

    assert findings
    assert all(each["ok"] for each in findings)
