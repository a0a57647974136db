"""
What is around a photo does not hide it; what two photos stand on makes them no copies.
"""

from PIL import Image

from service.fingerprint.features.compare import compare
from service.fingerprint.features.values import Match
from tests.fingerprint.features.showing import compressed, kept, match, scaled, scene, sought


def test_each_photo_on_a_board_is_found() -> None:
    board = Image.new("RGB", (800, 800), "white")
    for number, seed in enumerate((1, 2, 3, 4)):
        part = scene(seed).crop((90, 26, 422, 358)).resize((380, 380), Image.Resampling.LANCZOS)
        board.paste(part, (13 + number % 2 * 394, 13 + number // 2 * 394))
    shown = compressed(board, 80)
    assert [Match.ALTERED_COPY] * 4 == [match(shown, seed) for seed in (1, 2, 3, 4)]
    assert Match.NONE is match(shown, 5)


def test_a_photo_with_writing_around_it_is_found() -> None:
    screen = Image.new("RGB", (600, 1000), "white")
    for row in range(0, 1000, 60):
        for column in range(0, 600, 40):
            dark = (row * 7 + column * 3) % 97
            screen.paste((dark, dark, dark), (column, row, column + 20 + dark // 5, row + 10))
    screen.paste(scaled(scene(1), 1.17), (0, 360))
    assert Match.ALTERED_COPY is match(compressed(screen, 85))


def test_two_things_on_the_same_carpet_are_no_copies() -> None:
    carpet, first, second = scene(1), scene(2), scene(3)
    photos = []
    for thing in (first, second):
        photo = carpet.copy()
        photo.paste(thing.resize((300, 240), Image.Resampling.LANCZOS), (106, 72))
        photos.append(photo)
    found = compare(sought(compressed(photos[0], 85)), kept(photos[1]))
    assert found.match in {Match.NONE, Match.SIMILAR}
