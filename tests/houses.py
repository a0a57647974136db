"""
The house that tests found: Les Jacinthes, in Brussels.
"""

from service.decision.channels import Contact
from service.usecases.organisations import OrganisationDetails

NADIA = Contact("Nadia Peeters", "contact for social networks", "nadia@jacinthes.example")
JACINTHES = OrganisationDetails(
    name="Les Jacinthes",
    jurisdiction="BE",
    time_zone="Europe/Brussels",
    languages=("fr-BE",),
    contact=NADIA,
    press=NADIA,
    legal=NADIA,
)
