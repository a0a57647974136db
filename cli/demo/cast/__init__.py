"""
Gather the people of the demo.

Each person shows one situation, told in `Member.why`; together they show every row
of the decision table (domain section 2.4), U1 excepted: a stranger has no name.
May import the vocabulary only.  Start reading at `children.py`.
"""

from datetime import date

from cli.demo.cast.adults import adults, departed
from cli.demo.cast.children import children
from cli.demo.cast.others import outsiders, team
from cli.demo.cast.signatories import SIGNATORIES
from cli.demo.cast.values import Member, Signatory
from cli.demo.cast.youngsters import youngsters

__all__ = ["SIGNATORIES", "Member", "Signatory", "everybody", "whose"]


def everybody(today: date) -> tuple[Member, ...]:
    """
    Give the whole cast, as old as they are on *today*.
    """
    return (
        *children(today),
        *youngsters(today),
        *adults(today),
        *departed(today),
        *team(today),
        *outsiders(today),
    )


def whose(slug: str, today: date) -> Member:
    """
    Give one of them.
    """
    return {member.slug: member for member in everybody(today)}[slug]
