"""
Every knob of a deployment, read once from a mapping.

A setting is a field of the area it belongs to: `storage.py` (what is kept where),
`serving.py` (where it listens, what it grants, until when it answers), `pictures.py`,
`letters.py`, `hooks.py`.  The name of the field is its name in the environment; the words
below it say what it does, and what it must be stands beside its default.  `deployment.py`
puts the areas together; `reading.py` turns text into values and refuses what cannot work;
`places.py` reads addresses.

A name with our prefix that is no field stops the start: a misspelt limit is no limit.

May import what is below it.  Must never look at the environment by itself.
"""

from service.settings.deployment import Settings

__all__ = ["Settings"]
