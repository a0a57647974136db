"""
Describe the API once, for all services that are forked from whoever loads this.

An application measures requests by the description, which takes half as long to make as
all the rest of it.
"""

from service.app import describe

describe()
