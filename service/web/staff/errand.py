"""
Take a post along while one of its pictures is registered.

The words of a post are stored nowhere before it is proposed; so they travel in the
forms, and whoever comes back from registering finds them again.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from service.web.fields import Fields

PREFIX: Final = "post-"
_ASKED_ANEW: Final = frozenset({"person", "who", "search", "check", "everybody", "compared"})


@dataclass(frozen=True, slots=True)
class Errand:
    """
    The post that somebody came from.
    """

    caption: str
    channel: str
    purpose: str
    on: str
    draft_ids: tuple[str, ...]

    @classmethod
    def of(cls, fields: Fields) -> "Errand | None":
        """
        Read it; None: the picture came alone.
        """
        if f"{PREFIX}drafts" not in fields:
            return None
        return cls(
            caption=fields[f"{PREFIX}caption"],
            channel=fields[f"{PREFIX}channel"],
            purpose=fields[f"{PREFIX}purpose"],
            on=fields[f"{PREFIX}on"],
            draft_ids=tuple(fields[f"{PREFIX}drafts"].split()),
        )


def along(fields: Fields) -> Mapping[str, str]:
    """
    Give what a next step sends on of the post alone.
    """
    return {name: fields[name] for name in fields.texts if name.startswith(PREFIX)}


def typed_so_far(fields: Fields) -> Mapping[str, str]:
    """
    Give what was typed and is asked again later: nobody types it twice.
    """
    return {name: fields[name] for name in fields.texts if name not in _ASKED_ANEW}
