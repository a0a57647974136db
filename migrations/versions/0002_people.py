"""
Create people and those who answer for them.

All of it goes when the person is erased, so deleting is bound to an erasure.
"""

from service.persistence import guards
from service.persistence.migrating import index, versioned

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TABLES = {
    "people": guards.erased("person", "id"),
    "signatories": guards.erased("signatory", "id"),
    "authorities": guards.erased("person", "person_id"),
    "protections": guards.erased("person", "person_id"),
}


def upgrade() -> None:
    versioned("people", "category", "external_id", "unit_ids")
    versioned("signatories", "external_id")
    versioned("authorities", "person_id", "signatory_id")
    versioned("protections", "person_id")
    index("authorities", "person_id")
    index("authorities", "signatory_id")
    index("protections", "person_id")
    for name, condition in TABLES.items():
        guards.erasable(name, condition, ("id", "version"))
        guards.tenant(name)


def downgrade() -> None:
    guards.drop(*reversed(TABLES))
