"""
What all commands share: the way in, the ways out, the looks.

`words.py` says what a command is, `door.py` opens the registry for one, `endings.py`
turns everything that can go wrong into one line and an exit code (`exits.py`).
`front.py` loads the one command that was asked for.  `finding.py` lets people say
"emma-peeters" where the registry wants an id; `reading.py` reads files, `contacts.py`
a contact, and `confirming.py` asks before what cannot be undone.  `output.py`,
`pages.py`, `verdicts.py`, `likenesses.py`, `claims.py` print, in the words of
`wording.py`; `waiting.py` shows that something is under way.  Holds no rule: whatever
is refused here was refused by a verb, or cannot be read.
"""
