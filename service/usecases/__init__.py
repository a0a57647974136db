"""
One verb a file: gather, decide, record, answer.

A use case is a frozen dataclass of ports with `__call__`.  Its first argument is
the `Caller`; it opens the unit of work itself, in the thread it runs in, writes
the ledger line in the same transaction as the change, and commits explicitly.
May import `records`, `decision`, `ledger`, `errors`; never an adapter.

Start reading at `checks/check_post.py`; `registry.py` lists every verb.

To add a verb, in this order: decision test, rule, use-case test, use case, store
and migration, ledger kind, route, CLI, `make openapi`.
"""
