"""
Register a picture out of a draft: who is visible, whose it is.

Two steps on one address, so that it works without scripts: choose people, then say of
each how they are seen.  Nothing is written before the last button.
"""

import re
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any, Final

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from service.decision.ids import DraftId, PersonId, PhotoId
from service.decision.photos import Depiction, Rights
from service.decision.powers import Scope
from service.decision.terms import RightsSource, Visibility
from service.errors import AlreadyExists, InvalidInput
from service.usecases.caller import Caller
from service.usecases.drafts import KeptDraft
from service.usecases.photos import AttestationDetails, Derivation, Likenesses, PhotoDetails
from service.usecases.registry import Registry
from service.web.fields import Fields
from service.web.redirects import see_other
from service.web.render import page
from service.web.staff.regions import TypedRegion, typed_region

PATH: Final = "/drafts/{draft_id:str}/register"
_ID: Final = re.compile(r"[0-9a-f-]{36}")
SOURCES: Final = tuple(each.value for each in RightsSource)
SEEN_AS: Final = tuple(each.value for each in Visibility)


@dataclass(frozen=True, slots=True)
class TaggedPerson:
    """
    Somebody who was chosen, and how they are seen.
    """

    person_id: str
    name: str
    visibility: str
    region: TypedRegion


@dataclass(frozen=True, slots=True)
class _Asked:
    """
    What every step of the page needs.
    """

    request: Request[Any, Caller, Any]
    registry: Registry
    kept: KeptDraft
    likenesses: Likenesses
    check: str
    """The check that found photos like it, if it comes from one; then they are shown."""

    def show(self, template: str, *, fault: str = "", **values: object) -> Response[bytes]:
        """
        Show a step.
        """
        return page(
            self.request,
            template,
            status=422 if fault else 200,
            draft=self.kept.draft,
            fault=fault,
            check=self.check,
            alike=self._alike(),
            **values,
        )

    def _alike(self) -> list[tuple[str, str]]:
        """
        Give the photos that are to be compared, each with the address of its picture.

        Nobody attests to have compared what was not shown.
        """
        ids = [each for each, _ in self.likenesses.matches]
        if self.check:
            return [(each, f"/checks/{self.check}/photos/{each}") for each in ids]
        may_read = Scope.PHOTOS_READ in self.request.auth.actor.scopes
        return [(each, f"/photos/{each}/picture") for each in ids] if may_read else []


@get(PATH, sync_to_thread=True, operation_id="showRegisterPage")
def show_register_page(
    request: Request[Any, Caller, Any], registry: NamedDependency[Registry], draft_id: FromPath[str]
) -> Response[bytes]:
    """
    Show the picture and the names of one's own units.
    """
    check = request.query_params.get("check") or ""
    return _people(_asked(request, registry, draft_id, check), Fields({}))


