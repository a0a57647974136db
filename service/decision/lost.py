"""
Say who of something already published may no longer be shown there.

It is the rule book that answers: the publication is decided again, as if it were to be
published now, and what stands in the way of its people is what is left of the verdict.
Whatever the channel itself forbids by now (its quota, its purposes) takes nothing down.
"""

from datetime import datetime

from service.decision.case import Case
from service.decision.effects import HOLD_EFFECTS
from service.decision.ids import ChannelId
from service.decision.post import decide_post
from service.decision.verdict import Code, Effect, Reason

NEW_PUBLICATIONS_ONLY = frozenset({Code.LEFT_ORGANISATION, Code.FORM_SUPERSEDED})
"""Who left, or whose form has a later version, is asked before anything new is
published (domain section 2.6); what was published under their yes may stay."""
HELD = frozenset(code for code, _ in HOLD_EFFECTS.values())
LAPSED = frozenset(
    {
        Code.CAME_OF_AGE,
        Code.CHILD_MUST_CONFIRM,
        Code.EXPIRED,
        Code.AUTHORITY_ENDED,
        Code.EVIDENCE_MISSING,
    }
)
"""A yes that time took away, though nobody did anything."""
NOTHING_NEW_THERE = (
    NEW_PUBLICATIONS_ONLY | HELD | {Code.CHANNEL_UNREGISTERED, Code.PURPOSE_NOT_COVERED}
)
"""What stands in the way of anything new: also of what was shared again."""
SOMEBODY_ACTED = HELD | {Code.DECEASED_RELATIVES}
"""Of a doubt that a human placed the human decided; a death takes nothing down."""


def losses(case: Case, channel_id: ChannelId, at: datetime) -> tuple[Reason, ...]:
    """
    Give what stands in the way of people and photos that are out there.
    """
    found = decide_post(case, channel_id, at).reasons
    return tuple(each for each in found if _is_lasting(each))


def losses_by_sharing(
    case: Case, channel_id: ChannelId, shared_at: datetime, at: datetime
) -> tuple[Reason, ...]:
    """
    Give what stands in the way of something that was shared again.

    Sharing publishes anew: a closed page, one for other purposes, a crisis, or somebody
    who had left counts, as of when it was shared.  A quota does not: that is a matter of
    the house's own rhythm, and no reason to take anything down.
    """
    then = decide_post(case, channel_id, shared_at).reasons
    anew = tuple(each for each in then if each.code in NOTHING_NEW_THERE)
    return (*losses(case, channel_id, at), *anew)


def losses_by_change(
    before: Case, after: Case, channel_id: ChannelId, at: datetime
) -> tuple[Reason, ...]:
    """
    Give what stands in the way of people since a channel is another one.

    A channel that more people see, or that is for more, shows what is on it to more:
    the yes that lapsed by this (`form_superseded`) counts here, be it to the words of
    an earlier form, and no other.  So does the protection of the unit it came to.
    """
    stood = {(each.code, each.person_id) for each in decide_post(before, channel_id, at).reasons}
    found = decide_post(after, channel_id, at).reasons
    was, now = before.channels[channel_id], after.channels[channel_id]
    if was.meaning_since != now.meaning_since:
        stood = {each for each in stood if each[0] is not Code.FORM_SUPERSEDED}
    return tuple(
        each
        for each in found
        if (each.person_id is not None or is_protection(each))
        and (each.code, each.person_id) not in stood
    )


def losses_by_time(
    case: Case, channel_id: ChannelId, since: datetime, at: datetime
) -> tuple[Reason, ...]:
    """
    Give what stands in the way of people though nobody reported anything.

    A doubt counts if the same facts raised none when it was published: somebody came of
    age, an order of protection ended or was not reviewed in time.
    """
    found = losses(case, channel_id, at)
    if not found or all(map(has_come_to_end, found)):
        return found
    stood = {(each.code, each.person_id) for each in decide_post(case, channel_id, since).reasons}
    return tuple(
        each
        for each in found
        if has_come_to_end(each)
        or ((each.code, each.person_id) not in stood and each.code not in SOMEBODY_ACTED)
    )


def has_come_to_end(reason: Reason) -> bool:
    """
    Tell whether it takes down though nobody reported it.

    Whatever stood in the way when it was published.
    """
    return reason.effect is not Effect.ASK or reason.code in LAPSED


def is_protection(reason: Reason) -> bool:
    """
    Tell whether somebody's safety is at stake, or that of a whole unit.
    """
    return reason.code is Code.SAFEGUARDING and reason.effect is Effect.DENY


def needs_express_yes(reason: Reason) -> bool:
    """
    Tell whether somebody agreed, and not to what a page reveals by now.
    """
    return reason.code is Code.SPECIAL_CATEGORY_EXPLICIT


def _is_lasting(reason: Reason) -> bool:
    """
    Tell whether a reason is about a person or a photo, and about what is out there.

    A unit under protection is about everybody in it.
    """
    if is_protection(reason):
        return True
    if reason.person_id is not None:
        return reason.code not in NEW_PUBLICATIONS_ONLY
    return reason.picture is not None and reason.code in HELD
