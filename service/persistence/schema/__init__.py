"""
Name the tables, one file a subject.

    metadata.py       the collection of tables and the names of constraints
    instants.py       our own type for instants
    versioned.py      how a table of versions is made
    organisations.py people.py register.py consents.py photos.py activity.py ledger.py mail.py
    drafts.py staff.py families.py takedowns.py proposals.py pending.py reminders.py campaigns.py
    complaints.py hooks.py openid.py paper.py received.py stamping.py unmatched.py
    witnessing.py

Every primary key leads with `organisation_id`: rows of one organisation lie side by
side, and the same schema can be spread over several machines by it.
"""

from service.persistence.schema import (
    activity,
    campaigns,
    complaints,
    consents,
    drafts,
    families,
    hooks,
    ledger,
    mail,
    openid,
    organisations,
    paper,
    pending,
    people,
    photos,
    proposals,
    received,
    register,
    reminders,
    staff,
    takedowns,
    witnessing,
)
from service.persistence.schema.metadata import metadata

__all__ = [
    "activity",
    "campaigns",
    "complaints",
    "consents",
    "drafts",
    "families",
    "hooks",
    "ledger",
    "mail",
    "metadata",
    "openid",
    "organisations",
    "paper",
    "pending",
    "people",
    "photos",
    "proposals",
    "received",
    "register",
    "reminders",
    "staff",
    "takedowns",
    "witnessing",
]
