"""
Give what is kept of the points that stand out in a picture.

All of it follows from what the picture is searched with.  So a worker says only that,
and the service works out the rest where it stores it: it cannot be told features of
one picture and a sketch of another.
"""

from service.fingerprint.features.values import REGISTERED_POINTS, Views
from service.fingerprint.index.sketch import sketch_of


def features_in(views: bytes) -> bytes:
    """
    Give what is stored of these views; of none, nothing.
    """
    if not views:
        return b""
    return Views.from_bytes(views).straight.first(REGISTERED_POINTS).to_bytes()


def sketch_in(views: bytes) -> bytes:
    """
    Give what is held in memory of these views; of none, nothing.
    """
    return sketch_of(Views.from_bytes(views).straight) if views else b""


def checked_views(views: bytes, *, may_have_some: bool) -> bytes:
    """
    Give *views* back if they are views of something, or none.

    Raises:
        ValueError: They are neither, or there may be none.
    """
    if views and not (may_have_some and len(Views.from_bytes(views).straight)):
        raise ValueError
    return views
