"""
Refuse answers that contradict themselves, before any look-up.
"""

from dataclasses import replace

from service.decision.consents import YES_KINDS
from service.decision.terms import ActKind, Method
from service.errors import InvalidInput
from service.records.forms import Evidence
from service.usecases.consents.act_details import ConsentDetails
from service.usecases.consents.evidence import WITNESSED, checked_evidence, written_down
from service.usecases.days import check_order, check_plausible
from service.usecases.ports.services import NewId

RECORDED_HERE = frozenset(
    {ActKind.REQUESTED, ActKind.DEFERRED, ActKind.GIVEN, ActKind.RENEWED, ActKind.REFUSED}
)
"""What is taken back, stopped or declared void has verbs of its own."""


def check_intake(details: ConsentDetails) -> None:
    """
    Refuse what contradicts itself.

    Raises:
        InvalidInput: Naming the field.
        ImpossibleDates: It ends before it begins.
    """
    if details.kind not in RECORDED_HERE:
        raise InvalidInput("This kind of act has a verb of its own.", field="kind")
    if details.kind in YES_KINDS:
        _check_yes(details)
    else:
        _check_others(details)


def _check_yes(details: ConsentDetails) -> None:
    """
    Refuse a yes to no words, one that nobody heard, or a paper that is called a page.
    """
    if details.form_version_id is None:
        message = "A yes names the version of the form that was shown."
        raise InvalidInput(message, field="form_version_id")
    if details.method is Method.WEB and details.signing.on is not None:
        # A paper whose entry does not say so would need no scan.
        message = "A page knows the instant: give `signed_at`, or say how else it was said."
        raise InvalidInput(message, field="method")
    if details.method in WITNESSED and not details.witness_note.strip():
        message = "Say who heard it, and how: spoken words leave no other trace."
        raise InvalidInput(message, field="witness_note")
    check_plausible(details.starts_on, "starts_on")
    message = "It would end before it begins."
    check_order(details.starts_on, details.expires_on, "expires_on", message)


def _check_others(details: ConsentDetails) -> None:
    """
    Refuse to limit in time what is no yes, or to make it explicit.
    """
    for field, is_told in (
        ("starts_on", details.starts_on is not None),
        ("expires_on", details.expires_on is not None),
        ("explicit", details.explicit),
    ):
        if is_told:
            raise InvalidInput("Only a yes has this.", field=field)
    is_no = details.kind is ActKind.REFUSED
    if details.reach.everywhere and not is_no:
        raise InvalidInput("Only a no reaches everywhere.", field="everywhere")


def evidence_of(details: ConsentDetails, new_id: NewId) -> Evidence | None:
    """
    Accept the evidence of an answer, with the word of a witness.

    Raises:
        InvalidInput: It cannot be kept.
    """
    if details.evidence is None:
        return written_down(details.witness_note, "witness_note", new_id)
    words = "\n\n".join(each for each in (details.witness_note, details.evidence.note) if each)
    return checked_evidence(replace(details.evidence, note=words), new_id)
