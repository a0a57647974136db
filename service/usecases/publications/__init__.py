"""
Record what was published, corrected and taken down.

A publication is decided again at the instant it is recorded, in the same
transaction: a yes that was withdrawn in between publishes nothing.
"""
