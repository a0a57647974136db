"""
Ask the service what a row of the domain asks, with and without the right to know why.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from httpx import Response

from service.decision.case import Case
from service.decision.ids import ChannelId
from service.decision.terms import Answer
from service.decision.verdict import Code
from tests.api.clock import Clock
from tests.api.conformance.bodies import FAMILY_NAME, given_name
from tests.api.conformance.pictures import sent_file
from tests.api.conformance.teller import FOUNDED_AT, Teller
from tests.api.door import Door, Json, answered
from tests.api.office import image, send
from tests.decision.cases import cases_of
from tests.decision.cast import BRUSSELS
from tests.decision.conformance import Line
from tests.decision.conformance_case import ConformanceCase, Question

ALWAYS_PERSONAL = frozenset({"safeguarding", "restricted", "objection_open"})
UNSPEAKABLE = ("refused", "withdrawn", '"row"', '"person_id"', '"people"', '"mentions"', '"matter"')
"""What never stands in an answer to somebody who may not know the reasons."""


@dataclass(frozen=True, slots=True)
class Heard:
    """
    What the service answered to every question of a row.
    """

    answers: list[Line]
    """As for the pure rules: answer, codes that are missing, codes nobody foresaw."""
    leaks: list[str]
    """What a key without `reasons` learned, and should not have."""


def interview(found: Callable[[str], Door], clock: Clock, number: int) -> Heard:
    """
    Tell each case of a row to an organisation of its own, and ask there.
    """
    heard = Heard([], [])
    for case in cases_of(number):
        clock.at = FOUNDED_AT
        question = case.build()
        teller = teller_of(question, found(f"case-{number:02}"), clock)
        head = teller.tell()
        full = answered(ask(head, teller, question), 200)
        heard.answers.append(_line(case, full))
        heard.leaks.extend(f"{case.title}: {leak}" for leak in leaks(teller, question, full))
    return heard


def teller_of(question: Question, door: Door, clock: Clock) -> Teller:
    """
    Give who tells a case to the organisation behind *door*.
    """
    case, channel_id, _ = question
    assert channel_id is not None, "every row names its page"
    return Teller(door, clock, case, channel_id)


def ask(door: Door, teller: Teller, question: Question, **instead: str) -> Response:
    """
    Ask a question as a form with its pictures; no channel asks for all of them.
    """
    case = question[0]
    files = [image(sent_file(picture, place)) for place, picture in enumerate(case.pictures)]
    return send(door, "/checks", files, None, **(_texts(teller, question) | instead))


def leaks(teller: Teller, question: Question, full: Json) -> Iterator[str]:
    """
    Ask again with a key that may not know reasons; say what it learned all the same.
    """
    looks_back = {"audit"} if "as_of" in _texts(teller, question) else set()
    checker = teller.door.with_key("checks", *looks_back)
    response = ask(checker, teller, question)
    shown = answered(response, 200)
    everywhere = ask(checker, teller, question, channel="")
    assert answered(everywhere, 200)["channels"]
    text = response.text + everywhere.text
    if full["answer"] != shown["answer"]:
        yield f"another answer: {shown['answer']}"
    expected, codes = _collapsed(full), {each["code"] for each in shown["reasons"]}
    if expected != codes:
        yield f"{sorted(codes)} instead of {sorted(expected)}"
    people = [teller.ids[each] for each in _people(teller.case)]
    for word in (*UNSPEAKABLE, *teller.names, *people):
        if word in text:
            yield f"{word} in {text}"
    if shown != checker.get(f"/checks/{shown['check_id']}"):
        yield "more, or less, when it is read again"


def _line(case: ConformanceCase, found: Json) -> Line:
    """
    Compare an answer with what the row says.
    """
    codes = {Code(each["code"]) for each in found["reasons"]}
    unforeseen = codes - case.codes - case.tolerated
    return (case.title, Answer(found["answer"]), set(case.codes - codes), unforeseen)


def _texts(teller: Teller, question: Question) -> dict[str, str | list[str]]:
    """
    Say where, what for and when, and who is named in the caption.
    """
    case, channel_id, at = question
    texts: dict[str, str | list[str]] = {
        "channel": teller.ids[channel_id or ChannelId("")],
        "purpose": case.purpose,
    }
    if at > case.known_at:
        texts["on"] = at.astimezone(BRUSSELS).date().isoformat()
    elif at < case.known_at:
        texts["as_of"] = at.isoformat()
    named = [each for mention in case.mentions for each in mention.person_ids]
    if named:
        texts["text"] = "Avec " + ", ".join(f"{given_name(each)} {FAMILY_NAME}" for each in named)
    return texts


def _people(case: Case) -> set[str]:
    """
    Give everybody whom the case names, and whoever speaks for them.
    """
    speakers = (each for dossier in case.dossiers.values() for each in dossier.authorities)
    return {*case.dossiers, *(each.signatory_id for each in speakers)}


def _collapsed(full: Json) -> set[str]:
    """
    Say which codes are left once everything personal is `not_cleared`.
    """
    return {
        "not_cleared" if "person_id" in each or each["code"] in ALWAYS_PERSONAL else each["code"]
        for each in full["reasons"]
    }
