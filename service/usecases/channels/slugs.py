"""
Accept short names that stand beside ids in questions and answers.
"""

import re

from service.errors import InvalidInput
from service.usecases import text

_LIKE_AN_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def checked_slug(slug: str) -> str:
    """
    Accept a short name that cannot be taken for the id of something else.

    Raises:
        InvalidInput: It is no short name, or looks like an id.
    """
    if _LIKE_AN_ID.fullmatch(slug):
        raise InvalidInput("This short name could be taken for an id.", field="slug")
    return text.slug(slug)
