"""
Verbs about signatories: those who may answer for a person.
"""

from service.usecases.signatories.change_signatory import ChangeSignatory
from service.usecases.signatories.get_signatory import GetSignatory
from service.usecases.signatories.list_signatories import ListSignatories
from service.usecases.signatories.register_signatory import RegisterSignatory
from service.usecases.signatories.signatory_details import SignatoryDetails

__all__ = [
    "ChangeSignatory",
    "GetSignatory",
    "ListSignatories",
    "RegisterSignatory",
    "SignatoryDetails",
]
