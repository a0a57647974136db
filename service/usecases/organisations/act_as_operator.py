"""
Let the command line act for an organisation.
"""

from dataclasses import dataclass

from service.errors import NotFound
from service.usecases.caller import Caller
from service.usecases.organisations.operator import operator_of
from service.usecases.ports.database import Database


@dataclass(frozen=True, slots=True)
class ActAsOperator:
    """
    Let the command line act for an organisation.  Never offered over HTTP.
    """

    database: Database

    def __call__(self, slug: str) -> Caller:
        """
        Give the caller that may do everything in the organisation called *slug*.

        Raises:
            NotFound: There is no such organisation.
        """
        organisation_id = self.database.find_organisation(slug)
        if organisation_id is None:
            raise NotFound("There is no such organisation.", field="organisation")
        return operator_of(organisation_id)
