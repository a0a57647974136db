"""
Propose posts, approve them, publish them (domain rule 9: four eyes).

    propose_post       whoever may check; every line of the channel's checklist is ticked
    approve_proposal   a publisher of the channel, never the same human (a setting)
    fall_due           the service: the planned day has come
    release_proposal   a publisher says where it was posted: that is the publication
    send_back, withdraw, and cancelled by whatever takes a yes away (`cancel_proposals.py`;
                       who has it ready is told: `tell_cancelled.py`)

The rule book is asked again at every step, and each answer is recorded as a check.
`service/decision/proposing.py` says which step leads where.  The words are destroyed some
days after the end.  Obstat posts nothing by itself.  Start reading in `steps.py`.
"""

from service.usecases.proposals.cancel_proposals import CancelProposals
from service.usecases.proposals.pending import pending_proposals
from service.usecases.proposals.propose_post import ProposalDetails
from service.usecases.proposals.release_proposal import ReleaseDetails
from service.usecases.proposals.steps import Steps
from service.usecases.proposals.tell_cancelled import TellCancelled
from service.usecases.proposals.verbs import ProposalVerbs, proposal_verbs

__all__ = [
    "CancelProposals",
    "ProposalDetails",
    "ProposalVerbs",
    "ReleaseDetails",
    "Steps",
    "TellCancelled",
    "pending_proposals",
    "proposal_verbs",
]
