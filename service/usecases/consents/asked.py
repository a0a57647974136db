"""
Hold an answer against the form that was shown.
"""

from dataclasses import dataclass

from service.decision.consents import YES_KINDS
from service.decision.ids import FormVersionId
from service.decision.terms import Matter, Purpose
from service.errors import InvalidInput, NotFound
from service.records.forms import FormVersionRecord
from service.usecases.consents.act_details import ConsentDetails
from service.usecases.consents.reach import ALL_MATTERS, Named, reach_of_no, reach_of_yes
from service.usecases.consents.signing import Signed
from service.usecases.days import check_order
from service.usecases.ports.work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Asked:
    """
    What an answer is about, once its form has been read.
    """

    named: Named
    matters: frozenset[Matter]
    purposes: frozenset[Purpose]
    form: FormVersionRecord | None


def asked_by(work: UnitOfWork, details: ConsentDetails, signed: Signed) -> Asked:
    """
    Give what an answer is about.

    Raises:
        InvalidInput: The form, a channel or a group is unknown; a yes to something
            that the form did not ask.
        ImpossibleDates: It would be over before it was signed.
    """
    form = _form(work, details.form_version_id)
    _check_words(details, form)
    message = "It would be over before it was signed."
    check_order(signed.day, details.expires_on, "expires_on", message)
    if form is None or details.kind not in YES_KINDS:
        matters = details.matters or (form.matters if form else ALL_MATTERS)
        return Asked(reach_of_no(work, details.reach), matters, details.purposes, form)
    if not details.matters <= form.matters:
        raise InvalidInput("The form did not ask about this.", field="matters")
    if not details.purposes <= form.purposes:
        raise InvalidInput("The form did not name this purpose.", field="purposes")
    return Asked(
        named=reach_of_yes(work, details.reach, form),
        matters=details.matters or form.matters,
        purposes=details.purposes or form.purposes,
        form=form,
    )


def _form(work: UnitOfWork, version_id: FormVersionId | None) -> FormVersionRecord | None:
    """
    Read the version of the form that was shown, if one is named.
    """
    if version_id is None:
        return None
    try:
        return work.forms.get_version(version_id)
    except NotFound:
        message = "There is no such version of a form."
        raise InvalidInput(message, field="form_version_id") from None


def _check_words(details: ConsentDetails, form: FormVersionRecord | None) -> None:
    """
    Refuse words that the form does not have.
    """
    if details.explicit and (form is None or not form.explicit):
        message = "This version of the form has no explicit statement."
        raise InvalidInput(message, field="explicit")
    if details.language and (form is None or details.language not in form.texts):
        raise InvalidInput("The form has no text in this language.", field="language")
