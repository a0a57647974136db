"""
Make a registry out of settings: knows all adapters, has the only clock.
"""

import secrets
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime
from importlib import resources

from uuid_utils import uuid4, uuid7

from service.access.keyfiles import read_or_create
from service.access.sealing import new_key, sealer_from
from service.access.tokens import Tokens
from service.decision.jurisdiction import Jurisdictions, parse_jurisdictions
from service.errors import InvalidInput, SettingsRefused
from service.fingerprint import picture as fingerprints
from service.fingerprint.features import values as features
from service.fingerprint.index import sketch
from service.fingerprint.index.candidates import Candidates
from service.fingerprint.index.neighbours import Neighbours
from service.fingerprint.on_demand import PicturesOnDemand
from service.fingerprint.picture import Limits
from service.fingerprint.thresholds import SIMILAR_RADIUS_BITS
from service.ledger.failures import CheckpointRefused
from service.ledger.signing import SEED_BYTES, SigningKey, read_skey
from service.persistence.database import open_database
from service.persistence.outside import Search
from service.persistence.upgrades import draft, upgrade
from service.records.photos import Recipe, Recipes
from service.settings import Settings
from service.usecases import (
    authorities,
    channels,
    checks,
    consents,
    forms,
    holds,
    keys,
    ledger,
    organisations,
    people,
    photos,
    protections,
    publications,
    replays,
    signatories,
    units,
)
from service.usecases.desk import Desk
from service.usecases.people.writing import PeopleWriter
from service.usecases.ports.services import Clock, PictureReader
from service.usecases.ports.work import Database
from service.usecases.recording import Recorder
from service.usecases.registry import Registry


def prepare(settings: Settings) -> None:
    """
    Bring the storage up to what this program needs; many may at once.

    Raises:
        SettingsRefused: The storage is of a later program, or cannot be used.
    """
    settings.var_folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    upgrade(settings.storage_url)


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
        database = open_database(
            settings.storage_url,
            search=Search(Neighbours, lambda: Candidates(most_bytes=settings.sketches_max_bytes)),
            sealer=sealer_from(read_or_create(settings.sealing_key_path, new_key)),
        )
        opened.callback(database.close)
        pictures = PicturesOnDemand(settings.picture_workers, _limits(settings))
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
    desk = Desk(database, now, new_id, Recorder(now, random_id))
    token = Tokens()
    law = _jurisdictions(settings)
    house_key = ledger.HouseKey(settings.ledger_origin, _signing_seed(settings))
    sequence_ledger = ledger.SequenceLedger(database, now, house_key)
    issue_key = keys.IssueKey(desk, token)
    writer = PeopleWriter(desk, law)
    budget = checks.Budget(settings.checks_per_hour)
    recipes = Recipes(
        fingerprint=Recipe(fingerprints.ALGORITHM, fingerprints.VERSION),
        # A sketch is made of the features: whichever changes, both are made anew.
        features=Recipe(f"{features.ALGORITHM}.{sketch.VERSION}", features.VERSION),
    )
    look = checks.Looker(database, pictures, checks.Rules(SIMILAR_RADIUS_BITS, recipes))
    examine = checks.Examiner(desk, look, checks.Gatherer(law))
    return Registry(
        found_organisation=organisations.FoundOrganisation(desk, issue_key, law),
        act_as_operator=organisations.ActAsOperator(database),
        list_organisations=organisations.ListOrganisations(database),
        get_settings=organisations.GetSettings(desk),
        change_settings=organisations.ChangeSettings(desk, law),
        issue_key=issue_key,
        list_keys=keys.ListKeys(desk),
        revoke_key=keys.RevokeKey(desk),
        identify_key=keys.IdentifyKey(database, now, token),
        enrol_unit=units.EnrolUnit(desk),
        change_unit=units.ChangeUnit(desk),
        get_unit=units.GetUnit(desk),
        list_units=units.ListUnits(desk),
        enrol_person=people.EnrolPerson(desk, writer),
        change_person=people.ChangePerson(desk, writer),
        get_person=people.GetPerson(desk),
        list_people=people.ListPeople(desk),
        show_history=people.ShowHistory(desk),
        list_lookups=people.ListLookups(desk),
        erase_person=people.ErasePerson(desk),
        import_people=people.ImportPeople(desk, writer),
        export_people=people.ExportPeople(desk),
        register_signatory=signatories.RegisterSignatory(desk),
        change_signatory=signatories.ChangeSignatory(desk),
        get_signatory=signatories.GetSignatory(desk),
        list_signatories=signatories.ListSignatories(desk),
        record_authority=authorities.RecordAuthority(desk, law),
        confirm_authority=authorities.ConfirmAuthority(desk),
        end_authority=authorities.EndAuthority(desk),
        list_authorities=authorities.ListAuthorities(desk),
        record_protection=protections.RecordProtection(desk),
        end_protection=protections.EndProtection(desk),
        list_protections=protections.ListProtections(desk),
        place_hold=holds.PlaceHold(desk),
        lift_hold=holds.LiftHold(desk),
        get_hold=holds.GetHold(desk),
        list_holds=holds.ListHolds(desk),
        register_channel=channels.RegisterChannel(desk),
        change_channel=channels.ChangeChannel(desk),
        close_channel=channels.CloseChannel(desk),
        reopen_channel=channels.ReopenChannel(desk),
        get_channel=channels.GetChannel(desk),
        get_channel_history=channels.GetChannelHistory(desk),
        list_channels=channels.ListChannels(desk),
        create_channel_group=channels.CreateChannelGroup(desk),
        change_channel_group=channels.ChangeChannelGroup(desk),
        get_channel_group=channels.GetChannelGroup(desk),
        list_channel_groups=channels.ListChannelGroups(desk),
        create_template=forms.CreateTemplate(desk),
        publish_version=forms.PublishVersion(desk),
        get_form=forms.GetForm(desk),
        get_form_version=forms.GetFormVersion(desk),
        list_forms=forms.ListForms(desk),
        record_consent=consents.RecordConsent(desk),
        withdraw_consent=consents.WithdrawConsent(desk),
        revoke_consent=consents.RevokeConsent(desk),
        invalidate_consent=consents.InvalidateConsent(desk),
        attach_evidence=consents.AttachEvidence(desk),
        get_evidence=consents.GetEvidence(desk),
        get_consent=consents.GetConsent(desk),
        list_consents=consents.ListConsents(desk),
        register_photo=photos.RegisterPhoto(desk, look, previews=settings.previews),
        record_depictions=photos.RecordDepictions(desk),
        attest_photo=photos.AttestPhoto(desk),
        record_rights=photos.RecordRights(desk),
        find_photo=photos.FindPhoto(desk),
        get_photo=photos.GetPhoto(desk),
        list_photos=photos.ListPhotos(desk),
        erase_photo=photos.ErasePhoto(desk),
        refingerprint_photos=photos.RefingerprintPhotos(desk, pictures, look.rules),
        check_post=checks.CheckPost(desk, examine, budget),
        get_check=checks.GetCheck(desk),
        list_checks=checks.ListChecks(desk),
        record_publication=publications.RecordPublication(desk, examine, budget),
        correct_publication=publications.CorrectPublication(desk),
        take_down_publication=publications.TakeDownPublication(desk),
        get_publication=publications.GetPublication(desk),
        list_publications=publications.ListPublications(desk),
        sequence_ledger=sequence_ledger,
        forget_replays=replays.ForgetReplays(database, now, settings.idempotency_kept_days),
        get_checkpoint=ledger.GetCheckpoint(database),
        verify_ledger=ledger.VerifyLedger(database, house_key, sequence_ledger),
        jurisdictions=law,
        pictures=pictures,
        has_one_writer=database.has_one_writer,
        together=database.together,
        forget_unused=database.forget_unused,
        get_health=lambda: _touch(database),
        close=close,
    )