@post(f"{PATH}/people", sync_to_thread=True, status_code=200, operation_id="tagDraft")
def choose_people(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    draft_id: FromPath[str],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Look for other names, or go on to how those who were chosen are seen.
    """
    asked = _asked(request, registry, draft_id, fields["check"])
    return _people(asked, fields) if "search" in fields else _details(asked, fields)


@post(PATH, sync_to_thread=True, operation_id="registerDraft")
def register_draft(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    draft_id: FromPath[str],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Register and attest; lead to what comes next.
    """
    asked = _asked(request, registry, draft_id, fields["check"])
    if not fields["everybody"]:
        return _details(asked, fields, fault="pictures.say-everybody")
    try:
        registry.register_photo(request.auth, _photo(asked, fields))
    except AlreadyExists:
        return _details(asked, fields, fault="pictures.known-already")
    except (InvalidInput, ValueError) as refused:
        is_cover = getattr(refused, "field", "") == "nobody_under_covers"
        fault = "pictures.still-shows" if is_cover else "pictures.wrong-words"
        return _details(asked, fields, fault=fault)
    return see_other(f"/drafts/{draft_id}/registered")


@get("/drafts/{draft_id:str}/registered", sync_to_thread=True, operation_id="showRegistered")
def show_registered(
    request: Request[Any, Caller, Any], registry: NamedDependency[Registry], draft_id: FromPath[str]
) -> Response[bytes]:
    """
    Say that it is registered, and offer to check it.
    """
    draft = registry.get_draft(request.auth, DraftId(draft_id)).draft
    return page(request, "staff/registered.html", draft=draft)


def _asked(
    request: Request[Any, Caller, Any], registry: Registry, draft_id: str, check: str
) -> _Asked:
    """
    Find the draft, and the photos it resembles.
    """
    check = check if _ID.fullmatch(check) else ""
    kept = registry.get_draft(request.auth, DraftId(draft_id))
    likenesses = registry.find_likenesses(request.auth, kept.upload)
    if (parent := kept.draft.derived_from) is not None:
        others = tuple(each for each in likenesses.matches if each[0] != parent)
        likenesses = replace(likenesses, matches=others)
    return _Asked(request, registry, kept, likenesses, check)


def _people(asked: _Asked, fields: Fields) -> Response[bytes]:
    """
    Show the names to choose from; who was chosen stays chosen.
    """
    chosen = frozenset(fields.many("person"))
    suggested = frozenset(asked.likenesses.person_ids)
    roster = asked.registry.list_roster(asked.request.auth, fields["who"], chosen | suggested)
    entries = sorted(roster.entries, key=lambda each: each.person_id not in suggested)
    return asked.show(
        "staff/tag_people.html",
        entries=entries,
        is_cut=roster.is_cut,
        chosen=chosen,
        suggested=suggested,
        who=fields["who"],
    )


def _details(asked: _Asked, fields: Fields, *, fault: str = "") -> Response[bytes]:
    """
    Show how everybody is seen, whose it is, and what is attested.
    """
    return asked.show(
        "staff/tag_details.html",
        fault=fault,
        people=_tagged(asked, fields),
        sources=SOURCES,
        seen_as=SEEN_AS,
        title=fields["title"] or PurePath(asked.kept.draft.filename).stem,
        words={name: fields[name] for name in ("source", "creator", "licence", "credit_line")},
        ticked=frozenset(fields.texts),
        compared=frozenset(fields.many("compared")),
        everybody=fields["everybody"],
    )


def _tagged(asked: _Asked, fields: Fields) -> list[TaggedPerson]:
    """
    Give those who were chosen, as far as they may be named here.
    """
    chosen = frozenset(fields.many("person"))
    entries = asked.registry.list_roster(asked.request.auth, also=chosen).entries
    return [
        TaggedPerson(
            each.person_id,
            each.name,
            fields[f"seen-{each.person_id}"] or Visibility.TARGETED.value,
            typed_region(fields, each.person_id),
        )
        for each in entries
        if each.person_id in chosen
    ]


def _photo(asked: _Asked, fields: Fields) -> PhotoDetails:
    """
    Put together what is registered.

    Raises:
        InvalidInput: A region lacks a number.
        ValueError: A word is none of those offered.
    """
    draft = asked.kept.draft
    depictions = tuple(
        Depiction(
            PersonId(each.person_id),
            Visibility(each.visibility),
            region=each.region.read(f"region-{each.person_id}"),
        )
        for each in _tagged(asked, fields)
    )
    attestation = AttestationDetails(
        complete=fields["everybody"] == "yes",
        informed="informed" in fields,
        compared_photo_ids=frozenset(map(PhotoId, fields.many("compared"))),
        nobody_under_covers="nobody_under_covers" in fields,
    )
    return PhotoDetails(
        upload=asked.kept.upload,
        title=fields["title"],
        intimate="intimate" in fields,
        public_place="public_place" in fields,
        depictions=depictions,
        attestation=attestation,
        rights=Rights(
            RightsSource(fields["source"]),
            creator=fields["creator"],
            licence=fields["licence"],
            credit_line=fields["credit_line"],
        ),
        derived_from=Derivation(draft.derived_from, draft.covers) if draft.derived_from else None,
    )


ROUTES: Final = (show_register_page, choose_people, register_draft, show_registered)
