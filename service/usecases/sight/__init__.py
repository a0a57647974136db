"""
Say whom and what a caller may see: all, or what is of some units.

Sight is what a caller may see, and nothing else is called so.  Whatever is out of sight
does not exist for them, in answer and in shape (threat T2): a verb asks here before it
tells or changes anything, and answers `NotFound` for both.

`people.py` is what the others build on; `units.py` says it of channels and pages of units,
`photos.py` and `publications.py` of what shows several people, `staff.py` of those who
work there.  Each takes a `Caller` and an open unit of work, and writes nothing.
"""
