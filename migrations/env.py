"""
Run migrations on the connection that `service.persistence.upgrades` opened.

There is no alembic.ini: `obstat dev migration` and the service itself come in here
through that module, so a URL with a password stands in no second file.
"""

from alembic import context
from sqlalchemy import Connection, text

from service.persistence.schema import metadata

connection: Connection = context.config.attributes["connection"]

context.configure(
    connection=connection,
    target_metadata=metadata,
    compare_type=True,
    transactional_ddl=True,
)

with context.begin_transaction():
    if connection.dialect.name == "postgresql":
        # Two workers that start together: one migrates, the other finds it done.
        connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('obstat migrations'))"))
    context.run_migrations()
