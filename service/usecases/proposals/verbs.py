"""
Hold the verbs about what is to be published.
"""

from dataclasses import dataclass

from service.usecases.checks.budget import Budget
from service.usecases.desk import Desk
from service.usecases.notices import TellStaff
from service.usecases.proposals.approve_proposal import ApproveProposal, MayApprove
from service.usecases.proposals.end_proposal import SendBackProposal, WithdrawProposal
from service.usecases.proposals.fall_due import FallDue
from service.usecases.proposals.forget_proposal_words import ForgetProposalWords
from service.usecases.proposals.propose_post import ProposePost
from service.usecases.proposals.read_proposals import GetProposal, ListProposals
from service.usecases.proposals.release_proposal import ReleaseProposal
from service.usecases.proposals.steps import Steps
from service.usecases.proposals.tell_cancelled import TellCancelled
from service.usecases.publications.record_publication import RecordPublication


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalVerbs:
    """
    Every such verb as a field: `registry.proposals.propose_post`.
    """

    propose_post: ProposePost
    approve_proposal: ApproveProposal
    send_back_proposal: SendBackProposal
    withdraw_proposal: WithdrawProposal
    release_proposal: ReleaseProposal
    get_proposal: GetProposal
    list_proposals: ListProposals
    may_approve: MayApprove
    fall_due: FallDue
    forget_proposal_words: ForgetProposalWords


def proposal_verbs(
    desk: Desk,
    steps: Steps,
    budget: Budget,
    record_publication: RecordPublication,
    tell: TellStaff,
) -> ProposalVerbs:
    """
    Give each verb its ports.
    """
    return ProposalVerbs(
        propose_post=ProposePost(steps, budget, tell),
        approve_proposal=ApproveProposal(steps, budget, tell),
        send_back_proposal=SendBackProposal(steps),
        withdraw_proposal=WithdrawProposal(steps),
        release_proposal=ReleaseProposal(steps, record_publication),
        get_proposal=GetProposal(desk),
        list_proposals=ListProposals(desk),
        may_approve=MayApprove(desk),
        fall_due=FallDue(steps, TellCancelled(desk.record, tell.mail)),
        forget_proposal_words=ForgetProposalWords(desk.database, desk.clock),
    )
