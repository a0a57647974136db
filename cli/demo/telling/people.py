"""
Tell about people, those who answer for them, and what they answered.
"""

from datetime import date
from io import BytesIO

from cli.demo.answers import Answer
from cli.demo.cast import Member, Signatory
from cli.demo.cast.values import Order, Say, Stop
from cli.demo.drawing.paper import signed_form
from cli.demo.forms.editions import NAMES
from cli.demo.telling.book import Book
from service.decision.people import Membership
from service.decision.terms import ActKind, Method
from service.usecases.authorities import AuthorityDetails
from service.usecases.consents import ConsentDetails, EvidenceDetails, Reach, Signing, StopDetails
from service.usecases.holds import HoldDetails
from service.usecases.people import PersonDetails
from service.usecases.protections import ProtectionDetails
from service.usecases.signatories import SignatoryDetails

PAPER = frozenset({Method.PAPER, Method.CONTRACT_CLAUSE})
SPOKEN = frozenset({Method.ORAL_WITNESSED, Method.PHONE})
SEEN = "Composition de ménage, vue à l’inscription"


def tell_member(book: Book, member: Member, today: date) -> None:
    """
    Enter one person as known on *today*.
    """
    details = PersonDetails(
        given_name=member.given_name,
        family_name=member.family_name,
        category=member.category,
        jurisdiction=member.jurisdiction,
        aliases=member.aliases,
        born_on=member.born_on,
        known_adult=member.known_adult,
        died_on=past(member.died_on, today),
        mental_capacity=member.mental_capacity,
        discerning_from=member.discerning_from,
        emancipated_from=past(member.emancipated_from, today),
        left_on=past(member.left_on, today),
        memberships=tuple(
            Membership(book.units[each.service], each.from_on, each.until_on)
            for each in member.stays
        ),
        language=member.language,
        email=member.email,
        external_id=member.slug,
    )
    book.people[member.slug] = book.registry.people.enrol_person(book.caller, details).id


def past(day: date | None, today: date) -> date | None:
    """
    Give a day that has come, and nothing of the future.
    """
    return day if day is not None and day <= today else None


def tell_departure(book: Book, member: Member) -> None:
    """
    Tell that somebody died, or left.
    """
    details = PersonDetails(died_on=member.died_on, left_on=member.left_on)
    book.registry.people.change_person(book.caller, book.people[member.slug], details)


def tell_signatory(book: Book, signatory: Signatory) -> None:
    """
    Enter somebody who answers for others.
    """
    details = SignatoryDetails(
        given_name=signatory.given_name,
        family_name=signatory.family_name,
        email=signatory.email,
        phone=signatory.phone,
        language=signatory.language,
        external_id=signatory.slug,
    )
    made = book.registry.signatories.register_signatory(book.caller, details)
    book.signatories[signatory.slug] = made.id


def tell_say(book: Book, member: Member, say: Say) -> None:
    """
    Record that somebody may speak for a person.
    """
    details = AuthorityDetails(
        signatory_id=book.signatories[say.signatory],
        kind=say.kind,
        basis=say.basis,
        from_on=say.from_on,
        until_on=say.until_on,
        sole=say.sole,
        verified=say.verified,
        proof=say.proof or (SEEN if say.verified else ""),
    )
    book.registry.authorities.record_authority(book.caller, book.people[member.slug], details)


def tell_order(book: Book, member: Member, order: Order) -> None:
    """
    Record that a judge protects an adult.
    """
    details = ProtectionDetails(
        kind=order.kind,
        covers_image=order.covers_image,
        from_on=order.from_on,
        review_on=order.review_on,
        proof=order.proof,
    )
    book.registry.protections.record_protection(book.caller, book.people[member.slug], details)


def tell_stop(book: Book, member: Member, stop: Stop) -> None:
    """
    Place a hold on a person.
    """
    details = HoldDetails(stop.kind, person_id=book.people[member.slug])
    book.registry.holds.place_hold(book.caller, details)


def tell_answer(book: Book, answer: Answer) -> None:
    """
    Record one answer, on the form that was shown.
    """
    person_id, signatory_id = book.people[answer.person], book.signatory(answer.signatory)
    reach = Reach(answer.channels, answer.groups, answer.everywhere)
    if answer.kind is ActKind.WITHDRAWN:
        stop = StopDetails(person_id, signatory_id, reach, answer.matters, answer.method)
        book.registry.consents.withdraw_consent(book.caller, stop)
        return
    details = ConsentDetails(
        person_id=person_id,
        signatory_id=signatory_id,
        capacity=answer.capacity,
        kind=answer.kind,
        reach=reach,
        matters=answer.matters,
        purposes=answer.purposes,
        explicit=answer.explicit,
        form_version_id=book.versions[answer.form, answer.version],
        language=answer.language,
        method=answer.method,
        # A page knows the instant, which is now; a paper has a day.
        signing=Signing() if answer.method is Method.WEB else Signing(on=answer.signed_on),
        expires_on=answer.expires_on,
        evidence=scan_of(answer) if answer.method in PAPER else None,
        witness_note=answer.why if answer.method in SPOKEN else "",
    )
    book.registry.consents.record_consent(book.caller, details)


def scan_of(answer: Answer) -> EvidenceDetails:
    """
    Draw the paper that was signed, as a scan.
    """
    sheet = signed_form(
        NAMES[answer.form],
        answer.person,
        answer.signatory,
        f"{answer.signed_on:%d/%m/%Y}",
        is_yes=answer.kind is ActKind.GIVEN,
    )
    file = BytesIO()
    sheet.save(file, "PNG")
    return EvidenceDetails("image/png", file.getvalue())
