"""
One small run of the recall benchmark, through the whole application.
"""

import json
from pathlib import Path

import pytest

from benchmarks.__main__ import main as measure_parts
from benchmarks.decode_floor import twelve_megapixels
from benchmarks.recall.__main__ import main
from benchmarks.recall.families import FAMILIES
from benchmarks.recall.house import patiently
from service.errors import Busy, Unavailable
from tests.fingerprint.drawing import draw_scene, encode


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """
    Draw enough photos for three in either half, wherever their digests put them.
    """
    for seed in range(16):
        scene = encode(draw_scene(seed, (240, 180)), "PNG")
        (tmp_path / f"{seed}.png").write_bytes(scene)
    return tmp_path


def test_a_run_prints_json_alone_and_counts_everything(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--photos", str(folder), "--json", "--per-family", "1", "--limit", "6"]

    main([*words, "--altered-each", "1", "--honest-each", "1"])

    found = json.loads(capsys.readouterr().out)
    assert {each.name for each in FAMILIES} == set(found["families"])
    assert 6 == sum(found["registered"].values())
    assert 6 == found["verified"]["altered_asked"] == found["verified"]["honest_asked"]
    assert 0 == found["refused"]
    assert 1.0 == found["families"]["recompress"]["recall"]
    assert 1.0 == found["pdq"]["families"]["recompress"]["recall"]
    assert 0 < found["macro_recall"] <= 1
    assert found["false_match_rate"]["verified"]["pairs"] > 0


@pytest.mark.parametrize("missing", ["", "nowhere"])
def test_a_folder_without_photographs_is_refused_in_one_line(
    tmp_path: Path, missing: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for measure in (
        lambda folder: main(["--photos", folder]),
        lambda folder: twelve_megapixels(Path(folder)),
    ):
        with pytest.raises(SystemExit) as ended:
            measure(str(tmp_path / missing))

        assert 2 == ended.value.code
        told = capsys.readouterr().err
        assert f"No .jpg, .jpeg or .png below {tmp_path / missing}.\n" == told


@pytest.mark.parametrize("missing", ["", "nowhere"])
def test_a_folder_without_clips_is_refused_before_hours_of_measuring(
    folder: Path, missing: str, capsys: pytest.CaptureFixture[str]
) -> None:
    clips = folder / missing
    with pytest.raises(SystemExit) as ended:
        main(["--photos", str(folder), "--bursts", str(clips)])

    assert 2 == ended.value.code
    assert f"No .gif, .mp4, .webm or .mov in {clips}.\n" == capsys.readouterr().err


def test_a_picture_that_finds_no_free_worker_is_asked_again() -> None:
    stalls = iter([Busy("occupied"), Unavailable("does not start")])

    def ask() -> str:
        for stall in stalls:
            raise stall
        return "answered"

    assert "answered" == patiently(ask)


def test_a_machine_without_workers_is_not_asked_for_ever() -> None:
    def ask() -> str:
        raise Unavailable("does not start")

    with pytest.raises(Unavailable):
        patiently(ask)


def test_a_part_that_is_misspelt_is_not_taken_for_all_of_them(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as ended:
        measure_parts(["--json", "photoz"])

    assert 2 == ended.value.code
    assert "there is no part 'photoz'" in capsys.readouterr().err


def test_photographs_are_found_below_the_folder(folder: Path) -> None:
    lying_in_it = twelve_megapixels(folder)
    album = folder / "album"
    album.mkdir()
    for each in folder.glob("*.png"):
        each.rename(album / each.name)

    assert lying_in_it == twelve_megapixels(folder)
