"""
Say which photo is asked as what: few enough to finish, spread over everything.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, islice

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
            family in FAMILIES and number % size.elsewhere_every == 0,
        )
        for family in (*FAMILIES, ALTERED, HONEST)
        for number, (photograph, variant) in enumerate(_drawn(family, base, size))
        if others or not variant.others
    ]
    # Photo by photo: each is opened once, and the rate says when it will end.
    return sorted(planned, key=lambda task: task.photograph.digest)


def _drawn(
    family: Family, base: Sequence[Photograph], size: Size
) -> Iterator[tuple[Photograph, Variant]]:
    """
    Spread a family's pictures over photos and variants.

    Each round over the photos shifts the variants by one, so that no photo is asked
    the same twice before every variant had its turn.
    """
    count = {ALTERED.name: size.altered, HONEST.name: size.honest}
    for number in range(count.get(family.name, size.per_family)):
        turn, place = divmod(number, len(base))
        yield base[place], family.variants[(place + turn) % len(family.variants)]
