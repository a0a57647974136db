"""
What differs between the engines, behind `driver.py`.

    driver.py        what a transaction needs of an engine
    sqlite.py        readers beside each other, one connection that writes
    group_commit.py  writers that queue for it share one commit
    glances.py       a connection for each thread, for look-ups of one statement
    postgresql.py    connections side by side, each bound to its tenant

SQLite knows one writer at a time, so it needs no locks of ours.  PostgreSQL runs
writers side by side, READ COMMITTED, with advisory locks where two of them could
contradict each other.  We chose locks over SERIALIZABLE: a serialisation failure
would have to repeat the whole verb, and checks of one actor, who each count that
actor's checks, would fail each other all day.
"""
