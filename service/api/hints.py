"""
Say what would have been right where something was not.

Only words of the API's own description: never anything that was sent.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from msgspec import inspect

from service.api.wire import ID_PATTERN, INSTANT_PATTERN, KEY_PATTERN

_PLACE = re.compile(r"(?: - at `\$([^`]*)`)?$")
_PART = re.compile(r"\.?([^.\[\]]+)|\[(\d+)\]")
_NO_CHOICE = "Invalid enum value"
_NOT_KNOWN = "Object contains unknown field"
_MATCHING = re.compile(r"^Expected `str` matching regex '(.*)'$")
_DATE: Final = "Expected a date, like `2027-09-01`"
_INSTANT: Final = "Expected an instant with its zone, like `2027-09-01T09:30:00Z`"
_PLAINER: Final[Mapping[str, str]] = {
    "Invalid RFC3339 encoded date": _DATE,
    "Invalid RFC3339 encoded datetime": _INSTANT,
    "Expected `datetime` with a timezone component": _INSTANT,
    INSTANT_PATTERN: _INSTANT,
    ID_PATTERN: "Expected an id: 1 to 64 letters, digits, `-` and `_`",
    KEY_PATTERN: "Expected visible ASCII characters, without spaces",
}
"""What msgspec says, or the pattern it asks for, in words for whoever reads neither."""


def plainer(message: str) -> str:
    """
    Say plainly what msgspec says by citing a standard or a pattern.
    """
    pattern = _MATCHING.match(message)
    cited = pattern[1].replace(r"\\", "\\") if pattern else message
    return _PLAINER.get(cited, message)


def hinted(message: str, kind: object) -> str:
    """
    Add what *kind* would take to what msgspec said of a body.

    The place stays at the end.
    """
    place = _PLACE.search(message)
    if place is None:  # never: the pattern matches the empty end
        return message
    said, at = message[: place.start()], message[place.start() :]
    if not said.startswith((_NO_CHOICE, _NOT_KNOWN)):
        return message
    found = _within(inspect.type_info(kind), place[1] or "")
    if said.startswith(_NO_CHOICE) and isinstance(found, inspect.EnumType):
        return f"Expected one of {_listed(str(each.value) for each in found.cls)}{at}"
    if said.startswith(_NOT_KNOWN) and isinstance(found, inspect.StructType):
        return f"{said}; known are {_listed(each.encode_name for each in found.fields)}{at}"
    return message


def _within(kind: inspect.Type, path: str) -> inspect.Type | None:
    """
    Go down *path* in a description, as far as it leads to one thing only.
    """
    found: inspect.Type | None = _bare(kind)
    for part in _PART.finditer(path):
        if part[2] is not None and isinstance(found, inspect.ListType):
            found = _bare(found.item_type)
        elif part[1] is not None and isinstance(found, inspect.StructType):
            named = (each.type for each in found.fields if each.encode_name == part[1])
            found = next(map(_bare, named), None)
        else:
            return None
    return found


def _bare(kind: inspect.Type) -> inspect.Type:
    """
    Leave out limits and examples, and null where it stands beside one other thing.
    """
    if isinstance(kind, inspect.Metadata):
        return _bare(kind.type)
    if isinstance(kind, inspect.UnionType):
        others = [each for each in kind.types if not isinstance(each, inspect.NoneType)]
        return _bare(others[0]) if len(others) == 1 else kind
    return kind


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{each}`" for each in names)
