"""
Turn what somebody ticked into what changes, and that into acts.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from service.decision.channels import Channel
from service.decision.ids import ChannelId, FormVersionId, SignatoryId
from service.decision.terms import ActKind, Matter
from service.errors import Conflict, InvalidInput
from service.records.forms import FormVersionRecord
from service.usecases.consents.act_details import ConsentDetails, Reach, StopDetails
from service.usecases.families.cards import (
    Card,
    Choice,
    Key,
    PersonMatters,
    Question,
    with_room_for,
)
from service.usecases.families.name_choices import keeps_first_name, with_first_name


@dataclass(frozen=True, slots=True)
class Answers:
    """
    What somebody ticked; what is not among it stays as it is.
    """

    choices: Mapping[Key, Choice] = field(default_factory=dict)
    nowhere: bool = False
    """No everywhere: every channel, also those to come, and every matter."""
    again: bool = False
    """Every yes that ended, or soon does, is said again as it was."""
    off: ChannelId | None = None
    """Nothing any more on this channel, open or closed, asked or not."""
    shown: frozenset[str] | None = None
    """What `shown_by` gave of the page; None: not said."""


@dataclass(frozen=True, slots=True)
class Change:
    """
    One answer that becomes another.
    """

    channel: Channel
    question: Question
    after: Choice
    ends_on: date | None = None
    """The last day of a yes that is only said once more."""

    @property
    def before(self) -> Choice | None:
        """
        Give the answer that counted so far.
        """
        return self.question.choice


def changes_of(matters: PersonMatters, answers: Answers) -> tuple[Change, ...]:
    """
    Give what would change, in the order of the cards.

    A no is taken from any page, however old, though nobody asks any more.  Beside a no
    everywhere, what else stands there, such as a yes of before, says nothing.

    Raises:
        InvalidInput: An answer to something that is not asked.
        WholeNameOnly: A yes to the whole name and none to the first name in it.
        Conflict: A form has changed since it was shown, or something is asked no more.
    """
    matters = with_room_for(matters, noes_of(answers))
    for key, choice in () if answers.nowhere else answers.choices.items():
        if key not in matters.questions:
            raise _not_asked(answers)
        _check_yes(key, choice, matters, answers)
    return tuple(each for card in matters.cards for each in _changes(card, matters, answers))


def noes_of(answers: Answers) -> frozenset[Key]:
    """
    Give what was said no to, or not now.
    """
    return frozenset(key for key, each in answers.choices.items() if each is not Choice.YES)


def _changes(card: Card, matters: PersonMatters, answers: Answers) -> Iterator[Change]:
    """
    Give what would change on one channel.
    """
    questions = {each.matter: each for each in card.questions}
    ticked = {
        key: _after(card.channel.id, each, matters, answers) for key, each in questions.items()
    }
    after = with_first_name(ticked, questions)
    for matter, question in questions.items():
        choice = after[matter]
        if choice is not None:
            yield Change(card.channel, question, choice)
            continue
        # To words that are not those of the page nobody says yes: then it goes as well.
        is_kept = keeps_first_name(matter, after, questions)
        if is_kept and _has_read(question.form, card.channel, answers):
            yield Change(card.channel, question, Choice.YES, question.ends_on)


def _not_asked(answers: Answers) -> InvalidInput | Conflict:
    """
    Say that something is not asked; whoever had a page may look at it again.
    """
    if answers.shown is None:
        return InvalidInput("This is not asked.", field="choices")
    return Conflict("Something is not asked any more: please look again.")


def _after(
    channel_id: ChannelId, question: Question, matters: PersonMatters, answers: Answers
) -> Choice | None:
    """
    Give what an answer becomes; None: it stays as it is.
    """
    if answers.nowhere or answers.off == channel_id:
        return None if question.choice is Choice.NO else Choice.NO
    chosen = answers.choices.get((channel_id, question.matter))
    if chosen in {None, question.choice}:
        if not (answers.again and question.is_renewable):
            return None
        _check_words((channel_id, question.matter), matters, answers)
        return Choice.YES
    return chosen


def shown_by(matters: PersonMatters) -> frozenset[str]:
    """
    Give what a page of these cards shows: words, meanings, every yes.
    """
    found = {each for card in matters.cards for each in _meant(card.channel)}
    forms = (each.form for each in matters.questions.values())
    said = {_yes_to(key) for key, each in matters.questions.items() if each.choice is Choice.YES}
    return frozenset(found | said | {each.id for each in forms if each is not None})


def _yes_to(key: Key) -> str:
    """
    Name a yes that counts.
    """
    return f"{key[0]}.{key[1].value}=yes"


def _meant(channel: Channel) -> Iterator[str]:
    """
    Name what a channel means since it means more than it did, if it does.
    """
    if channel.meaning_since is not None:
        yield f"{channel.id}@{channel.meaning_since.isoformat()}"


def _check_yes(key: Key, choice: Choice, matters: PersonMatters, answers: Answers) -> None:
    """
    Refuse a yes to no words, to other words than were shown, or by who speaks no more.

    Nor is a yes said again that stood there already and was taken back meanwhile, in
    another window, say: nobody ticked it.
    """
    if choice is Choice.YES and matters.questions[key].choice is not Choice.YES:
        _check_words(key, matters, answers)
        if answers.shown is not None and _yes_to(key) in answers.shown:
            raise Conflict("This yes was taken back meanwhile: please look again.")


def _check_words(key: Key, matters: PersonMatters, answers: Answers) -> None:
    """
    Refuse a yes to words that were not shown, or to a channel that means more by now.
    """
    form = matters.questions[key].form
    if matters.is_over or form is None:
        raise InvalidInput("Only a no can be said here.", field="choices")
    [channel] = [each.channel for each in matters.cards if each.channel.id == key[0]]
    if not _has_read(form, channel, answers):
        raise Conflict("The words have changed meanwhile: please read them again.")


def _has_read(form: FormVersionRecord | None, channel: Channel, answers: Answers) -> bool:
    """
    Tell whether these are the words that were shown, about what the channel is.
    """
    if form is None:
        return False
    return answers.shown is None or {form.id, *_meant(channel)} <= answers.shown


def acts_of(
    matters: PersonMatters,
    signatory_id: SignatoryId,
    changes: tuple[Change, ...],
    languages: Mapping[FormVersionId, str],
) -> Iterator[ConsentDetails | StopDetails]:
    """
    Give the fewest acts that say exactly what changes.

    Channels with the same matters and the same words share an act.
    """
    groups: defaultdict[
        tuple[ActKind, FormVersionId | None, date | None], dict[ChannelId, set[Matter]]
    ] = defaultdict(lambda: defaultdict(set))
    forms: dict[FormVersionId, FormVersionRecord] = {}
    for change in changes:
        form = change.question.form
        kind = _kind(change)
        form_id = form.version.id if form and kind is not ActKind.WITHDRAWN else None
        if form and form_id:
            forms[form_id] = form
        groups[kind, form_id, change.ends_on][change.channel.id].add(change.question.matter)
    for (kind, form_id, ends_on), by_channel in groups.items():
        for asked, channels in _alike(by_channel).items():
            reach = Reach(channels=tuple(sorted(channels)))
            if kind is ActKind.WITHDRAWN:
                yield StopDetails(matters.person_id, signatory_id, reach, asked)
                continue
            yield ConsentDetails(
                person_id=matters.person_id,
                signatory_id=signatory_id,
                capacity=matters.capacity,
                kind=kind,
                reach=reach,
                matters=asked,
                explicit=kind is ActKind.GIVEN and form_id is not None and forms[form_id].explicit,
                form_version_id=form_id,
                expires_on=ends_on,
                language=languages.get(form_id, "") if form_id else "",
            )


def _kind(change: Change) -> ActKind:
    """
    Say what kind of act a change is: taking back is for whoever said yes.
    """
    if change.after is Choice.YES:
        return ActKind.GIVEN
    if change.after is Choice.NOT_NOW:
        return ActKind.DEFERRED
    said_yes = change.before is Choice.YES or change.question.is_lapsed
    return ActKind.WITHDRAWN if said_yes else ActKind.REFUSED


def _alike(by_channel: Mapping[ChannelId, set[Matter]]) -> dict[frozenset[Matter], set[ChannelId]]:
    """
    Put together the channels that have the same matters.
    """
    found: defaultdict[frozenset[Matter], set[ChannelId]] = defaultdict(set)
    for channel_id, asked in by_channel.items():
        found[frozenset(asked)].add(channel_id)
    return dict(found)


def language_of(form: FormVersionRecord, wanted: str) -> str:
    """
    Give the language in which a form is shown to a reader of *wanted*.
    """
    spoken = wanted.partition("-")[0].lower()
    exact = [each for each in form.texts if each == wanted]
    near = [
        each
        for each in sorted(form.texts)
        if each.partition("-")[0].lower() == spoken and "-x-" not in each
    ]
    return [*exact, *near, *sorted(form.texts), ""][0]
