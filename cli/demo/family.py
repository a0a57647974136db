"""
Give somebody of the example a link to their own pages.
"""

from cli.demo import house
from service.records.paging import MAX_PAGE, Page
from service.usecases.registry import Registry

PARENT = "david.moreau@courriel.example"
"""A father of the example."""


def path_of_parent(registry: Registry) -> str:
    """
    Make a link for a parent of the example; give its path.

    The code that it asks for goes to var/mail, where `obstat mail tail` reads it.
    """
    caller = registry.organisations.act_as_operator(house.SLUG)
    people = registry.signatories.list_signatories(caller, Page(limit=MAX_PAGE)).items
    parent = next(each for each in people if each.email == PARENT)
    invitation = registry.families.invite_signatory(caller, parent.id, on_paper=True)
    return "/f/" + invitation.address.partition("/f/")[2]
