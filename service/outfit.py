"""
Make storage, pictures, keys, rules and law out of settings.

Beside `wiring.py`, which hands it out, the only place that knows adapters.
"""

import base64
import secrets
from collections.abc import Callable
from datetime import timedelta
from importlib import resources
from pathlib import Path
from urllib.parse import urlsplit

from uuid_utils import uuid4, uuid7

from service.access.keyfiles import read_or_create
from service.access.keyring import KeyFiles, recovery_key
from service.access.sealing import new_key, sealer_from
from service.decision.jurisdiction import Jurisdictions, parse_jurisdictions
from service.decision.retention import KeptClass, Retention, RetentionRule, parse_retention
from service.delivery.carriers import Carriers
from service.delivery.destinations import Destinations
from service.delivery.folder import FolderPostman
from service.delivery.gateway import SmsGateway
from service.delivery.messenger import HttpMessenger
from service.delivery.openid import OpenIdProviders
from service.delivery.smtp import MailServer, Security, SmtpPostman
from service.delivery.stamping import TimeAuthority
from service.delivery.stamps import Stamps
from service.errors import InvalidInput, SettingsRefused
from service.fingerprint import picture as fingerprints
from service.fingerprint.features import values as features
from service.fingerprint.index import sketch
from service.fingerprint.index.candidates import Candidates
from service.fingerprint.index.neighbours import Neighbours
from service.fingerprint.on_demand import PicturesOnDemand
from service.fingerprint.picture import Limits
from service.ledger.signing import SigningKey
from service.ledger.stamp import NONCE_BITS
from service.persistence.database import SqlDatabase, open_database
from service.persistence.outside import Follow, Search, asked_only
from service.records.photos import Recipe, Recipes
from service.settings import Settings
from service.usecases.accountability import Deployment
from service.usecases.complaints import Deadlines
from service.usecases.drafts import DraftLimits
from service.usecases.families.forget_doors import KEPT as DOORS_KEPT
from service.usecases.proposals.forget_proposal_words import KEPT as PROPOSALS_KEPT
from service.usecases.staff import SessionRules
from service.usecases.staff.forget_sign_ins import KEPT as SIGN_INS_KEPT


def database(settings: Settings, follow: Follow | None) -> SqlDatabase:
    """
    Open the storage; nothing is read yet.

    Args:
        follow: Lets the service's clock go by that of a server; None: it tells its own.
    """
    return open_database(
        settings.storage_url,
        search=Search(Neighbours, lambda: Candidates(most_bytes=settings.sketches_max_bytes)),
        sealer=sealer_from(read_or_create(settings.sealing_key_path, new_key)),
        follow=follow or asked_only,
    )


def pictures(settings: Settings) -> PicturesOnDemand:
    """
    Give what reads pictures; no process is started yet.
    """
    return PicturesOnDemand(settings.picture_workers, _limits(settings))


def recipes() -> Recipes:
    """
    Say how pictures are recognised today.
    """
    return Recipes(
        fingerprint=Recipe(fingerprints.ALGORITHM, fingerprints.VERSION),
        # A sketch is made of the features: whichever changes, both are made anew.
        features=Recipe(f"{features.ALGORITHM}.{sketch.VERSION}", features.VERSION),
    )


def key_ring(settings: Settings) -> KeyFiles:
    """
    Give the ledger's keys; the first is made at the first start.

    Raises:
        SettingsRefused: A file cannot be used, or holds no key.
    """
    ring = KeyFiles(settings.signing_key_path, settings.ledger_origin)
    ring.seeds()
    return ring


def recovery_key_at(settings: Settings, path: Path) -> SigningKey:
    """
    Read the recovery key at *path*; it is made where there is none.

    Raises:
        SettingsRefused: The file can be neither read nor made, or holds no such key.
    """
    return recovery_key(path, f"{settings.ledger_origin}/recovery")


def jurisdictions(settings: Settings) -> Jurisdictions:
    """
    Read the table of jurisdictions: the deployer's, or the one that ships.
    """
    shipped = resources.files("service.decision") / "jurisdictions.toml"
    try:
        return parse_jurisdictions((settings.jurisdictions_file or shipped).read_text("utf-8"))
    except (InvalidInput, OSError, UnicodeDecodeError) as error:
        message = f"The table of jurisdictions cannot be used: {error}"
        raise SettingsRefused(message, field="OBSTAT_JURISDICTIONS_FILE") from error


