"""
Pictures that come back changed: what they are to the registered photo, and who is left.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageDraw

from service.decision.ids import OrganisationId
from service.usecases.checks import Looker
from service.usecases.checks.looking import SeenFile
from service.usecases.checks.question import CheckQuestion, Upload
from service.usecases.photos import PhotoDetails
from tests.api.door import Door
from tests.api.office import OWN_PHOTO, adult, channel, check, register, saying_yes, version, yes
from tests.fingerprint.drawing import draw_scene, encode

LOOKED = {"complete": True}
SIZE = (1200, 900)
LEFT_SIDE = {"left": 50, "top": 200, "width": 200, "height": 600}
RIGHT_SIDE = {"left": 750, "top": 200, "width": 200, "height": 600}


def _drawn(seed: int = 1) -> Image.Image:
    return draw_scene(seed, SIZE)


def _sent(picture: Image.Image, quality: int = 85) -> bytes:
    return encode(picture, "JPEG", quality=quality)


def _cropped() -> Image.Image:
    """
    Cut the right third away.
    """
    return _drawn().crop((0, 0, 800, 900))


def _altered() -> Image.Image:
    """
    Put something else where a face may have been.
    """
    picture = _drawn()
    noise = np.random.default_rng(3).integers(0, 255, (120, 120, 3), dtype=np.uint8)
    picture.paste(Image.fromarray(noise), (880, 420))
    return picture


def _screenshot() -> Image.Image:
    """
    Show the picture on a telephone, between bars of the interface.
    """
    screen = Image.new("RGB", (1080, 1920), (18, 18, 18))
    screen.paste(_drawn().resize((1080, 810)), (0, 500))
    pen = ImageDraw.Draw(screen)
    pen.rectangle((0, 0, 1080, 60), fill=(250, 250, 250))
    pen.ellipse((40, 120, 120, 200), fill=(200, 60, 60))
    pen.rectangle((150, 140, 600, 170), fill=(180, 180, 180))
    return screen


@pytest.fixture
def pair(door: Door) -> tuple[str, str]:
    """
    Register a photo of two adults who said yes, one on each side; give their ids.
    """
    channel(door)
    form = version(door)
    left, right = adult(door), adult(door, given_name="Ines")
    yes(door, left, form)
    yes(door, right, form)
    people = [
        {"person_id": left, "region": LEFT_SIDE},
        {"person_id": right, "region": RIGHT_SIDE},
    ]
    register(door, _sent(_drawn(), 92), depictions=people, attestation=LOOKED, rights=OWN_PHOTO)
    return left, right


def _picture(door: Door, sent: Image.Image, quality: int = 85) -> tuple[str, dict[str, Any]]:
    """
    Give the answer, and as what the picture was recognised.
    """
    found = check(door, _sent(sent, quality), channel="facebook")
    (picture,) = found["pictures"]
    return found["answer"], picture


@pytest.mark.parametrize("quality", [30, 60, 90])
def test_a_photo_that_was_only_compressed_may_be_published(
    door: Door, pair: tuple[str, str], quality: int
) -> None:
    answer, picture = _picture(door, _drawn(), quality)

    assert ("publish", "verified_copy") == (answer, picture["match"])
    assert sorted(pair) == picture["people"]


def test_a_photo_that_was_only_made_smaller_may_be_published(
    door: Door, pair: tuple[str, str]
) -> None:
    assert pair
    answer, picture = _picture(door, _drawn().resize((600, 450)), 75)

    assert ("publish", "verified_copy") == (answer, picture["match"])


def test_a_photo_with_another_patch_is_asked_about_and_shows_where(
    door: Door, pair: tuple[str, str]
) -> None:
    assert pair
    answer, picture = _picture(door, _altered())

    assert ("ask", "altered_copy") == (answer, picture["match"])
    (found,) = picture["resembles"]
    assert not found["cut"]
    across, down = 1000 * (880 + 60) // 1200, 1000 * (420 + 60) // 900
    assert any(
        each["left"] <= across <= each["left"] + each["width"]
        and each["top"] <= down <= each["top"] + each["height"]
        for each in found["differs"]
    ), found["differs"]


def test_whoever_was_cut_away_is_named_for_a_human_to_confirm(
    door: Door, pair: tuple[str, str]
) -> None:
    _, right = pair
    answer, picture = _picture(door, _cropped())

    assert ("ask", "altered_copy") == (answer, picture["match"])
    (found,) = picture["resembles"]
    assert (True, [right]) == (found["cut"], found["cut_away"])


def test_who_was_cut_away_is_nothing_for_a_key_without_reasons(
    door: Door, pair: tuple[str, str]
) -> None:
    assert pair
    found = check(door.with_key("checks"), _sent(_cropped()), channel="facebook")

    (resembled,) = found["pictures"][0]["resembles"]
    assert "cut_away" not in resembled
    assert resembled["cut"]


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(_screenshot, id="screenshot"),
        pytest.param(lambda: _drawn().rotate(7, expand=True), id="turned a little"),
        pytest.param(lambda: _drawn().crop((300, 200, 1000, 725)), id="cut to the middle"),
        pytest.param(
            lambda: _cropped().transpose(Image.Transpose.FLIP_LEFT_RIGHT), id="cut and mirrored"
        ),
    ],
)
def test_a_photo_that_came_back_changed_is_known_and_asked_about(
    door: Door,
    pair: tuple[str, str],
    changed: Callable[[], Image.Image],
) -> None:
    assert pair
    answer, picture = _picture(door, changed())

    assert "ask" == answer
    assert picture["match"] in {"altered_copy", "similar"}
    assert sorted(pair) == picture["people"]


def test_another_scene_is_never_taken_for_it(door: Door, pair: tuple[str, str]) -> None:
    assert pair
    answer, picture = _picture(door, _drawn(2))

    assert ("ask", "none", []) == (answer, picture["match"], picture["resembles"])


def test_a_refusal_of_somebody_in_the_original_is_still_an_obstacle(
    door: Door, pair: tuple[str, str]
) -> None:
    _, right = pair
    door.post("/consents", saying_yes(right, version(door)) | {"kind": "refused"})

    found = check(door, _sent(_cropped()), channel="facebook")

    assert "ask" == found["answer"]
    assert right in {each.get("person_id") for each in found["reasons"]}


def test_without_a_preview_a_copy_is_only_a_likeness(door: Door) -> None:
    registry = door.house.registry
    channel(door)
    without = replace(registry.photos.register_photo, previews=False)
    without(registry.keys.identify_key(door.key), PhotoDetails(Upload(_sent(_drawn(), 92))))

    _, picture = _picture(door, _drawn())

    assert "similar" == picture["match"]


class Late:
    """
    Look as another does, and have something happen before its answer is used.
    """

    def __init__(self, look: Looker, meanwhile: Callable[[], object]) -> None:
        self.rules = look.rules
        self._look, self._meanwhile = look, meanwhile

    def __call__(
        self, organisation_id: OrganisationId, uploads: Sequence[Upload]
    ) -> list[SeenFile]:
        """
        Look, then let it happen.
        """
        seen = self._look(organisation_id, uploads)
        self._meanwhile()
        return seen


@pytest.mark.parametrize("sent", [_cropped, _drawn])
def test_what_is_registered_while_somebody_looks_is_not_missed(
    door: Door, sent: Callable[[], Image.Image]
) -> None:
    channel(door)
    registry = door.house.registry
    verb = registry.checks.check_post
    late: Any = Late(verb.examine.look, lambda: register(door, _sent(_drawn(), 92)))
    delayed = replace(verb, examine=replace(verb.examine, look=late))

    question = CheckQuestion(uploads=(Upload(_sent(sent())),))
    found = delayed(registry.keys.identify_key(door.key), question)

    assert ["similar"] == [each["match"] for each in found["pictures"]]
