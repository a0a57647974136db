"""
A scan goes on where it stopped, and never on an answer that no longer holds.
"""

import json
import signal
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.cli.album import drawn, filled, lines_of, put, started
from tests.cli.terminal import Terminal, only_line, refused

MANY = 30
WEBSITE = ("-c", "website")
Line = dict[str, Any]
Forgery = Callable[[Line], Line]


def checks(terminal: Terminal) -> int:
    """
    Count the checks of files that were recorded; the house has published photos, too.
    """
    asked = [each["question"] for each in terminal.read("checks", "list")]
    return sum(bool(each["pictures"]) and not each["photo_ids"] for each in asked)


def written(state: Path) -> list[Line]:
    """
    Read the answers in the file of a scan.
    """
    _, *answers = map(json.loads, state.read_text("utf-8").splitlines())
    return answers


def aged(line: Line, by: timedelta) -> Line:
    """
    Let an answer have been given so much earlier.
    """
    at = datetime.fromisoformat(line["evaluated_at"])
    return line | {"evaluated_at": (at - by).isoformat()}


def without(line: Line, name: str) -> Line:
    """
    Leave something out of an answer.
    """
    return {key: value for key, value in line.items() if key != name}


FORGERIES: tuple[Forgery, ...] = (
    lambda line: aged(line, timedelta(hours=25)),
    lambda line: aged(line, timedelta(hours=-1)),
    lambda line: line | {"evaluated_at": "2026-05-12T09:30:00"},
    lambda line: line | {"answer": "perhaps"},
    lambda line: line | {"why": "All is well."},
    lambda line: line | {"reasons": ["no_such_reason"]},
    lambda line: line | {"digest": "00"},
    lambda line: line | {"next_step": None},
    lambda line: without(line, "match"),
)
"""What becomes of an answer that waits too long, or that somebody writes."""


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """
    Name the file in which answers are kept.
    """
    return tmp_path / "scan.jsonl"


def test_what_was_answered_is_not_asked_again(
    glycines: Terminal, tmp_path: Path, state: Path
) -> None:
    folder = filled(tmp_path / "site", 3)
    command = ("scan", folder, *WEBSITE, "--resume", state)
    first = lines_of(glycines.type(*command, "--json"))
    put(folder / "001.jpg", drawn(9))
    (folder / "002.jpg").rename(folder / "renamed.jpg")

    shown = glycines.type(*command)
    again = {each["file"]: each for each in lines_of(glycines.type(*command, "--json"))[1:]}

    assert 4 == shown.code
    assert "Known from an earlier run: 3." in shown.out
    assert 4 == checks(glycines) == len(written(state))
    assert ["000.jpg", "001.jpg", "renamed.jpg"] == sorted(again)
    assert first[3]["check_id"] == again["renamed.jpg"]["check_id"]
    assert 0o600 == state.stat().st_mode & 0o777


def test_lines_that_were_printed_are_gone_on_from(
    glycines: Terminal, tmp_path: Path, state: Path
) -> None:
    folder = filled(tmp_path / "site", 2)
    state.write_text(glycines.type("scan", folder, *WEBSITE, "--json").out, "utf-8")

    glycines.type("scan", folder, *WEBSITE, "--resume", state)

    assert 2 == checks(glycines)


def test_line_that_was_cut_off_is_asked_again(
    glycines: Terminal, tmp_path: Path, state: Path
) -> None:
    folder = filled(tmp_path / "site", 2)
    command = ("scan", folder, *WEBSITE, "--resume", state)
    glycines.type(*command)
    state.write_bytes(state.read_bytes()[:-40])

    glycines.type(*command)
    glycines.type(*command)

    assert 3 == checks(glycines)


