"""
What the API and the pages share on the wire.

`headers.py` protects every response and writes the one log line about it; `head.py`
answers HEAD; `statuses.py` says which refusal is which status; `multipart.py` reads forms
with files strictly, `malformed.py` refuses what cannot be read; `lane.py` runs short verbs
off the event loop.

May import `errors`, and what refusals the rooms below raise.  Must never know a verb, a
route or a language, nor turn an exception into an answer.
"""
