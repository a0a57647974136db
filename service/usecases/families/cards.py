"""
Lay out what one person is asked: a card a channel, a question a matter.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from service.decision.awaited import is_too_early
from service.decision.channels import Channel
from service.decision.hearing import SILENT, Stance, Voice
from service.decision.ids import ChannelId, PersonId, SignatoryId
from service.decision.name_depth import at_every_depth
from service.decision.outlook import Outlook, outlook_of
from service.decision.panel import Ask
from service.decision.people import in_force
from service.decision.standing import standing_in
from service.decision.terms import ActKind, Capacity, Category, Matter, Purpose
from service.records.forms import FormVersionRecord
from service.usecases.families.charges import Charge
from service.usecases.forms import closed_forms
from service.usecases.ports.work import UnitOfWork

Key = tuple[ChannelId, Matter]
RENEWED_AHEAD = timedelta(days=60)
"""From the first reminder on a yes can be said again (domain section 2.6)."""


class Choice(StrEnum):
    """
    What can be answered; none of them is chosen for anybody.
    """

    YES = "yes"
    NO = "no"
    NOT_NOW = "not_now"
    """As good as no for publishing; the question stays open."""


@dataclass(frozen=True, slots=True)
class Question:
    """
    One matter on one channel, and the signatory's own answer.
    """

    matter: Matter
    form: FormVersionRecord | None
    """The words that ask; without any, a no can be said and a yes cannot."""
    choice: Choice | None
    """Their own answer that counts now; None: never answered, or no longer good."""
    is_lapsed: bool
    """They said yes once, and are asked again."""
    outlook: Outlook
    """How far it is with everybody who has a say."""
    said_at: datetime | None = None
    """When they said what counts now."""
    ends_on: date | None = None
    """The last day of the yes that counts now, if it has one."""
    is_renewable: bool = False
    """Their yes ended, or soon does: it can be said again as it was."""


@dataclass(frozen=True, slots=True)
class Card:
    """
    One channel with its questions.
    """

    channel: Channel
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class PersonMatters:
    """
    Everything one signatory is asked about one person.
    """

    person_id: PersonId
    given_name: str
    capacity: Capacity
    is_over: bool
    cards: tuple[Card, ...]
    is_young: bool = False
    """A child of 12 or more answers about itself: it is spoken to in words of its own."""
    channels: tuple[Channel, ...] = ()
    """Where the person might appear, asked about or not."""
    of_say: frozenset[Matter] | None = None
    """What the signatory has a say in; None: in everything."""

    @property
    def questions(self) -> Mapping[Key, Question]:
        """
        Give every question by channel and matter.
        """
        return {
            (card.channel.id, each.matter): each for card in self.cards for each in card.questions
        }


def matters_of(
    charge: Charge, signatory_id: SignatoryId, forms: Sequence[FormVersionRecord]
) -> PersonMatters:
    """
    Lay out the cards of one person; the widest audience comes first.
    """
    channels = tuple(_channels(charge))
    cards = (
        Card(channel, tuple(_questions(charge, signatory_id, channel, forms)))
        for channel in channels
    )
    return PersonMatters(
        charge.id,
        charge.person.given_name,
        charge.capacity,
        charge.is_over,
        tuple(each for each in cards if each.questions),
        is_young=charge.is_young,
        channels=channels,
        of_say=charge.matters,
    )


def with_room_for(matters: PersonMatters, noes: Collection[Key]) -> PersonMatters:
    """
    Let somebody say no to what is asked no more, and was before.

    Its form was closed meanwhile: nobody says yes to words that are gone, and a no needs
    none.  Whoever has no say any more, or never had, gets no room.
    """
    if matters.is_over:
        return matters
    asked, cards = matters.questions, {each.channel.id: each for each in matters.cards}
    for channel in matters.channels:
        more = tuple(
            Question(each, form=None, choice=None, is_lapsed=False, outlook=Outlook.WAITING)
            for each in Matter
            if (channel.id, each) in noes
            and (channel.id, each) not in asked
            and (matters.of_say is None or not at_every_depth(each).isdisjoint(matters.of_say))
        )
        before = cards[channel.id].questions if channel.id in cards else ()
        if more:
            cards[channel.id] = Card(channel, before + more)
    in_order = (cards[each.id] for each in matters.channels if each.id in cards)
    return replace(matters, cards=tuple(in_order))


def current_forms(work: UnitOfWork) -> list[FormVersionRecord]:
    """
    Give the newest version of every open form, the newest first.
    """
    closed = closed_forms(work)
    newest = [each for each in work.forms.list_latest() if each.version.template_id not in closed]
    return sorted(newest, key=lambda each: each.version.published_at, reverse=True)


def _channels(charge: Charge) -> Iterable[Channel]:
    """
    Give the channels on which a person might appear: the house's and their units'.
    """
    day = charge.hearing.day
    units = {
        each.unit_id
        for each in charge.dossier.person.memberships
        if in_force(each.from_on, each.until_on, day)
    }
    found = (
        each
        for each in charge.hearing.case.channels.values()
        if not each.closed and (each.unit_id is None or each.unit_id in units)
    )
    return sorted(found, key=lambda each: (-each.audience.width, each.name, each.id))


def _questions(
    charge: Charge,
    signatory_id: SignatoryId,
    channel: Channel,
    forms: Sequence[FormVersionRecord],
) -> Iterator[Question]:
    """
    Give the questions about one channel: what a form asks, and what was answered.
    """
    for matter in Matter:
        category = charge.person.category
        form = next((each for each in forms if _asks(each, channel, matter, category)), None)
        voice = _voice(charge, signatory_id, channel, matter, form)
        if charge.matters is not None and at_every_depth(matter).isdisjoint(charge.matters):
            # Nobody asks for what would not count; what was said can be taken back.
            form, voice = None, voice if _choice(voice) is not None else SILENT
        if form is None and voice.act is None:
            continue
        if charge.is_over and voice.stance is not Stance.YES:
            continue
        ask = Ask(channel, matter, _purpose(channel, form))
        outlook = _outlook(charge, ask)
        if outlook is not Outlook.COMPLETE and is_too_early(charge.hearing, ask, signatory_id):
            voice = Voice(Stance.OPEN, voice.act)
        yield Question(
            matter=matter,
            form=form,
            choice=_choice(voice),
            is_lapsed=voice.act is not None and voice.act.is_yes and voice.stance is Stance.OPEN,
            outlook=outlook,
            said_at=voice.act.signed_from if voice.act else None,
            ends_on=ends_on(voice),
            is_renewable=form is not None and not charge.is_over and _is_renewable(charge, voice),
        )


def _outlook(charge: Charge, ask: Ask) -> Outlook:
    """
    Say how far a matter is, as far as the signatory may know.
    """
    if charge.is_over:
        return Outlook.WAITING
    return outlook_of(standing_in(charge.hearing, ask.channel, ask.matter, ask.purpose))


def ends_on(voice: Voice) -> date | None:
    """
    Give the last day of a yes that counts; None: there is none.
    """
    is_yes = voice.stance is Stance.YES and voice.act is not None
    return voice.act.expires_on if is_yes and voice.act is not None else None


def _is_renewable(charge: Charge, voice: Voice) -> bool:
    """
    Tell whether a yes ended, or ends soon enough to be asked for again.
    """
    last = ends_on(voice)
    if last is not None:
        return last <= charge.hearing.day + RENEWED_AHEAD
    return voice.act is not None and voice.act.is_yes and voice.stance is Stance.OPEN


def _asks(form: FormVersionRecord, channel: Channel, matter: Matter, category: Category) -> bool:
    """
    Tell whether a form asks such people about this matter on this channel.
    """
    is_about = not form.channel_ids or channel.id in form.channel_ids
    is_asked = matter in form.matters and form.is_for(category)
    return is_asked and is_about and not form.purposes.isdisjoint(channel.purposes)


def _purpose(channel: Channel, form: FormVersionRecord | None) -> Purpose:
    """
    Give the purpose by which an answer is read: the first that both have.
    """
    shared = form.purposes & channel.purposes if form else channel.purposes
    return min(shared, default=Purpose.INFORMATION)


def _voice(
    charge: Charge,
    signatory_id: SignatoryId,
    channel: Channel,
    matter: Matter,
    form: FormVersionRecord | None,
) -> Voice:
    """
    Hear the signatory alone.
    """
    voices = charge.hearing.voices(channel, matter, _purpose(channel, form))
    return voices.get(signatory_id, SILENT)


def _choice(voice: Voice) -> Choice | None:
    """
    Give the answer that counts now.
    """
    if voice.stance is Stance.YES:
        return Choice.YES
    if voice.stance is Stance.NO:
        return Choice.NO
    is_deferred = voice.act is not None and voice.act.kind is ActKind.DEFERRED
    return Choice.NOT_NOW if is_deferred else None
