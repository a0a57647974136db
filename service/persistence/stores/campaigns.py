"""
Keep what was asked of many at once.
"""

from sqlalchemy import select

from service.decision.ids import CampaignId
from service.errors import NotFound
from service.persistence.documents import document_of, reader
from service.persistence.queries import Pages, mine
from service.persistence.schema.campaigns import campaigns as table
from service.persistence.statements import Prepared, inserting
from service.persistence.transaction import Transaction
from service.records.campaigns import Campaign
from service.records.paging import Listing, Page

ADD = inserting(table)
ONE = Prepared(select(table.c.document).where(mine(table, "id")))
PAGES = Pages(select(table.c.id, table.c.document).where(mine(table)), table.c.id, {})

_read = reader(Campaign).decode


class SqlCampaigns:
    """
    The campaigns of one organisation, in one transaction.
    """

    def __init__(self, transaction: Transaction) -> None:
        """
        Work in *transaction*.
        """
        self._transaction = transaction

    def add(self, campaign: Campaign) -> None:
        """
        Append a campaign.
        """
        row = {
            "id": campaign.id,
            "started_at": campaign.started_at,
            "document": document_of(campaign),
        }
        self._transaction.append(ADD, row)

    def get(self, campaign_id: CampaignId) -> Campaign:
        """
        Give one campaign.

        Raises:
            NotFound: There is none.
        """
        row = self._transaction.first(ONE, id=campaign_id)
        if row is None:
            raise NotFound("There is no such campaign.")
        return _read(row[0])

    def list_page(self, page: Page) -> Listing[Campaign]:
        """
        Give one page of campaigns.
        """
        rows, next_after = PAGES.read(self._transaction, page)
        return Listing(tuple(_read(row[1]) for row in rows), next_after)
