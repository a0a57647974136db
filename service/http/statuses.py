"""
Say which refusal is which HTTP status: one table for API and pages.
"""

from collections.abc import Mapping
from typing import Final

from service import errors
from service.ledger.failures import NotCanonical

STATUS: Final[Mapping[type[errors.ObstatError], int]] = {
    errors.ObstatError: 500,
    errors.InvalidInput: 422,
    errors.WholeNameOnly: 422,
    errors.ImpossibleDates: 422,
    errors.BadImage: 422,
    errors.NotFound: 404,
    errors.Conflict: 409,
    errors.AlreadyExists: 409,
    errors.PossibleDuplicate: 409,
    errors.StillOne: 409,
    errors.AskingHeld: 409,
    errors.IdempotencyMismatch: 422,
    errors.NotPublishable: 409,
    errors.NotIdentified: 401,
    errors.NotAllowed: 403,
    errors.AnswersElsewhere: 403,
    errors.TooMany: 429,
    errors.Unavailable: 503,
    errors.Busy: 503,
    errors.SettingsRefused: 500,
    errors.LedgerBroken: 500,
    NotCanonical: 500,
}
"""Status of each class; a class that is missing is as its parent."""


def status_of(error: type[errors.ObstatError]) -> int:
    """
    Look a class up, itself or its nearest parent.
    """
    return next(STATUS[each] for each in error.__mro__ if each in STATUS)
