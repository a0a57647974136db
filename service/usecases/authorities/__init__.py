"""
Verbs about authorities: on what ground somebody speaks for a person.
"""

from service.usecases.authorities.authority_details import AuthorityDetails
from service.usecases.authorities.confirm_authority import ConfirmAuthority
from service.usecases.authorities.end_authority import EndAuthority
from service.usecases.authorities.list_authorities import ListAuthorities
from service.usecases.authorities.record_authority import RecordAuthority

__all__ = [
    "AuthorityDetails",
    "ConfirmAuthority",
    "EndAuthority",
    "ListAuthorities",
    "RecordAuthority",
]
