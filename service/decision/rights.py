"""
Say what the photo's rights put in the way (domain rules 22, 30, 38).
"""

from collections.abc import Iterator

from service.decision.people import in_force
from service.decision.photos import Rights
from service.decision.sitting import Sitting
from service.decision.terms import RightsSource
from service.decision.verdict import Code, Effect, Reason


def rights_reasons(rights: Rights | None, index: int, sitting: Sitting) -> Iterator[Reason]:
    """
    Give the reasons that come from licence, credit, embargo and origin.
    """
    if rights is None or not rights.is_complete:
        yield Reason(Code.RIGHTS_MISSING, Effect.ASK, picture=index)
    if rights is None:
        return
    if not _is_licensed(rights, sitting):
        yield Reason(Code.RIGHTS_MISSING, Effect.DENY, picture=index)
    if rights.embargo_until_at is not None and sitting.at < rights.embargo_until_at:
        yield Reason(Code.EMBARGO, Effect.DENY, picture=index)
    if rights.source is RightsSource.FAMILY and sitting.case.house.policy.family_photos_ask:
        yield Reason(Code.RIGHTS_MISSING, Effect.ASK, picture=index)


def _is_licensed(rights: Rights, sitting: Sitting) -> bool:
    """
    Tell whether the licence is in force and allows this channel.
    """
    is_allowed = (
        rights.licence_channel_ids is None or sitting.channel.id in rights.licence_channel_ids
    )
    return is_allowed and in_force(rights.licence_from_on, rights.licence_until_on, sitting.day)
