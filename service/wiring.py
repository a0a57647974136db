"""
Make a registry out of settings; has the only clock.

What the verbs work with is made in `outfit.py`.
"""

from collections.abc import Callable
from contextlib import ExitStack
from typing import Final

from service import outfit
from service.access.codes import OneTimeCodes
from service.access.passkeys import PasskeyDevices
from service.access.passwords import Passwords
from service.access.tokens import Tokens
from service.clock import SteadyClock
from service.delivery.hook_signing import new_secret
from service.delivery.wording import Wordbooks
from service.fingerprint.thresholds import SIMILAR_RADIUS_BITS
from service.persistence.starting import bring_up_to_date, draft, refuse_emptied
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
from service.usecases.desk import Desk
from service.usecases.people.writing import PeopleWriter
from service.usecases.ports.database import Database
from service.usecases.ports.services import Clock, PictureReader
from service.usecases.recording import Recorder
from service.usecases.registry import Registry

clock: Final[Clock] = SteadyClock()
"""The only one: everything on record was dated by it."""


def prepare(settings: Settings) -> None:
    """
    Bring the storage up to what this program needs; many may at once.

    Raises:
        SettingsRefused: The storage is of a later program, was emptied, or cannot be
            used.
    """
    settings.var_folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if settings.sealing_key_path.exists():  # made with the first database, right after it
        refuse_emptied(settings.storage_url)
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
        now = now or clock
        follow = now.follow if isinstance(now, SteadyClock) else None
        database = outfit.database(settings, follow)
        opened.callback(database.close)
        pictures = outfit.pictures(settings)
        opened.callback(pictures.close)
        registry = _registry(settings, database, pictures, now, kept.close)
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
    desk = Desk(database, now, outfit.new_id, Recorder(now, outfit.random_id, outfit.new_id))
    postman = outfit.carriers(settings)
    token, typeset = Tokens(), ChildTypesetter()
    law, kept_for = outfit.jurisdictions(settings), outfit.retention(settings)
    family_mail = families.FamilyMail(
        Wordbooks(), outfit.new_id, settings.pages_url, sends_sms=postman.takes_sms
    )
    house_key = ledger.HouseKey(settings.ledger_origin, outfit.key_ring(settings))
    sequence_ledger = ledger.SequenceLedger(database, now, house_key)
    key = keys.key_verbs(desk, token)
    remind_staff = _remind_staff(desk, settings)
    family_notices = families.FamilyNotices(family_mail, law)
    budget = checks.Budget(settings.checks_per_hour, checks.Alarm(desk, remind_staff.tell))
    look = checks.Looker(database, pictures, checks.Rules(SIMILAR_RADIUS_BITS, outfit.recipes()))
    shelf = drafts.DraftShelf(desk, pictures, outfit.draft_limits(settings))
    examine = checks.Examiner(desk, look, checks.KeptLooker(look), checks.Gatherer(law))
    gate = staff.Gate(
        desk,
        token,
        Passwords(),
        OneTimeCodes(),
        PasskeyDevices(settings.pages_url),
        outfit.session_rules(settings),
    )
    take_down = takedowns.OpenTakedowns(desk, law, remind_staff.tell)
    aftermath = takedowns.Consequences(
        proposals.CancelProposals(
            desk, law, proposals.TellCancelled(desk.record, remind_staff.tell.mail)
        ),
        take_down,
    )
    writer = PeopleWriter(desk, law, family_notices, aftermath, unmatched.Doubts(desk))
    photo = photos.photo_verbs(desk, look, aftermath, previews=settings.previews)
    publication = publications.publication_verbs(desk, examine, budget, aftermath)
    receipts = families.StaffReceipts(desk, family_notices)
    place_hold = holds.PlaceHold(desk, aftermath, takedowns.FollowCopies(desk, examine, aftermath))
    complaining = complaints.complaint_verbs(
        desk, outfit.deadlines(settings), place_hold, take_down, remind_staff.tell
    )
    family = families.family_verbs(
        desk, token, family_notices, house_key, aftermath, complaining.file_complaint, typeset
    )

    return Registry(
        organisations=organisations.organisation_verbs(desk, law, key.issue_key),
        units=units.unit_verbs(desk, aftermath),
        staff=staff.staff_verbs(gate, settings.pages_url),
        keys=key,
        hooks=hooks.hook_verbs(
            desk, outfit.messenger(settings), new_secret, settings.hooks_kept_days
        ),
        openid=openid.openid_verbs(gate, outfit.identity_providers(settings), settings.pages_url),
        people=people.people_verbs(desk, law, writer, aftermath),
        signatories=signatories.signatory_verbs(desk, family_notices),
        authorities=authorities.authority_verbs(desk, law, aftermath),
        protections=protections.protection_verbs(desk, aftermath),
        channels=channels.channel_verbs(desk, aftermath, law),
        holds=holds.hold_verbs(desk, place_hold),
        forms=forms.form_verbs(desk),
        reviews=reviews.review_verbs(desk),
        consents=consents.consent_verbs(
            desk, law, aftermath, receipts, family_notices, remind_staff.tell
        ),
        families=family,
        paper=paper.paper_verbs(shelf, typeset, outfit.random_id),
        unmatched=unmatched.unmatched_verbs(desk, aftermath, receipts, remind_staff.tell),
        interchange=interchange.interchange_verbs(desk, law, writer, aftermath),
        photos=photo,
        drafts=drafts.draft_verbs(shelf, photo.cover_picture, look),
        make_release_copy=releases.MakeReleaseCopy(desk, examine, budget, pictures),
        get_licence_markup=releases.GetLicenceMarkup(desk),
        checks=checks.check_verbs(desk, examine, law, budget, pictures),
        proposals=proposals.proposal_verbs(
            desk,
            proposals.Steps(desk, examine),
            budget,
            publication.record_publication,
            remind_staff.tell,
        ),
        publications=publication,
        takedowns=takedowns.takedown_verbs(desk, take_down, place_hold.follow_copies),
        complaints=complaining,
        ledger=ledger.ledger_verbs(
            desk, house_key, sequence_ledger, *outfit.time_authority(settings)
        ),
        exports=exports.export_verbs(desk, house_key, sequence_ledger, typeset),
        retention=retention.retention_verbs(desk, kept_for, house_key, law, aftermath, gate),
        show_story=stories.ShowStory(desk),
        draw_up_dossier=accountability.DrawUpDossier(
            desk,
            accountability.Gathering(law, kept_for, house_key, outfit.deployment(settings)),
            typeset,
        ),
        overviews=overviews.overview_verbs(desk, law),
        mail=mail.mail_verbs(
            desk,
            postman,
            settings.mail_kept_days,
            (family.remind.leaves_at, remind_staff.leaves_at),
            family.remind,
        ),
        remind_staff=remind_staff,
        forget_replays=replays.ForgetReplays(database, now, settings.idempotency_kept_days),
        jurisdictions=law,
        pictures=pictures,
        has_one_writer=database.has_one_writer,
        together=database.together,
        forget_unused=lambda: _forget_unused(database, examine.look_again),
        get_health=lambda: _touch(database),
        close=close,
    )


def _remind_staff(desk: Desk, settings: Settings) -> notices.RemindStaff:
    """
    Make what tells the staff of what waits, and say where it waits.
    """
    tell = notices.TellStaff(desk, mail.StaffMail(Wordbooks(), desk.new_id, settings.pages_url))
    return notices.RemindStaff(
        tell,
        (
            takedowns.pending_takedowns,
            complaints.pending_complaints,
            proposals.pending_proposals,
            unmatched.pending_unmatched,
            consents.pending_confirmations,
            checks.pending_used_up,
        ),
    )


def _forget_unused(*held: Database | checks.KeptLooker) -> None:
    for each in held:
        each.forget_unused()


def _touch(database: Database) -> None:
    """
    Ask the storage something cheap.
    """
    database.with_pending_entries()
