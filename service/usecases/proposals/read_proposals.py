"""
Read proposals: one's own, or those of the channels one looks after.
"""

from dataclasses import dataclass, replace

from service.decision.ids import ProposalId
from service.decision.powers import Scope
from service.records.paging import Listing, Page
from service.records.proposals import ProposalStory
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.proposals.approvals import with_approvals
from service.usecases.proposals.naming import with_names
from service.usecases.proposals.steps import seen_proposal
from service.usecases.sight.units import within_units

MINE = "proposed_by"


@dataclass(frozen=True, slots=True)
class ListProposals:
    """
    List proposals.
    """

    desk: Desk

    def __call__(self, caller: Caller, page: Page, *, mine: bool = False) -> Listing[ProposalStory]:
        """
        Give one page, oldest first; filters: state, channel_id, unit_id.

        Args:
            mine: What the caller proposed; otherwise what is on channels they look
                after.

        Raises:
            NotAllowed: The caller may only see their own.
        """
        if mine:
            caller.needs(Scope.CHECKS)
            asked = replace(page, filters={**page.filters, MINE: caller.actor.id})
        else:
            asked = within_units(caller.narrowed(Scope.PUBLICATIONS_READ), page)
        with self.desk.database.look(caller.organisation_id) as work:
            listing = work.proposals.list_page(asked)
            return replace(listing, items=with_names(work, with_approvals(work, listing.items)))


@dataclass(frozen=True, slots=True)
class GetProposal:
    """
    Read one proposal.
    """

    desk: Desk

    def __call__(self, caller: Caller, proposal_id: ProposalId) -> ProposalStory:
        """
        Give one proposal with everything that happened.

        Raises:
            NotAllowed: The caller may neither check nor read publications.
            NotFound: There is no such proposal for this caller.
        """
        if Scope.CHECKS not in caller.actor.scopes:
            caller = caller.narrowed(Scope.PUBLICATIONS_READ)
        with self.desk.database.look(caller.organisation_id) as work:
            return with_names(work, [seen_proposal(work, caller, proposal_id)])[0]
