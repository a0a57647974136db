"""
Verbs about authorities: on what ground somebody speaks for a person.
"""

from service.usecases.authorities.authority_details import AuthorityDetails
from service.usecases.authorities.verbs import AuthorityVerbs, authority_verbs

__all__ = [
    "AuthorityDetails",
    "AuthorityVerbs",
    "authority_verbs",
]
