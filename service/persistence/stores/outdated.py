"""
Bring the evidence of photos up to today's recipes.

Old evidence stays: it may only go when the photo is erased.
"""

from collections.abc import Sequence

from sqlalchemy import (
    ColumnElement,
    Integer,
    Table,
    Text,
    and_,
    bindparam,
    exists,
    func,
    or_,
    select,
)

from service.decision.ids import PhotoId
from service.persistence.fingerprints import Fingerprints
from service.persistence.following import Followed
from service.persistence.outside import Sealer
from service.persistence.queries import mine
from service.persistence.schema.photos import (
    photo_features,
    photo_fingerprints,
    photo_previews,
)
from service.persistence.statements import Prepared
from service.persistence.stores.photo_rows import (
    ADD_FEATURES,
    ADD_FINGERPRINT,
    features_row,
    fingerprint_row,
)
from service.persistence.transaction import Transaction
from service.records.photos import FeaturesRecord, FingerprintRecord, Recipe, Recipes


def _has(table: Table, name: str) -> ColumnElement[bool]:
    """
    Tell whether a photo has evidence of the recipe given as *name*.
    """
    return exists().where(
        and_(
            table.c.organisation_id == photo_previews.c.organisation_id,
            table.c.photo_id == photo_previews.c.photo_id,
            table.c.algorithm == bindparam(name, type_=Text()),
            table.c.algorithm_version == bindparam(f"{name}_version", type_=Integer()),
        )
    )


_lacks_some = and_(
    mine(photo_previews),
    or_(~_has(photo_fingerprints, "fingerprint"), ~_has(photo_features, "features")),
)
COUNT = Prepared(select(func.count()).select_from(photo_previews).where(_lacks_some))
PAGE = Prepared(
    select(photo_previews.c.photo_id)
    .where(_lacks_some, photo_previews.c.photo_id > bindparam("after", type_=Text()))
    .order_by(photo_previews.c.photo_id)
    .limit(bindparam("limit", type_=Integer()))
)
PREVIEW = Prepared(select(photo_previews.c.sealed_jpeg).where(mine(photo_previews, "photo_id")))
LACKS = {
    name: Prepared(
        select(photo_previews.c.photo_id).where(
            mine(photo_previews, "photo_id"), ~_has(table, name)
        )
    )
    for name, table in (("fingerprint", photo_fingerprints), ("features", photo_features))
}


class SqlOutdatedPhotos:
    """
    The photos of one transaction that lack evidence.
    """

    def __init__(
        self, transaction: Transaction, sealer: Sealer, fingerprints: Followed[Fingerprints]
    ) -> None:
        """
        Work in *transaction*; *sealer* encrypts whatever shows the picture.
        """
        self._transaction = transaction
        self._sealer = sealer
        self._fingerprints = fingerprints

    def count(self, recipes: Recipes) -> int:
        """
        Count the photos and stills that lack evidence.
        """
        return self._transaction.number(COUNT, **_asked(recipes))

    def page(self, recipes: Recipes, after: str, limit: int) -> Sequence[PhotoId]:
        """
        Give those whose id comes after *after*, in order.
        """
        rows = self._transaction.all(PAGE, after=after, limit=limit, **_asked(recipes))
        return [PhotoId(row[0]) for row in rows]

    def preview(self, photo_id: PhotoId) -> bytes | None:
        """
        Give the preview; None when the photo was erased meanwhile.
        """
        row = self._transaction.first(PREVIEW, photo_id=photo_id)
        return self._sealer.open(row[0]) if row else None

    def renew(
        self, photo_id: PhotoId, fingerprint: FingerprintRecord, features: FeaturesRecord
    ) -> bool:
        """
        Write what is not written yet; tell whether there was any such.

        Two who do it at once take turns, and the second finds nothing to do.
        """
        self._fingerprints.changed(photo_id)
        wanted = {
            "fingerprint": (ADD_FINGERPRINT, fingerprint_row(fingerprint, self._sealer)),
            "features": (ADD_FEATURES, features_row(features, self._sealer)),
        }
        written = 0
        for name, (insert, row) in wanted.items():
            made = {name: row["algorithm"], f"{name}_version": row["algorithm_version"]}
            if self._transaction.first(LACKS[name], photo_id=photo_id, **made):
                self._transaction.run(insert, photo_id=photo_id, **row)
                written += 1
        return written > 0


def _asked(recipes: Recipes) -> dict[str, object]:
    """
    Give the parameters that name the recipes.
    """
    return _named("fingerprint", recipes.fingerprint) | _named("features", recipes.features)


def _named(name: str, recipe: Recipe) -> dict[str, object]:
    return {name: recipe.algorithm, f"{name}_version": recipe.version}
