"""
Hold the statements of the log.
"""

from sqlalchemy import BigInteger, Integer, bindparam, delete, func, literal, or_, select

from service.persistence.queries import mine
from service.persistence.schema.instants import Instant
from service.persistence.schema.ledger import (
    ledger_checkpoints as checkpoints,
)
from service.persistence.schema.ledger import (
    ledger_entries as entries,
)
from service.persistence.schema.ledger import (
    ledger_leaves as leaves,
)
from service.persistence.schema.ledger import (
    ledger_nodes as nodes,
)
from service.persistence.schema.ledger import (
    ledger_payloads as payloads,
)
from service.persistence.schema.ledger import (
    ledger_pending as pending,
)
from service.persistence.schema.ledger import (
    ledger_people as people,
)
from service.persistence.statements import Among, Holding, Prepared, inserting

_LIMIT = bindparam("limit", type_=Integer())

ADD_ENTRY = inserting(entries)
ADD_PAYLOAD = inserting(payloads)
ADD_PERSON = inserting(people)
ADD_PENDING = inserting(pending)
ADD_LEAF = inserting(leaves)
ADD_NODE = inserting(nodes)
ADD_CHECKPOINT = inserting(checkpoints)

_about_person = select(people.c.entry_id).where(mine(people, "person_id"))
FORGET_PAYLOADS = Prepared(
    delete(payloads).where(mine(payloads), payloads.c.entry_id.in_(_about_person))
)
FORGET_PAYLOAD = Prepared(delete(payloads).where(mine(payloads, "entry_id")))
FORGET_PERSON = Prepared(delete(people).where(mine(people, "person_id")))

PENDING = Prepared(
    select(pending.c.entry_id, entries.c.commitment)
    .join(
        entries,
        (entries.c.organisation_id == pending.c.organisation_id)
        & (entries.c.entry_id == pending.c.entry_id),
    )
    .where(mine(pending))
    .order_by(entries.c.recorded_at, entries.c.entry_id)
    .limit(_LIMIT)
)
NO_LONGER_PENDING = Prepared(delete(pending).where(mine(pending), Among(pending.c.entry_id, "ids")))
WAITING = Prepared(select(pending.c.organisation_id).distinct())
"""Of every organisation: the one look across tenants, at identifiers only."""

SIZE = Prepared(
    select(func.coalesce(func.max(leaves.c.position) + literal(1, BigInteger), 0)).where(
        mine(leaves)
    )
)
NODE = Prepared(select(nodes.c.hash).where(mine(nodes, "level", "position")))

OPENING = Prepared(
    select(payloads.c.salt, payloads.c.entry, leaves.c.position)
    .select_from(payloads)
    .outerjoin(
        leaves,
        (leaves.c.organisation_id == payloads.c.organisation_id)
        & (leaves.c.entry_id == payloads.c.entry_id),
    )
    .where(mine(payloads, "entry_id"))
)

_leaf = (
    select(
        leaves.c.position,
        leaves.c.entry_id,
        entries.c.recorded_at,
        entries.c.commitment,
        payloads.c.salt,
        payloads.c.entry,
    )
    .join(
        entries,
        (entries.c.organisation_id == leaves.c.organisation_id)
        & (entries.c.entry_id == leaves.c.entry_id),
    )
    .outerjoin(
        payloads,
        (payloads.c.organisation_id == leaves.c.organisation_id)
        & (payloads.c.entry_id == leaves.c.entry_id),
    )
)
_after = leaves.c.position > bindparam("after", type_=BigInteger())

LEAVES_AFTER = Prepared(_leaf.where(mine(leaves), _after).order_by(leaves.c.position).limit(_LIMIT))
LEAVES_ABOUT = Prepared(
    _leaf.join(
        people,
        (people.c.organisation_id == leaves.c.organisation_id)
        & (people.c.entry_id == leaves.c.entry_id),
    )
    .where(mine(leaves), mine(people, "person_id"))
    .order_by(leaves.c.position)
)
LEAVES_OF_KIND = Prepared(
    _leaf.where(mine(leaves), mine(payloads, "kind")).order_by(leaves.c.position)
)
ENTRIES_SINCE = Prepared(
    select(payloads.c.entry)
    .join(
        entries,
        (entries.c.organisation_id == payloads.c.organisation_id)
        & (entries.c.entry_id == payloads.c.entry_id),
    )
    .where(mine(payloads, "kind"), entries.c.recorded_at >= bindparam("since", type_=Instant()))
    .order_by(entries.c.recorded_at, payloads.c.entry_id)
)
LEAVES_NAMING = Prepared(
    _leaf.where(mine(leaves), Among(payloads.c.kind, "kinds"), Holding(payloads.c.entry, "named"))
)
LEAVES_BETWEEN = Prepared(
    _leaf.where(
        mine(leaves),
        _after,
        entries.c.recorded_at >= bindparam("from_at", type_=Instant()),
        entries.c.recorded_at < bindparam("until_at", type_=Instant()),
    )
    .order_by(leaves.c.position)
    .limit(_LIMIT)
)

_checkpoint = select(
    checkpoints.c.size, checkpoints.c.root, checkpoints.c.note, checkpoints.c.signed_at
).where(mine(checkpoints))
_size = bindparam("size", type_=BigInteger())
_signed_at = bindparam("signed_at", type_=Instant())

LAST_CHECKPOINT = Prepared(
    _checkpoint.order_by(checkpoints.c.size.desc(), checkpoints.c.signed_at.desc()).limit(1)
)
CHECKPOINTS_AFTER = Prepared(
    _checkpoint.where(
        or_(
            checkpoints.c.size > _size,
            (checkpoints.c.size == _size) & (checkpoints.c.signed_at > _signed_at),
        )
    )
    .order_by(checkpoints.c.size, checkpoints.c.signed_at)
    .limit(_LIMIT)
)
