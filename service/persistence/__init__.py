"""
Rows in, values out: everything that is remembered, on SQLite or PostgreSQL.

    database.py      open a database; begin or look, for one organisation
    upgrades.py      bring the schema of a database to this program's
    unit_of_work.py  one transaction with all its stores
    stores/          one file a kind of record: queries -> values
    facts/           everything a question needs, gathered in one or two statements
    following.py     what is held in memory, brought up to date in each transaction
    transaction.py   run prepared statements; the one place where drivers can fail
    statements.py    SQLAlchemy writes each statement once for each engine
    engines/         what differs between SQLite and PostgreSQL, and nothing else does
    schema/          the tables
    outside.py       what wiring hands in: sealing, near search

May import `records`, `decision`, `ledger`, `errors`, SQLAlchemy, Alembic, msgspec and
the drivers.  Must never import `usecases` (it satisfies its ports by shape), let a row
or a driver's exception out, keep anything in memory that was not committed, or read a
clock.  Start reading at `database.py`, then `stores/versions.py`.
"""
