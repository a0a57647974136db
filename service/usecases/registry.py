"""
Hold every verb: all that API, pages and command line ever get.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass

from service.decision.jurisdiction import Jurisdictions
from service.usecases import (
    accountability,
    authorities,
    channels,
    checks,
    complaints,
    consents,
    drafts,
    exports,
    families,
    forms,
    holds,
    interchange,
    keys,
    ledger,
    mail,
    organisations,
    overviews,
    paper,
    people,
    photos,
    proposals,
    protections,
    publications,
    releases,
    replays,
    retention,
    signatories,
    staff,
    stories,
    takedowns,
    units,
    unmatched,
)
from service.usecases.ports.services import PictureReader


@dataclass(frozen=True, slots=True, kw_only=True)
class Registry:
    """
    Every verb as a field, spelled like its route and its test.
    """

    # The organisation and who may act in it
    found_organisation: organisations.FoundOrganisation
    act_as_operator: organisations.ActAsOperator
    list_organisations: organisations.ListOrganisations
    find_only_organisation: organisations.FindOnlyOrganisation
    get_settings: organisations.GetSettings
    change_settings: organisations.ChangeSettings
    issue_key: keys.IssueKey
    list_keys: keys.ListKeys
    revoke_key: keys.RevokeKey
    identify_key: keys.IdentifyKey

    # Those who work here
    invite_member: staff.InviteMember
    renew_invitation: staff.RenewInvitation
    accept_invitation: staff.AcceptInvitation
    begin_factor: staff.BeginFactor
    confirm_factor: staff.ConfirmFactor
    sign_in: staff.SignIn
    confirm_code: staff.ConfirmCode
    identify_session: staff.IdentifySession
    note_visit: staff.NoteVisit
    sign_out: staff.SignOut
    list_sessions: staff.ListSessions
    revoke_session: staff.RevokeSession
    request_reset: staff.RequestReset
    reset_password: staff.ResetPassword
    change_password: staff.ChangePassword
    list_members: staff.ListMembers
    get_member: staff.GetMember
    change_member: staff.ChangeMember
    deactivate_member: staff.DeactivateMember
    erase_member: staff.EraseMember
    forget_sign_ins: staff.ForgetSignIns

    # Units
    enrol_unit: units.EnrolUnit
    change_unit: units.ChangeUnit
    get_unit: units.GetUnit
    list_units: units.ListUnits

    # People and those who answer for them
    enrol_person: people.EnrolPerson
    change_person: people.ChangePerson
    get_person: people.GetPerson
    list_people: people.ListPeople
    search_people: people.SearchPeople
    list_roster: people.ListRoster
    show_history: people.ShowHistory
    show_standing: people.ShowStanding
    list_lookups: people.ListLookups
    preview_erasure: people.PreviewErasure
    erase_person: people.ErasePerson
    show_erasure: people.ShowErasure
    register_signatory: signatories.RegisterSignatory
    change_signatory: signatories.ChangeSignatory
    get_signatory: signatories.GetSignatory
    list_signatories: signatories.ListSignatories
    record_authority: authorities.RecordAuthority
    confirm_authority: authorities.ConfirmAuthority
    end_authority: authorities.EndAuthority
    list_authorities: authorities.ListAuthorities
    record_protection: protections.RecordProtection
    end_protection: protections.EndProtection
    list_protections: protections.ListProtections

    # What stands in the way whatever anybody answered
    holds: holds.HoldVerbs

    # Where the organisation publishes at all
    register_channel: channels.RegisterChannel
    change_channel: channels.ChangeChannel
    close_channel: channels.CloseChannel
    reopen_channel: channels.ReopenChannel
    get_channel: channels.GetChannel
    get_channel_history: channels.GetChannelHistory
    list_channels: channels.ListChannels
    create_channel_group: channels.CreateChannelGroup
    change_channel_group: channels.ChangeChannelGroup
    get_channel_group: channels.GetChannelGroup
    list_channel_groups: channels.ListChannelGroups

    # What people are asked, and what they answer
    forms: forms.FormVerbs
    paper: paper.PaperVerbs
    interchange: interchange.InterchangeVerbs
    record_consent: consents.RecordConsent
    entering: consents.EnteringVerbs
    unmatched: unmatched.UnmatchedVerbs
    withdraw_consent: consents.WithdrawConsent
    revoke_consent: consents.RevokeConsent
    invalidate_consent: consents.InvalidateConsent
    attach_evidence: consents.AttachEvidence
    get_evidence: consents.GetEvidence
    get_consent: consents.GetConsent
    list_consents: consents.ListConsents

    # What ends soon, what changed
    overviews: overviews.OverviewVerbs

    # Photos
    register_photo: photos.RegisterPhoto
    record_depictions: photos.RecordDepictions
    attest_photo: photos.AttestPhoto
    record_rights: photos.RecordRights
    correct_title: photos.CorrectTitle
    find_photo: photos.FindPhoto
    find_likenesses: photos.FindLikenesses
    get_photo: photos.GetPhoto
    list_photos: photos.ListPhotos
    get_preview: photos.GetPreview
    cover_picture: photos.CoverPicture
    make_release_copy: releases.MakeReleaseCopy
    erase_photo: photos.ErasePhoto
    refingerprint_photos: photos.RefingerprintPhotos

    # Pictures kept for a while, between two steps
    add_draft: drafts.AddDraft
    get_draft: drafts.GetDraft
    get_draft_preview: drafts.GetDraftPreview
    list_drafts: drafts.ListDrafts
    cover_draft: drafts.CoverDraft
    drop_draft: drafts.DropDraft
    forget_drafts: drafts.ForgetDrafts

    # The question, and what was published
    check_post: checks.CheckPost
    get_check: checks.GetCheck
    list_checks: checks.ListChecks
    replay_check: checks.ReplayCheck
    get_seen_photo: checks.GetSeenPhoto
    list_usable_channels: checks.ListUsableChannels
    record_publication: publications.RecordPublication
    record_reshare: publications.RecordReshare
    correct_publication: publications.CorrectPublication
    take_down_publication: publications.TakeDownPublication
    get_publication: publications.GetPublication
    list_publications: publications.ListPublications

    # Families, who come in by a link and a code
    families: families.FamilyVerbs

    # Letters
    mail: mail.MailVerbs

    # What is to be published
    propose_post: proposals.ProposePost
    approve_proposal: proposals.ApproveProposal
    send_back_proposal: proposals.SendBackProposal
    withdraw_proposal: proposals.WithdrawProposal
    release_proposal: proposals.ReleaseProposal
    get_proposal: proposals.GetProposal
    list_proposals: proposals.ListProposals
    fall_due: proposals.FallDue
    forget_proposal_words: proposals.ForgetProposalWords

    # What must come down
    list_takedowns: takedowns.ListTakedowns
    get_takedown: takedowns.GetTakedown
    finish_takedown: takedowns.FinishTakedown
    get_proof: takedowns.GetProof
    sweep_takedowns: takedowns.SweepTakedowns

    # What people say should not have been
    complaints: complaints.ComplaintVerbs

    # The evidence
    sequence_ledger: ledger.SequenceLedger
    forget_replays: replays.ForgetReplays
    evidence: ledger.EvidenceVerbs
    exports: exports.ExportVerbs
    retention: retention.RetentionVerbs
    draw_up_dossier: accountability.DrawUpDossier
    show_story: stories.ShowStory

    # The house
    jurisdictions: Jurisdictions
    """The law as this deployment reads it."""
    pictures: PictureReader
    """What reads pictures, so that it can be tried."""
    has_one_writer: bool
    """Whether the storage runs transactions that write one after the other."""
    together: Callable[[], AbstractContextManager[None]]
    """Lets the verbs of one thread share a wait for the disk (see `Database.together`)."""
    forget_unused: Callable[[], None]
    """Let go from memory what nobody asked for since this was called last."""
    get_health: Callable[[], None]
    """Pass when the storage answers."""
    close: Callable[[], None]
    """Let go of everything; the registry is of no use afterwards."""
