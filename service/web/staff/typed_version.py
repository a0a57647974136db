"""
Read what was typed and ticked for the next version of a form.
"""

from dataclasses import dataclass
from typing import Final

from service.decision.ids import ChannelId, GroupId
from service.decision.terms import Category, Matter, Purpose
from service.usecases.forms import VersionDetails
from service.web.fields import Fields

TEXT: Final = "text-"
"""How the names of the fields begin that hold the words of one language."""


@dataclass(frozen=True, slots=True)
class TypedVersion:
    """
    What stands in the form of a version.

    Kept, so that nothing is typed twice.
    """

    texts: dict[str, str]
    matters: tuple[str, ...] = (Matter.IMAGE.value,)
    purposes: tuple[str, ...] = (Purpose.INFORMATION.value,)
    channel_ids: tuple[str, ...] = ()
    group_ids: tuple[str, ...] = ()
    explicit: bool = False
    material: bool = True
    states_refusal_is_free: bool = False
    categories: tuple[str, ...] = ()

    @classmethod
    def of(cls, fields: Fields, languages: tuple[str, ...]) -> "TypedVersion":
        """
        Read what was typed and ticked; line ends are those of text.
        """
        return cls(
            texts={each: _text(fields, f"{TEXT}{each}") for each in languages},
            matters=fields.many("matters"),
            purposes=fields.many("purposes"),
            channel_ids=fields.many("channel_ids"),
            group_ids=fields.many("group_ids"),
            explicit="explicit" in fields,
            material="material" in fields,
            states_refusal_is_free="states_refusal_is_free" in fields,
            categories=fields.many("categories"),
        )

    def details(self) -> VersionDetails:
        """
        Give it as the verb reads it.

        Raises:
            ValueError: A choice is none of those offered.
        """
        return VersionDetails(
            texts={name: text for name, text in self.texts.items() if text},
            matters=frozenset(Matter(each) for each in self.matters),
            purposes=frozenset(Purpose(each) for each in self.purposes),
            channel_ids=frozenset(ChannelId(each) for each in self.channel_ids),
            group_ids=frozenset(GroupId(each) for each in self.group_ids),
            explicit=self.explicit,
            material=self.material,
            states_refusal_is_free=self.states_refusal_is_free,
            categories=frozenset(Category(each) for each in self.categories),
        )


def _text(fields: Fields, name: str) -> str:
    """
    Read a long text: its lines end as lines do, whatever the browser sends.
    """
    return fields[name].replace("\r\n", "\n")
