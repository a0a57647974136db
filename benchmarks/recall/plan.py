"""
Say which photo is asked as what: few enough to finish, spread over everything.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from math import lcm

from benchmarks.recall.families import ALTERED, FAMILIES, HONEST, Family
from benchmarks.recall.photographs import Photograph
from benchmarks.recall.variant import Variant


@dataclass(frozen=True, slots=True)
class Size:
    """
    How much is asked of one half.
    """

    per_family: int
    altered: int
    honest: int
    elsewhere_every: int
    """Each so manieth picture is also asked where its photo is not registered."""


@dataclass(frozen=True, slots=True)
class Task:
    """
    One picture to make and ask.
    """

    photograph: Photograph
    family: Family
    variant: Variant
    others: tuple[Photograph, ...]
    elsewhere: bool

    @property
    def name(self) -> str:
        """
        Give what its chance hangs on.
        """
        return f"{self.family.name} {self.variant.name}"


def tasks(base: Sequence[Photograph], others: Sequence[Photograph], size: Size) -> list[Task]:
    """
    Plan one half, photo by photo.

    Args:
        others: The other half, of which pieces are borrowed: they are registered
            where the picture is not asked.
    """
    if not base:
        return []
    lending = cycle(others)
    planned = [
        Task(
            photograph,
            family,
            variant,
            tuple(islice(lending, variant.others)) if others else (),
            family in FAMILIES and _is_elsewhere(number, family, size),
        )
        for family in (*FAMILIES, ALTERED, HONEST)
        for number, (photograph, variant) in enumerate(_drawn(family, base, size))
        if others or not variant.others
    ]
    # Photo by photo: each is opened once, and the rate says when it will end.
    return sorted(planned, key=lambda task: task.photograph.digest)


def _is_elsewhere(number: int, family: Family, size: Size) -> bool:
    """
    Pick each so manieth, other variants in every round over them.
    """
    turn, place = divmod(number, len(family.variants))
    return (turn + place) % size.elsewhere_every == 0


def _drawn(
    family: Family, base: Sequence[Photograph], size: Size
) -> Iterator[tuple[Photograph, Variant]]:
    """
    Spread a family's pictures over photos and variants.

    Both take turns.  Where their turns would meet again the variants step on by one,
    so that every variant is asked before any is asked twice, and no photo is asked
    the same twice before it was asked everything.
    """
    photos, variants = len(base), len(family.variants)
    count = {ALTERED.name: size.altered, HONEST.name: size.honest}
    for number in range(count.get(family.name, size.per_family)):
        place = (number + number // lcm(photos, variants)) % variants
        yield base[number % photos], family.variants[place]
