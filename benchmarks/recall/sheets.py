"""
Draw every imitation of a photo on contact sheets, to be looked at.
"""

from pathlib import Path

from PIL import Image

from benchmarks.recall.families import ALTERED, FAMILIES, HONEST, Family
from benchmarks.recall.geometry import contain
from benchmarks.recall.interface import write
from benchmarks.recall.photographs import Photograph, travelling
from benchmarks.recall.variant import Material, opened

_CELL_PX, _ACROSS = 300, 6


def draw_sheets(folder: Path, photographs: list[Photograph], seed: int) -> None:
    """
    Write one sheet a family, its imitations of different photos side by side.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for family in (*FAMILIES, ALTERED, HONEST):
        _sheet(family, photographs, seed).save(folder / f"{family.name}.png")


def _sheet(family: Family, photographs: list[Photograph], seed: int) -> Image.Image:
    """
    Draw one family.
    """
    rows = -(-len(family.variants) // _ACROSS)
    sheet = Image.new("RGB", (_ACROSS * _CELL_PX, rows * _CELL_PX), (90, 90, 90))
    for number, variant in enumerate(family.variants):
        photograph = photographs[number % len(photographs)]
        others = tuple(
            travelling(photographs[(number + 1 + other) % len(photographs)].path)
            for other in range(variant.others)
        )
        chance = photograph.chance(seed, f"{family.name} {variant.name}")
        made = variant.make(Material(travelling(photograph.path), others, chance))
        shown = contain(opened(variant.save(made)), _CELL_PX - 8, _CELL_PX - 30)
        left, top = number % _ACROSS * _CELL_PX, number // _ACROSS * _CELL_PX
        sheet.paste(shown, (left + 4, top + 26))
        write(sheet, (left + 4, top + 4), f"{variant.name} {made.size}", 14, (255, 255, 255))
    return sheet
