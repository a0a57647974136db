"""
Take a post along while one of its pictures is covered or registered.

The words of a post are stored nowhere before it is proposed; so they travel in the
forms, and whoever comes back from there, also by "Cancel", finds them again.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
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

    @property
    def fields(self) -> Mapping[str, str]:
        """
        Give it as forms send it on.
        """
        return {
            f"{PREFIX}drafts": " ".join(self.draft_ids),
            f"{PREFIX}caption": self.caption,
            f"{PREFIX}channel": self.channel,
            f"{PREFIX}purpose": self.purpose,
            f"{PREFIX}on": self.on,
        }

    def with_instead(self, new: str, old: str) -> "Errand":
        """
        Give the post with picture *new* in the place of *old*.
        """
        return replace(
            self, draft_ids=tuple(new if each == old else each for each in self.draft_ids)
        )

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
    errand = Errand.of(fields)
    return errand.fields if errand else {}


def typed_so_far(fields: Fields) -> Mapping[str, str]:
    """
    Give what was typed and is asked again later: nobody types it twice.
    """
    return {name: fields[name] for name in fields.texts if name not in _ASKED_ANEW}
