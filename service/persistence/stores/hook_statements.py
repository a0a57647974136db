"""
Hold the statements of hooks and of what is sent there.
"""

from sqlalchemy import Integer, bindparam, delete, select

from service.persistence.queries import Pages, equals, lists, mine
from service.persistence.schema.hooks import hook_attempts as attempts
from service.persistence.schema.hooks import hook_deliveries as deliveries
from service.persistence.schema.hooks import hooks
from service.persistence.schema.hooks import hooks_due as due
from service.persistence.schema.instants import Instant
from service.persistence.statements import Prepared, inserting
from service.persistence.stores.leaving import Leaving

_BEFORE = bindparam("before", type_=Instant())
FORGOTTEN_AT_ONCE = 500

ADD_HOOK = inserting(hooks)
DROP_HOOK = Prepared(delete(hooks).where(mine(hooks, "id")))
_hook = select(hooks.c.id, hooks.c.hears, hooks.c.sealed)
HOOK = Prepared(_hook.where(mine(hooks, "id")))
HEARING = Prepared(
    select(hooks.c.id).where(mine(hooks), lists(hooks.c.hears, "event")).order_by(hooks.c.id)
)
HOOKS = Prepared(_hook.where(mine(hooks)).order_by(hooks.c.id))

ADD = inserting(deliveries)
LEAVING = Leaving(deliveries, attempts, due, "delivery_id")
WAITING = LEAVING.waiting
"""Of every organisation: identifiers only."""
_told = LEAVING.told(
    deliveries.c.id,
    deliveries.c.hook_id,
    deliveries.c.event,
    deliveries.c.happened_at,
    deliveries.c.body,
)
ONE = Prepared(_told.where(mine(deliveries, "id")))
PAGES = Pages(
    _told.where(mine(deliveries)),
    deliveries.c.id,
    {"hook_id": equals(deliveries.c.hook_id, "hook_id")},
)

OLD = Prepared(
    select(deliveries.c.id)
    .where(mine(deliveries), deliveries.c.happened_at < _BEFORE, LEAVING.is_over(deliveries, "id"))
    .limit(bindparam("limit", type_=Integer()))
)
OF_HOOK = Prepared(select(deliveries.c.id).where(mine(deliveries, "hook_id")))
DROP = Prepared(delete(deliveries).where(mine(deliveries, "id")))
DROP_ATTEMPTS = Prepared(delete(attempts).where(mine(attempts, "delivery_id")))
