"""
Say what is wrong with a request, and what would be right.

Never what was sent: only words of ours, and of the description of the API.
"""
