"""
See, record and withdraw answers.
"""

from typing import Any

import click

from cli.door import Inside, with_registry
from cli.output import OUT, emit
from cli.pages import chosen, everything, show
from service.decision.consents import ConsentAct
from service.decision.ids import FormVersionId, PersonId, SignatoryId
from service.decision.terms import ActKind, Capacity, Matter, Method
from service.usecases.consents import ConsentDetails, Reach, StopDetails

ANSWERS = ("given", "renewed", "refused", "deferred", "requested")


@click.group()
def consents() -> None:
    """
    Look after what people answered.
    """


@consents.command("list")
@click.option("--person", metavar="ID", help="Only answers about this person.")
@with_registry
def list_(inside: Inside, person: str | None) -> None:
    """
    List answers, oldest first.
    """
    found = everything(inside.registry.list_consents, inside.caller, chosen(person_id=person))
    rows = [
        {
            "id": each.id,
            "person": each.person_id,
            "by": f"{each.capacity.value} {each.signatory_id}",
            "kind": each.kind.value,
            "matters": sorted(matter.value for matter in each.matters),
            "recorded_at": each.recorded_at.isoformat(timespec="minutes"),
        }
        for each in found
    ]
    headings = {
        "recorded_at": "recorded",
        "kind": "answer",
        "by": "by",
        "matters": "about",
        "person": "person",
    }
    show(inside, rows, headings, "Nobody has answered yet.")


@consents.command("record")
@click.argument("person_id")
@click.argument("answer", type=click.Choice(ANSWERS))
@click.option("--by", "signatory", metavar="ID", help="Who answers; none: the person.")
@click.option(
    "--as",
    "capacity",
    type=click.Choice([each.value for each in Capacity]),
    default=Capacity.SELF.value,
)
@click.option("--channel", "channels", multiple=True, help="Short name or id; may be repeated.")
@click.option("--group", "groups", multiple=True, help="Group of channels; may be repeated.")
@click.option("--everywhere", is_flag=True, help="For a no: every channel, also those to come.")
@click.option(
    "--matter", "matters", multiple=True, type=click.Choice([each.value for each in Matter])
)
@click.option("--form-version", metavar="ID", help="The form that was shown.")
@click.option("--note", default="", help="Who witnessed an oral answer.")
@with_registry
def record(inside: Inside, /, person_id: str, answer: str, **options: Any) -> None:  # noqa: ANN401  # the words of the command line
    """
    Record ANSWER about PERSON_ID, given orally before a witness.
    """
    version = options["form_version"]
    details = ConsentDetails(
        person_id=PersonId(person_id),
        signatory_id=SignatoryId(options["signatory"] or person_id),
        capacity=Capacity(options["capacity"]),
        kind=ActKind(answer),
        reach=Reach(options["channels"], options["groups"], options["everywhere"]),
        matters=frozenset(Matter(each) for each in options["matters"]),
        form_version_id=FormVersionId(version) if version else None,
        method=Method.ORAL_WITNESSED,
        witness_note=options["note"],
    )
    told(inside, inside.registry.record_consent(inside.caller, details))


@consents.command("withdraw")
@click.argument("person_id")
@click.option("--by", "signatory", metavar="ID", help="Who withdraws; none: the person.")
@click.option("--channel", "channels", multiple=True, help="Only there; none: everywhere.")
@with_registry
def withdraw(
    inside: Inside, person_id: str, signatory: str | None, channels: tuple[str, ...]
) -> None:
    """
    Withdraw about PERSON_ID: everything, or only on some channels.  No reason asked.
    """
    details = StopDetails(
        person_id=PersonId(person_id),
        signatory_id=SignatoryId(signatory or person_id),
        reach=Reach(channels),
        method=Method.ORAL_WITNESSED,
    )
    told(inside, inside.registry.withdraw_consent(inside.caller, details))


def told(inside: Inside, act: ConsentAct) -> None:
    """
    Say that an answer is kept.
    """
    if inside.json:
        emit({"id": act.id, "kind": act.kind.value})
    else:
        OUT.print(f"Recorded: {act.kind.value} ({act.id}). It counts from the next check on.")
