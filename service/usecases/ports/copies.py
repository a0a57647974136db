"""
Ask for what a hold on a photo means for pictures like it.
"""

from typing import Protocol

from service.decision.holds import Hold
from service.decision.ids import OrganisationId
from service.usecases.caller import Caller


class CopiesOfHeld(Protocol):
    """
    See to what is live or planned of copies of a photo that is held.

    Called after the hold was written: finding copies takes a picture worker, and a hold
    waits for none.
    """

    def __call__(self, caller: Caller, hold: Hold) -> None:
        """
        Look for copies; what fails now is found by the sweep.
        """
        ...

    def sweep(self, organisation_id: OrganisationId) -> None:
        """
        Look again for every photo that is held.

        Raises:
            Unavailable: The storage cannot be reached or written.
        """
        ...
