"""
Record what was published, shared again, corrected and taken down.

A publication is decided again at the instant it is recorded, in the same
transaction: a yes that was withdrawn in between publishes nothing.  What was shared
again is a fact: it is recorded whatever the verdict, and a takedown opens with it.
"""

from service.usecases.publications.read_publications import PublicationStory, people_known_to
from service.usecases.publications.record_publication import PublicationDetails
from service.usecases.publications.record_reshare import ReshareDetails
from service.usecases.publications.verbs import PublicationVerbs, publication_verbs

__all__ = [
    "PublicationDetails",
    "PublicationStory",
    "PublicationVerbs",
    "ReshareDetails",
    "people_known_to",
    "publication_verbs",
]
