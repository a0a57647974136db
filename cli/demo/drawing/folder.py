"""
Write the pictures of the demo into a folder, as telephones would.

Two folders: `photos` holds what the house registers, `essais` what somebody finds on
a telephone and wants to know about.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path

from PIL import Image

from cli.demo.drawing.scene import Scene, draw
from cli.demo.drawing.scenes.beach import PLAGE
from cli.demo.drawing.scenes.catalogue import NEIGHBOUR, SCENES, UNREGISTERED
from cli.demo.drawing.scenes.ribbon import RUBAN
from cli.demo.drawing.scenes.snow import NEIGE
from cli.demo.drawing.scenes.training import FORMATION
from cli.demo.drawing.scenes.workshop import ATELIER
from cli.demo.drawing.variations import cropped, forwarded, mirrored, photographed_screen, trimmed

EXIF_ARTIST, EXIF_COPYRIGHT, EXIF_TAKEN = 0x013B, 0x8298, 0x0132
EARLIEST_CAMERA = date(1990, 1, 1)
"""Older pictures were scanned: no camera wrote a date into them."""
JPEG_QUALITY, WEBP_QUALITY = 90, 86
FORMATS = {"anniversaire": "png", "atelier": "webp", "fresque": "webp"}
"""Scenes that do not come as JPEG."""


class Kind(StrEnum):
    """
    What a file is to the registry.
    """

    REGISTERED = "registered"
    COPY = "copy"
    """The same picture, compressed or scaled again."""
    TURNED = "turned"
    """The same picture, shown another way round."""
    ALTERED = "altered"
    """Part of the picture is gone, or something is around it."""
    NEIGHBOUR = "neighbour"
    """Another frame: somebody else may be in it."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Drawn:
    """
    A file that was written, and what a newcomer should see in it.
    """

    file: Path
    scene: Scene
    kind: Kind
    caption: str


@dataclass(frozen=True, slots=True)
class Trial:
    """
    Something to try on the registry.
    """

    name: str
    scene: Scene
    kind: Kind
    change: Callable[[Image.Image], Image.Image]
    caption: str


TRIALS: tuple[Trial, ...] = (
    Trial(
        "whatsapp-atelier.jpg",
        ATELIER,
        Kind.COPY,
        forwarded,
        "The workshop after two trips through a chat: smaller, but the same picture.",
    ),
    Trial(
        "whatsapp-plage.jpg",
        PLAGE,
        Kind.COPY,
        forwarded,
        "The beach after two trips through a chat: the refused child is still in it.",
    ),
    Trial(
        "bord-coupe-neige.jpg",
        NEIGE,
        Kind.ALTERED,
        trimmed,
        "The snow with a narrow strip cut off: who stood at the edge?",
    ),
    Trial(
        "recadrage-ruban.jpg",
        RUBAN,
        Kind.ALTERED,
        cropped,
        "The ribbon with one person cut away: who is still visible?",
    ),
    Trial(
        "capture-plage.png",
        PLAGE,
        Kind.ALTERED,
        photographed_screen,
        "The beach in a screenshot of somebody's post.",
    ),
    Trial(
        "miroir-formation.jpg",
        FORMATION,
        Kind.TURNED,
        mirrored,
        "The training, mirrored by a front camera: turned round, the same people.",
    ),
    Trial(
        "rafale-jardin.jpg",
        NEIGHBOUR,
        Kind.NEIGHBOUR,
        Image.Image.copy,
        "The garden one second later: a child in hiding has walked in.",
    ),
    Trial(
        "inconnue-ferme.jpg",
        UNREGISTERED,
        Kind.UNKNOWN,
        Image.Image.copy,
        "A farm that the registry has never seen.",
    ),
)


def contents_of(path: Path) -> list[Drawn]:
    """
    Tell what each file shows that `render_folder` draws into *path*.
    """
    photos, trials = path / "photos", path / "essais"
    registered = [
        Drawn(
            photos / f"{number:02}-{scene.slug}.{FORMATS.get(scene.slug, 'jpg')}",
            scene,
            Kind.REGISTERED,
            f"{scene.title}. {scene.alt}",
        )
        for number, scene in enumerate(SCENES, start=1)
    ]
    tried = [Drawn(trials / each.name, each.scene, each.kind, each.caption) for each in TRIALS]
    return registered + tried


def render_folder(path: Path, today: date) -> list[Drawn]:
    """
    Draw everything into *path* and tell what each file shows.

    The same day gives the same bytes.
    """
    drawn = contents_of(path)
    for folder in {each.file.parent for each in drawn}:
        folder.mkdir(parents=True, exist_ok=True)
    pictures = {scene: draw(scene) for scene in (*SCENES, NEIGHBOUR, UNREGISTERED)}
    for each in drawn:
        if each.kind is Kind.REGISTERED:
            _save(pictures[each.scene], each.file, each.scene, today)
    for trial, each in zip(TRIALS, drawn[len(SCENES) :], strict=True):
        _save(trial.change(pictures[trial.scene]), each.file)
    return drawn


def _save(
    picture: Image.Image, file: Path, scene: Scene | None = None, today: date | None = None
) -> None:
    """
    Write a picture in the format its name says, with what a camera adds.
    """
    exif = Image.Exif()
    if scene is not None and today is not None:
        exif[EXIF_ARTIST] = scene.photographer
        exif[EXIF_COPYRIGHT] = scene.credit
        taken_on = today - timedelta(days=scene.taken_days_ago)
        if taken_on > EARLIEST_CAMERA:
            exif[EXIF_TAKEN] = f"{taken_on:%Y:%m:%d} 14:05:00"
    if file.suffix == ".png":
        picture.save(file, compress_level=1, exif=exif)
    elif file.suffix == ".webp":
        picture.save(file, quality=WEBP_QUALITY, exif=exif)
    else:
        picture.save(file, quality=JPEG_QUALITY, exif=exif)
