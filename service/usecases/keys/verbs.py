"""
Hold the verbs about the keys of programs.
"""

from dataclasses import dataclass

from service.usecases.desk import Desk
from service.usecases.keys.identify_key import IdentifyKey
from service.usecases.keys.issue_key import IssueKey
from service.usecases.keys.list_keys import ListKeys
from service.usecases.keys.revoke_key import RevokeKey
from service.usecases.ports.services import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyVerbs:
    """
    Every such verb as a field: `registry.keys.issue_key`.
    """

    issue_key: IssueKey
    list_keys: ListKeys
    revoke_key: RevokeKey
    identify_key: IdentifyKey


def key_verbs(desk: Desk, token: Token) -> KeyVerbs:
    """
    Give each verb its ports.
    """
    return KeyVerbs(
        issue_key=IssueKey(desk, token),
        list_keys=ListKeys(desk),
        revoke_key=RevokeKey(desk),
        identify_key=IdentifyKey(desk.database, desk.clock, token),
    )
