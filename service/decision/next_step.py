"""
Turn the reasons into one thing to do and one human to turn to.
"""

from service.decision.case import House
from service.decision.channels import Channel, Contact
from service.decision.verdict import Action, Code, Duty, Effect, NextStep, Obligation, Reason

ACTIONS: dict[Code, Action] = {
    Code.CRISIS: Action.REFER_TO_PRESS,
    Code.LEGAL_HOLD: Action.REFER_TO_LEGAL,
    Code.CHANNEL_UNREGISTERED: Action.CHOOSE_OTHER_CHANNEL,
    Code.PURPOSE_NOT_COVERED: Action.CHOOSE_OTHER_CHANNEL,
    Code.ACTOR_MAY_NOT_PUBLISH: Action.HAND_TO_PUBLISHER,
    Code.APPROVALS_MISSING: Action.PROPOSE_POST,
    Code.QUOTA_REACHED: Action.WAIT,
    Code.EMBARGO: Action.WAIT,
    Code.IMAGE_NOT_REGISTERED: Action.REGISTER_PHOTO,
    Code.IMAGE_SIMILAR_ONLY: Action.COMPARE_PHOTOS,
    Code.UNKNOWN_PERSON: Action.IDENTIFY_PEOPLE,
    Code.RIGHTS_MISSING: Action.ADD_RIGHTS,
}
HANDED_ON: dict[Duty, Action] = {
    Duty.TWO_APPROVALS: Action.PROPOSE_POST,
    Duty.HAND_TO_PUBLISHER: Action.HAND_TO_PUBLISHER,
}
"""What to do with what may be published, but not by the asker alone; the first counts."""
PREPARATIONS = (
    Action.REGISTER_PHOTO,
    Action.COMPARE_PHOTOS,
    Action.IDENTIFY_PEOPLE,
    Action.ADD_RIGHTS,
)
"""What the asker can do before anybody needs to be asked, in this order."""


def next_step_for(
    reasons: tuple[Reason, ...],
    obligations: tuple[Obligation, ...],
    channel: Channel | None,
    house: House,
) -> NextStep:
    """
    Give the next step; *reasons* are in the order they are shown.

    It follows from the classes of the reasons alone, so that it tells no more
    than the collapsed reasons do (threat T1).
    """
    contact = contact_for(channel, house)
    if not reasons:
        duties = {each.duty for each in obligations}
        action = next((HANDED_ON[each] for each in HANDED_ON if each in duties), Action.PUBLISH)
        return NextStep(action, contact)
    first = reasons[0]
    action = _action(first)
    if first.effect is Effect.ASK:
        wanted = {_action(reason) for reason in reasons}
        action = next((each for each in PREPARATIONS if each in wanted), action)
    if action is Action.REFER_TO_PRESS:
        return NextStep(action, house.press)
    return NextStep(action, house.legal if action is Action.REFER_TO_LEGAL else contact)


def _action(reason: Reason) -> Action:
    """
    Give the action for one reason; about a person it is to ask.
    """
    if reason.effect is Effect.STOP or reason.person_id is None:
        return ACTIONS.get(reason.code, Action.ASK_CONTACT)
    is_denied_picture = reason.effect is Effect.DENY and reason.picture is not None
    return Action.COVER_OR_REPLACE if is_denied_picture else Action.ASK_CONTACT


def contact_for(channel: Channel | None, house: House) -> Contact:
    """
    Give the human nearest to the channel.
    """
    if channel is None:
        return house.contact
    if channel.contact is not None:
        return channel.contact
    if channel.unit_id is not None and channel.unit_id in house.unit_contacts:
        return house.unit_contacts[channel.unit_id]
    return house.contact
