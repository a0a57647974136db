"""
Take in complaints, do something about them, answer, close.
"""

from datetime import date
from typing import TypedDict, Unpack

import click

from cli.terminal.door import Inside, with_registry
from cli.terminal.finding import find_person, find_photo
from cli.terminal.output import emit, say
from cli.terminal.pages import everything, local, made, show, show_one
from cli.terminal.reading import choice, day, one_of, text_of
from cli.terminal.words import Words, examples
from service.decision.ids import ComplaintId, PublicationId
from service.records.complaints import (
    ComplaintEventKind,
    ComplaintWords,
    Outcome,
    Route,
    Wish,
)
from service.usecases.complaints import ComplaintDetails, LetterKind, Pressing, StepDetails
from service.usecases.plain import plain

STEPS = [each for each in ComplaintEventKind if each is not ComplaintEventKind.CLOSED]


class ComplaintOptions(TypedDict):
    """
    The words that describe a complaint.
    """

    route: str
    wish: str
    complainant: str
    contact: str
    seen_at: str
    language: str
    person: str | None
    publication: str | None
    photo: str | None
    may_be_breach: bool
    legal_hold: bool


@click.group(cls=Words)
def complaints() -> None:
    """
    Take in complaints, answer and close them.
    """


@complaints.command(
    "file",
    epilog=examples(
        "obstat complaints file 'My daughter is on your page' --person 'Léa Dupont' \\",
        "    --wish take_down --complainant 'Chika Dupont' \\",
        "    --contact chika@example.org",
    ),
)
@click.argument("text")
@one_of("--route", words=Route, what="How it came in", default=Route.OTHER.value)
@one_of("--wish", words=Wish, what="What is asked for", default=Wish.OTHER.value)
@click.option("--complainant", default="", help="Who complains.")
@click.option("--contact", default="", help="Where they are answered.")
@click.option("--seen-at", default="", help="Address, page or issue, as they said it.")
@click.option("--language", default="", help="In which they are answered, such as nl.")
@click.option("--person", metavar="PERSON", help="Who is shown.")
@click.option("--publication", metavar="ID", help="What was published.")
@click.option("--photo", metavar="PHOTO", help="Title or id of the photo.")
@click.option("--may-be-breach", is_flag=True, help="Start the 72 hours of a breach.")
@click.option("--legal-hold", is_flag=True, help="Let nothing about it be erased.")
@with_registry
def file_(inside: Inside, /, text: str, **words: Unpack[ComplaintOptions]) -> None:
    """
    Take in a complaint that says TEXT; @FILE reads a file.
    """
    person, publication, photo = words["person"], words["publication"], words["photo"]
    details = ComplaintDetails(
        route=Route(words["route"]),
        wish=Wish(words["wish"]),
        words=ComplaintWords(
            words["complainant"], words["contact"], text_of(text), words["seen_at"]
        ),
        language=words["language"],
        person_id=find_person(inside, person) if person else None,
        publication_id=PublicationId(publication) if publication else None,
        photo_id=find_photo(inside, photo) if photo else None,
        may_be_breach=words["may_be_breach"],
        legal_hold=words["legal_hold"],
    )
    complaint = inside.registry.complaints.file_complaint(inside.caller, details).complaint
    until = local(inside, complaint.breach_notify_by)
    made(inside, complaint.id, f"Complaint {complaint.number}", number=complaint.number)
    if until and not inside.json:
        say(f"This may be a breach: decide before {until} whether the authority is told.")


@complaints.command("list")
@click.option("--person", metavar="PERSON", help="Only about this person.")
@click.option("--pressing", is_flag=True, help="Only open ones, the most urgent first.")
@with_registry
def list_(inside: Inside, person: str | None, *, pressing: bool) -> None:
    """
    List complaints, oldest first.
    """
    verbs, caller = inside.registry, inside.caller
    if pressing:
        found = list(verbs.complaints.list_complaints.pressing(caller))
    else:
        filters = {"person_id": find_person(inside, person)} if person else None
        found = everything(verbs.complaints.list_complaints, caller, filters)

    def row(each: Pressing) -> dict[str, object]:
        story = each.story
        return {
            "number": story.complaint.number,
            "filed": local(inside, story.complaint.filed_at),
            "wish": story.complaint.wish.value,
            "due": story.due_on(),
            "urgency": each.urgency.value,
            "goes to": each.goes_to.name,
            "complaint": story.complaint.id,
        }

    show(inside, found, row, empty="Nobody complained.", as_plain=_as_plain)


