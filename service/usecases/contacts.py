"""
Accept contacts: the named humans that a next step points to.
"""

from service.decision.channels import Contact
from service.usecases import text


def checked_contact(contact: Contact, field: str) -> Contact:
    """
    Accept a contact, tidied.

    Raises:
        InvalidInput: A part of it cannot be used; the field is `<field>.<part>`.
    """
    return Contact(
        name=text.line(contact.name, f"{field}.name"),
        role=text.line(contact.role, f"{field}.role"),
        email=text.email(contact.email, f"{field}.email"),
        phone=text.phone(contact.phone, f"{field}.phone"),
    )
