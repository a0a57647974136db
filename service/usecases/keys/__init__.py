"""
Verbs about API keys: issue, list, revoke, recognise who carries one.

A key is written `obstat_<organisation>_<id>_<secret>`: the short name and the id
say where to look, the secret proves it.  Only its digest is stored.
"""

from service.usecases.keys.issue_key import IssuedKey, KeyDetails
from service.usecases.keys.verbs import KeyVerbs, key_verbs

__all__ = [
    "IssuedKey",
    "KeyDetails",
    "KeyVerbs",
    "key_verbs",
]
