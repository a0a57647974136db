"""
Say what a scene is: who stands where, why, and whose picture it is.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from PIL import Image

from cli.demo.drawing.brush import Box, Canvas, Size
from cli.demo.drawing.figure import HEADS, Figure, place
from cli.demo.drawing.light import finish
from service.decision.terms import Purpose, RightsSource, Visibility

Painter = Callable[[Canvas], None]
Region = tuple[int, int, int, int]
"""Left, top, width, height in thousandths of the picture."""


@dataclass(frozen=True, slots=True)
class Cameo:
    """
    Somebody in a scene.
    """

    slug: str
    """Who, in `cli.demo.cast`; empty for somebody nobody knows."""
    figure: Figure
    visibility: Visibility = Visibility.TARGETED
    in_function: bool = False
    """Shown doing a public office."""

    def outline(self) -> Box:
        """
        Tell around what part of the picture the figure stands, arms aside.
        """
        radius = self.figure.height / HEADS[self.figure.look.build]
        top = self.figure.head_top - 0.4 * radius
        x, y = self.figure.feet
        return (x - 2.0 * radius, top, 4.0 * radius, y - top)


@dataclass(frozen=True, slots=True)
class Depicted:
    """
    One person of the cast in a picture, as the registry wants it told.
    """

    slug: str
    region: Region
    visibility: Visibility
    in_function: bool


@dataclass(frozen=True, slots=True)
class Scene:
    """
    A picture to be drawn, with what its photographer would know of it.
    """

    slug: str
    title: str
    unit: str
    """The service it comes from, empty for the whole house."""
    purpose: Purpose
    parts: tuple[Painter | Cameo, ...]
    """From back to front."""
    alt: str = ""
    """What somebody who does not see it is told, in French."""
    photographer: str = "Nora Lemaire"
    credit: str = "© Les Glycines / Nora Lemaire"
    licence: str = "Les Glycines, tous usages internes et externes"
    source: RightsSource = RightsSource.STAFF
    taken_days_ago: int = 20
    size: Size = (1600, 1200)
    complete: bool = True
    """Whether somebody attested that nobody else can be recognised."""
    informed: bool = False
    """Whether those around were told beforehand (row C2)."""
    public_place: bool = False
    vignette: float = 0.3
    tone: Callable[[Image.Image], Image.Image] | None = field(default=None, compare=False)

    @property
    def people(self) -> tuple[Depicted, ...]:
        """
        List everybody of the cast who is in it, with where they are.
        """
        return tuple(
            Depicted(
                part.slug, _region(part.outline(), self.size), part.visibility, part.in_function
            )
            for part in self.parts
            if isinstance(part, Cameo) and part.slug
        )


def _region(outline: Box, size: Size) -> Region:
    left, top = max(0.0, outline[0]), max(0.0, outline[1])
    right = min(size[0], outline[0] + outline[2])
    bottom = min(size[1], outline[1] + outline[3])
    thousandths = (
        left / size[0],
        top / size[1],
        (right - left) / size[0],
        (bottom - top) / size[1],
    )
    x, y, width, height = (int(part * 1000) for part in thousandths)
    return (x, y, width, height)


def draw(scene: Scene) -> Image.Image:
    """
    Draw a scene, the same every time.
    """
    canvas = Canvas(scene.size, "#ffffff")
    for part in scene.parts:
        if isinstance(part, Cameo):
            place(canvas, part.figure)
        else:
            part(canvas)
    picture = finish(canvas, scene.slug, scene.vignette)
    return scene.tone(picture) if scene.tone else picture


def moved(scene: Scene, *newcomers: Cameo, step: float = 6.0) -> Scene:
    """
    Give the next frame of a burst: all moved a little, somebody came.
    """
    parts: list[Painter | Cameo] = []
    for index, part in enumerate(scene.parts):
        if not isinstance(part, Cameo):
            parts.append(part)
            continue
        (x, y), sway = part.figure.feet, step if index % 2 else -step
        parts.append(replace(part, figure=replace(part.figure, feet=(x + sway, y))))
    last = max(index for index, part in enumerate(parts) if isinstance(part, Cameo))
    return replace(scene, parts=(*parts[: last + 1], *newcomers, *parts[last + 1 :]))
