"""
Hold the verbs about the organisation itself.
"""

from dataclasses import dataclass

from service.decision.jurisdiction import Jurisdictions
from service.usecases.desk import Desk
from service.usecases.keys.issue_key import IssueKey
from service.usecases.organisations.act_as_operator import ActAsOperator
from service.usecases.organisations.change_settings import ChangeSettings
from service.usecases.organisations.find_only_organisation import FindOnlyOrganisation
from service.usecases.organisations.found_organisation import FoundOrganisation
from service.usecases.organisations.get_settings import GetSettings
from service.usecases.organisations.list_organisations import ListOrganisations


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationVerbs:
    """
    Every such verb as a field: `registry.organisations.found_organisation`.
    """

    found_organisation: FoundOrganisation
    act_as_operator: ActAsOperator
    list_organisations: ListOrganisations
    find_only_organisation: FindOnlyOrganisation
    get_settings: GetSettings
    change_settings: ChangeSettings


def organisation_verbs(desk: Desk, law: Jurisdictions, issue_key: IssueKey) -> OrganisationVerbs:
    """
    Give each verb its ports.
    """
    return OrganisationVerbs(
        found_organisation=FoundOrganisation(desk, issue_key, law),
        act_as_operator=ActAsOperator(desk.database),
        list_organisations=ListOrganisations(desk.database),
        find_only_organisation=FindOnlyOrganisation(desk.database),
        get_settings=GetSettings(desk),
        change_settings=ChangeSettings(desk, law),
    )
