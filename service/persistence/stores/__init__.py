"""
One file a kind of record: queries in, values out.

    versions.py       records that change by writing a whole new version
    unique_names.py   short names, addresses and outside numbers that must be unique
    organisations.py people.py relations.py pairs.py register.py forms.py campaigns.py
    acts.py paper.py pending.py unmatched.py received.py receipts.py reminders.py
    photos.py         photo_rows.py, photo_titles.py, photo_words.py and photo_listing.py
                      are parts of it; outdated.py renews what they are found by; drafts.py
    checks.py publications.py publications_of_units.py what_is_live.py proposals.py
    takedowns.py complaints.py
    staff.py staff_sessions.py passkeys.py family_doors.py keys.py replays.py outbox.py
    hooks.py hook_deliveries.py openid.py
    leaving.py        how letters and messages to hooks leave: claimed, tried, put off
    ledger.py witnessing.py stamping.py
    erasing.py words.py spoken.py outlived.py
                      what an erasure or the end of its time destroys

Statements that would fill a store stand beside it, in `..._statements.py`.

Statements are prepared when the module is loaded.  A store never commits.  Whatever
the rules read is written under the organisation's `register` lock, which a check takes
shared before it gathers: between gathering and commit the register stands still.
"""
