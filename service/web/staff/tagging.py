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

from service.decision.ids import DraftId
from service.decision.photos import Rights
from service.decision.terms import RightsSource
from service.errors import AlreadyExists, InvalidInput
from service.usecases.caller import Caller
from service.usecases.drafts import KeptDraft
from service.usecases.photos import Derivation, Likenesses, PhotoDetails
from service.usecases.registry import Registry
from service.web.fields import Fields
from service.web.redirects import see_other
from service.web.render import page
from service.web.staff.errand import Errand, along, typed_so_far
from service.web.staff.people.reading import chosen
from service.web.staff.regions import region_at_fault
from service.web.staff.tagged import (
    SEEN_AS,
    SOURCES,
    attested,
    depictions_of,
    fault_of,
    field_of,
    names_to_choose,
    pictures_of,
    said,
    tagged_people,
)

PATH: Final = "/drafts/{draft_id:str}/register"
_ID: Final = re.compile(r"[0-9a-f-]{36}")


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
            picture=f"/drafts/{self.kept.draft.id}/picture",
            check=self.check,
            alike=self._alike(),
            claims=self.likenesses.claims,
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
        return pictures_of(self.registry, self.request.auth, ids)


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
        registry.photos.register_photo(request.auth, _photo(asked, fields))
    except AlreadyExists:
        return _details(asked, fields, fault="pictures.known-already")
    except (InvalidInput, ValueError) as refused:
        return _details(asked, fields, fault=fault_of(refused), field=field_of(refused))
    if errand := Errand.of(fields):
        return _registered(asked, errand)
    return see_other(f"/drafts/{draft_id}/registered")


@get("/drafts/{draft_id:str}/registered", sync_to_thread=True, operation_id="showRegistered")
def show_registered(
    request: Request[Any, Caller, Any], registry: NamedDependency[Registry], draft_id: FromPath[str]
) -> Response[bytes]:
    """
    Say that it is registered, and offer to check it.
    """
    draft = registry.drafts.get_draft(request.auth, DraftId(draft_id)).draft
    return page(request, "staff/registered.html", draft=draft, post=None)


def _registered(asked: _Asked, errand: Errand) -> Response[bytes]:
    """
    Say the same, and offer to check the post that the picture is for.
    """
    draft = asked.kept.draft
    return page(asked.request, "staff/registered.html", draft=draft, post=errand)


def _asked(
    request: Request[Any, Caller, Any], registry: Registry, draft_id: str, check: str
) -> _Asked:
    """
    Find the draft, and the photos it resembles.
    """
    check = check if _ID.fullmatch(check) else ""
    kept = registry.drafts.get_draft(request.auth, DraftId(draft_id))
    likenesses = registry.photos.find_likenesses(request.auth, kept.upload)
    if (parent := kept.draft.derived_from) is not None:
        others = tuple(each for each in likenesses.matches if each[0] != parent)
        likenesses = replace(likenesses, matches=others)
    return _Asked(request, registry, kept, likenesses, check)


def _people(asked: _Asked, fields: Fields) -> Response[bytes]:
    """
    Show the names to choose from; who was chosen stays chosen.
    """
    picked = frozenset(fields.many("person"))
    suggested = frozenset(map(str, asked.likenesses.person_ids))
    claimed = frozenset(map(str, asked.likenesses.claims.person_ids))
    return asked.show(
        "staff/tag_people.html",
        fault="",
        action=f"/drafts/{asked.kept.draft.id}/register/people",
        carried={"check": asked.check, **typed_so_far(fields), **along(fields)},
        unseen=0,
        back="/",
        **names_to_choose(
            asked.registry, asked.request.auth, fields["who"], picked, suggested, claimed
        ),
    )


def _details(asked: _Asked, fields: Fields, *, fault: str = "", field: str = "") -> Response[bytes]:
    """
    Show how everybody is seen, whose it is, and what is attested.
    """
    people = tagged_people(asked.registry, asked.request.auth, fields)
    return asked.show(
        "staff/tag_details.html",
        fault=fault,
        people=people,
        wrong_region=region_at_fault(field, [each.person_id for each in people]),
        sources=SOURCES,
        seen_as=SEEN_AS,
        title=fields["title"] or PurePath(asked.kept.draft.filename).stem,
        words=_words(asked, fields),
        post=along(fields),
        **said(fields),
    )


def _words(asked: _Asked, fields: Fields) -> dict[str, str]:
    """
    Give whose it is, as was typed; at first, as far as the file says it.
    """
    claims = asked.likenesses.claims
    said = {"creator": claims.creator, "credit_line": claims.credit_line}
    names = ("source", "creator", "licence", "credit_line")
    return {name: fields[name] if name in fields else said.get(name, "") for name in names}


def _photo(asked: _Asked, fields: Fields) -> PhotoDetails:
    """
    Put together what is registered.

    Raises:
        InvalidInput: A region lacks a number, or nobody said whose photo it is.
        ValueError: A word is none of those offered.
    """
    draft = asked.kept.draft
    return PhotoDetails(
        upload=asked.kept.upload,
        title=fields["title"],
        intimate="intimate" in fields,
        public_place="public_place" in fields,
        depictions=depictions_of(tagged_people(asked.registry, asked.request.auth, fields)),
        attestation=attested(fields),
        rights=Rights(
            chosen(RightsSource, fields["source"], "source"),
            creator=fields["creator"],
            licence=fields["licence"],
            credit_line=fields["credit_line"],
        ),
        derived_from=Derivation(draft.derived_from, draft.covers) if draft.derived_from else None,
    )


ROUTES: Final = (show_register_page, choose_people, register_draft, show_registered)
