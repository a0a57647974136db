"""
Verbs about signatories: those who may answer for a person.
"""

from service.usecases.signatories.signatory_details import SignatoryDetails
from service.usecases.signatories.verbs import SignatoryVerbs, signatory_verbs

__all__ = [
    "SignatoryDetails",
    "SignatoryVerbs",
    "signatory_verbs",
]
