"""
Say what can be told about a signatory, and accept it.
"""

from dataclasses import dataclass, replace

from service.decision.ids import SignatoryId
from service.errors import AlreadyExists, AnswersElsewhere, InvalidInput, NotFound
from service.records.people import Signatory
from service.usecases import text
from service.usecases.caller import Caller
from service.usecases.details import KEEP, Told
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.people import is_seen

MAX_EXTERNAL_ID = 64


@dataclass(frozen=True, slots=True)
class SignatoryDetails:
    """
    What is told about a signatory.
    """

    given_name: Told[str] = KEEP
    family_name: Told[str] = KEEP
    email: Told[str] = KEEP
    phone: Told[str] = KEEP
    language: Told[str] = KEEP
    external_id: Told[str] = KEEP


def checked_signatory(signatory: Signatory) -> Signatory:
    """
    Accept a signatory, tidied.

    Raises:
        InvalidInput: A part of it cannot be used.
    """
    given_name = text.line(signatory.given_name, "given_name", required=False)
    family_name = text.line(signatory.family_name, "family_name", required=False)
    if not given_name and not family_name:
        raise InvalidInput("A signatory has at least one name.", field="given_name")
    return replace(
        signatory,
        given_name=given_name,
        family_name=family_name,
        email=text.email(signatory.email),
        phone=text.phone(signatory.phone),
        language=text.language(signatory.language),
        external_id=text.line(
            signatory.external_id, "external_id", longest=MAX_EXTERNAL_ID, required=False
        ),
    )


def check_free(work: UnitOfWork, signatory: Signatory) -> None:
    """
    Refuse an outside number that somebody else has.

    Raises:
        AlreadyExists: Somebody has.
    """
    number = signatory.external_id
    holder = work.signatories.find_external(number) if number else None
    if holder is not None and holder.id != signatory.id:
        raise AlreadyExists("Somebody has this outside number already.", field="external_id")


def check_reach(work: UnitOfWork, caller: Caller, before: Signatory, after: Signatory) -> None:
    """
    Refuse another address of who answers for others out of sight.

    The code that lets somebody answer goes there.  A wrong address may be taken out.

    Raises:
        AnswersElsewhere: They do.
    """
    is_new = {after.email, after.phone} - {"", before.email, before.phone}
    if not is_new or caller.actor.unit_ids is None:
        return
    held = work.authorities.list_held_by(before.id)
    people = [work.people.find(each.authority.person_id) for each in held]
    if not all(each is None or is_seen(caller, each) for each in people):
        message = "They answer for somebody out of sight, too: a colleague of the whole house may."
        raise AnswersElsewhere(message, field="email")


def seen_signatory(work: UnitOfWork, caller: Caller, signatory_id: SignatoryId) -> Signatory:
    """
    Give a signatory of somebody the caller may see, or of nobody yet.

    Raises:
        NotFound: There is none, or not for this caller: nobody can tell which.
    """
    signatory = work.signatories.find(signatory_id)
    if signatory is None:
        raise NotFound("There is no such signatory.")
    if caller.actor.unit_ids is not None:
        held = work.authorities.list_held_by(signatory_id)
        people = [work.people.find(each.authority.person_id) for each in held]
        if held and not any(each and is_seen(caller, each) for each in people):
            raise NotFound("There is no such signatory.")
    return signatory
