"""
Name the commonest relations in one word.
"""

from datetime import date

from cli.demo.cast.values import Say
from service.decision.terms import AuthorityBasis, AuthorityKind


def parents(*slugs: str) -> tuple[Say, ...]:
    """
    Give parents by birth.
    """
    return tuple(
        Say(slug, AuthorityKind.PARENT, AuthorityBasis.FILIATION, proof="acte de naissance")
        for slug in slugs
    )


def judged(
    slug: str, kind: AuthorityKind, from_on: date, proof: str, until_on: date | None = None
) -> Say:
    """
    Give somebody who decides alone by a judgment or decision on file.
    """
    basis = AuthorityBasis.JUDGMENT
    if kind is AuthorityKind.INSTITUTION:
        basis = AuthorityBasis.ADMINISTRATIVE_DECISION
    return Say(slug, kind, basis, from_on, until_on, sole=True, proof=proof)


def relatives(*slugs: str) -> tuple[Say, ...]:
    """
    Give relatives, who speak for the dead and advise about the living.
    """
    return tuple(Say(slug, AuthorityKind.RELATIVE, AuthorityBasis.KINSHIP) for slug in slugs)
