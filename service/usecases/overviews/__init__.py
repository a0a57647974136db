"""
Verbs that look over people: who, what ends, what changed, what goes.

`windows.py` counts the days; nothing is stored: each list is worked out anew from what
is recorded.  Start reading at `list_coming_of_age.py`.
"""

from dataclasses import dataclass

from service.decision.jurisdiction import Jurisdictions
from service.usecases.desk import Desk
from service.usecases.overviews.list_changes import LONGEST, Change, ChangeKind, ListChanges
from service.usecases.overviews.list_coming_of_age import ListComingOfAge, Milestone, Threshold
from service.usecases.overviews.list_expiring import Expiring, ListExpiring
from service.usecases.overviews.windows import MAX_DAYS, NOTICE_DAYS
from service.usecases.people.preview_erasure import PreviewErasure
from service.usecases.people.search_people import SearchPeople
from service.usecases.people.show_erasure import ShowErasure
from service.usecases.people.show_standing import ShowStanding

__all__ = [
    "LONGEST",
    "MAX_DAYS",
    "NOTICE_DAYS",
    "Change",
    "ChangeKind",
    "Expiring",
    "Milestone",
    "Overviews",
    "Threshold",
    "overviews",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overviews:
    """
    Every such verb as a field: `registry.overviews.list_expiring`.
    """

    search_people: SearchPeople
    show_standing: ShowStanding
    preview_erasure: PreviewErasure
    show_erasure: ShowErasure
    list_expiring: ListExpiring
    list_coming_of_age: ListComingOfAge
    list_changes: ListChanges


def overviews(desk: Desk, law: Jurisdictions) -> Overviews:
    """
    Give each verb its ports.
    """
    return Overviews(
        search_people=SearchPeople(desk),
        show_standing=ShowStanding(desk, law),
        preview_erasure=PreviewErasure(desk),
        show_erasure=ShowErasure(desk),
        list_expiring=ListExpiring(desk, law),
        list_coming_of_age=ListComingOfAge(desk, law),
        list_changes=ListChanges(desk),
    )
