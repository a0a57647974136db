"""
See and keep on what ground somebody speaks for a person.
"""

from datetime import date
from typing import TypedDict, Unpack

import click

from cli.terminal.door import Inside, with_registry
from cli.terminal.finding import find_person, find_signatory, name_of
from cli.terminal.pages import everything, made, show
from cli.terminal.reading import day, one_of
from cli.terminal.words import Words, examples
from service.decision.ids import AuthorityId
from service.decision.terms import AuthorityBasis, AuthorityKind, Matter
from service.records.people import AuthorityRecord
from service.usecases.authorities import AuthorityDetails


class AuthorityWords(TypedDict):
    """
    The words that describe an authority.
    """

    kind: str
    basis: str
    from_on: date | None
    until_on: date | None
    sole: bool
    matters: tuple[str, ...]
    proof: str


@click.group(cls=Words)
def authorities() -> None:
    """
    Say on what ground they do.

    Without a proof that somebody saw, a yes does not count and a no does.
    """


@authorities.command("list")
@click.argument("person")
@with_registry
def list_(inside: Inside, person: str) -> None:
    """
    List who may answer for PERSON, ended authorities too.
    """
    verbs = inside.registry
    names = {
        each.id: name_of(each)
        for each in everything(verbs.signatories.list_signatories, inside.caller)
    }

    def row(each: AuthorityRecord) -> dict[str, object]:
        held = each.authority
        return {
            "who": names.get(held.signatory_id, held.signatory_id),
            "as": held.kind.value,
            "from": held.from_on,
            "until": held.until_on,
            "about": sorted(held.matters) if held.matters is not None else "everything",
            "proof": each.proof or ("seen" if held.verified else "not seen"),
            "authority": held.id,
        }

    found = verbs.authorities.list_authorities(inside.caller, find_person(inside, person))
    show(inside, found, row, empty="Nobody may answer for this person but themselves.")


@authorities.command(
    "record",
    epilog=examples(
        "obstat authorities record 'Léa Dupont' 'Marc Dupont' --kind parent \\",
        "    --basis filiation --proof 'birth certificate'",
    ),
)
@click.argument("person")
@click.argument("signatory")
@one_of("--kind", words=AuthorityKind, what="As", required=True)
@one_of("--basis", words=AuthorityBasis, what="On", required=True)
@click.option("--from", "from_on", type=day, metavar="DAY")
@click.option("--until", "until_on", type=day, metavar="DAY", help="First day it no longer holds.")
@click.option("--sole", is_flag=True, help="Decides alone, by a judgment.")
@one_of("--matter", "matters", words=Matter, what="About; none: everything", multiple=True)
@click.option("--proof", default="", help="What was seen; none: not verified.")
@with_registry
def record(inside: Inside, /, person: str, signatory: str, **words: Unpack[AuthorityWords]) -> None:
    """
    Record that SIGNATORY may answer for PERSON.
    """
    details = AuthorityDetails(
        signatory_id=find_signatory(inside, signatory),
        kind=AuthorityKind(words["kind"]),
        basis=AuthorityBasis(words["basis"]),
        from_on=words["from_on"],
        until_on=words["until_on"],
        sole=words["sole"],
        matters=frozenset(map(Matter, words["matters"])) or None,
        verified=bool(words["proof"]),
        proof=words["proof"],
    )
    person_id = find_person(inside, person)
    made(
        inside,
        inside.registry.authorities.record_authority(inside.caller, person_id, details).id,
        "Recorded",
    )


@authorities.command("confirm")
@click.argument("authority")
@click.option("--proof", required=True, help="What was seen.")
@with_registry
def confirm(inside: Inside, authority: str, proof: str) -> None:
    """
    Note the proof that was seen for AUTHORITY: from now on its yes counts.
    """
    authority_id = AuthorityId(authority)
    found = inside.registry.authorities.confirm_authority(inside.caller, authority_id, proof)
    made(inside, found.id, "Confirmed", verified=True)


@authorities.command("end")
@click.argument("authority")
@click.option("--on", type=day, metavar="DAY", help="First day it no longer holds; none: today.")
@with_registry
def end(inside: Inside, authority: str, on: date | None) -> None:
    """
    End AUTHORITY: its yes lapses that day.
    """
    ended = inside.registry.authorities.end_authority(inside.caller, AuthorityId(authority), on)
    made(inside, ended.id, "Ended", until_on=f"{ended.authority.until_on}")