def _limits(settings: Settings) -> Limits:
    """
    Say how much one picture may cost.
    """
    return Limits(
        max_bytes=settings.picture_max_bytes,
        max_pixels=settings.picture_max_pixels,
        max_side_px=settings.picture_max_side_px,
        max_frames=settings.picture_max_frames,
        max_seconds=settings.picture_max_seconds,
        max_memory_bytes=settings.picture_max_memory_bytes,
        max_scans=settings.picture_max_scans,
        max_metadata_bytes=settings.picture_max_metadata_bytes,
        max_stills=settings.picture_max_stills,
        max_clip_seconds=settings.picture_max_clip_seconds,
        max_set_seconds=settings.picture_max_set_seconds,
    )


def clock() -> datetime:
    """
    Give the present instant, in UTC.
    """
    return datetime.now(UTC)


def new_id() -> str:
    """
    Give an identifier that grows with time, so that lists are in order.
    """
    return str(uuid7())


def random_id() -> str:
    """
    Give an identifier that says nothing: it outlives an erasure.
    """
    return str(uuid4())


def _touch(database: Database) -> None:
    """
    Ask the storage something cheap.
    """
    database.with_pending_entries()


def _signing_seed(settings: Settings) -> bytes:
    """
    Read the ledger's key, made at the first start.
    """

    def make() -> str:
        return SigningKey(settings.ledger_origin, secrets.token_bytes(SEED_BYTES)).skey()

    try:
        return read_skey(read_or_create(settings.signing_key_path, make)).seed
    except CheckpointRefused as refused:
        message = "The signing key file does not hold an Ed25519 key."
        raise SettingsRefused(message, field="OBSTAT_SIGNING_KEY_FILE") from refused


def _jurisdictions(settings: Settings) -> Jurisdictions:
    """
    Read the table of jurisdictions: the deployer's, or the one that ships.
    """
    shipped = resources.files("service.decision") / "jurisdictions.toml"
    try:
        return parse_jurisdictions((settings.jurisdictions_file or shipped).read_text("utf-8"))
    except (InvalidInput, OSError, UnicodeDecodeError) as error:
        message = f"The table of jurisdictions cannot be used: {error}"
        raise SettingsRefused(message, field="OBSTAT_JURISDICTIONS_FILE") from error