def retention(settings: Settings) -> Retention:
    """
    Read how long things are kept: the deployer's rules, or those that ship.
    """
    shipped = resources.files("service.decision") / "retention.toml"
    try:
        rules = parse_retention((settings.retention_file or shipped).read_text("utf-8"))
    except (InvalidInput, OSError, UnicodeDecodeError) as error:
        message = f"The rules of retention cannot be used: {error}"
        raise SettingsRefused(message, field="OBSTAT_RETENTION_FILE") from error
    by_themselves = {
        KeptClass.DRAFTS: (timedelta(hours=settings.drafts_kept_hours), "drafts_kept_hours"),
        KeptClass.LETTERS: (timedelta(days=settings.mail_kept_days), "mail_kept_days"),
        KeptClass.HOOK_MESSAGES: (timedelta(days=settings.hooks_kept_days), "hooks_kept_days"),
        KeptClass.REPLAYS: (
            timedelta(days=settings.idempotency_kept_days),
            "idempotency_kept_days",
        ),
        KeptClass.PROPOSALS: (PROPOSALS_KEPT, ""),
        KeptClass.SIGN_INS: (SIGN_INS_KEPT, ""),
        KeptClass.FAMILY_DOORS: (DOORS_KEPT, ""),
    }
    for each, (kept_for, name) in by_themselves.items():
        source = f"OBSTAT_{name.upper()}" if name else ""
        rules[each] = RetentionRule(each, kept_for, source)
    return Retention(rules)


def time_authority(settings: Settings) -> tuple[TimeAuthority | None, Callable[[], int]]:
    """
    Give who stamps heads, if anybody, and what makes nonces.
    """
    asked = TimeAuthority(settings.timestamp_url) if settings.timestamp_url else None
    # The first bit is set, so that every query is of one length.
    return asked, lambda: secrets.randbits(NONCE_BITS) | 1 << (NONCE_BITS - 1)


def deployment(settings: Settings) -> Deployment:
    """
    Say how the program runs here, as an account of it must tell.
    """
    is_postgresql = settings.storage_url.startswith("postgresql")
    return Deployment(
        engine="PostgreSQL" if is_postgresql else "SQLite",
        mail_host=settings.mail_host,
        sms_host=urlsplit(settings.sms_url).hostname or "",
        previews=settings.previews,
        checks_per_hour=settings.checks_per_hour,
        session_idle_minutes=settings.session_idle_minutes,
    )


def deadlines(settings: Settings) -> Deadlines:
    """
    Say how long a complaint may take.
    """
    return Deadlines(
        settings.complaint_acknowledge_days,
        settings.complaint_answer_days,
        settings.complaint_extension_days,
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


def carriers(settings: Settings) -> Carriers:
    """
    Make what takes letters away; the first caller makes their key.
    """
    key = base64.b64decode(read_or_create(settings.mail_key_path, new_key))
    stamps = Stamps(key, settings.ledger_origin)
    sms = SmsGateway(settings.sms_url, settings.sms_token) if settings.sms_url else None
    if settings.mail_host:
        server = MailServer(
            host=settings.mail_host,
            port=settings.mail_port,
            security=Security(settings.mail_security),
            user=settings.mail_user,
            password=settings.mail_password,
            ca_file=settings.mail_ca_file,
        )
        return Carriers(SmtpPostman(server, settings.mail_from, stamps), stamps, sms)
    folder = FolderPostman(settings.mail_folder, settings.mail_from, stamps)
    return Carriers(folder, stamps, sms, keeps_sms=True)


def messenger(settings: Settings) -> HttpMessenger:
    """
    Make what carries messages to hooks.
    """
    return HttpMessenger(Destinations(settings.hooks_inside_places), settings.hooks_ca_file)


def identity_providers(settings: Settings) -> OpenIdProviders:
    """
    Make what asks the providers through which staff sign in.

    They are let in, and vouched for, as hooks are.
    """
    return OpenIdProviders(Destinations(settings.hooks_inside_places), settings.hooks_ca_file)


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


def draft_limits(settings: Settings) -> DraftLimits:
    """
    Say what one person may keep between two steps.
    """
    return DraftLimits(
        settings.drafts_kept_hours, settings.drafts_max_count, settings.drafts_max_bytes
    )


def session_rules(settings: Settings) -> SessionRules:
    """
    Say how long somebody stays signed in.
    """
    return SessionRules(
        idle=timedelta(minutes=settings.session_idle_minutes),
        longest=timedelta(hours=settings.session_hours),
    )
