"""
Hold the verbs about those who answer for somebody.
"""

from dataclasses import dataclass

from service.usecases.desk import Desk
from service.usecases.ports.receipts import Notices
from service.usecases.signatories.change_signatory import ChangeSignatory
from service.usecases.signatories.get_signatory import GetSignatory
from service.usecases.signatories.list_signatories import ListSignatories
from service.usecases.signatories.register_signatory import RegisterSignatory


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatoryVerbs:
    """
    Every such verb as a field: `registry.signatories.register_signatory`.
    """

    register_signatory: RegisterSignatory
    change_signatory: ChangeSignatory
    get_signatory: GetSignatory
    list_signatories: ListSignatories


def signatory_verbs(desk: Desk, notices: Notices) -> SignatoryVerbs:
    """
    Give each verb its ports.
    """
    return SignatoryVerbs(
        register_signatory=RegisterSignatory(desk),
        change_signatory=ChangeSignatory(desk, notices),
        get_signatory=GetSignatory(desk),
        list_signatories=ListSignatories(desk),
    )
