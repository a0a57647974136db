"""
Cover a part of a picture: before, after, and what comes next.
"""

from dataclasses import dataclass
from functools import partial
from typing import Any, Final
from urllib.parse import urlencode

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from service.decision.ids import DraftId
from service.decision.photos import Cover, CoverKind
from service.errors import BadImage, InvalidInput
from service.usecases.caller import Caller
from service.usecases.registry import Registry
from service.web.fields import NOTHING, Fields
from service.web.redirects import see_other
from service.web.render import page
from service.web.staff.errand import Errand, along
from service.web.staff.regions import FIELD, TypedRegion, region_at_fault, typed_region

ROWS: Final = 4
PATH: Final = "/drafts/{draft_id:str}/cover"
_KINDS: Final = (CoverKind.PIXELATE, CoverKind.FILL, CoverKind.CROP)


@dataclass(frozen=True, slots=True)
class CoverRow:
    """
    One region of the form.
    """

    number: int
    kind: str
    region: TypedRegion


_ROWS: Final = tuple(
    CoverRow(number, CoverKind.PIXELATE.value, TypedRegion()) for number in range(1, ROWS + 1)
)
"""The form before anything is marked."""


@get(PATH, sync_to_thread=True, operation_id="showCoverPage")
def show_cover_page(
    request: Request[Any, Caller, Any], registry: NamedDependency[Registry], draft_id: FromPath[str]
) -> Response[bytes]:
    """
    Show the picture, and where to say what is covered.
    """
    return _form(request, registry, DraftId(draft_id), _ROWS, _check(request))


@post(PATH, sync_to_thread=True, operation_id="coverDraftOnPage")
def cover_draft(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    draft_id: FromPath[str],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Cover what was said, and lead to the two pictures side by side.

    Whoever comes from a post is shown the form first, with the post in it.
    """
    rows = tuple(
        CoverRow(number, fields[f"kind-{number}"], typed_region(fields, str(number)))
        for number in range(1, ROWS + 1)
    )
    check = fields["check"]
    if "show" in fields:
        kept = rows if "kind-1" in fields else _ROWS
        return _form(request, registry, DraftId(draft_id), kept, check, fields=fields)
    asked_again = partial(_form, request, registry, DraftId(draft_id), rows, check, fields=fields)
    try:
        made = registry.drafts.cover_draft(request.auth, DraftId(draft_id), _covers(rows))
    except BadImage:
        return asked_again(fault="pictures.cannot-cover")
    except (InvalidInput, ValueError) as refused:
        return asked_again(fault="pictures.wrong-region", field=getattr(refused, "field", None))
    if errand := Errand.of(fields):
        return _covered(request, registry, made.id, check, errand.with_instead(made.id, draft_id))
    return see_other(f"/drafts/{made.id}/covered?{urlencode({'check': check})}")


@get("/drafts/{draft_id:str}/covered", sync_to_thread=True, operation_id="showCoveredDraft")
def show_covered(
    request: Request[Any, Caller, Any], registry: NamedDependency[Registry], draft_id: FromPath[str]
) -> Response[bytes]:
    """
    Show before and after: is anybody still recognisable?
    """
    return _covered(request, registry, DraftId(draft_id), _check(request))


def _covered(
    request: Request[Any, Caller, Any],
    registry: Registry,
    draft_id: DraftId,
    check: str,
    errand: Errand | None = None,
) -> Response[bytes]:
    """
    Show the two pictures, and what comes next for the post that they are for.
    """
    draft = registry.drafts.get_draft(request.auth, draft_id).draft
    mine = {each.id for each in registry.drafts.list_drafts(request.auth)}
    before = draft.made_from_id if draft.made_from_id in mine else None
    again = errand.with_instead(before, draft_id) if errand and before else errand
    return page(
        request,
        "staff/covered.html",
        draft=draft,
        before=before,
        check=check,
        post=errand.fields if errand else {},
        post_before=again.fields if again else {},
    )


def _check(request: Request[Any, Caller, Any]) -> str:
    """
    Give the check that the picture comes from, to go on with it.
    """
    return (request.query_params.get("check") or "")[:64]


def _covers(rows: tuple[CoverRow, ...]) -> tuple[Cover, ...]:
    """
    Give what is covered.

    Raises:
        InvalidInput: A region lacks a number.
        ValueError: There is no such way of covering.
    """
    found = ((each, each.region.read(f"{FIELD}{each.number}")) for each in rows)
    return tuple(Cover(CoverKind(each.kind), region) for each, region in found if region)


def _form(
    request: Request[Any, Caller, Any],
    registry: Registry,
    draft_id: DraftId,
    rows: tuple[CoverRow, ...],
    check: str,
    *,
    fields: Fields = NOTHING,
    fault: str = "",
    field: str | None = None,
) -> Response[bytes]:
    """
    Show the form with what stands in it.
    """
    marked = [str(each.number) for each in rows if not each.region.is_empty]
    return page(
        request,
        "staff/cover.html",
        status=422 if fault else 200,
        draft=registry.drafts.get_draft(request.auth, draft_id).draft,
        rows=rows,
        check=check,
        kinds=[each.value for each in _KINDS],
        post=along(fields),
        fault=fault,
        wrong_region=region_at_fault(field, marked),
    )


ROUTES: Final = (show_cover_page, cover_draft, show_covered)
