"""
Hold the verbs about forms.
"""

from dataclasses import dataclass

from service.usecases.desk import Desk
from service.usecases.forms.close_form import CloseForm
from service.usecases.forms.create_template import CreateTemplate
from service.usecases.forms.get_form import GetForm
from service.usecases.forms.get_form_version import GetFormVersion
from service.usecases.forms.list_forms import ListForms
from service.usecases.forms.publish_version import PublishVersion
from service.usecases.forms.reopen_form import ReopenForm


@dataclass(frozen=True, slots=True, kw_only=True)
class FormVerbs:
    """
    Every such verb as a field: `registry.forms.get_form`.
    """

    create_template: CreateTemplate
    publish_version: PublishVersion
    close_form: CloseForm
    reopen_form: ReopenForm
    get_form: GetForm
    get_form_version: GetFormVersion
    list_forms: ListForms


def form_verbs(desk: Desk) -> FormVerbs:
    """
    Give each verb its ports.
    """
    return FormVerbs(
        create_template=CreateTemplate(desk),
        publish_version=PublishVersion(desk),
        close_form=CloseForm(desk),
        reopen_form=ReopenForm(desk),
        get_form=GetForm(desk),
        get_form_version=GetFormVersion(desk),
        list_forms=ListForms(desk),
    )