@complaints.command("show")
@click.argument("complaint")
@with_registry
def show_complaint(inside: Inside, complaint: str) -> None:
    """
    Show COMPLAINT, by its number or id, and what was done about it.
    """
    found = inside.registry.complaints.get_complaint(inside.caller, ComplaintId(complaint))
    show_one(inside, found, as_plain=_as_plain)


@complaints.command(
    "step",
    epilog=examples(
        "obstat complaints step 2026-0007 acknowledged",
        "obstat complaints step 2026-0007 connected --person 'Léa Dupont'",
    ),
)
@click.argument("complaint")
@click.argument("kind", type=choice(STEPS))
@click.option("--note", default="", help="What or why.")
@click.option("--publication", metavar="ID", help="What came down, or what it is about.")
@click.option("--person", metavar="PERSON", help="Of connected: whom it is about.")
@click.option("--answer-by", type=day, metavar="DAY", help="Of an extension: the new deadline.")
@with_registry
def step(
    inside: Inside,
    complaint: str,
    kind: str,
    note: str,
    publication: str | None,
    person: str | None,
    answer_by: date | None,
) -> None:
    """
    Record what was done about COMPLAINT.

    KIND: acknowledged, extended, connected (with what it is about), noted,
    taken_down, corrected, answered, breach_suspected, breach_notified,
    breach_dismissed.
    """
    complaint_id = _id_of(inside, complaint)
    publication_id = PublicationId(publication) if publication else None
    person_id = find_person(inside, person) if person else None
    details = StepDetails(ComplaintEventKind(kind), note, publication_id, answer_by, person_id)
    inside.registry.complaints.record_step(inside.caller, complaint_id, details)
    made(inside, complaint_id, "Recorded", kind=kind)


@complaints.command("take-down", epilog=examples("obstat complaints take-down 2026-0007"))
@click.argument("complaint")
@with_registry
def take_down(inside: Inside, complaint: str) -> None:
    """
    Ask for what COMPLAINT is about to come down: a task for the publisher.
    """
    complaint_id = _id_of(inside, complaint)
    opened = inside.registry.complaints.demand_takedown(inside.caller, complaint_id)
    made(inside, opened[0], f"{len(opened)} to take down", takedowns=list(opened))


@complaints.command("close")
@click.argument("complaint")
@click.argument("outcome", type=choice(Outcome))
@click.option("--note", required=True, help="Why; whoever complains reads it.")
@with_registry
def close(inside: Inside, complaint: str, outcome: str, note: str) -> None:
    """
    Close COMPLAINT for good.

    OUTCOME: upheld, partly, not_upheld.
    """
    complaint_id = _id_of(inside, complaint)
    inside.registry.complaints.close_complaint(inside.caller, complaint_id, Outcome(outcome), note)
    made(inside, complaint_id, "Closed", outcome=outcome)


@complaints.command("letter")
@click.argument("complaint")
@click.argument("kind", type=choice(LetterKind), default=LetterKind.ACKNOWLEDGEMENT.value)
@with_registry
def letter(inside: Inside, complaint: str, kind: str) -> None:
    """
    Draft a letter to whoever complains, in their language; nothing is sent.

    KIND: acknowledgement or closing.
    """
    written = inside.registry.complaints.write_letter(
        inside.caller, _id_of(inside, complaint), LetterKind(kind)
    )
    if inside.json:
        emit(plain(written))
        return
    say(f"{written.subject}\n\n{written.text}")


def _id_of(inside: Inside, called: str) -> ComplaintId:
    """
    Find a complaint by its number or id.
    """
    found = inside.registry.complaints.get_complaint(inside.caller, ComplaintId(called))
    return found.story.complaint.id


def _as_plain(pressing: Pressing) -> object:
    """
    Give a complaint with everything said and done.
    """
    story = pressing.story
    return {
        "complaint": plain(story.complaint),
        "steps": [plain(each) for each in story.events],
        "urgency": pressing.urgency.value,
        "goes_to": pressing.goes_to.name,
        "due_on": plain(story.due_on()),
        "answer_by": plain(story.answer_by),
    }
