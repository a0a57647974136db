"""
Give what is kept of the points that stand out in a picture.

What is stored and what is held in memory follow from what is searched with.  So a
worker says only that, and the service works out the rest: it cannot be told features
of one picture and a sketch of another.
"""

from dataclasses import replace

from service.fingerprint.features.values import REGISTERED_POINTS, Views
from service.fingerprint.picture import Picture


def with_points(picture: Picture, views: bytes) -> Picture:
    """
    Give *picture* with what its *views* are kept as, if it has any.

    Raises:
        ValueError: These are no views, or views of a picture that can have none.
    """
    if not views:
        return picture
    points = Views.from_bytes(views).straight
    if not len(points) or picture.preview_jpeg is None or picture.textureless:
        raise ValueError
    features = points.first(REGISTERED_POINTS)
    return replace(picture, features=features.to_bytes(), views=views)
