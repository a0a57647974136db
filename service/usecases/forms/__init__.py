"""
Verbs about forms: what people are asked, in exactly these words.

A version is fixed when it is published: every text with its SHA-256, every channel
it names.  `version_details.py` says what can be told and checks it.
"""

from service.usecases.forms.get_form import Form
from service.usecases.forms.verbs import FormVerbs, form_verbs
from service.usecases.forms.version_details import VersionDetails

__all__ = [
    "Form",
    "FormVerbs",
    "VersionDetails",
    "form_verbs",
]
