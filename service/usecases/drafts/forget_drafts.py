"""
Delete drafts whose time is over.
"""

from dataclasses import dataclass

from service.usecases.drafts.keeping import DraftShelf


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
        before, count = self.shelf.oldest_at(desk.clock()), 0
        for organisation_id in desk.database.organisation_ids():
            with desk.database.begin(organisation_id) as work:
                count += work.drafts.forget(before)
                work.commit()
        return count
