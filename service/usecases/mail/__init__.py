"""
Verbs about letters: sent, followed, sent again, forgotten.

Nobody writes a letter by a verb: whatever causes one adds it to the outbox in its own
transaction (`work.outbox.add(Letter(...))`), so that it leaves exactly when that
committed.  Staff see whether a letter arrived, never what it says.  Start reading at
`deliver_letters.py`.
"""

from service.usecases.mail.deliver_letters import DeliverLetters
from service.usecases.mail.forget_letters import ForgetLetters
from service.usecases.mail.list_letters import ListLetters
from service.usecases.mail.record_bounce import RecordBounce
from service.usecases.mail.retry_letter import RetryLetter

__all__ = ["DeliverLetters", "ForgetLetters", "ListLetters", "RecordBounce", "RetryLetter"]
