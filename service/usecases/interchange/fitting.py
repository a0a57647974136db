"""
Hold an answer that came from elsewhere against what is known here.

What nobody can have answered is refused.  What they can have, and counts for nothing
here, comes in as it was said and is remarked on: whoever brings it in counts on it.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from service.decision.calendar import day_of
from service.decision.consents import TAKES_A_YES_AWAY, ConsentAct
from service.decision.terms import Capacity, Method
from service.errors import ImpossibleDates, InvalidInput
from service.records.forms import FormVersionRecord
from service.usecases.consents.reach import Named
from service.usecases.consents.signers import check_capacity
from service.usecases.consents.signing import Signed, check_lifetime
from service.usecases.consents.subject import answers_alone
from service.usecases.ports.work import UnitOfWork

_SIGNED = "signed_from"


class Remark(NamedTuple):
    """
    Say why an answer counts for nothing here.
    """

    field: str
    message: str


def check_yes(act: ConsentAct, form: FormVersionRecord | None) -> None:
    """
    Refuse a yes that nobody can have said to the form that it names.

    Raises:
        InvalidInput: Naming the field.
    """
    if form is None or act.everywhere:
        message = "A yes names the form that was shown, and its channels."
        raise InvalidInput(message, field="form_version_id")
    if act.capacity is Capacity.ORGANISATION:
        raise InvalidInput("The house itself says yes for nobody.", field="capacity")
    if not act.matters <= form.matters:
        raise InvalidInput("The form did not ask about this.", field="matters")
    if not act.purposes <= form.purposes:
        raise InvalidInput("The form did not name this purpose.", field="purposes")
    if form.channel_ids and not act.channel_ids <= form.channel_ids:
        raise InvalidInput("The form did not name this channel.", field="channel_ids")
    if act.explicit and not form.explicit:
        message = "This version of the form has no explicit statement."
        raise InvalidInput(message, field="explicit")


def check_reach(act: ConsentAct) -> None:
    """
    Refuse a no to nothing: whoever said it would not be protected anywhere.

    Raises:
        InvalidInput: It names neither channels nor groups, nor everywhere.
    """
    reaches = act.everywhere or act.channel_ids or act.group_ids
    if act.kind in TAKES_A_YES_AWAY and not reaches:
        raise InvalidInput("Name channels or groups, or `everywhere`.", field="channel_ids")


def remarks_on(work: UnitOfWork, act: ConsentAct, now: datetime) -> Iterator[Remark]:
    """
    Say why a yes counts for nothing here, by all that is known by now.
    """
    if not act.is_yes:
        return
    zone = ZoneInfo(work.organisations.current().time_zone)
    signed = Signed(act.signed_from, act.signed_until, day_of(act.signed_from, zone), _SIGNED)
    by_person = answers_alone(act.person_id, act.signatory_id)
    try:
        check_lifetime(signed, work.people.get(act.person_id), by_person=by_person)
        check_capacity(work, act.person_id, act.signatory_id, act.capacity, signed)
    except (InvalidInput, ImpossibleDates) as wrong:
        yield Remark(wrong.field or _SIGNED, f"{wrong.message} This yes counts for nothing.")
    if act.expires_on is not None and act.expires_on < day_of(now, zone):
        yield Remark("expires_on", "This yes has run out.")
    if act.method is Method.CONTRACT_CLAUSE:
        yield Remark("method", "A clause in a contract is no yes.")
    if not act.channel_ids:
        yield Remark("channel_ids", "This yes names no channel, so it counts nowhere.")
    known = work.acts.list_of(act.person_id)
    if any(each.targets_act_id == act.id for each in known):
        yield Remark("id", "This yes is declared void.")
    if any(_takes_away(each, act) for each in known):
        yield Remark(_SIGNED, "A later answer that is known here takes this yes away.")


def _takes_away(known: ConsentAct, act: ConsentAct) -> bool:
    """
    Tell whether the same signatory took back, since, some of what a yes allows.
    """
    if known.signatory_id != act.signatory_id or known.kind not in TAKES_A_YES_AWAY:
        return False
    named = Named(known.channel_ids, known.group_ids, known.everywhere)
    return known.signed_until >= act.signed_from and named.touches(act, known.matters)
