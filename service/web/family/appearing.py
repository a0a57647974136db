"""
Show where somebody appears, what was done, and hand out everything.
"""

import json
from typing import Any, Final
from zoneinfo import ZoneInfo

from litestar import Request, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from service.decision.ids import PersonId
from service.usecases.registry import Registry
from service.web.family.answering import ONE
from service.web.family.door import family_of, family_page
from service.web.family.receipts import attachment

FamilyRequest = Request[Any, Any, Any]


@get(f"{ONE}/where", sync_to_thread=True, operation_id="showFamilyAppearances")
def show_where(
    request: FamilyRequest, registry: NamedDependency[Registry], person_id: FromPath[str]
) -> Response[bytes]:
    """
    Show every publication of a person, and offer to have it taken down.
    """
    return _story(request, registry, person_id, "where.html")


@get(f"{ONE}/history", sync_to_thread=True, operation_id="showFamilyHistory")
def show_history(
    request: FamilyRequest, registry: NamedDependency[Registry], person_id: FromPath[str]
) -> Response[bytes]:
    """
    Show what this signatory answered, and who looked the person up.
    """
    return _story(request, registry, person_id, "history.html")


@get(f"{ONE}/download.json", sync_to_thread=True, operation_id="downloadFamilyRecord")
def download(
    request: FamilyRequest, registry: NamedDependency[Registry], person_id: FromPath[str]
) -> Response[bytes]:
    """
    Hand out everything about a person, without anybody else's.
    """
    found = registry.families.show_appearances.export(family_of(request), PersonId(person_id))
    content = json.dumps(found, ensure_ascii=False, indent=1).encode()
    return attachment(content, "obstat.json", "application/json")


def _story(
    request: FamilyRequest, registry: Registry, person_id: str, template: str
) -> Response[bytes]:
    """
    Show the story of a person.
    """
    family = family_of(request)
    return family_page(
        request,
        registry,
        template,
        story=registry.families.show_appearances(family, PersonId(person_id)),
        receipts=registry.families.get_receipt.all(family),
        zone=ZoneInfo(registry.families.open_link(family.slug).time_zone),
    )


ROUTES: Final = (show_where, show_history, download)
