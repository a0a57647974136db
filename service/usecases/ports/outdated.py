"""
Ask for photos whose evidence is not made as it is made today.
"""

from collections.abc import Sequence
from typing import Protocol

from service.decision.ids import PhotoId
from service.records.photos import FeaturesRecord, FingerprintRecord, Recipes


class OutdatedPhotos(Protocol):
    """
    Reach photos and stills that lack evidence of today's recipes.
    """

    def count(self, recipes: Recipes) -> int:
        """
        Count them.
        """
        ...

    def page(self, recipes: Recipes, after: str, limit: int) -> Sequence[PhotoId]:
        """
        Give those whose id comes after *after*, in order.
        """
        ...

    def preview(self, photo_id: PhotoId) -> bytes | None:
        """
        Give the preview; None when the photo was erased meanwhile.
        """
        ...

    def renew(
        self, photo_id: PhotoId, fingerprint: FingerprintRecord, features: FeaturesRecord
    ) -> bool:
        """
        Write what is not written yet; tell whether there was any such.

        The next check anywhere finds the photo by it.
        """
        ...
