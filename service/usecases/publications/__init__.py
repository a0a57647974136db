"""
Record what was published, corrected and taken down.

A publication is decided again at the instant it is recorded, in the same
transaction: a yes that was withdrawn in between publishes nothing.
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

__all__ = [
    "CorrectPublication",
    "GetPublication",
    "ListPublications",
    "PublicationDetails",
    "PublicationStory",
    "RecordPublication",
    "TakeDownPublication",
    "people_known_to",
]
