"""
Keep whom and what a complaint turned out to be about.
"""

from service.persistence import guards
from service.persistence.migrating import belongs, index, number, table, text
from service.persistence.sizes import expect_many_rows

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    table(
        "complaint_subjects",
        text("complaint_id"),
        number("number"),
        text("person_id"),
        text("publication_id"),
        belongs("complaint_subjects", "complaint_id", "complaints"),
        key=("complaint_id", "number"),
    )
    index("complaint_subjects", "person_id")
    index("complaint_subjects", "publication_id")
    guards.append_only("complaint_subjects", ("complaint_id", "number"))
    guards.tenant("complaint_subjects")
    expect_many_rows()


def downgrade() -> None:
    guards.drop("complaint_subjects")
