"""
Hold every scene of the demo, grouped by where it happens.

A scene is a tuple of painters and people from back to front; nothing here decides
anything.  May import the drawing room only.  Start reading at `catalogue.py`.
"""
