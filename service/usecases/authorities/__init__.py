"""
Verbs about authorities: on what ground somebody speaks for a person.

`writing.py` writes one with its ledger line, and sees to what follows.
"""

from service.usecases.authorities.authority_details import AuthorityDetails
from service.usecases.authorities.verbs import AuthorityVerbs, authority_verbs

__all__ = [
    "AuthorityDetails",
    "AuthorityVerbs",
    "authority_verbs",
]
