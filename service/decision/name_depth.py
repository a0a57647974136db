"""
Say how much of a name an answer allows.

How much of a name is shown is a dimension of what is allowed: nothing, the first name, the
whole name (domain section 3.3).  So a yes to the name is one to every part of it, and a no
to the first name is one to every name that it is part of.  A no to the name is one to the
first name as well, unless the same signatory allowed just that on the same sheet: then
they have said where the line is.  A day is no sheet: who signs one form in the morning and
another in the evening may have changed their mind in between.
"""

from collections.abc import Iterable

from service.decision.consents import ConsentAct
from service.decision.naming.model import MentionForm
from service.decision.terms import Matter

_DEPTHS = frozenset({Matter.FIRST_NAME, Matter.NAME})


def at_every_depth(matter: Matter) -> frozenset[Matter]:
    """
    Give a matter, and a name with all that is more or less of it.
    """
    return _DEPTHS if matter in _DEPTHS else frozenset({matter})


def matter_of(form: MentionForm) -> Matter:
    """
    Say which permission a way of naming somebody needs.

    Whatever is not the first name alone needs the name: initials and nicknames, too, for
    nobody was asked about these by themselves.
    """
    return Matter.FIRST_NAME if form is MentionForm.GIVEN_NAME else Matter.NAME


def form_of(matter: Matter | str) -> MentionForm:
    """
    Give a way of naming somebody that needs just this permission.
    """
    is_first = matter == Matter.FIRST_NAME
    return MentionForm.GIVEN_NAME if is_first else MentionForm.FULL_NAME


def bears_on(act: ConsentAct, matter: Matter) -> bool:
    """
    Tell whether an act says anything about a matter.
    """
    if matter in act.matters:
        return True
    if matter is Matter.FIRST_NAME:
        return Matter.NAME in act.matters
    return matter is Matter.NAME and Matter.FIRST_NAME in act.matters and not act.is_yes


def leaves_first_name(act: ConsentAct, others: Iterable[ConsentAct]) -> bool:
    """
    Tell whether a no to the name leaves the first name to a yes.

    That is one among *others* to the first name, on the very same sheet.  One signed
    before is overruled, for who says no to a name without a word about the first one
    means both; one signed after speaks by itself.
    """
    if act.is_yes or Matter.FIRST_NAME in act.matters:
        return False
    return any(
        each.is_yes and Matter.FIRST_NAME in each.matters and _is_on_one_sheet(each, act)
        for each in others
    )


def _is_on_one_sheet(yes: ConsentAct, no: ConsentAct) -> bool:
    """
    Tell whether a yes and a no were signed at once.

    Where all that is known is the day: on the same form, recorded at once.  Or the yes
    later, for on one sheet it may wait for a colleague while the no counts; a no that comes
    after it was on another sheet, and in doubt it counts for both.
    """
    if yes.signed_from != no.signed_from:
        return False
    instants = {each.signed_from == each.signed_until for each in (yes, no)}
    if instants == {True}:
        return True
    if instants == {True, False} or yes.form_version_id != no.form_version_id:
        return False
    waited = yes.form_version_id is not None and no.recorded_at < yes.recorded_at
    return waited or no.recorded_at == yes.recorded_at


def answered_by(act: ConsentAct, matter: Matter) -> frozenset[Matter]:
    """
    Give what somebody was asked that bears on a matter.
    """
    return act.matters & at_every_depth(matter)
