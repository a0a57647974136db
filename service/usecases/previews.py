"""
Say how large a registered photo is shown.
"""

from service.usecases.ports.developing import Order

PREVIEW = Order(longest_px=480, quality=75)
"""Smaller than what is kept: a fingerprint cannot be computed from it again (threat T16)."""
