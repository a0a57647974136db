"""
Ask before a yes ends, and before somebody young answers themselves.

    occasions.py   which days ahead; what is due, and why something is not sent
    gathering.py   whose days come near, and what is due about one person
    own_voice.py   the young person and those who answer now (domain section 2.6)
    expiring.py    whoever said a yes that ends
    remind_families.py
                   the verb: shows what is due, writes it once, stops what is settled

Nothing here changes a standing: a yes ends and somebody comes of age by the rules alone,
whether this ever ran or not.  What is due follows from the facts of the moment; that it
was written, from a row whose key is unique.  May import what `families` may; must never
write in the name of a member of staff, nor outside of office hours.
"""

from service.usecases.families.reminding.remind_families import RemindFamilies

__all__ = ["RemindFamilies"]
