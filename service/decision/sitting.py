"""
Hold one question on one channel at one instant, hearings ready.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from service.decision.calendar import day_of
from service.decision.case import Case
from service.decision.channels import Channel
from service.decision.hearing import Hearing
from service.decision.ids import PersonId


@dataclass(frozen=True, slots=True)
class Sitting:
    """
    What every judge of a question is handed.
    """

    case: Case
    channel: Channel
    at: datetime
    hearings: Mapping[PersonId, Hearing]

    @property
    def day(self) -> date:
        """
        Give the local day of the instant.
        """
        return day_of(self.at, self.case.house.time_zone)


def prepare(case: Case, at: datetime) -> Mapping[PersonId, Hearing]:
    """
    Hear every dossier of a case once, for all its channels.
    """
    return {person_id: Hearing(dossier, case, at) for person_id, dossier in case.dossiers.items()}
