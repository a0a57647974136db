"""
Tell about those who work at the house and sign in.
"""

from cli.demo.accounts import Account
from cli.demo.telling.book import Book
from service.decision.ids import ActorId
from service.decision.powers import Appointment
from service.usecases.staff import MemberDetails


def tell_account(book: Book, account: Account) -> None:
    """
    Invite somebody, who accepts at once.
    """
    place = book.units.get(account.service)
    details = MemberDetails(
        email=account.email,
        name=account.name,
        language="fr",
        appointments=tuple(Appointment(role, place) for role in account.roles),
    )
    link = book.registry.staff.invite_member(book.caller, details)
    signed_in = book.registry.staff.accept_invitation(link.text, book.password)
    book.registry.staff.sign_out(signed_in.token)
    book.publishers[account.slug] = ActorId(link.member.id)
