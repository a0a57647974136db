"""
One verb a file: gather, decide, record, answer.

A use case is a frozen dataclass of ports with `__call__`.  Its first argument is
the `Caller`; it opens the unit of work itself, in the thread it runs in, writes
the ledger line in the same transaction as the change, and commits explicitly.
May import `records`, `decision`, `ledger`, `errors`; never an adapter.

A folder is a subject.  Whoever looks for a verb finds it by what it is about:

    the house      organisations units staff openid keys hooks
    the register   people signatories authorities protections channels holds forms reviews
    answers        consents families paper unmatched interchange
    pictures       photos drafts releases
    the question   checks
    what follows   proposals publications takedowns complaints
    the evidence   ledger exports stories accountability retention
    looking over   overviews mail
    tidying up     replays

In a folder, a file named by a verb is that verb, and `read_....py` those that only read;
the others are what its verbs share:
`..._details.py` says what can be told about a record and refuses what cannot be, and a
file like `people/verbs.py` gives each verb its ports.  `registry.py` holds them all, subject
by subject: `registry.people.enrol_person`; a subject of a single verb is that verb.
What all folders share stands beside this file: `caller.py` (on whose behalf), `desk.py`
(the ports that almost every verb needs), `recording.py` (ledger line and repetition),
`announcing.py` (what hooks are told), `forgetting.py` (what is over), `sight/` (who sees
what).  `ports/` says what is needed from the outside.

Start reading at `checks/check_post.py`.

To add a verb, in this order: decision test, rule, use-case test, use case, store
and migration, ledger kind, route, CLI, `make openapi`.
"""
