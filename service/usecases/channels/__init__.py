"""
Verbs about channels: the register of where the organisation may publish at all.
"""
