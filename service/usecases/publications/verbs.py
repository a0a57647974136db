"""
Hold the verbs about what was published.
"""

from dataclasses import dataclass

from service.usecases.checks.budget import Budget
from service.usecases.checks.examine import Examiner
from service.usecases.desk import Desk
from service.usecases.ports.aftermath import Aftermath
from service.usecases.publications.follow_up import CorrectPublication, TakeDownPublication
from service.usecases.publications.read_publications import GetPublication, ListPublications
from service.usecases.publications.record_publication import RecordPublication
from service.usecases.publications.record_reshare import RecordReshare


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationVerbs:
    """
    Every such verb as a field: `registry.publications.record_publication`.
    """

    record_publication: RecordPublication
    record_reshare: RecordReshare
    correct_publication: CorrectPublication
    take_down_publication: TakeDownPublication
    get_publication: GetPublication
    list_publications: ListPublications


def publication_verbs(
    desk: Desk, examine: Examiner, budget: Budget, aftermath: Aftermath
) -> PublicationVerbs:
    """
    Give each verb its ports.
    """
    return PublicationVerbs(
        record_publication=RecordPublication(desk, examine, budget),
        record_reshare=RecordReshare(desk, examine, aftermath),
        correct_publication=CorrectPublication(desk),
        take_down_publication=TakeDownPublication(desk),
        get_publication=GetPublication(desk),
        list_publications=ListPublications(desk),
    )
