"""
The command `obstat`: a thin caller.

Parses words, asks `service.wiring` for a registry, calls one verb of it, prints
the result and returns an exit code.  May import `service.wiring`,
`service.errors` and the values that verbs take and give; only `serve` and `dev`
see `service.app`.  Never holds a rule, a query or a web framework.

Start reading at `main.py`; `commands.py` lists every command.
"""
