"""
Ask one person's matters, say what would change, save it.
"""

from typing import Any, Final
from uuid import uuid4

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from service.decision.ids import ChannelId, PersonId
from service.decision.terms import Matter
from service.errors import Conflict, InvalidInput, WholeNameOnly
from service.records.forms import FormVersionRecord
from service.usecases.families.cards import Choice, PersonMatters, with_room_for
from service.usecases.families.choices import Answers, language_of, noes_of, shown_by
from service.usecases.registry import Registry
from service.web.family.door import family_of, family_page
from service.web.fields import Fields
from service.web.language import YOUNG_READER, words_for
from service.web.redirects import see_other

PEOPLE: Final = "/f/{house:str}/people"
ONE: Final = f"{PEOPLE}/{{person_id:str}}"
_FIELD: Final = "a."
"""Fields of answers are called `a.CHANNEL.MATTER`."""

NOTHING_TICKED: Final = Answers()

FamilyRequest = Request[Any, Any, Any]


@get(PEOPLE, sync_to_thread=True, operation_id="showFamilyPeople")
def show_people(
    request: FamilyRequest, registry: NamedDependency[Registry], house: FromPath[str]
) -> Response[bytes]:
    """
    List those somebody answers for; where it is one, go straight there.
    """
    people = registry.families.show_matters(family_of(request))
    if len(people) == 1:
        return see_other(f"/f/{house}/people/{people[0].person_id}")
    return family_page(request, registry, "people.html", people=people)


@get(ONE, sync_to_thread=True, operation_id="showFamilyMatters")
def show_person(
    request: FamilyRequest, registry: NamedDependency[Registry], person_id: FromPath[str]
) -> Response[bytes]:
    """
    Show the cards of one person.
    """
    matters = registry.families.show_matters.one(family_of(request), PersonId(person_id))
    return _cards(request, registry, matters)


@post(f"{ONE}/cards", sync_to_thread=True, status_code=200, operation_id="continueAnswering")
def show_ticked(
    request: FamilyRequest,
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
    person_id: FromPath[str],
) -> Response[bytes]:
    """
    Show the cards with what was ticked; nothing is written.

    For whoever goes back from the review, or reads on in other letters or words.
    """
    matters = registry.families.show_matters.one(family_of(request), PersonId(person_id))
    return _cards(request, registry, matters, ticked=answers_of(fields))


@post(f"{ONE}/review", sync_to_thread=True, operation_id="reviewFamilyAnswers")
def review(
    request: FamilyRequest,
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
    person_id: FromPath[str],
) -> Response[bytes]:
    """
    Say what would change; nothing is written.
    """
    answers = answers_of(fields)
    try:
        preview = registry.families.preview_answers(
            family_of(request), PersonId(person_id), answers
        )
    except Conflict:
        matters = registry.families.show_matters.one(family_of(request), PersonId(person_id))
        return _cards(request, registry, matters, trouble="words-changed", ticked=_but_yes(answers))
    except WholeNameOnly:
        matters = registry.families.show_matters.one(family_of(request), PersonId(person_id))
        return _cards(request, registry, matters, trouble="whole-name", ticked=answers)
    if not preview.changes and not answers.nowhere and answers.off is None:
        return _cards(request, registry, preview.matters, trouble="nothing-changes")
    _speak_to(request, preview.matters)
    return family_page(
        request,
        registry,
        "review.html",
        matters=preview.matters,
        changes=preview.changes,
        answers=answers,
        sent=[
            (name, each)
            for name, several in fields.texts.items()
            if name != "once"
            for each in several
        ],
        once=uuid4().hex,
    )


@post(f"{ONE}/save", sync_to_thread=True, operation_id="saveFamilyAnswers")
def save(
    request: FamilyRequest,
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
    house: FromPath[str],
    person_id: FromPath[str],
) -> Response[bytes]:
    """
    Save all of it, and lead to the receipt.
    """
    family, subject = family_of(request), PersonId(person_id)
    answers = answers_of(fields)
    _speak_to(request, registry.families.show_matters.one(family, subject))
    try:
        receipt = registry.families.answer(
            family, subject, answers, words_for(request), fields["once"]
        )
    except (Conflict, WholeNameOnly):  # the latter has been told before the review
        matters = registry.families.show_matters.one(family, subject)
        return _cards(request, registry, matters, trouble="words-changed", ticked=_but_yes(answers))
    return see_other(f"/f/{house}/receipts/{receipt.id}")


def answers_of(fields: Fields) -> Answers:
    """
    Read what was ticked.

    Raises:
        InvalidInput: A field is not one of ours.
    """
    choices = {}
    for name, several in fields.texts.items():
        if not name.startswith(_FIELD):
            continue
        channel_id, _, matter = name.removeprefix(_FIELD).rpartition(".")
        try:
            choices[ChannelId(channel_id), Matter(matter)] = Choice(several[-1])
        except ValueError:
            raise InvalidInput("This is not asked.", field=name) from None
    shown = frozenset(fields.many("shown"))
    off = ChannelId(fields["off"]) if "off" in fields else None
    return Answers(
        choices, nowhere="nowhere" in fields, again="again" in fields, off=off, shown=shown
    )


def _but_yes(answers: Answers) -> Answers:
    """
    Give what was ticked without any yes: it was said to other words.
    """
    kept = {key: each for key, each in answers.choices.items() if each is not Choice.YES}
    return Answers(kept)


def _cards(
    request: FamilyRequest,
    registry: Registry,
    matters: PersonMatters,
    *,
    trouble: str = "",
    ticked: Answers = NOTHING_TICKED,
) -> Response[bytes]:
    """
    Show the cards, with the words that ask in the language of whoever reads.
    """
    matters = with_room_for(matters, noes_of(ticked))
    forms: dict[str, FormVersionRecord] = {
        each.form.id: each.form for each in matters.questions.values() if each.form is not None
    }
    _speak_to(request, matters)
    wanted = words_for(request)
    texts = [
        (language, each.texts[language])
        for each in forms.values()
        if (language := language_of(each, wanted)) in each.texts
    ]
    return family_page(
        request,
        registry,
        "cards.html",
        status=422 if trouble else 200,
        matters=matters,
        shown=sorted(shown_by(matters)),
        texts=texts,
        trouble=trouble,
        ticked={f"{_FIELD}{key[0]}.{key[1]}": each.value for key, each in ticked.choices.items()},
        choices=[each.value for each in Choice],
        is_renewable=any(each.is_renewable for each in matters.questions.values()),
    )


def _speak_to(request: FamilyRequest, matters: PersonMatters) -> None:
    """
    Note whether this page speaks to a child about itself.
    """
    request.scope["state"][YOUNG_READER] = matters.is_young


ROUTES: Final = (show_people, show_person, show_ticked, review, save)
