"""
Hold the statements about proposals.
"""

from sqlalchemy import (
    ColumnElement,
    Integer,
    Text,
    bindparam,
    delete,
    func,
    literal_column,
    select,
    update,
)

from service.persistence.queries import Pages, equals, listed_in, mine
from service.persistence.schema.instants import Instant
from service.persistence.schema.proposals import (
    proposal_events,
    proposal_people,
    proposal_photos,
    proposal_states,
    proposal_words,
    proposals,
)
from service.persistence.statements import Among, Prepared, inserting

_state = (proposal_states.c.organisation_id == proposals.c.organisation_id) & (
    proposal_states.c.proposal_id == proposals.c.id
)
_post_words = (
    (proposal_words.c.organisation_id == proposals.c.organisation_id)
    & (proposal_words.c.proposal_id == proposals.c.id)
    & (proposal_words.c.number == literal_column("0", Integer))
)
_whole = (
    select(proposals.c.id, proposals.c.document, proposal_states.c.state, proposal_words.c.words)
    .join(proposal_states, _state)
    .outerjoin(proposal_words, _post_words)
)
_limit = bindparam("limit", type_=Integer())

ADD = inserting(proposals)
ADD_STATE = inserting(proposal_states)
ADD_EVENT = inserting(proposal_events)
ADD_WORDS = inserting(proposal_words)
ADD_PERSON = inserting(proposal_people)
ADD_PHOTO = inserting(proposal_photos)

ONE = Prepared(_whole.where(mine(proposals, "id")))
EVENTS = Prepared(
    select(proposal_events.c.document)
    .where(mine(proposal_events, "proposal_id"))
    .order_by(proposal_events.c.number)
)
NOTES = Prepared(
    select(proposal_words.c.number, proposal_words.c.words).where(
        mine(proposal_words, "proposal_id"),
        proposal_words.c.number > literal_column("0", Integer),
    )
)
PAGES = Pages(
    _whole.where(mine(proposals)),
    proposals.c.id,
    {
        "channel_id": equals(proposals.c.channel_id, "channel_id"),
        "state": equals(proposal_states.c.state, "state"),
        "unit_id": equals(proposals.c.unit_id, "unit_id"),
        "unit_ids": listed_in(proposals.c.unit_id, "unit_ids"),
        "proposed_by": equals(proposals.c.proposed_by, "proposed_by"),
    },
)


def _in_states(*which: ColumnElement[bool]) -> Prepared:
    """
    Prepare giving proposals that are in some states now.
    """
    return Prepared(
        select(proposals.c.document)
        .join(proposal_states, _state)
        .where(mine(proposals), Among(proposal_states.c.state, "states"), *which)
        .order_by(proposal_states.c.since, proposals.c.id)
    )


IN_STATE = _in_states()
OPEN_WITH_PEOPLE = _in_states(
    proposals.c.id.in_(
        select(proposal_people.c.proposal_id).where(
            mine(proposal_people), Among(proposal_people.c.person_id, "person_ids")
        )
    )
)
OPEN_WITH_PHOTO = _in_states(
    proposals.c.id.in_(
        select(proposal_photos.c.proposal_id).where(mine(proposal_photos, "photo_id"))
    )
)
OPEN_ON_CHANNELS = _in_states(Among(proposals.c.channel_id, "channel_ids"))
PEOPLE_OF = Prepared(
    select(proposal_people.c.proposal_id, proposal_people.c.person_id).where(
        mine(proposal_people), Among(proposal_people.c.proposal_id, "ids")
    )
)
EVENTS_OF = Prepared(
    select(proposal_events.c.proposal_id, proposal_events.c.document).where(
        mine(proposal_events), Among(proposal_events.c.proposal_id, "ids")
    )
)
LAST_NUMBERS = Prepared(
    select(proposal_events.c.proposal_id, func.max(proposal_events.c.number))
    .where(mine(proposal_events), Among(proposal_events.c.proposal_id, "ids"))
    .group_by(proposal_events.c.proposal_id)
)
MOVE = Prepared(
    update(proposal_states)
    .values(
        state=bindparam("state", type_=Text()),
        since=bindparam("since", type_=Instant()),
    )
    .where(mine(proposal_states), Among(proposal_states.c.proposal_id, "ids"))
)
ENDED_WITH_WORDS = Prepared(
    select(proposal_states.c.proposal_id)
    .where(
        mine(proposal_states),
        Among(proposal_states.c.state, "states"),
        proposal_states.c.since < bindparam("before", type_=Instant()),
        proposal_states.c.proposal_id.in_(
            select(proposal_words.c.proposal_id).where(mine(proposal_words))
        ),
    )
    .order_by(proposal_states.c.since)
    .limit(_limit)
)
FORGET_WORDS = Prepared(
    delete(proposal_words).where(mine(proposal_words), Among(proposal_words.c.proposal_id, "ids"))
)
