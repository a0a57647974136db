"""
Ask for the comparing of pictures.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class ToCompare:
    """
    What is kept of a registered picture, to lay another one over it.
    """

    preview_jpeg: bytes = field(repr=False)
    features: bytes = field(repr=False)
    near: bool
    """Its fingerprint is near: then it is at least similar."""


class ComparisonLike(Protocol):
    """
    What comes of comparing a picture with a registered one.
    """

    @property
    def match(self) -> str:
        """
        Name the class: `verified_copy`, `altered_copy`, `similar` or `none`.
        """
        ...

    @property
    def differing(self) -> Sequence[tuple[int, int, int, int]]:
        """
        Give left, top, right, bottom of each place that differs.

        In thousandths of the registered picture.
        """
        ...

    @property
    def seen(self) -> Sequence[tuple[int, int]]:
        """
        Give the corners of what of the registered picture is shown.
        """
        ...

    @property
    def cut(self) -> bool:
        """
        Tell whether part of the registered picture is not in it.
        """
        ...
