"""
Turn a letter into a message that mail programs read.
"""

from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from service.records.mail import Letter


def composed(letter: Letter, message_id: str, sender: str) -> EmailMessage:
    """
    Give the message: plain text, the same in HTML beside it, then files.

    It says that a machine wrote it (RFC 3834 section 5), so that no absence note
    answers; it loads nothing and counts nobody. The same letter is the same bytes
    however often it is tried.

    Raises:
        ValueError: A line of the letter would forge a header.
    """
    message = EmailMessage(policy=SMTP)
    message["From"] = Address(letter.sender_name, addr_spec=sender)
    message["To"] = letter.to
    message["Subject"] = letter.subject
    message["Date"] = format_datetime(letter.written_at)
    message["Message-ID"] = message_id
    message["Auto-Submitted"] = "auto-generated"
    if letter.reply_to:
        message["Reply-To"] = letter.reply_to
    if letter.language:
        message["Content-Language"] = letter.language
    message.set_content(letter.text)
    if letter.html:
        message.add_alternative(letter.html, subtype="html")
    for each in letter.attachments:
        main, _, sub = each.media_type.partition("/")
        message.add_attachment(each.content, maintype=main, subtype=sub, filename=each.filename)
    _mark_parts(message, letter)
    return message


def _mark_parts(message: EmailMessage, letter: Letter) -> None:
    """
    Name the lines between parts by the letter instead of by chance.

    "=_" never stands in what is encoded (RFC 2045 section 6.7), nor a letter's id
    in its words.
    """
    for number, part in enumerate(message.walk()):
        if part.is_multipart():
            part.set_boundary(f"=_{number}_{letter.id}")
