"""
List the organisations of this deployment.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from service.usecases.ports.database import Database


@dataclass(frozen=True, slots=True)
class ListOrganisations:
    """
    List the organisations of this deployment.  Never offered over HTTP.
    """

    database: Database

    def __call__(self) -> Sequence[str]:
        """
        Give their short names, in order.
        """
        found = []
        for organisation_id in self.database.organisation_ids():
            with self.database.look(organisation_id) as work:
                found.append(work.organisations.current().slug)
        return sorted(found)
