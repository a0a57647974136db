"""
Verbs about the organisation: found it, act for it, change its settings.
"""

from service.usecases.organisations.organisation_details import OrganisationDetails
from service.usecases.organisations.verbs import OrganisationVerbs, organisation_verbs

__all__ = [
    "OrganisationDetails",
    "OrganisationVerbs",
    "organisation_verbs",
]
