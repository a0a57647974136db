"""
Hold the verbs about who may speak for whom.
"""

from dataclasses import dataclass

from service.decision.jurisdiction import Jurisdictions
from service.usecases.authorities.confirm_authority import ConfirmAuthority
from service.usecases.authorities.end_authority import EndAuthority
from service.usecases.authorities.list_authorities import ListAuthorities
from service.usecases.authorities.record_authority import RecordAuthority
from service.usecases.authorities.writing import AuthorityWriter
from service.usecases.desk import Desk
from service.usecases.ports.aftermath import Aftermath


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityVerbs:
    """
    Every such verb as a field: `registry.authorities.record_authority`.
    """

    record_authority: RecordAuthority
    confirm_authority: ConfirmAuthority
    end_authority: EndAuthority
    list_authorities: ListAuthorities


def authority_verbs(desk: Desk, law: Jurisdictions, aftermath: Aftermath) -> AuthorityVerbs:
    """
    Give each verb its ports.
    """
    write = AuthorityWriter(desk, aftermath)
    return AuthorityVerbs(
        record_authority=RecordAuthority(desk, law, write),
        confirm_authority=ConfirmAuthority(desk, write),
        end_authority=EndAuthority(desk, write),
        list_authorities=ListAuthorities(desk),
    )
