"""
Verbs about forms: what people are asked, in exactly these words.

A version is fixed when it is published: every text with its SHA-256, every channel
it names.  `version_details.py` says what can be told and checks it.
"""

from service.usecases.forms.create_template import CreateTemplate
from service.usecases.forms.get_form import Form, GetForm
from service.usecases.forms.get_form_version import GetFormVersion
from service.usecases.forms.list_forms import ListForms
from service.usecases.forms.publish_version import PublishVersion
from service.usecases.forms.version_details import VersionDetails

__all__ = [
    "CreateTemplate",
    "Form",
    "GetForm",
    "GetFormVersion",
    "ListForms",
    "PublishVersion",
    "VersionDetails",
]
