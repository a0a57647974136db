"""
Make printed forms, for tests that need some.
"""

from dataclasses import replace

from service.decision.ids import FormVersionId, PaperId, PersonId
from service.decision.terms import Matter
from service.records.paper import PaperForm, PaperRow
from tests.persistence.ground import NOW


def make_paper(name: str = "one", **told: object) -> PaperForm:
    """
    Make a form that was printed for Léa.
    """
    form = PaperForm(
        id=PaperId(f"paper-{name}"),
        form_version_id=FormVersionId("form-1"),
        language="fr-BE",
        easy=False,
        printed_at=NOW,
        person_id=PersonId("person-lea"),
        rows=(PaperRow(1, 1, "channel-fb", Matter.IMAGE),),
    )
    return replace(form, **told)  # type: ignore[arg-type]  # as the caller says
