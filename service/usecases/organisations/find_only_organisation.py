"""
Find the organisation of a deployment that serves one alone.
"""

from dataclasses import dataclass

from service.usecases.ports.database import Database


@dataclass(frozen=True, slots=True)
class FindOnlyOrganisation:
    """
    Find the organisation of a deployment that serves one alone.
    """

    database: Database

    def __call__(self) -> str | None:
        """
        Give its short name; None where there are several, or none yet.

        Whoever signs in need not say for which organisation, and among several none is
        ever listed to a stranger.
        """
        found = self.database.organisation_ids()
        if len(found) != 1:
            return None
        with self.database.look(found[0]) as work:
            return work.organisations.current().slug
