"""
Hold the statements of hooks and of what is sent there.
"""

from sqlalchemy import Integer, and_, bindparam, delete, exists, func, select

from service.persistence.queries import Pages, equals, lists, mine
from service.persistence.schema.hooks import hook_attempts as attempts
from service.persistence.schema.hooks import hook_deliveries as deliveries
from service.persistence.schema.hooks import hooks
from service.persistence.schema.hooks import hooks_due as due
from service.persistence.schema.instants import Instant
from service.persistence.statements import Prepared, inserting

_NOW = bindparam("now", type_=Instant())
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
ADD_ATTEMPT = inserting(attempts)
ADD_DUE = inserting(due)

WAITING = Prepared(select(due.c.organisation_id).where(due.c.due_at <= _NOW).distinct())
"""Of every organisation: identifiers only."""
NEXT = Prepared(
    select(due.c.delivery_id, due.c.tries)
    .where(mine(due), due.c.due_at <= _NOW)
    .order_by(due.c.due_at, due.c.delivery_id)
    .limit(1)
)
TRIES = Prepared(select(due.c.tries).where(mine(due, "delivery_id")))
NO_LONGER_DUE = Prepared(delete(due).where(mine(due, "delivery_id")))
LAST_NUMBER = Prepared(select(func.max(attempts.c.number)).where(mine(attempts, "delivery_id")))

_newer = attempts.alias()
_last_attempt = and_(
    attempts.c.organisation_id == deliveries.c.organisation_id,
    attempts.c.delivery_id == deliveries.c.id,
    attempts.c.number
    == select(func.max(_newer.c.number))
    .where(
        _newer.c.organisation_id == deliveries.c.organisation_id,
        _newer.c.delivery_id == deliveries.c.id,
    )
    .scalar_subquery(),
)
_still_due = and_(
    due.c.organisation_id == deliveries.c.organisation_id, due.c.delivery_id == deliveries.c.id
)
_told = (
    select(
        deliveries.c.id,
        deliveries.c.hook_id,
        deliveries.c.event,
        deliveries.c.happened_at,
        deliveries.c.body,
        attempts.c.outcome,
        attempts.c.detail,
        attempts.c.attempted_at,
        due.c.due_at,
    )
    .select_from(deliveries)
    .outerjoin(attempts, _last_attempt)
    .outerjoin(due, _still_due)
)
ONE = Prepared(_told.where(mine(deliveries, "id")))
PAGES = Pages(
    _told.where(mine(deliveries)),
    deliveries.c.id,
    {"hook_id": equals(deliveries.c.hook_id, "hook_id")},
)

_tried_since = exists().where(
    attempts.c.organisation_id == deliveries.c.organisation_id,
    attempts.c.delivery_id == deliveries.c.id,
    attempts.c.attempted_at >= _BEFORE,
)
_waits = exists().where(_still_due)
OLD = Prepared(
    select(deliveries.c.id)
    .where(mine(deliveries), deliveries.c.happened_at < _BEFORE, ~_tried_since, ~_waits)
    .limit(bindparam("limit", type_=Integer()))
)
OF_HOOK = Prepared(select(deliveries.c.id).where(mine(deliveries, "hook_id")))
DROP = Prepared(delete(deliveries).where(mine(deliveries, "id")))
DROP_ATTEMPTS = Prepared(delete(attempts).where(mine(attempts, "delivery_id")))
