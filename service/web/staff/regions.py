"""
Read regions of a picture: four numbers in per cent, typed or drawn.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from service.decision.lineage import WHOLE
from service.decision.photos import Region
from service.usecases.numbers import decimal
from service.web.fields import Fields

SIDES: Final = ("left", "top", "width", "height")
FIELD: Final = "region-"
"""What the field of a region is called, before the key of whose it is."""
_POSITION: Final = re.compile(r"[a-z]+\.([0-9]{1,4})\.region")
_PER_CENT: Final = WHOLE / 100


@dataclass(frozen=True, slots=True)
class TypedRegion:
    """
    A region as it stands in a form, kept so that nothing is typed twice.
    """

    left: str = ""
    top: str = ""
    width: str = ""
    height: str = ""

    @property
    def is_empty(self) -> bool:
        """
        Tell whether nothing was marked.
        """
        return not (self.left or self.top or self.width or self.height)

    def read(self, field: str) -> Region | None:
        """
        Give the region, or None if nothing was marked.

        Raises:
            InvalidInput: Some number is missing, or none; the verb checks the rest.
        """
        if self.is_empty:
            return None
        return Region(*(round(decimal(getattr(self, side), field) * _PER_CENT) for side in SIDES))


def typed_region(fields: Fields, key: str) -> TypedRegion:
    """
    Give what stands in the four fields of a region.
    """
    return TypedRegion(*(fields[f"{side}-{key}"] for side in SIDES))


def shown_region(region: Region | None) -> TypedRegion:
    """
    Write a region into its four fields.
    """
    if region is None:
        return TypedRegion()
    return TypedRegion(*(f"{getattr(region, side) / _PER_CENT:g}" for side in SIDES))


def region_at_fault(field: str | None, keys: Sequence[str]) -> str:
    """
    Give the key of the region that was refused; empty: it was none.

    Args:
        keys: Of those that were sent, in their order.
    """
    if field and field.startswith(FIELD):
        return field.removeprefix(FIELD)
    found = _POSITION.fullmatch(field or "")
    position = int(found[1]) if found else len(keys)
    return keys[position] if position < len(keys) else ""
