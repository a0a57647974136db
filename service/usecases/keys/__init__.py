"""
Verbs about API keys: issue, list, revoke, recognise who carries one.

A key is written `obstat_<organisation>_<id>_<secret>`: the short name and the id
say where to look, the secret proves it.  Only its digest is stored.
"""

from service.usecases.keys.identify_key import IdentifyKey
from service.usecases.keys.issue_key import IssuedKey, IssueKey, KeyDetails
from service.usecases.keys.list_keys import ListKeys
from service.usecases.keys.revoke_key import RevokeKey

__all__ = ["IdentifyKey", "IssueKey", "IssuedKey", "KeyDetails", "ListKeys", "RevokeKey"]
