"""
What differs between the engines, one file each, behind `driver.py`.

SQLite knows one writer at a time, so it needs no locks of ours.  PostgreSQL runs
writers side by side, READ COMMITTED, with advisory locks where two of them could
contradict each other.  We chose locks over SERIALIZABLE: a serialisation failure
would have to repeat the whole verb, and checks of one actor, who each count that
actor's checks, would fail each other all day.
"""
