"""
Put people of the cast, or strangers, into a scene in one line.
"""

from dataclasses import replace

from cli.demo.drawing.brush import Colour, Point
from cli.demo.drawing.figure import Figure, Pose
from cli.demo.drawing.looks import LOOKS, Build, passer_by
from cli.demo.drawing.scene import Cameo
from service.decision.terms import Visibility


def by(
    slug: str,
    feet: Point,
    height: float,
    pose: Pose = Pose.STAND,
    *,
    turn: float = 0.0,
    merry: bool = False,
    apron: Colour | None = None,
    wool: Colour | None = None,
) -> Cameo:
    """
    Place somebody of the cast, looking at the viewer in private clothes.
    """
    look = replace(LOOKS[slug], sash=False)
    return Cameo(slug, Figure(look, feet, height, pose, turn, merry, apron, wool))


def official(cameo: Cameo) -> Cameo:
    """
    Let somebody act in public office, with the sash if there is one.
    """
    figure = replace(cameo.figure, look=LOOKS[cameo.slug])
    return replace(cameo, figure=figure, in_function=True)


def in_crowd(cameo: Cameo) -> Cameo:
    """
    Let somebody be one among many.
    """
    return replace(cameo, visibility=Visibility.CROWD)


def in_background(cameo: Cameo) -> Cameo:
    """
    Let somebody be there without being what the picture is about.
    """
    return replace(cameo, visibility=Visibility.AMBIENCE)


def stranger(
    seed: str,
    feet: Point,
    height: float,
    pose: Pose = Pose.STAND,
    *,
    turn: float = 0.0,
    build: Build = Build.ADULT,
    wool: Colour | None = None,
    visibility: Visibility = Visibility.CROWD,
) -> Cameo:
    """
    Place somebody nobody knows.
    """
    return Cameo(
        "", Figure(passer_by(seed, build), feet, height, pose, turn, wool=wool), visibility
    )
