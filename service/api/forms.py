"""
Forms: what people are asked, in exactly these words.
"""

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from service.api.form_structs import (
    FormOut,
    FormVersionIn,
    FormVersionOut,
    TemplateIn,
    TemplateOut,
)
from service.api.requests import After, KnownAt, Limit, Once, page
from service.api.wire import PageOut
from service.decision.ids import FormVersionId
from service.usecases.caller import Caller
from service.usecases.registry import Registry


@post("/forms", operation_id="createTemplate", sync_to_thread=True)
def create_template(
    data: JSONBody[TemplateIn], once: NamedDependency[Once], registry: NamedDependency[Registry]
) -> TemplateOut:
    """
    Begin a form; nobody can answer it before a version is published.
    """
    return TemplateOut.of(registry.forms.create_template(once(data), data.slug, data.name))


@post("/forms/{template_id:str}/versions", operation_id="publishVersion", sync_to_thread=True)
def publish_version(
    template_id: FromPath[str],
    data: JSONBody[FormVersionIn],
    once: NamedDependency[Once],
    registry: NamedDependency[Registry],
) -> FormVersionOut:
    """
    Publish the next version of a form; its words never change.

    Every language of the organisation needs its text.  A group is replaced by the
    channels it has now: a channel that joins it later needs a new version.
    """
    return FormVersionOut.of(
        registry.forms.publish_version(once(data), template_id, data.to_details())
    )


@post(
    "/forms/{template_id:str}/close", operation_id="closeForm", status_code=200, sync_to_thread=True
)
def close_form(
    template_id: FromPath[str], caller: NamedDependency[Caller], registry: NamedDependency[Registry]
) -> TemplateOut:
    """
    Close a form, by id or short name.

    Nobody is asked in its words any more.  What was answered on it stands, and papers
    that come back are still entered.
    """
    return TemplateOut.of(registry.forms.close_form(caller, template_id))


@post(
    "/forms/{template_id:str}/reopen",
    operation_id="reopenForm",
    status_code=200,
    sync_to_thread=True,
)
def reopen_form(
    template_id: FromPath[str], caller: NamedDependency[Caller], registry: NamedDependency[Registry]
) -> TemplateOut:
    """
    Open a closed form again: people are asked in its words.
    """
    return TemplateOut.of(registry.forms.reopen_form(caller, template_id))


@get("/forms/{template_id:str}", operation_id="getForm", sync_to_thread=True)
def get_form(
    template_id: FromPath[str], caller: NamedDependency[Caller], registry: NamedDependency[Registry]
) -> FormOut:
    """
    Give a form, by id or short name, with all its versions.
    """
    return FormOut.of(registry.forms.get_form(caller, template_id))


@get("/form-versions/{version_id:str}", operation_id="getFormVersion", sync_to_thread=True)
def get_form_version(
    version_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> FormVersionOut:
    """
    Give one version of a form exactly as it is shown.
    """
    return FormVersionOut.of(registry.forms.get_form_version(caller, FormVersionId(version_id)))


@get("/forms", operation_id="listForms", sync_to_thread=True)
def list_forms(
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
    limit: Limit = 50,
    after: After = None,
    known_at: KnownAt = None,
) -> PageOut[TemplateOut]:
    """
    List forms, closed ones too, without their versions.
    """
    listing = registry.forms.list_forms(caller, page(limit, after, known_at))
    return PageOut([TemplateOut.of(each) for each in listing.items], listing.next_after)


ROUTES = Router(
    "/",
    route_handlers=[
        create_template,
        publish_version,
        close_form,
        reopen_form,
        get_form,
        get_form_version,
        list_forms,
    ],
    tags=["forms"],
)
