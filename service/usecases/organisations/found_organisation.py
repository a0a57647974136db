"""
Found an organisation, with the first key of its administrator.
"""

from dataclasses import dataclass, field

from service.decision.ids import OrganisationId
from service.decision.jurisdiction import Jurisdictions
from service.decision.powers import Scope
from service.errors import AlreadyExists
from service.ledger.entry import EntryKind
from service.records.organisation import Organisation
from service.usecases import text
from service.usecases.desk import Desk
from service.usecases.details import entered
from service.usecases.keys.issue_key import IssuedKey, IssueKey, KeyDetails
from service.usecases.organisations.operator import operator_of
from service.usecases.organisations.organisation_details import (
    OrganisationDetails,
    checked_organisation,
)
from service.usecases.plain import digest_of


@dataclass(frozen=True, slots=True)
class Founded:
    """
    A new organisation and its first key, which is shown once.
    """

    organisation: Organisation
    first_key: IssuedKey = field(repr=False)


@dataclass(frozen=True, slots=True)
class FoundOrganisation:
    """
    Found an organisation.  Never offered over HTTP.
    """

    desk: Desk
    issue_key: IssueKey
    jurisdictions: Jurisdictions

    def __call__(self, slug: str, details: OrganisationDetails) -> Founded:
        """
        Found an organisation and give the key that its administrator begins with.

        Raises:
            AlreadyExists: Another organisation has this short name.
            InvalidInput: Something needed is missing or unusable.
        """
        organisation_id = OrganisationId(self.desk.new_id())
        organisation = checked_organisation(
            entered(Organisation, details, id=organisation_id, slug=text.slug(slug)),
            self.jurisdictions,
        )
        if self.desk.database.find_organisation(slug) is not None:
            raise AlreadyExists("Another organisation has this short name.", field="slug")
        founder = operator_of(organisation_id)
        with self.desk.database.begin(organisation_id) as work:
            now = self.desk.clock()
            work.organisations.add(organisation, now, founder.actor.id)
            payload = {"digest": digest_of(organisation)}
            self.desk.record.append(work, founder, EntryKind.ORGANISATION_CREATED, now, payload)
            work.commit()
        details_of_key = KeyDetails(name="First administrator", scopes=frozenset(Scope))
        return Founded(organisation, self.issue_key(founder, details_of_key))
