"""
Make a registry out of settings; has the only clock.

What the verbs work with is made in `outfit.py`.
"""

from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime

from service import outfit
from service.access.codes import OneTimeCodes
from service.access.passwords import Passwords
from service.access.tokens import Tokens
from service.delivery.wording import Wordbooks
from service.fingerprint.thresholds import SIMILAR_RADIUS_BITS
from service.persistence.starting import bring_up_to_date, draft
from service.settings import Settings
from service.typesetting import ChildTypesetter
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
from service.usecases.desk import Desk
from service.usecases.people.writing import PeopleWriter
from service.usecases.ports.database import Database
from service.usecases.ports.services import Clock, PictureReader
from service.usecases.recording import Recorder
from service.usecases.registry import Registry


def prepare(settings: Settings) -> None:
    """
    Bring the storage up to what this program needs; many may at once.

    Raises:
        SettingsRefused: The storage is of a later program, or cannot be used.
    """
    settings.var_folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    bring_up_to_date(settings.storage_url)


def draft_migration(settings: Settings, message: str) -> str:
    """
    Draft what brings the storage to the present tables; name the file.

    Raises:
        SettingsRefused: The storage cannot be used.
    """
    prepare(settings)
    return draft(settings.storage_url, message).name


def build(settings: Settings, now: Clock | None = None) -> Registry:
    """
    Wire everything; keys that do not exist are made.

    Args:
        now: Another source of time, for stories that take place on other days;
            no setting and no command reaches it.

    Raises:
        SettingsRefused: A key, the table of jurisdictions or the storage cannot be used.
    """
    kept = ExitStack()
    with ExitStack() as opened:
        database = outfit.database(settings)
        opened.callback(database.close)
        pictures = outfit.pictures(settings)
        opened.callback(pictures.close)
        registry = _registry(settings, database, pictures, now or clock, kept.close)
        kept.callback(opened.pop_all().close)
        return registry