def test_answer_that_does_not_hold_is_asked_again(
    glycines: Terminal, tmp_path: Path, state: Path
) -> None:
    command = ("scan", filled(tmp_path / "site", len(FORGERIES) + 1), *WEBSITE, "--resume", state)
    glycines.type(*command)
    header, *lines = state.read_text("utf-8").splitlines()
    forged = [forge(json.loads(line)) for forge, line in zip(FORGERIES, lines, strict=False)]
    state.write_text("\n".join([header, *map(json.dumps, forged), lines[-1], ""]), "utf-8")

    said = glycines.type(*command)

    assert "Known from an earlier run: 1." in said.out
    assert len(lines) + len(FORGERIES) == checks(glycines)


@pytest.mark.parametrize("more", [["-c", "facebook-page"], [*WEBSITE, "--purpose", "archive"]])
def test_answers_to_another_question_are_refused(
    glycines: Terminal, tmp_path: Path, state: Path, more: list[str]
) -> None:
    folder = filled(tmp_path / "site", 1)
    glycines.type("scan", folder, *WEBSITE, "--resume", state)
    before = state.read_bytes()

    said = glycines.type("scan", folder, *more, "--resume", state)

    assert "holds the answers to another question" in refused(said)
    assert before == state.read_bytes()


@pytest.mark.parametrize("content", [b"Dear Sir\n", b"[]\n", b"{}", drawn(1)])
def test_file_that_no_scan_wrote_is_left_alone(
    told: Terminal, tmp_path: Path, state: Path, content: bytes
) -> None:
    state.write_bytes(content)

    said = told.type("scan", filled(tmp_path / "site", 1), *WEBSITE, "--resume", state)

    assert "was not written by a scan" in refused(said)
    assert content == state.read_bytes()


def test_budget_of_the_hour_stops_it_and_another_hour_goes_on(
    glycines: Terminal, tmp_path: Path, state: Path
) -> None:
    folder = filled(tmp_path / "site", 5)
    command = ("scan", folder, *WEBSITE, "--resume", state)

    stopped = glycines.type(*command, OBSTAT_CHECKS_PER_HOUR="2")
    went_on = glycines.type(*command, "--json", OBSTAT_CHECKS_PER_HOUR="5")

    assert 4 == stopped.code
    assert only_line(stopped).startswith("too-many: ")
    assert "2 of 5 files are done" in only_line(stopped)
    assert "OBSTAT_CHECKS_PER_HOUR" in only_line(stopped)
    assert (4, "", 6) == (went_on.code, went_on.err, len(lines_of(went_on)))
    assert 5 == checks(glycines)


def test_whoever_kept_no_answers_is_told_how(glycines: Terminal, tmp_path: Path) -> None:
    folder = filled(tmp_path / "site", 2)

    said = glycines.type("scan", folder, *WEBSITE, "--json", OBSTAT_CHECKS_PER_HOUR="1")

    assert "With --resume FILE a scan goes on where it stopped." in only_line(said)
    assert "too-many" == lines_of(said)[-1]["error"]["code"]


def test_power_cut_in_the_middle_loses_no_answer(
    glycines: Terminal, tmp_path: Path, state: Path
) -> None:
    command = ("scan", filled(tmp_path / "site", MANY), *WEBSITE, "--resume", state, "--json")
    for count in (2, 12):
        with started(glycines, *command) as running:
            running.lines(count)
            running.end(signal.SIGKILL)
    known = {each["check_id"] for each in written(state)}

    said = glycines.type(*command)
    answers = written(state)

    assert 4 == said.code
    assert known <= {each["check_id"] for each in lines_of(said)[1:]}
    assert MANY == len(answers) == len({each["digest"] for each in answers})
    assert glycines.read("audit", "verify")["ok"] is True


def test_ctrl_c_says_how_far_it_came(glycines: Terminal, tmp_path: Path, state: Path) -> None:
    command = ("scan", filled(tmp_path / "site", MANY), *WEBSITE, "--resume", state)

    with started(glycines, *command, "--json") as running:
        running.lines(3)
        said = running.end(signal.SIGINT)
    done = len(written(state))

    assert 130 == said.code
    assert f"{done} of {MANY} files are done. Run it again to go on." in only_line(said)
    assert 2 <= done < MANY
    glycines.type(*command)
    assert MANY == checks(glycines) == len(written(state))
