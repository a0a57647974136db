"""
Remember everything: rows in, values out, on SQLite or PostgreSQL.

    database.py      open a database; begin or look, for one organisation
    unit_of_work.py  one transaction with all its stores
    stores/          one file a kind of record: queries -> values
    facts/           everything a question needs, gathered in one or two statements
    following.py     what is held in memory, brought up to date in each transaction;
                     names.py, namesakes.py and fingerprints.py say what that is
    transaction.py   run prepared statements; the one place where drivers can fail
    statements.py    SQLAlchemy writes each statement once for each engine
    queries.py       whose rows, which version, which page
    documents.py     records <-> JSON
    failures.py      a driver's exception -> a refusal of the house
    engines/         what differs between SQLite and PostgreSQL
    schema/          the tables
    starting.py      find a database ready, or have it upgraded
    upgrades.py      bring a database to this program's schema; migrating.py, guards.py
                     and sizes.py are what migrations are made of
    outside.py       what wiring hands in: sealing, near search
    backing.py       a whole database is taken along, and put back where nothing is;
                     taken_rows.py: row by row, for the other engine

May import `records`, `decision`, `ledger`, `errors`, SQLAlchemy, Alembic, msgspec and
the drivers.  Must never import `usecases` (it satisfies its ports by shape), let a row
or a driver's exception out, read a clock, or answer with what may still be lost.  Start
reading at `database.py`, then `stores/versions.py`.

What we chose, and why:

*   A record is one JSON document with columns beside it for what SQL filters on.  A
    field that is added years later needs no migration, and old versions stay readable.
*   What must be unique *now* stands in one register, `unique_names`, written with the
    record: versions repeat the name of the one before, so they cannot be unique.
*   What an erasure destroys stands in tables of its own, apart from what stays.  The
    triggers let it go only when `erasures` names whom it is about.  Even the kind of a
    ledger entry goes: a kind and an instant find their person in a mail log.  Words in
    what stays can only become `[erased]`, where `erasures` names the row.
*   Row-level security binds every table but two.  `organisations` is read before it is
    known for whom, `ledger_pending` by the sequencer for everybody; both hold
    identifiers and short names only.  SQLite has none: there every statement names the
    organisation, and a test walks every store.
*   READ COMMITTED and locks on PostgreSQL; see `engines/`.  Whatever the rules read is
    written under the organisation's `register` lock, which a check takes shared before
    it gathers.  So a withdrawal lies wholly before a publication or wholly after it.
*   Memory follows numbers without gaps instead of transaction ids; see `following.py`.
*   SQLite is told the size of its tables instead of measuring it; see `sizes.py`.
"""
