"""
Delete drafts whose time is over.
"""

from dataclasses import dataclass

from service.usecases.drafts.keeping import DraftShelf
from service.usecases.forgetting import forget_everywhere


@dataclass(frozen=True, slots=True)
class ForgetDrafts:
    """
    Delete drafts whose time is over.
    """

    shelf: DraftShelf

    def __call__(self) -> int:
        """
        Delete them in every organisation; count them.

        Raises:
            Unavailable: The storage cannot be reached or written.
        """
        desk = self.shelf.desk
        before = self.shelf.oldest_at(desk.clock())
        return forget_everywhere(desk.database, lambda work: work.drafts.forget(before))
