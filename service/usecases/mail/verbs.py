"""
Hold the verbs of letters, and put them together.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from service.usecases.desk import Desk
from service.usecases.mail.deliver_letters import DeliverLetters, LeavesAt
from service.usecases.mail.forget_letters import ForgetLetters
from service.usecases.mail.list_letters import ListLetters, Restraint
from service.usecases.mail.name_recipients import NameRecipients
from service.usecases.mail.record_bounce import RecordBounce
from service.usecases.mail.retry_letter import RetryLetter
from service.usecases.ports.mail import Postman


@dataclass(frozen=True, slots=True, kw_only=True)
class MailVerbs:
    """
    Every verb of letters as a field: `registry.mail.deliver_letters`.
    """

    deliver_letters: DeliverLetters
    list_letters: ListLetters
    name_recipients: NameRecipients
    retry_letter: RetryLetter
    record_bounce: RecordBounce
    forget_letters: ForgetLetters


def mail_verbs(
    desk: Desk,
    postman: Postman,
    kept_days: int,
    leaves_at: Sequence[LeavesAt],
    restraint: Restraint,
) -> MailVerbs:
    """
    Give each verb its ports.
    """
    database, now = desk.database, desk.clock
    return MailVerbs(
        deliver_letters=DeliverLetters(database, now, postman, leaves_at, restraint.is_held),
        list_letters=ListLetters(desk, restraint),
        name_recipients=NameRecipients(desk),
        retry_letter=RetryLetter(desk),
        record_bounce=RecordBounce(database, now, postman),
        forget_letters=ForgetLetters(database, now, kept_days),
    )
