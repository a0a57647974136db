"""
Read single members of an export.

A member that is missing, or not of its form, is named.
"""

import json
from collections.abc import Mapping
from typing import Any

from service.ledger.failures import ExportBroken, ExportFlaw


def text_of(members: Mapping[str, bytes], name: str) -> str:
    """
    Return a member as text.
    """
    try:
        return content_of(members, name).decode()
    except UnicodeDecodeError:
        raise ExportBroken(ExportFlaw.MANIFEST, name, "it is not text") from None


def json_of(members: Mapping[str, bytes], name: str) -> Any:  # noqa: ANN401  # signed, so as we wrote it
    """
    Return what a member holds as JSON.
    """
    return json.loads(content_of(members, name))


def list_of(members: Mapping[str, bytes], name: str) -> list[Any]:
    """
    Return the list that a member holds.
    """
    listed = json_of(members, name)
    if not isinstance(listed, list):
        raise ExportBroken(ExportFlaw.MANIFEST, name, "it is not a list")
    return listed


def content_of(members: Mapping[str, bytes], name: str) -> bytes:
    """
    Return the bytes of a member.
    """
    if name not in members:
        raise ExportBroken(ExportFlaw.MEMBER_MISSING, name, "it is missing")
    return members[name]
