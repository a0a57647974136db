"""
Draw a picture that is a registered photo, or that resembles one in a given way.
"""

from functools import cache

from PIL import Image, ImageDraw

from service.decision.photos import Picture
from service.decision.terms import MatchClass
from tests.fingerprint.drawing import draw_scene, encode

WHITE = (250, 250, 250)
STEP_PX = 5
"""How far the camera moved between two frames."""


def sent_file(picture: Picture, place: int) -> bytes:
    """
    Give the file that somebody asks about; *place* is where it stands in the question.
    """
    return _covered(place) if picture.match is MatchClass.ALTERED_COPY else _original(place)


def registered_file(match: MatchClass, place: int) -> bytes:
    """
    Give the file of a registered photo which the one that is sent resembles so.
    """
    return _another_frame(place) if match is MatchClass.SIMILAR else _original(place)


@cache
def _scene(place: int) -> Image.Image:
    return draw_scene(41 + place)


@cache
def _original(place: int) -> bytes:
    return encode(_scene(place), "JPEG", quality=90)


@cache
def _another_frame(place: int) -> bytes:
    width, height = _scene(place).size
    moved = _scene(place).crop((STEP_PX, 0, width, height)).resize((width, height))
    return encode(moved, "JPEG", quality=90)


@cache
def _covered(place: int) -> bytes:
    covered = _scene(place).copy()
    ImageDraw.Draw(covered).rectangle((20, 20, 100, 50), fill=WHITE)
    return encode(covered, "JPEG", quality=90)
