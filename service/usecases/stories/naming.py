"""
Name the record that a moment tells of, so that a reader can open it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from service.usecases.stories.moments import Moment


class RecordKind(StrEnum):
    """
    What kind of record stands behind a line.
    """

    ACT = "act"
    CHECK = "check"
    COMPLAINT = "complaint"
    EXPORT = "export"
    HOLD = "hold"
    PERSON = "person"
    PHOTO = "photo"
    PROPOSAL = "proposal"
    PUBLICATION = "publication"
    TAKEDOWN = "takedown"


@dataclass(frozen=True, slots=True)
class RecordName:
    """
    A record, and of whom it is where it is an answer.
    """

    kind: RecordKind
    id: str
    person_id: str = ""


_PLACES: Mapping[str, tuple[RecordKind, tuple[tuple[str, ...], ...]]] = {
    "authority": (RecordKind.PERSON, (("person_id",),)),
    "check": (RecordKind.CHECK, (("check_id",),)),
    "complaint": (RecordKind.COMPLAINT, (("complaint", "id"), ("event", "complaint_id"))),
    "consent": (RecordKind.ACT, (("act", "id"),)),
    "evidence": (RecordKind.ACT, (("act_id",),)),
    "export": (RecordKind.EXPORT, (("export", "id"),)),
    "hold": (RecordKind.HOLD, (("hold", "id"), ("hold_id",))),
    "person": (RecordKind.PERSON, (("person_id",),)),
    "photo": (RecordKind.PHOTO, (("photo_id",),)),
    "proposal": (RecordKind.PROPOSAL, (("proposal", "id"), ("proposal_id",))),
    "protection": (RecordKind.PERSON, (("person_id",),)),
    "publication": (
        RecordKind.PUBLICATION,
        (("publication", "id"), ("event", "publication_id")),
    ),
    "takedown": (RecordKind.TAKEDOWN, (("takedown_id",),)),
}
"""By the subject of an entry: the kind, and where in the payload its id may stand."""


def record_of(moment: Moment) -> RecordName | None:
    """
    Name the record, if there is one that can be opened.
    """
    subject = moment.kind.partition(":")[0]
    kind, places = _PLACES.get(subject, (None, ()))
    if subject == "takedown":
        opened = moment.payload.get("takedowns", ())
        found = str(opened[0]["takedown_id"]) if opened else ""
    else:
        found = next((each for each in (_at(moment.payload, path) for path in places) if each), "")
    if kind is None or not found:
        return None
    return RecordName(kind, found, _at(moment.payload, ("act", "person_id")))


def _at(payload: Mapping[str, Any], path: tuple[str, ...]) -> str:
    """
    Give the text at *path*, or nothing.
    """
    found: object = payload
    for step in path:
        found = found.get(step) if isinstance(found, Mapping) else None
    return found if isinstance(found, str) else ""
