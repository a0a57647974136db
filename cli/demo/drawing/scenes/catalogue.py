"""
List every scene of the demo in the order of a visit.
"""

from dataclasses import replace

from cli.demo.drawing.figure import Pose
from cli.demo.drawing.scene import Scene, moved
from cli.demo.drawing.scenes.archive import ARCHIVE
from cli.demo.drawing.scenes.beach import PLAGE
from cli.demo.drawing.scenes.birthday import ANNIVERSAIRE
from cli.demo.drawing.scenes.bus import BUS
from cli.demo.drawing.scenes.concert import CONCERT
from cli.demo.drawing.scenes.fair import FOIRE
from cli.demo.drawing.scenes.farm import FERME
from cli.demo.drawing.scenes.garden import JARDIN
from cli.demo.drawing.scenes.kitchen import CUISINE
from cli.demo.drawing.scenes.market import MARCHE
from cli.demo.drawing.scenes.mural import FRESQUE
from cli.demo.drawing.scenes.people import by
from cli.demo.drawing.scenes.ribbon import RUBAN
from cli.demo.drawing.scenes.snow import NEIGE
from cli.demo.drawing.scenes.sports import SPORT
from cli.demo.drawing.scenes.training import FORMATION
from cli.demo.drawing.scenes.workshop import ATELIER

SCENES: tuple[Scene, ...] = (
    JARDIN,
    PLAGE,
    SPORT,
    NEIGE,
    ATELIER,
    CUISINE,
    ANNIVERSAIRE,
    FORMATION,
    RUBAN,
    BUS,
    FOIRE,
    MARCHE,
    CONCERT,
    FRESQUE,
    ARCHIVE,
)
"""The photographs that the demo registers."""

UNREGISTERED: Scene = FERME
"""A photograph that the registry has never seen."""

NEIGHBOUR: Scene = replace(
    moved(JARDIN, by("alix-renard", (1290, 1075), 500, Pose.WAVE, turn=-0.6, merry=True)),
    title="Le potager, une seconde plus tard",
    complete=False,
)
"""The next frame of the garden: a child who must never be shown has walked in."""
