"""
Hold the verbs by which people and consents come and go.
"""

from dataclasses import dataclass

from service.decision.jurisdiction import Jurisdictions
from service.usecases.desk import Desk
from service.usecases.interchange.export_consents import ExportConsents
from service.usecases.interchange.import_consents import ImportConsents
from service.usecases.people.export_people import ExportPeople
from service.usecases.people.import_people import ImportPeople
from service.usecases.people.writing import PeopleWriter
from service.usecases.ports.aftermath import Aftermath


@dataclass(frozen=True, slots=True, kw_only=True)
class InterchangeVerbs:
    """
    Every such verb as a field: `registry.interchange.export_consents`.
    """

    import_people: ImportPeople
    export_people: ExportPeople
    export_consents: ExportConsents
    import_consents: ImportConsents


def interchange_verbs(
    desk: Desk, law: Jurisdictions, writer: PeopleWriter, aftermath: Aftermath
) -> InterchangeVerbs:
    """
    Give each verb its ports.
    """
    return InterchangeVerbs(
        import_people=ImportPeople(desk, writer),
        export_people=ExportPeople(desk),
        export_consents=ExportConsents(desk),
        import_consents=ImportConsents(desk, law, aftermath),
    )
