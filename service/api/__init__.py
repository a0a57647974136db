"""
JSON in, JSON out, under `/api/v1`.

    routes.py      every route, in one list
    problems.py    every refusal as application/problem+json
    keys.py        the one guard: who is asking, and can it be answered?
    requests.py    strict JSON, query parameters, idempotency, pages
    bodies.py      bodies that come as JSON or as a form, read and described
    sent_posts.py  a post as JSON or as a form, for checks and publications
    wire.py        the words and numbers of wire structs, each with an example
    spec.py        the application -> the bytes of openapi.json
    wire_names.py  the parameters and methods that requests are measured by
    manual.py      the same as a plain page, without any outside asset
    units.py       the example to copy: one subject, its structs beside its handlers, or,
                   where they are many, in a file of their own (`channel_structs.py`)

A handler turns a struct into what the verb takes, calls `registry.<verb>` and
turns what comes back into a struct; it holds no rule.  Structs that come in are
named `...In` (new) or `...Change` (parts of it), and refuse fields they do not
know; forms with files are described by a `...Form`; structs that go out are named
`...Out`.  Handlers are plain `def` in a
thread; each has an `operation_id` spelled like its verb.

May import `http` (what pages need, too), `usecases`, `records`, `decision`, `errors`;
never an adapter, never SQL.
We answer problems with handlers of our own instead of the framework's plugin: that
one swaps title and detail and leaves some errors as plain JSON.
"""
