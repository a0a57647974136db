"""
Say what saving would change, before anything is saved.
"""

from dataclasses import dataclass

from service.decision.ids import PersonId
from service.usecases.families.cards import PersonMatters
from service.usecases.families.choices import Answers, Change, changes_of
from service.usecases.families.doors import Family
from service.usecases.families.show_matters import ShowMatters


@dataclass(frozen=True, slots=True)
class Preview:
    """
    What would change for one person.
    """

    matters: PersonMatters
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class PreviewAnswers:
    """
    Say what saving would change.
    """

    show_matters: ShowMatters

    def __call__(self, family: Family, person_id: PersonId, answers: Answers) -> Preview:
        """
        Give what would change; nothing is written.

        Raises:
            NotFound: They do not speak for anybody with this id.
            InvalidInput: An answer to something that is not asked.
            Conflict: A form has changed since it was shown.
        """
        matters = self.show_matters.one(family, person_id)
        return Preview(matters, changes_of(matters, answers))
