"""
Create what was asked and published, and the keys of machines.
"""

from service.persistence import guards
from service.persistence.migrating import belongs, index, instant, number, table, text

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

LASTING = {
    "checks": ("id",),
    "check_people": ("check_id", "person_id"),
    "publications": ("id",),
    "publication_people": ("publication_id", "person_id"),
    "publication_photos": ("publication_id", "photo_id"),
    "publication_events": ("publication_id", "number"),
    "api_keys": ("id",),
    "key_revocations": ("key_id",),
}
OF_ERASED_PERSON = (
    "EXISTS (SELECT 1 FROM publication_people JOIN erasures"
    " ON erasures.organisation_id = publication_people.organisation_id"
    " AND erasures.kind = 'person' AND erasures.subject_id = publication_people.person_id"
    " WHERE publication_people.organisation_id = OLD.organisation_id"
    " AND publication_people.publication_id = OLD.publication_id)"
)


def upgrade() -> None:
    _checks()
    _publications()
    _keys()
    for name, key in LASTING.items():
        guards.append_only(name, key)
        guards.tenant(name)
    guards.erasable("publication_words", OF_ERASED_PERSON, ("publication_id",))
    guards.tenant("publication_words")


def _checks() -> None:
    table(
        "checks",
        text("id"),
        instant("asked_at"),
        text("actor_id"),
        text("answer"),
        text("document"),
        key=("id",),
        clustered=False,
    )
    index("checks", "actor_id", "asked_at")
    table(
        "check_people",
        text("check_id"),
        text("person_id"),
        belongs("check_people", "check_id", "checks"),
        key=("check_id", "person_id"),
    )
    index("check_people", "person_id", "check_id")


def _publications() -> None:
    table(
        "publications",
        text("id"),
        text("channel_id"),
        instant("published_at"),
        instant("recorded_at"),
        text("document"),
        key=("id",),
    )
    index("publications", "channel_id", "published_at")
    index("publications", "published_at")
    table(
        "publication_words",
        text("publication_id"),
        text("alt_text"),
        belongs("publication_words", "publication_id", "publications"),
        key=("publication_id",),
        clustered=False,
    )
    for what in ("person_id", "photo_id"):
        name = "publication_people" if what == "person_id" else "publication_photos"
        table(
            name,
            text("publication_id"),
            text(what),
            belongs(name, "publication_id", "publications"),
            key=("publication_id", what),
        )
        index(name, what)
    table(
        "publication_events",
        text("publication_id"),
        number("number"),
        text("kind"),
        instant("happened_at"),
        instant("recorded_at"),
        text("document"),
        belongs("publication_events", "publication_id", "publications"),
        key=("publication_id", "number"),
    )


def _keys() -> None:
    table("api_keys", text("id"), instant("issued_at"), text("document"), key=("id",))
    table(
        "key_revocations",
        text("key_id"),
        instant("revoked_at"),
        belongs("key_revocations", "key_id", "api_keys"),
        key=("key_id",),
    )


def downgrade() -> None:
    guards.drop("publication_words", *reversed(LASTING))
