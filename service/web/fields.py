"""
Read the text fields of a form.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import parse_qsl

from litestar import Request
from litestar.exceptions import ClientException

MOST_FIELDS: Final = 1_000
_URLENCODED: Final = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Fields:
    """
    What was typed and ticked, by field.
    """

    texts: Mapping[str, Sequence[str]]

    def __getitem__(self, name: str) -> str:
        """
        Give the text of a field without spaces around it; left out, it is empty.
        """
        sent = self.texts.get(name, ())
        return sent[-1].strip() if sent else ""

    def secret(self, name: str) -> str:
        """
        Give the text of a field exactly as it was typed: a password.
        """
        sent = self.texts.get(name, ())
        return sent[-1] if sent else ""

    def __contains__(self, name: str) -> bool:
        """
        Tell whether a field was sent, be it empty: a ticked box, a pressed button.
        """
        return name in self.texts

    def many(self, name: str) -> tuple[str, ...]:
        """
        Give all values of a field that may come several times.
        """
        return tuple(self.texts.get(name, ()))


NOTHING: Final = Fields({})
"""A form that nobody sent."""


async def provide_fields(request: Request[Any, Any, Any]) -> Fields:
    """
    Read the form of a request, whose size its route limits.

    Raises:
        ClientException: It is no form, not UTF-8, or has far too many fields.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _URLENCODED:
        raise ClientException("This is not a form.")
    try:
        pairs = parse_qsl(
            (await request.body()).decode("ascii"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=MOST_FIELDS,
        )
    except ValueError:
        raise ClientException("This form cannot be read.") from None
    texts: dict[str, list[str]] = {}
    for name, value in pairs:
        if "\0" in value:
            raise ClientException("This form cannot be read: there is a NUL in it.")
        texts.setdefault(name, []).append(value)
    return Fields(texts)


def status_of(fault: str | None) -> int:
    """
    Give the status of a form: "" is no fault, None one without a field.
    """
    return 200 if fault == "" else 422
