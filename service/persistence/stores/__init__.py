"""
One file a kind of record: queries in, values out.

    versions.py       records that change by writing a whole new version
    unique_names.py   short names, addresses and outside numbers that must be unique
    organisations.py people.py relations.py register.py forms.py acts.py photos.py
    checks.py publications.py keys.py replays.py staff.py staff_sessions.py ledger.py

Statements are prepared when the module is loaded.  A store never commits.  Whatever
the rules read is written under the organisation's `register` lock, which a check takes
shared before it gathers: between gathering and commit the register stands still.
"""
