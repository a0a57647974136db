"""
Hold the verbs about people.
"""

from dataclasses import dataclass

from service.decision.jurisdiction import Jurisdictions
from service.usecases.desk import Desk
from service.usecases.people.change_person import ChangePerson
from service.usecases.people.enrol_person import EnrolPerson
from service.usecases.people.erase_person import ErasePerson
from service.usecases.people.get_person import GetPerson
from service.usecases.people.list_lookups import ListLookups
from service.usecases.people.list_pairs import ListPairs
from service.usecases.people.list_people import ListPeople
from service.usecases.people.list_roster import ListRoster
from service.usecases.people.preview_erasure import PreviewErasure
from service.usecases.people.search_people import SearchPeople
from service.usecases.people.settle_pair import SettlePair
from service.usecases.people.show_erasure import ShowErasure
from service.usecases.people.show_history import ShowHistory
from service.usecases.people.show_standing import ShowStanding
from service.usecases.people.writing import PeopleWriter
from service.usecases.ports.aftermath import Aftermath


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleVerbs:
    """
    Every such verb as a field: `registry.people.enrol_person`.
    """

    enrol_person: EnrolPerson
    change_person: ChangePerson
    get_person: GetPerson
    list_people: ListPeople
    search_people: SearchPeople
    list_roster: ListRoster
    show_history: ShowHistory
    show_standing: ShowStanding
    list_lookups: ListLookups
    preview_erasure: PreviewErasure
    erase_person: ErasePerson
    show_erasure: ShowErasure
    settle_pair: SettlePair
    list_pairs: ListPairs


def people_verbs(
    desk: Desk, law: Jurisdictions, writer: PeopleWriter, aftermath: Aftermath
) -> PeopleVerbs:
    """
    Give each verb its ports.
    """
    return PeopleVerbs(
        enrol_person=EnrolPerson(desk, writer),
        change_person=ChangePerson(desk, writer),
        get_person=GetPerson(desk),
        list_people=ListPeople(desk),
        search_people=SearchPeople(desk),
        list_roster=ListRoster(desk),
        show_history=ShowHistory(desk),
        show_standing=ShowStanding(desk, law),
        list_lookups=ListLookups(desk),
        preview_erasure=PreviewErasure(desk, law),
        erase_person=ErasePerson(desk, law, aftermath),
        show_erasure=ShowErasure(desk),
        settle_pair=SettlePair(desk, aftermath),
        list_pairs=ListPairs(desk),
    )
