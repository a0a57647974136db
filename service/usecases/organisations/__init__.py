"""
Verbs about the organisation: found it, act for it, change its settings.
"""

from service.usecases.organisations.act_as_operator import ActAsOperator
from service.usecases.organisations.change_settings import ChangeSettings
from service.usecases.organisations.find_only_organisation import FindOnlyOrganisation
from service.usecases.organisations.found_organisation import Founded, FoundOrganisation
from service.usecases.organisations.get_settings import GetSettings
from service.usecases.organisations.list_organisations import ListOrganisations
from service.usecases.organisations.organisation_details import OrganisationDetails

__all__ = [
    "ActAsOperator",
    "ChangeSettings",
    "FindOnlyOrganisation",
    "FoundOrganisation",
    "Founded",
    "GetSettings",
    "ListOrganisations",
    "OrganisationDetails",
]
