"""
Verbs about letters: sent, followed, sent again, forgotten.

Nobody writes a letter by a verb: whatever causes one adds it to the outbox in its own
transaction (`work.outbox.add(Letter(...))`; `StaffMail` to those who work here), so that
it leaves exactly when that committed.  Staff see whether a letter arrived, never what it
says.  Start reading at `deliver_letters.py`.
"""

from service.usecases.mail.staff_mail import Reader, StaffMail, active_members
from service.usecases.mail.verbs import MailVerbs, mail_verbs

__all__ = ["MailVerbs", "Reader", "StaffMail", "active_members", "mail_verbs"]
