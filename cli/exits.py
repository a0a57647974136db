"""
Name the exit codes; scripts rely on them.
"""

from enum import IntEnum

from service.decision.terms import Answer


class Exit(IntEnum):
    """
    What a command ends with.
    """

    PUBLISH = 0
    """It may be published; or simply: it worked."""
    BUG = 1
    """A fault of ours."""
    REFUSED = 2
    """What was asked cannot be done; one line says why and what to do."""
    DO_NOT_PUBLISH = 3
    ASK = 4


EXIT_OF = {
    Answer.PUBLISH: Exit.PUBLISH,
    Answer.ASK: Exit.ASK,
    Answer.DO_NOT_PUBLISH: Exit.DO_NOT_PUBLISH,
}
