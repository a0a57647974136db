"""
Verbs about people: the data subjects.

`person_details.py` says what can be told and checks it, `erase_person.py` is the only way
to lose somebody; `preview_erasure.py` shows what that would do.  Whom a caller may see at
all is said in `usecases/sight`.
"""

from service.usecases.people.change_person import ChangePerson
from service.usecases.people.enrol_person import EnrolPerson
from service.usecases.people.erase_person import ErasePerson
from service.usecases.people.get_person import GetPerson
from service.usecases.people.import_people import ImportReport
from service.usecases.people.list_lookups import ListLookups, Lookup
from service.usecases.people.list_people import ListPeople
from service.usecases.people.list_roster import ListRoster, Roster, RosterEntry
from service.usecases.people.person_details import PersonDetails
from service.usecases.people.preview_erasure import ErasurePreview, PreviewErasure
from service.usecases.people.search_people import PeopleFound, PeopleSought, SearchPeople
from service.usecases.people.show_erasure import Erasure, ShowErasure
from service.usecases.people.show_history import ShowHistory
from service.usecases.people.show_standing import (
    PersonStanding,
    ShowStanding,
    StandingCell,
    StandingRow,
)

__all__ = [
    "ChangePerson",
    "EnrolPerson",
    "ErasePerson",
    "Erasure",
    "ErasurePreview",
    "GetPerson",
    "ImportReport",
    "ListLookups",
    "ListPeople",
    "ListRoster",
    "Lookup",
    "PeopleFound",
    "PeopleSought",
    "PersonDetails",
    "PersonStanding",
    "PreviewErasure",
    "Roster",
    "RosterEntry",
    "SearchPeople",
    "ShowErasure",
    "ShowHistory",
    "ShowStanding",
    "StandingCell",
    "StandingRow",
]
