"""
Print what a file says of itself.

Hints for whoever names people and rights next.
"""

from collections.abc import Iterable, Mapping, Sequence

from cli.terminal.output import say
from cli.terminal.wording import NOTE
from service.usecases.photos import FileClaims

UNRECORDED = "Nothing that a file says is recorded: say it yourself where it is true."
LINES = {
    "creator": "photographer",
    "credit_line": "credit line",
    "copyright_notice": "copyright",
    "usage_terms": "terms",
    "event": "event",
}
"""How each line that a file may have is called here."""


def as_plain(claims: FileClaims) -> dict[str, object]:
    """
    Give for scripts what is said; what is not said is left out.
    """
    told: dict[str, object] = {
        name: said for name in (*LINES, "source_type") if (said := getattr(claims, name))
    }
    if claims.people:
        told["people"] = [
            {"name": each.name, "person_ids": [*each.person_ids]} for each in claims.people
        ]
    if claims.regions:
        told["regions"] = [
            {"name": each.name, "place": list(each.place) if each.place else None}
            for each in claims.regions
        ]
    return told


def said_in(claims: FileClaims) -> str:
    """
    Give in one line what is said; nothing where nothing is.
    """
    said = [
        f"{word} {getattr(claims, name)}" for name, word in LINES.items() if getattr(claims, name)
    ]
    if claims.people:
        said.append(f"people {', '.join(each.name for each in claims.people)}")
    return "; ".join([*said, *(NOTE[each] for each in claims.notes)])


def said_by(files: Iterable[tuple[str, FileClaims]]) -> Mapping[str, Sequence[str]]:
    """
    Give everything that is said, each with the files that say it.
    """
    found: dict[str, list[str]] = {}
    for file, claims in files:
        if said := said_in(claims):
            found.setdefault(said, []).append(file)
    return found


def show_claims(files: Mapping[str, Sequence[str]]) -> None:
    """
    Print everything that is said, once, with the files that say it.
    """
    for said, several in files.items():
        more = f" and {len(several) - 1} more" if len(several) > 1 else ""
        say(f"{several[0]}{more} {'say' if more else 'says'}: {said}.")
    if files:
        say(UNRECORDED, style="dim")
