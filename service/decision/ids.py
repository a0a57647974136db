"""
Give every kind of thing its own type of identifier.
"""

from typing import NewType

OrganisationId = NewType("OrganisationId", str)
UnitId = NewType("UnitId", str)
PersonId = NewType("PersonId", str)
SignatoryId = NewType("SignatoryId", str)
"""Who answers: a contact, or the person (then the same string as the PersonId)."""
AuthorityId = NewType("AuthorityId", str)
ProtectionId = NewType("ProtectionId", str)
ChannelId = NewType("ChannelId", str)
GroupId = NewType("GroupId", str)
TemplateId = NewType("TemplateId", str)
PendingId = NewType("PendingId", str)
UnmatchedId = NewType("UnmatchedId", str)
"""An answer that waits for a second member of staff."""
PaperId = NewType("PaperId", str)
"""A form that was printed: the one-time reference in its code."""
FormVersionId = NewType("FormVersionId", str)
ActId = NewType("ActId", str)
EvidenceId = NewType("EvidenceId", str)
PhotoId = NewType("PhotoId", str)
DraftId = NewType("DraftId", str)
AttestationId = NewType("AttestationId", str)
HoldId = NewType("HoldId", str)
CheckId = NewType("CheckId", str)
PublicationId = NewType("PublicationId", str)
ProposalId = NewType("ProposalId", str)
TakedownId = NewType("TakedownId", str)
ActorId = NewType("ActorId", str)
KeyId = NewType("KeyId", str)
MemberId = NewType("MemberId", str)
"""Somebody of the staff; as an actor they have the same string as ActorId."""
SessionId = NewType("SessionId", str)
TicketId = NewType("TicketId", str)
PasskeyId = NewType("PasskeyId", str)
ComplaintId = NewType("ComplaintId", str)
ExportId = NewType("ExportId", str)
CampaignId = NewType("CampaignId", str)
