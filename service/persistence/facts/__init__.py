"""
Gather what one question needs in a constant number of statements.

    branches.py    what is asked of each table, as parts of two statements
    readings.py    rows of those statements -> values of the rule book
    twins.py       which of the records are one person
    ahead.py       what a clock that was ahead put after the present
    gather.py      all of it, in the order in which one depends on the other

One statement for everything around people and channels, and one before it for photos,
because those say who else is asked about.  Each row comes as what it is (`Part`), whose
it is, and its document.  A dozen small statements would cost a dozen round trips.
"""
