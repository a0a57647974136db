"""
Refuse what is not well formed, in words that may be shown.

The framework's own details may repeat what was sent, so nobody is shown them; these are.
"""

from http import HTTPStatus

from litestar.exceptions import HTTPException, ValidationException


def malformed(message: str, field: str = "") -> ValidationException:
    """
    Refuse a request (400), or one *field* of it.
    """
    return ValidationException(extra=_shown(message, field))


def unread(message: str) -> HTTPException:
    """
    Refuse a body of a kind that is not read (415).
    """
    return HTTPException(status_code=HTTPStatus.UNSUPPORTED_MEDIA_TYPE, extra=_shown(message))


def _shown(message: str, field: str = "") -> list[dict[str, str]]:
    return [{"message": message, "key": field}]
