"""
See, record, withdraw, revoke and invalidate answers.
"""

from typing import Unpack

import click

from cli.answers import AnswerWords, StopWords, details_of, stop_of, told, with_answer, with_stop
from cli.consent_files import export, import_
from cli.terminal.door import Inside, with_registry
from cli.terminal.finding import find_person, name_of
from cli.terminal.pages import EVERY_ONE, chosen, everything, local, show_latest, show_one
from cli.terminal.reading import choice, one_of
from cli.terminal.words import Words, examples
from service.decision.consents import ConsentAct
from service.decision.ids import ActId
from service.decision.terms import ActKind, Method

SAYABLE = (
    ActKind.GIVEN,
    ActKind.RENEWED,
    ActKind.REFUSED,
    ActKind.DEFERRED,
    ActKind.REQUESTED,
)
"""What can be recorded as an answer; the rest have commands of their own."""


@click.group(cls=Words)
def consents() -> None:
    """
    Record and withdraw what they answered.

    PERSON and SIGNATORY are outside numbers, names, or ids.
    """


consents.add_command(export)
consents.add_command(import_)


@consents.command("list", epilog=examples("obstat consents list --person 'Léa Dupont'"))
@click.option("--person", metavar="PERSON", help="Only answers about this person.")
@one_of("--kind", words=ActKind, what="Only")
@EVERY_ONE
@with_registry
def list_(inside: Inside, person: str | None, kind: str | None, *, every_one: bool) -> None:
    """
    List answers, the newest last.
    """
    person_id = find_person(inside, person) if person else None
    verbs, caller = inside.registry, inside.caller
    names: dict[str, str] = {}
    if not inside.json:
        names |= {each.id: name_of(each) for each in everything(verbs.people.list_people, caller)}
        names |= {
            each.id: name_of(each)
            for each in everything(verbs.signatories.list_signatories, caller)
        }

    def row(each: ConsentAct) -> dict[str, object]:
        by = each.signatory_id
        return {
            "recorded": local(inside, each.recorded_at),
            "answer": each.kind.value,
            "about": names.get(each.person_id, each.person_id),
            "by": "themselves" if str(by) == each.person_id else names.get(by, by),
            "act": each.id,
        }

    show_latest(
        inside,
        verbs.consents.list_consents,
        row,
        empty="Nobody has answered yet.",
        every_one=every_one,
        filters=chosen(person_id=person_id, kind=kind),
    )


@consents.command("show")
@click.argument("act")
@with_registry
def show_consent(inside: Inside, act: str) -> None:
    """
    Show the answer ACT as it was recorded.
    """
    show_one(inside, inside.registry.consents.get_consent(inside.caller, ActId(act)))


@consents.command(
    "record",
    epilog=examples(
        "obstat consents record 'Léa Dupont' given --by 'Marc Dupont' --as parent \\",
        "    --form accueil --group social --method paper --signed-on 2026-05-12 \\",
        "    --scan form.pdf",
        "obstat consents record 'Ann Vos' refused --everywhere \\",
        "    --witness 'told to Bart'",
    ),
)
@click.argument("person")
@click.argument("answer", type=choice(SAYABLE))
@with_answer
@with_registry
def record(inside: Inside, /, person: str, answer: str, **words: Unpack[AnswerWords]) -> None:
    """
    Record ANSWER about PERSON.

    ANSWER: given, renewed, refused, deferred, requested.
    """
    details = details_of(inside, person, ActKind(answer), words)
    told(inside, inside.registry.consents.record_consent(inside.caller, details))


@consents.command("withdraw", epilog=examples("obstat consents withdraw 'Léa Dupont'"))
@click.argument("person")
@with_stop
@with_registry
def withdraw(inside: Inside, /, person: str, **words: Unpack[StopWords]) -> None:
    """
    Withdraw about PERSON: everything, or what is named.  No reason asked.
    """
    details = stop_of(inside, person, words, Method.ORAL_WITNESSED)
    told(inside, inside.registry.consents.withdraw_consent(inside.caller, details))


@consents.command("revoke")
@click.argument("person")
@with_stop
@with_registry
def revoke(inside: Inside, /, person: str, **words: Unpack[StopWords]) -> None:
    """
    Stop using a yes about PERSON, for reasons of the organisation.
    """
    details = stop_of(inside, person, words, Method.WEB)
    told(inside, inside.registry.consents.revoke_consent(inside.caller, details))


@consents.command("invalidate")
@click.argument("act")
@click.option("--ground", required=True, help="Why it never counted.")
@with_registry
def invalidate(inside: Inside, act: str, ground: str) -> None:
    """
    Declare that the answer ACT was void from the start.
    """
    told(inside, inside.registry.consents.invalidate_consent(inside.caller, ActId(act), ground))
