"""
Record what was published, shared again, corrected and taken down.

A publication is decided again at the instant it is recorded, in the same
transaction: a yes that was withdrawn in between publishes nothing.  What was shared
again is a fact: it is recorded whatever the verdict, and a takedown opens with it.
"""

from service.usecases.publications.follow_up import (
    CorrectPublication,
    GetPublication,
    ListPublications,
    PublicationStory,
    TakeDownPublication,
    people_known_to,
)
from service.usecases.publications.record_publication import PublicationDetails, RecordPublication
from service.usecases.publications.record_reshare import RecordReshare, ReshareDetails

__all__ = [
    "CorrectPublication",
    "GetPublication",
    "ListPublications",
    "PublicationDetails",
    "PublicationStory",
    "RecordPublication",
    "RecordReshare",
    "ReshareDetails",
    "TakeDownPublication",
    "people_known_to",
]
