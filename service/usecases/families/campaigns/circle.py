"""
Accept about whom, and what, is asked.
"""

from service.decision.powers import Scope
from service.errors import InvalidInput
from service.records.campaigns import Asked
from service.usecases.caller import Caller
from service.usecases.forms import is_closed
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.units import is_unit_seen


def writer(caller: Caller) -> Caller:
    """
    Narrow a caller to whom they may ask.

    Raises:
        NotAllowed: They lack `consents:write`.
    """
    return caller.narrowed(Scope.CONSENTS_WRITE)


def reader(caller: Caller) -> Caller:
    """
    Narrow a caller to whose progress they may see.

    Raises:
        NotAllowed: They lack `consents:read`.
    """
    return caller.narrowed(Scope.CONSENTS_READ)


def checked_circle(work: UnitOfWork, caller: Caller, asked: Asked) -> Asked:
    """
    Accept what names a unit, an open form and channels that are there.

    Raises:
        InvalidInput: One is not, or not for this caller.
    """
    if asked.unit_id is not None:
        is_there = work.organisations.units.find(asked.unit_id) is not None
        if not is_there or not is_unit_seen(caller, asked.unit_id):
            raise InvalidInput("There is no such unit.", field="unit_id")
    if asked.template_id is not None:
        if work.forms.find_template(asked.template_id) is None:
            raise InvalidInput("There is no such form.", field="template_id")
        if is_closed(work, asked.template_id):
            message = "This form is closed: choose another, or open it again."
            raise InvalidInput(message, field="template_id")
    for each in asked.channel_ids:
        if work.channels.find(each) is None:
            raise InvalidInput("There is no such channel.", field="channel_ids")
    return asked
