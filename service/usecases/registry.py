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
    hooks,
    interchange,
    keys,
    ledger,
    mail,
    notices,
    openid,
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
    reviews,
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
    Every verb, under its subject, spelled like its route and its test.

    A subject of a single verb is that verb.
    """

    # The house, and who may act in it
    organisations: organisations.OrganisationVerbs
    units: units.UnitVerbs
    staff: staff.StaffVerbs
    keys: keys.KeyVerbs
    hooks: hooks.HookVerbs
    openid: openid.OpenIdVerbs

    # The register
    people: people.PeopleVerbs
    signatories: signatories.SignatoryVerbs
    authorities: authorities.AuthorityVerbs
    protections: protections.ProtectionVerbs
    channels: channels.ChannelVerbs
    holds: holds.HoldVerbs
    forms: forms.FormVerbs
    reviews: reviews.ReviewVerbs

    # What people answer
    consents: consents.ConsentVerbs
    families: families.FamilyVerbs
    paper: paper.PaperVerbs
    unmatched: unmatched.UnmatchedVerbs
    interchange: interchange.InterchangeVerbs

    # Pictures
    photos: photos.PhotoVerbs
    drafts: drafts.DraftVerbs
    make_release_copy: releases.MakeReleaseCopy
    get_licence_markup: releases.GetLicenceMarkup

    # The question, and what follows
    checks: checks.CheckVerbs
    proposals: proposals.ProposalVerbs
    publications: publications.PublicationVerbs
    takedowns: takedowns.TakedownVerbs
    complaints: complaints.ComplaintVerbs

    # The evidence
    ledger: ledger.LedgerVerbs
    exports: exports.ExportVerbs
    retention: retention.RetentionVerbs
    show_story: stories.ShowStory
    draw_up_dossier: accountability.DrawUpDossier

    # Looking over, letters, tidying up
    overviews: overviews.OverviewVerbs
    mail: mail.MailVerbs
    remind_staff: notices.RemindStaff
    forget_replays: replays.ForgetReplays

    # What this deployment runs with
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
