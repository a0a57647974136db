"""
Tell the story to a registry: every event on the day it happened.

`story.py` puts the events in order and moves the clock; `register.py`, `people.py`,
`colleagues.py` and `posts.py` say each of them in the words of the verbs; `book.py` keeps
which id each slug was given.  Only verbs of the registry are used, the same that
everybody has.
"""
