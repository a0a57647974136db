"""
Name the page families of the menu, and whom each is for.
"""

from dataclasses import dataclass, replace
from typing import Final

from service.decision.powers import Scope
from service.usecases.caller import Caller


@dataclass(frozen=True, slots=True)
class Entry:
    """
    A line of the menu: its text is `menu.NAME`.
    """

    name: str
    path: str
    scope: Scope
    is_of_house: bool = False
    """Only for whoever has the scope in the whole organisation."""
    or_somewhere: Scope | None = None
    """Or has this one, be it in one unit."""
    is_current: bool = False


MENU: Final = (
    Entry("check", "/", Scope.CHECKS),
    Entry("photos", "/photos", Scope.PHOTOS_READ),
    Entry("proposals", "/proposals", Scope.CHECKS),
    Entry("takedowns", "/takedowns", Scope.PUBLICATIONS_READ),
    Entry("publications", "/publications", Scope.PUBLICATIONS_READ),
    Entry("people", "/people", Scope.PEOPLE_READ),
    Entry("complaints", "/complaints", Scope.COMPLAINTS_READ),
    Entry("channels", "/channels", Scope.FORMS_READ),
    Entry("members", "/members", Scope.AUDIT, is_of_house=True, or_somewhere=Scope.ADMIN),
)
"""In the order of a working day; whoever lacks the scope does not see the line."""
_OF_THE_HOUSE: Final = ("/units", "/accounts", "/hooks", "/retention", "/settings")
"""What is reached from the list of those who work here."""
LISTS: Final = (
    ("/account", "account.title"),
    ("/answers", "unmatched.title"),
    ("/campaigns", "campaigns.title"),
    ("/exports", "exports.title"),
    ("/forms", "forms.title"),
    ("/hooks", "hooks.title"),
    ("/units", "units.title"),
)
"""Lists that the menu does not name, and what they are called: each leads back from its pages."""
FIRST_STEPS: Final = ("units", "channels", "forms", "people", "campaigns", "members")
"""What a new house begins with: each needs what is before it."""


def entries_for(caller: Caller | None, path: str) -> tuple[Entry, ...]:
    """
    Give the lines that somebody sees, the one of *path* marked.
    """
    if caller is None:
        return ()
    reach = caller.actor.reach
    in_house = reach.scopes_in(None)
    return tuple(
        replace(each, is_current=True) if _is_within(path, each.path) else each
        for each in MENU
        if (each.scope in in_house if each.is_of_house else reach.has_somewhere(each.scope))
        or (each.or_somewhere and reach.has_somewhere(each.or_somewhere))
    )


@dataclass(frozen=True, slots=True)
class WayBack:
    """
    The page above one, and the key of what it is called.
    """

    path: str
    words: str


def above(menu: tuple[Entry, ...], path: str) -> WayBack | None:
    """
    Give the list that a page of staff belongs to; None: the menu names it.

    Nor has a question on its way one, begun at the front: its own buttons lead back.  Every
    other page has one without a word of its own, so that none can forget it.  Whoever
    does not see the list is led to the front.
    """
    listed = next((each for each in LISTS if path.startswith(f"{each[0]}/")), None)
    family = next((each for each in menu if each.is_current), None)
    if family and family.path not in (path, "/"):
        return WayBack(*listed) if listed else WayBack(family.path, f"menu.{family.name}")
    if family or path == "/":
        return None
    return WayBack(*listed) if listed == LISTS[0] else WayBack("/", "problems.back")


def first_steps_for(caller: Caller) -> tuple[str, ...]:
    """
    Give what a new house begins with, to whoever administers all of it.
    """
    return FIRST_STEPS if Scope.ADMIN in caller.actor.reach.scopes_in(None) else ()


def _is_within(path: str, family: str) -> bool:
    """
    Tell whether a page belongs to a family; answers belong to the front page.
    """
    is_own_answer = path.startswith("/checks/") and path.endswith("/answer")
    if family == "/" or is_own_answer:
        is_asked = path in {"/", "/check", "/check/change", "/share"} or is_own_answer
        return family == "/" and (is_asked or path.startswith("/drafts/"))
    if path == "/lists/reviews":
        return family == "/channels"
    if family == "/people" and path.startswith(("/lists/", "/letters", "/campaigns", "/answers")):
        return True
    if family == "/members" and path.startswith(_OF_THE_HOUSE):
        return True
    if family == "/channels" and path.startswith(("/forms", "/form-versions", "/holds")):
        return True
    if family == "/complaints" and path.startswith(("/exports", "/checks")):
        return True
    return path == family or path.startswith(f"{family}/")
