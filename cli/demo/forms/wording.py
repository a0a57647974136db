"""
Shape the words of a form in one language, and put them together.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """
    Every paragraph of both forms in one language.

    Paragraphs differ between the forms where care is not the same as work.
    """

    language: str
    family_title: str
    circle_title: str
    family_what: str
    circle_what: str
    choose: str
    """One answer per channel; no answer is a no for now."""
    family_free: str
    """Refusing changes nothing to care or schooling (GDPR article 7(4))."""
    circle_free: str
    change: str
    """It can be changed at any time, as easily as it was given."""
    reshare: str
    """Others may share it again, also from a closed group (domain rules 23, 28)."""
    remains: str
    """Something may stay online or in print (domain rule 51)."""
    newsletter_then: str
    newsletter_now: str
    """The newsletter has new readers: what the second version changed."""
    explicit: str
    """The express statement for pages that reveal a disability."""
    child: str
    """A child who can judge signs on a line of its own."""
    complaint: str
    sign: str


def family_text(words: Wording, number: int) -> str:
    """
    Give the form for beneficiaries and those who answer for them.
    """
    newsletter = words.newsletter_then if number == 1 else words.newsletter_now
    parts = (
        words.family_title,
        words.family_what,
        words.choose,
        words.family_free,
        words.change,
        words.reshare,
        words.remains,
        newsletter,
        words.explicit,
        words.child,
        words.complaint,
        words.sign,
    )
    return "\n\n".join(parts) + "\n"


def circle_text(words: Wording, number: int) -> str:
    """
    Give the form for staff, volunteers, partners, clients and visitors.
    """
    newsletter = words.newsletter_then if number == 1 else words.newsletter_now
    parts = (
        words.circle_title,
        words.circle_what,
        words.choose,
        words.circle_free,
        words.change,
        words.reshare,
        words.remains,
        newsletter,
        words.complaint,
        words.sign,
    )
    return "\n\n".join(parts) + "\n"
