"""
Verbs about people: the data subjects.

`person_details.py` says what can be told and checks it, `duplicates.py` who is there
already, `pairing.py` writes what is said of two records, `erase_person.py` is the only way
to lose somebody; `preview_erasure.py` shows what that would do.  Whom a caller may see at
all is said in `usecases/sight`.
"""

from service.usecases.people.erase_person import ErasePerson
from service.usecases.people.import_people import ImportReport
from service.usecases.people.list_lookups import Lookup
from service.usecases.people.list_pairs import Paired
from service.usecases.people.person_details import MAX_MEMBERSHIPS, PersonDetails
from service.usecases.people.preview_erasure import ErasurePreview
from service.usecases.people.search_people import PeopleFound, PeopleSought
from service.usecases.people.show_standing import PersonStanding, StandingCell, StandingRow
from service.usecases.people.verbs import PeopleVerbs, people_verbs

__all__ = [
    "MAX_MEMBERSHIPS",
    "ErasePerson",
    "ErasurePreview",
    "ImportReport",
    "Lookup",
    "Paired",
    "PeopleFound",
    "PeopleSought",
    "PeopleVerbs",
    "PersonDetails",
    "PersonStanding",
    "StandingCell",
    "StandingRow",
    "people_verbs",
]
