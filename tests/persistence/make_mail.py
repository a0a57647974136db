"""
Write letters.
"""

from datetime import datetime

from service.records.mail import Carrier, Letter, LetterId, LetterKind
from tests.persistence.ground import NOW


def make_letter(
    name: str = "one",
    *about: str,
    to: str = "emeka@family.example",
    at: datetime = NOW,
    until_at: datetime | None = None,
    carrier: Carrier = Carrier.MAIL,
) -> Letter:
    """
    Write a letter to Emeka, about Léa or those who are named.
    """
    return Letter(
        id=LetterId(f"letter-{name}"),
        kind=LetterKind.FAMILY_NOTICE,
        written_at=at,
        to=to,
        subject="Quelque chose a changé",
        text="Bonjour Emeka, une réponse a changé.\n",
        html="<p>Bonjour Emeka, une réponse a changé.</p>",
        language="fr",
        recipient_id="signatory-emeka",
        about=tuple(f"person-{each}" for each in about or ("lea",)),
        until_at=until_at,
        carrier=carrier,
        sender_name="Les Jacinthes",
        reply_to="bram@jacinthes.example",
    )
