"""
Verbs about forms: what people are asked, in exactly these words.

A version is fixed when it is published: every text with its SHA-256, every channel
it names.  `version_details.py` says what can be told and checks it, `closures.py` in
which of them nobody is asked any more.
"""

from service.usecases.forms.closures import ListedForm, closed_forms, is_closed, refuse_closed
from service.usecases.forms.get_form import Form
from service.usecases.forms.verbs import FormVerbs, form_verbs
from service.usecases.forms.version_details import VersionDetails

__all__ = [
    "Form",
    "FormVerbs",
    "ListedForm",
    "VersionDetails",
    "closed_forms",
    "form_verbs",
    "is_closed",
    "refuse_closed",
]
