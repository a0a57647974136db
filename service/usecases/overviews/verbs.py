"""
Hold the verbs that look over people, channels and forms.
"""

from dataclasses import dataclass

from service.decision.jurisdiction import Jurisdictions
from service.usecases.desk import Desk
from service.usecases.overviews.list_changes import ListChanges
from service.usecases.overviews.list_coming_of_age import ListComingOfAge
from service.usecases.overviews.list_duplicates import ListDuplicates
from service.usecases.overviews.list_expiring import ListExpiring
from service.usecases.overviews.list_reviews import ListReviews
from service.usecases.overviews.list_unanimous import ListUnanimous


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewVerbs:
    """
    Every such verb as a field: `registry.overviews.list_expiring`.
    """

    list_expiring: ListExpiring
    list_coming_of_age: ListComingOfAge
    list_changes: ListChanges
    list_duplicates: ListDuplicates
    list_reviews: ListReviews
    list_unanimous: ListUnanimous


def overview_verbs(desk: Desk, law: Jurisdictions) -> OverviewVerbs:
    """
    Give each verb its ports.
    """
    return OverviewVerbs(
        list_expiring=ListExpiring(desk, law),
        list_coming_of_age=ListComingOfAge(desk, law),
        list_changes=ListChanges(desk),
        list_duplicates=ListDuplicates(desk),
        list_reviews=ListReviews(desk),
        list_unanimous=ListUnanimous(desk),
    )
