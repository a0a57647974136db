"""
Say what the use cases need from the outside, as Protocols.

Adapters satisfy them by shape; `mypy --strict` proves it in `wiring.py`.
Promises about durability and concurrency stand in the docstrings: an adapter
that cannot keep them must not be written.
"""