def _registry(
    settings: Settings,
    database: Database,
    pictures: PictureReader,
    now: Clock,
    close: Callable[[], None],
) -> Registry:
    """
    Give every verb its ports.
    """
    desk = Desk(database, now, outfit.new_id, Recorder(now, outfit.random_id))
    postman = outfit.carriers(settings)
    token, typeset = Tokens(), ChildTypesetter()
    law, kept_for = outfit.jurisdictions(settings), outfit.retention(settings)
    family_mail = families.FamilyMail(
        Wordbooks(), outfit.new_id, settings.pages_url, sends_sms=postman.takes_sms
    )
    house_key = ledger.HouseKey(settings.ledger_origin, outfit.key_ring(settings))
    sequence_ledger = ledger.SequenceLedger(database, now, house_key)
    issue_key = keys.IssueKey(desk, token)
    notices = families.FamilyNotices(family_mail, law)
    gathering = accountability.Gathering(law, kept_for, house_key, outfit.deployment(settings))
    budget = checks.Budget(settings.checks_per_hour)
    look = checks.Looker(database, pictures, checks.Rules(SIMILAR_RADIUS_BITS, outfit.recipes()))
    cover = photos.CoverPicture(pictures)
    shelf = drafts.DraftShelf(desk, pictures, outfit.draft_limits(settings))
    examine = checks.Examiner(desk, look, checks.KeptLooker(look), checks.Gatherer(law))
    gate = staff.Gate(desk, token, Passwords(), OneTimeCodes(), outfit.session_rules(settings))
    take_down = takedowns.OpenTakedowns(desk, law)
    aftermath = takedowns.Consequences(proposals.CancelProposals(desk, law), take_down)
    writer = PeopleWriter(desk, law, notices, aftermath, unmatched.Doubts(desk))
    record_publication = publications.RecordPublication(desk, examine, budget)
    steps, receipts = proposals.Steps(desk, examine), families.StaffReceipts(desk, notices)
    place_hold = holds.PlaceHold(desk, aftermath, takedowns.FollowCopies(desk, examine, aftermath))
    complaining = complaints.complaint_verbs(
        desk, outfit.deadlines(settings), place_hold, take_down
    )
    family = families.family_verbs(
        desk, token, notices, house_key, aftermath, complaining.file_complaint, typeset
    )

    return Registry(
        found_organisation=organisations.FoundOrganisation(desk, issue_key, law),
        act_as_operator=organisations.ActAsOperator(database),
        list_organisations=organisations.ListOrganisations(database),
        find_only_organisation=organisations.FindOnlyOrganisation(database),
        get_settings=organisations.GetSettings(desk),
        change_settings=organisations.ChangeSettings(desk, law),
        issue_key=issue_key,
        list_keys=keys.ListKeys(desk),
        revoke_key=keys.RevokeKey(desk),
        identify_key=keys.IdentifyKey(database, now, token),
        **staff.staff_verbs(gate, settings.pages_url),
        enrol_unit=units.EnrolUnit(desk),
        change_unit=units.ChangeUnit(desk, aftermath),
        get_unit=units.GetUnit(desk),
        list_units=units.ListUnits(desk),
        enrol_person=people.EnrolPerson(desk, writer),
        change_person=people.ChangePerson(desk, writer),
        get_person=people.GetPerson(desk),
        list_people=people.ListPeople(desk),
        search_people=people.SearchPeople(desk),
        list_roster=people.ListRoster(desk),
        show_history=people.ShowHistory(desk),
        show_standing=people.ShowStanding(desk, law),
        list_lookups=people.ListLookups(desk),
        preview_erasure=people.PreviewErasure(desk),
        erase_person=people.ErasePerson(desk, aftermath),
        show_erasure=people.ShowErasure(desk),
        register_signatory=signatories.RegisterSignatory(desk),
        change_signatory=signatories.ChangeSignatory(desk, notices),
        get_signatory=signatories.GetSignatory(desk),
        list_signatories=signatories.ListSignatories(desk),
        record_authority=authorities.RecordAuthority(desk, law, aftermath),
        confirm_authority=authorities.ConfirmAuthority(desk, aftermath),
        end_authority=authorities.EndAuthority(desk, aftermath),
        list_authorities=authorities.ListAuthorities(desk),
        record_protection=protections.RecordProtection(desk, aftermath),
        end_protection=protections.EndProtection(desk, aftermath),
        list_protections=protections.ListProtections(desk),
        holds=holds.hold_verbs(desk, place_hold),
        register_channel=channels.RegisterChannel(desk),
        change_channel=channels.ChangeChannel(desk, aftermath),
        close_channel=channels.CloseChannel(desk),
        reopen_channel=channels.ReopenChannel(desk),
        get_channel=channels.GetChannel(desk),
        get_channel_history=channels.GetChannelHistory(desk),
        list_channels=channels.ListChannels(desk),
        create_channel_group=channels.CreateChannelGroup(desk),
        change_channel_group=channels.ChangeChannelGroup(desk),
        get_channel_group=channels.GetChannelGroup(desk),
        list_channel_groups=channels.ListChannelGroups(desk),
        forms=forms.form_verbs(desk),
        paper=paper.paper_verbs(shelf, typeset, outfit.random_id),
        interchange=interchange.interchange_verbs(desk, law, writer, aftermath),
        record_consent=consents.RecordConsent(desk, aftermath, notices),
        entering=consents.entering_verbs(desk, law, aftermath, receipts, notices),
        unmatched=unmatched.unmatched_verbs(desk, aftermath, notices),
        withdraw_consent=consents.WithdrawConsent(desk, aftermath, notices),
        revoke_consent=consents.RevokeConsent(desk, aftermath, notices),
        invalidate_consent=consents.InvalidateConsent(desk, aftermath, notices),
        attach_evidence=consents.AttachEvidence(desk),
        get_evidence=consents.GetEvidence(desk),
        get_consent=consents.GetConsent(desk),
        list_consents=consents.ListConsents(desk),
        overviews=overviews.overview_verbs(desk, law),
        register_photo=photos.RegisterPhoto(desk, look, previews=settings.previews),
        record_depictions=photos.RecordDepictions(desk, aftermath),
        attest_photo=photos.AttestPhoto(desk, aftermath),
        record_rights=photos.RecordRights(desk),
        correct_title=photos.CorrectTitle(desk),
        find_photo=photos.FindPhoto(desk),
        find_likenesses=photos.FindLikenesses(desk, look),
        get_photo=photos.GetPhoto(desk),
        list_photos=photos.ListPhotos(desk),
        get_preview=photos.GetPreview(desk, pictures),
        cover_picture=cover,
        make_release_copy=releases.MakeReleaseCopy(desk, examine, budget, pictures),
        erase_photo=photos.ErasePhoto(desk, aftermath),
        refingerprint_photos=photos.RefingerprintPhotos(desk, pictures, look.rules),
        add_draft=drafts.AddDraft(shelf),
        get_draft=drafts.GetDraft(shelf),
        get_draft_preview=drafts.GetDraftPreview(shelf),
        list_drafts=drafts.ListDrafts(shelf),
        cover_draft=drafts.CoverDraft(shelf, cover, look),
        drop_draft=drafts.DropDraft(shelf),
        forget_drafts=drafts.ForgetDrafts(shelf),
        check_post=checks.CheckPost(desk, examine, budget),
        get_check=checks.GetCheck(desk),
        list_checks=checks.ListChecks(desk),
        replay_check=checks.ReplayCheck(desk, law),
        get_seen_photo=checks.GetSeenPhoto(desk, pictures),
        list_usable_channels=checks.ListUsableChannels(desk),
        record_publication=record_publication,
        record_reshare=publications.RecordReshare(desk, examine, aftermath),
        correct_publication=publications.CorrectPublication(desk),
        take_down_publication=publications.TakeDownPublication(desk),
        get_publication=publications.GetPublication(desk),
        list_publications=publications.ListPublications(desk),
        families=family,
        mail=mail.mail_verbs(desk, postman, settings.mail_kept_days, family.remind.leaves_at),
        propose_post=proposals.ProposePost(steps, budget),
        approve_proposal=proposals.ApproveProposal(steps, budget),
        send_back_proposal=proposals.SendBackProposal(steps),
        withdraw_proposal=proposals.WithdrawProposal(steps),
        release_proposal=proposals.ReleaseProposal(steps, record_publication),
        get_proposal=proposals.GetProposal(desk),
        list_proposals=proposals.ListProposals(desk),
        fall_due=proposals.FallDue(steps),
        forget_proposal_words=proposals.ForgetProposalWords(database, now),
        list_takedowns=takedowns.ListTakedowns(desk),
        get_takedown=takedowns.GetTakedown(desk),
        finish_takedown=takedowns.FinishTakedown(desk),
        get_proof=takedowns.GetProof(desk),
        sweep_takedowns=takedowns.SweepTakedowns(take_down, place_hold.follow_copies.sweep),
        complaints=complaining,
        sequence_ledger=sequence_ledger,
        forget_replays=replays.ForgetReplays(database, now, settings.idempotency_kept_days),
        evidence=ledger.evidence_verbs(
            desk, house_key, sequence_ledger, *outfit.time_authority(settings)
        ),
        exports=exports.export_verbs(desk, house_key, sequence_ledger, typeset),
        draw_up_dossier=accountability.DrawUpDossier(desk, gathering, typeset),
        retention=retention.retention_verbs(desk, kept_for, house_key, aftermath, gate),
        show_story=stories.ShowStory(desk),
        jurisdictions=law,
        pictures=pictures,
        has_one_writer=database.has_one_writer,
        together=database.together,
        forget_unused=lambda: _forget_unused(database, examine.look_again),
        get_health=lambda: _touch(database),
        close=close,
    )


def clock() -> datetime:
    """
    Give the present instant, in UTC.
    """
    return datetime.now(UTC)


def _forget_unused(*held: Database | checks.KeptLooker) -> None:
    for each in held:
        each.forget_unused()


def _touch(database: Database) -> None:
    """
    Ask the storage something cheap.
    """
    database.with_pending_entries()
