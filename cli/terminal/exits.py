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
    STOPPED = 130
    """Interrupted from the keyboard, as shells count it: 128 + SIGINT."""
    NOBODY_READS = 141
    """Whoever read the output went away: 128 + SIGPIPE."""


EXIT_OF = {
    Answer.PUBLISH: Exit.PUBLISH,
    Answer.ASK: Exit.ASK,
    Answer.DO_NOT_PUBLISH: Exit.DO_NOT_PUBLISH,
}
