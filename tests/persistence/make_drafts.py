"""
Make drafts that tests need.
"""

from dataclasses import replace

from service.decision.ids import DraftId
from service.records.drafts import Draft
from tests.persistence.ground import ASHA, NOW


def make_draft(name: str = "outing", **told: object) -> Draft:
    """
    Make a draft of Asha.
    """
    draft = Draft(DraftId(f"draft-{name}"), ASHA, NOW, f"{name}.jpg", size_bytes=11)
    return replace(draft, **told)  # type: ignore[arg-type]  # as the caller says
