"""
Keep the forms: what people are asked, in exactly these words.
"""

from typing import Any, Final

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from service.decision.ids import FormVersionId
from service.decision.powers import Scope
from service.decision.terms import Category, Matter, Purpose
from service.errors import AlreadyExists, InvalidInput
from service.records.reviews import ReviewKind
from service.usecases.caller import Caller
from service.usecases.registry import Registry
from service.usecases.reviews import may_look
from service.web.fields import Fields
from service.web.listings import everything
from service.web.redirects import see_other
from service.web.render import page
from service.web.staff.form_languages import offered
from service.web.staff.review_box import UNTOUCHED, Typed, box_of
from service.web.staff.slugs import slug_of
from service.web.staff.typed_version import TEXT, TypedVersion

PATH: Final = "/forms"
_SHOWN: Final = frozenset({"matters", "purposes", "states_refusal_is_free", "texts"})
_MAX_TEXT_BYTES: Final = 4 * 1024 * 1024


@get(PATH, sync_to_thread=True, operation_id="showForms")
def show_forms(
    request: Request[Any, Caller, Any], registry: NamedDependency[Registry]
) -> Response[bytes]:
    """
    List the forms.
    """
    return _list(request, registry)


@post(PATH, sync_to_thread=True, operation_id="createTemplateOnPage")
def create_template(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Begin a form; it asks nothing before a version is published.
    """
    try:
        made = registry.forms.create_template(request.auth, slug_of(fields["name"]), fields["name"])
    except (InvalidInput, AlreadyExists):
        return _list(request, registry, wrong=fields["name"] or " ")
    return see_other(f"{PATH}/{made.id}")


@get(f"{PATH}/{{template_id:str}}", sync_to_thread=True, operation_id="showForm")
def show_form(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    template_id: FromPath[str],
) -> Response[bytes]:
    """
    Show a form with every version of it, the newest first.
    """
    return form_page(request, registry, template_id)


def form_page(
    request: Request[Any, Caller, Any],
    registry: Registry,
    template_id: str,
    typed: Typed = UNTOUCHED,
) -> Response[bytes]:
    """
    Show a form, and to its keepers when it was looked at.
    """
    form = registry.forms.get_form(request.auth, template_id)
    review = None
    if form.versions and may_look(request.auth, ReviewKind.FORM, None):
        state = registry.reviews.get_form_review(request.auth, form.template.id)
        review = box_of(request.auth, state, f"{PATH}/{form.template.id}", typed)
    return page(
        request,
        "staff/form.html",
        status=422 if typed.is_wrong else 200,
        form=form,
        review=review,
        versions=form.versions[::-1],
        names=_names(registry, request.auth),
        may_write=request.auth.has_in(Scope.FORMS_WRITE, None),
    )


@get(f"{PATH}/{{template_id:str}}/new", sync_to_thread=True, operation_id="showNewVersion")
def show_new_version(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    template_id: FromPath[str],
) -> Response[bytes]:
    """
    Show the form of the next version, begun with the words of the last one.
    """
    request.auth.needs(Scope.FORMS_WRITE)
    form = registry.forms.get_form(request.auth, template_id)
    languages = registry.organisations.get_settings(request.auth).languages
    last = form.versions[-1] if form.versions else None
    if last is None:
        typed = TypedVersion(texts=dict.fromkeys(offered(languages), ""))
    else:
        known = {name: text.text for name, text in last.texts.items()}
        typed = TypedVersion(
            texts={each: known.get(each, "") for each in offered(languages, known)},
            matters=tuple(each.value for each in last.matters),
            purposes=tuple(each.value for each in last.purposes),
            channel_ids=tuple(last.channel_ids),
            group_ids=tuple(last.group_ids),
            explicit=last.explicit,
            categories=tuple(each.value for each in last.categories),
        )
    return _version_form(request, registry, template_id, typed)


@post(
    f"{PATH}/{{template_id:str}}",
    sync_to_thread=True,
    operation_id="publishVersionOnPage",
    request_max_body_size=_MAX_TEXT_BYTES,
)
def publish_version(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    template_id: FromPath[str],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Fix the words of a form for ever, or show what is wrong with them.
    """
    sent = [each.removeprefix(TEXT) for each in fields.texts if each.startswith(TEXT)]
    typed = TypedVersion.of(
        fields, offered(registry.organisations.get_settings(request.auth).languages, sent)
    )
    try:
        made = registry.forms.publish_version(request.auth, template_id, typed.details())
    except InvalidInput as refused:
        field = (refused.field or "").partition(".")[0]
        fault = field if field in _SHOWN else "general"
        return _version_form(request, registry, template_id, typed, fault=fault)
    except ValueError:
        return _version_form(request, registry, template_id, typed, fault="general")
    return see_other(f"{PATH}/{template_id}#version-{made.version.number}")


@get("/form-versions/{version_id:str}", sync_to_thread=True, operation_id="showFormVersion")
def show_form_version(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    version_id: FromPath[str],
) -> Response[bytes]:
    """
    Show a version exactly as people see it, in every language.
    """
    version = registry.forms.get_form_version(request.auth, FormVersionId(version_id))
    form = registry.forms.get_form(request.auth, version.version.template_id)
    return page(
        request,
        "staff/form_version.html",
        version=version,
        is_closed=form.closed,
        names=_names(registry, request.auth),
    )


def _list(
    request: Request[Any, Caller, Any], registry: Registry, wrong: str = ""
) -> Response[bytes]:
    """
    Show all forms, and a field to begin another.
    """
    return page(
        request,
        "staff/forms.html",
        status=422 if wrong else 200,
        wrong=wrong.strip(),
        is_wrong=bool(wrong),
        forms=everything(registry.forms.list_forms, request.auth),
        may_write=request.auth.has_in(Scope.FORMS_WRITE, None),
    )


def _version_form(
    request: Request[Any, Caller, Any],
    registry: Registry,
    template_id: str,
    typed: TypedVersion,
    fault: str = "",
) -> Response[bytes]:
    """
    Show the form of a version with what stands in it.
    """
    channels = everything(registry.channels.list_channels, request.auth)
    return page(
        request,
        "staff/form_version_form.html",
        status=422 if fault else 200,
        form=registry.forms.get_form(request.auth, template_id),
        typed=typed,
        required=registry.organisations.get_settings(request.auth).languages,
        fault=fault,
        matters=[each.value for each in Matter],
        categories=[each.value for each in Category],
        purposes=[each.value for each in Purpose],
        channels=[each for each in channels if not each.channel.closed],
        groups=everything(registry.channels.list_channel_groups, request.auth),
    )


def _names(registry: Registry, caller: Caller) -> dict[str, str]:
    """
    Give the names of all channels and groups that a version may name.
    """
    names = {
        str(each.id): each.channel.name
        for each in everything(registry.channels.list_channels, caller)
    }
    groups = everything(registry.channels.list_channel_groups, caller)
    return names | {str(each.id): each.name for each in groups}


ROUTES: Final = (
    show_forms,
    create_template,
    show_form,
    show_new_version,
    publish_version,
    show_form_version,
)
