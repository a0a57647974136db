"""
What the recall benchmark counts, and how it plans.
"""

from hashlib import sha256
from pathlib import Path

import pytest
from PIL import Image

from benchmarks.recall.asking import Answer
from benchmarks.recall.bursts import is_changed
from benchmarks.recall.families import ALTERED, FAMILIES, HONEST, Family
from benchmarks.recall.house import Found
from benchmarks.recall.photographs import CHOOSING, HALVES, REPORTING, Photograph, find_photographs
from benchmarks.recall.plan import Size, Task, tasks
from benchmarks.recall.rivals import Recognised, hashes, recognised
from benchmarks.recall.tally import Share, mean
from benchmarks.recall.verdicts import false_matches, macro, recalls, verified
from service.decision.terms import MatchClass
from tests.fingerprint.drawing import draw_scene, encode

MISSED = Recognised(pdq=False, phash=False)
SIZE = Size(per_family=20, altered=70, honest=30, elsewhere_every=2)


def photograph(name: str, half: str) -> Photograph:
    start = {CHOOSING: b"\x00", REPORTING: b"\xff"}[half]
    return Photograph(Path(name), start + sha256(name.encode()).digest()[1:])


def answer(
    family: Family, here: Found | None, elsewhere: Found | None = None, *, name: str = "ours"
) -> Answer:
    task = Task(
        photograph(name, CHOOSING),
        family,
        family.variants[0],
        (photograph("borrowed", REPORTING),),
        elsewhere=elsewhere is not None,
    )
    return Answer(task, here, elsewhere, MISSED)


@pytest.mark.parametrize(
    ("found", "asked", "low", "high"),
    [(0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (81, 100, 0.7222, 0.8749), (0, 0, 0.0, 1.0)],
)
def test_an_interval_is_that_of_wilson(found: int, asked: int, low: float, high: float) -> None:
    share = Share(found, asked)

    assert (low, high) == (round(share.low, 4), round(share.high, 4))


def test_the_macro_recall_is_the_mean_of_the_families_that_count() -> None:
    counted, reported = FAMILIES[0], FAMILIES[-1]
    other = FAMILIES[1]
    answers = [
        answer(counted, {"ours": MatchClass.SIMILAR}),
        answer(counted, {}),
        answer(other, {"ours": MatchClass.VERIFIED_COPY}),
        answer(reported, {}),
    ]

    assert not reported.in_macro
    assert mean([0.5, 1.0]) == macro(recalls(answers)).ours


def test_a_refused_picture_was_not_found() -> None:
    assert not answer(FAMILIES[0], None).found


def test_only_photos_that_are_not_in_the_picture_are_wrong() -> None:
    answers = [
        answer(FAMILIES[0], {"ours": MatchClass.ALTERED_COPY, "other": MatchClass.SIMILAR}),
        answer(
            FAMILIES[0],
            {},
            {"borrowed": MatchClass.ALTERED_COPY, "stranger": MatchClass.VERIFIED_COPY},
        ),
    ]

    wrong = false_matches(answers, {CHOOSING: 5, REPORTING: 7})

    assert {"verified": 1, "altered": 0, "similar": 1} == wrong.by_class
    assert 2 * (5 - 1) + (7 - 1) == wrong.pairs


def test_altered_pictures_and_changed_frames_count_as_wrongly_verified() -> None:
    answers = [
        answer(ALTERED, {"ours": MatchClass.VERIFIED_COPY}),
        answer(ALTERED, {"ours": MatchClass.ALTERED_COPY}),
        answer(HONEST, {"ours": MatchClass.SAME_PIXELS}),
    ]

    found = verified(answers, [(True, True), (True, False), (False, True)])

    assert Share(1, 2) == found.altered
    assert Share(1, 1) == found.honest
    assert (Share(1, 2), Share(1, 1)) == (found.frames, found.frames_alike)


def test_a_plan_asks_every_variant_and_borrows_from_the_other_half() -> None:
    ours = [photograph(str(number), CHOOSING) for number in range(10)]
    theirs = [photograph(str(number), REPORTING) for number in range(10, 15)]

    planned = tasks(ours, theirs, SIZE)

    for family in FAMILIES:
        asked = [each for each in planned if each.family is family]
        assert 20 == len(asked)
        assert {each.name for each in family.variants} == {each.variant.name for each in asked}
        assert 10 == sum(each.elsewhere for each in asked)
    assert 70 == sum(each.family is ALTERED for each in planned)
    assert 30 == sum(each.family is HONEST for each in planned)
    assert all(set(each.others) <= set(theirs) for each in planned)


@pytest.mark.parametrize("photos", [4, 9, 10, 12])
def test_no_photo_is_asked_the_same_twice_before_it_was_asked_everything(photos: int) -> None:
    ours = [photograph(str(number), CHOOSING) for number in range(photos)]

    planned = tasks(ours, [photograph("x", REPORTING)], SIZE)

    for family in FAMILIES:
        asked = [
            (each.photograph.path, each.variant.name) for each in planned if each.family is family
        ]
        assert min(len(asked), photos * len(family.variants)) == len(set(asked)), family.name


def test_half_and_chance_of_a_photo_do_not_hang_on_its_name(tmp_path: Path) -> None:
    scenes = [encode(draw_scene(seed, (80, 60)), "JPEG") for seed in range(12)]
    for number, scene in enumerate(scenes):
        (tmp_path / f"{number}.jpg").write_bytes(scene)
        (tmp_path / f"again-{number}.JPEG").write_bytes(scene)
    (tmp_path / "notes.txt").write_text("no photo")

    found = find_photographs(tmp_path, None)
    few = find_photographs(tmp_path, 4)

    assert 12 == len(found)
    assert {sha256(scene).digest() for scene in scenes} == {each.digest for each in found}
    assert {2} == {sum(each.half == half for each in few) for half in HALVES}
    moved = Photograph(Path("elsewhere.jpg"), found[0].digest)
    assert found[0].half == moved.half
    assert found[0].chance(1, "x").random() == moved.chance(1, "x").random()
    assert found[0].chance(1, "x").random() != found[0].chance(2, "x").random()


def test_the_rivals_know_a_copy_and_not_a_stranger() -> None:
    scene, other = draw_scene(1), draw_scene(2)
    known = hashes(scene)

    assert Recognised(pdq=True, phash=True) == recognised(hashes(scene.resize((320, 240))), known)
    assert MISSED == recognised(hashes(other), known)


def test_a_frame_is_changed_when_something_is_there_that_was_not() -> None:
    room = draw_scene(1, (320, 240))
    somebody = room.copy()
    somebody.paste((200, 40, 40), (100, 60, 130, 140))
    grainy = Image.blend(room, Image.effect_noise(room.size, 20).convert("RGB"), 0.05)

    assert is_changed(room, somebody)
    assert not is_changed(room, room)
    assert not is_changed(room, Image.blend(room, grainy, 0.5))
