"""
Show what an export would hold and withhold, before it is taken.
"""

from dataclasses import dataclass

from service.errors import InvalidInput
from service.records.complaints import ExportScope
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.exports.collect import Collector, check_there
from service.usecases.exports.collected import Collected
from service.usecases.exports.make_export import NEEDED
from service.usecases.exports.records import RecordWriter
from service.usecases.exports.withheld import Withheld
from service.usecases.sight.people import needs_everybody


@dataclass(frozen=True, slots=True)
class ExportPreview:
    """
    What would be in an export, and what is left out and why.
    """

    scope: ExportScope
    named: tuple[str, ...]
    """Whom it is about, by name; the complaint by its number."""
    holds: tuple[tuple[str, int], ...]
    withheld: tuple[tuple[str, str, int], ...]
    """What, why, how many."""


@dataclass(frozen=True, slots=True)
class PreviewExport:
    """
    Show what an export would hold and what it would withhold.
    """

    desk: Desk

    def __call__(self, caller: Caller, scope: ExportScope) -> ExportPreview:
        """
        Count; nothing is handed out, and nothing is written down.

        Raises:
            NotAllowed: The caller could not make this export.
            InvalidInput: It is about everyone: then nothing is withheld.
            NotFound: What it is about is not there.
        """
        for each in NEEDED:
            caller.needs(each)
        needs_everybody(caller)
        if scope.is_about_everyone:
            message = "Of everyone nothing is withheld: ask for it, and let somebody approve."
            raise InvalidInput(message, field="scope")
        with self.desk.database.look(caller.organisation_id) as work:
            check_there(work, caller, scope)
            collected = Collector(work, caller, scope, self.desk.clock())()
        withheld = Withheld()
        RecordWriter(collected, withheld).members()
        for leaf in collected.leaves.values():
            if not collected.is_shown(leaf.index):
                withheld.note_entry(leaf)
        return ExportPreview(scope, _named(collected), _holds(collected), tuple(withheld.counted()))


def _named(collected: Collected) -> tuple[str, ...]:
    people = (
        f"{each.given_name} {each.family_name}".strip()
        for _, each in sorted(collected.subjects.items())
    )
    asked = collected.complaints.get(collected.asked_about)
    return (*((asked.number,) if asked else ()), *people)


def _holds(collected: Collected) -> tuple[tuple[str, int], ...]:
    """
    Count what goes in, in the words of the redaction list.
    """
    shown = sum(collected.is_shown(index) for index in collected.leaves)
    counts = {
        "entry": shown,
        "acts": len(collected.acts),
        "evidence": len(collected.evidence),
        "checks": len(collected.checks),
        "publications": len(collected.publications),
        "complaints": len(collected.complaints),
    }
    return tuple(counts.items())
