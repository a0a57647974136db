"""
Tell whoever sent a file what it says: hints, never facts.

Nothing of it is recorded, here or anywhere: who looks at the picture says whose it is
and who is in it.  Names are looked for among those only whom the caller may tag anyway.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from service.decision.ids import PersonId
from service.usecases.caller import Caller
from service.usecases.people.list_roster import named_among
from service.usecases.ports.claims import ClaimedRegionLike
from service.usecases.ports.services import PictureLike
from service.usecases.ports.work import UnitOfWork

PROGRAM_NOTES = frozenset({"made_by_program", "partly_made_by_program"})
"""Noted where the file says that no camera, or not only one, made the picture."""


@dataclass(frozen=True, slots=True)
class ClaimedPerson:
    """
    A name in the file, and those of the caller's units whom it may mean.
    """

    name: str = field(repr=False)
    person_ids: tuple[PersonId, ...] = ()


@dataclass(frozen=True, slots=True)
class FileClaims:
    """
    What a file says of itself.
    """

    creator: str = field(default="", repr=False)
    credit_line: str = field(default="", repr=False)
    copyright_notice: str = field(default="", repr=False)
    usage_terms: str = field(default="", repr=False)
    event: str = field(default="", repr=False)
    people: tuple[ClaimedPerson, ...] = ()
    regions: Sequence[ClaimedRegionLike] = field(default=(), repr=False)
    source_type: str = ""
    notes: tuple[str, ...] = ()
    """That a program made it, or a part of it, if it says so."""

    @property
    def person_ids(self) -> tuple[PersonId, ...]:
        """
        Give everybody whom a name may mean, each once.
        """
        return tuple(dict.fromkeys(each for one in self.people for each in one.person_ids))


def claims_in(work: UnitOfWork, caller: Caller, read: PictureLike) -> FileClaims:
    """
    Give what a file says, with the people whom its names may mean.
    """
    said = read.claims
    found = named_among(work, caller, said.people) if said.people else {}
    return FileClaims(
        creator=said.creator,
        credit_line=said.credit_line,
        copyright_notice=said.copyright_notice,
        usage_terms=said.usage_terms,
        event=said.event,
        people=tuple(ClaimedPerson(each, found.get(each, ())) for each in said.people),
        regions=said.regions,
        source_type=said.source_type,
        notes=tuple(each for each in read.notes if each in PROGRAM_NOTES),
    )
