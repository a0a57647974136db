"""
Decide a whole post: pictures, words, channel, purpose, instant.

Gathers the reasons of every part and keeps them all; the answer is the worst.
Deterministic: the same case gives the same verdict, in any order of its facts.
"""

from dataclasses import replace
from datetime import datetime

from service.decision.calendar import day_of
from service.decision.case import Case
from service.decision.channels import Channel
from service.decision.duties import duties_of
from service.decision.ids import ChannelId
from service.decision.name import name_reasons
from service.decision.next_step import next_step_for
from service.decision.photo import picture_reasons
from service.decision.register import register_reasons
from service.decision.sitting import Sitting, prepare
from service.decision.stops import stop_reasons
from service.decision.terms import Answer
from service.decision.verdict import Code, Effect, Reason, Verdict, Versions, answer_of

ENGINE_VERSION = "9"
"""Grows with every change of a rule, so that an old verdict names its rules."""


def decide_post(case: Case, channel_id: ChannelId | None, at: datetime) -> Verdict:
    """
    Decide whether everything in *case* may appear on a channel at *at*.

    Args:
        case: Every fact the rules may use.

        channel_id: One of the case's channels; None or another one is a page
            that is not in the register.

        at: The instant of the planned publication.

    Returns:
        The verdict with every reason, most serious first.
    """
    channel = case.channels.get(channel_id) if channel_id is not None else None
    if channel is None:
        return _unregistered(case, channel_id, at)
    return _decide(Sitting(case, channel, at, prepare(case, at)))


def decide_everywhere(case: Case, at: datetime) -> dict[ChannelId, Verdict]:
    """
    Decide the same post for every channel of the case.

    Each person is heard once; only the channels differ.
    """
    hearings = prepare(case, at)
    return {
        channel_id: _decide(Sitting(case, channel, at, hearings))
        for channel_id, channel in sorted(case.channels.items())
    }


def decide_photo(case: Case, channel_id: ChannelId | None, at: datetime) -> Verdict:
    """
    Decide the pictures of a case alone, whatever is written beside them.
    """
    pictures = replace(case, mentions=(), named_files=(), names_unknown=0, uses=(), has_text=False)
    return decide_post(pictures, channel_id, at)


def decide_text(case: Case, channel_id: ChannelId | None, at: datetime) -> Verdict:
    """
    Decide the words of a case alone, whatever picture goes with them.
    """
    return decide_post(replace(case, pictures=(), named_files=()), channel_id, at)


def decide_name(case: Case, channel_id: ChannelId | None, at: datetime) -> Verdict:
    """
    Decide the names of a case: the same as its words.
    """
    return decide_text(case, channel_id, at)


def _decide(sitting: Sitting) -> Verdict:
    """
    Ask every judge in turn and put the verdict together.
    """
    found: set[Reason] = {*stop_reasons(sitting), *register_reasons(sitting)}
    if sitting.case.is_empty:
        # Knowing of nothing is not knowing that nothing stands in the way.
        found.add(Reason(Code.NOTHING_TO_CHECK, Effect.ASK))
    for index, picture in enumerate(sitting.case.pictures):
        found.update(picture_reasons(picture, index, sitting))
    found.update(name_reasons(sitting))
    return _verdict(sitting.case, sitting.channel, sitting.at, _ordered(found), sitting)


def _ordered(found: set[Reason]) -> tuple[Reason, ...]:
    """
    Put reasons in the order they are shown: STOP, DENY, ASK.
    """
    return tuple(sorted(found, key=lambda reason: (reason.sort_key, reason.row)))


def _verdict(
    case: Case,
    channel: Channel | None,
    at: datetime,
    reasons: tuple[Reason, ...],
    sitting: Sitting | None,
) -> Verdict:
    """
    Fill in what follows from the reasons; a refusal has no duties.
    """
    is_open = sitting is not None and answer_of(reasons) is not Answer.DO_NOT_PUBLISH
    obligations = tuple(duties_of(sitting)) if sitting and is_open else ()
    return Verdict(
        channel_id=channel.id if channel else None,
        reasons=reasons,
        obligations=obligations,
        next_step=next_step_for(reasons, obligations, channel, case.house),
        for_at=at,
        for_date=day_of(at, case.house.time_zone),
        known_at=case.known_at,
        versions=Versions(ENGINE_VERSION, case.jurisdictions.digest),
    )


def _unregistered(case: Case, channel_id: ChannelId | None, at: datetime) -> Verdict:
    """
    Refuse a page that is not in the register (domain rule 14).
    """
    del channel_id
    return _verdict(case, None, at, (Reason(Code.CHANNEL_UNREGISTERED, Effect.DENY),), None)
