"""
Verbs about paper: print a form, read back what somebody ticked.
"""
