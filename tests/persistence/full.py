"""
A registry with a row in every table.
"""

from dataclasses import replace
from datetime import timedelta

from service.decision.ids import (
    ActId,
    CampaignId,
    EvidenceId,
    MemberId,
    OrganisationId,
    PersonId,
    PhotoId,
    SignatoryId,
)
from service.decision.proposing import State
from service.ledger.hashing import leaf_hash
from service.persistence.database import SqlDatabase
from service.persistence.unit_of_work import SqlUnitOfWork
from service.records.activity import PublicationEvent, PublicationEventKind
from service.records.campaigns import Asked, Campaign
from service.records.complaints import ComplaintEventKind, ExportEvent, ExportEventKind
from service.records.families import DoorKey, DoorKind, ReceiptRecord
from service.records.forms import Evidence, FormClosure
from service.records.hooks import HookAttempt, HookOutcome
from service.records.ledger import HeadStamp, StoredCheckpoint, WitnessedHead
from service.records.mail import Delivery, LetterId, Outcome
from service.records.openid import ProviderLink
from service.records.proposals import ProposalWords
from service.records.reminders import Occasion, ReminderKey
from service.records.takedowns import Proof
from tests.persistence.ground import ASHA, JACINTHES, NOW, later, make_organisation
from tests.persistence.make_activity import (
    make_attestation,
    make_check,
    make_depictions,
    make_entry,
    make_key,
    make_photo,
    make_publication,
    make_rights,
    make_takedown,
)
from tests.persistence.make_complaints import (
    make_complaint,
    make_complaint_event,
    make_export_request,
)
from tests.persistence.make_drafts import make_draft
from tests.persistence.make_hooks import make_hook, make_message
from tests.persistence.make_mail import make_letter
from tests.persistence.make_openid import make_client_secret, make_provider, make_state
from tests.persistence.make_paper import make_paper
from tests.persistence.make_pending import make_pending
from tests.persistence.make_people import (
    make_authority,
    make_pair,
    make_person,
    make_protection,
    make_signatory,
    make_unit,
)
from tests.persistence.make_proposals import make_proposal, make_step
from tests.persistence.make_register import (
    make_act,
    make_channel,
    make_group,
    make_hold,
    make_review,
    make_template,
    make_version,
)
from tests.persistence.make_staff import (
    make_challenge,
    make_credentials,
    make_member,
    make_passkey,
    make_session,
    make_ticket,
)
from tests.persistence.make_unmatched import make_unmatched


def fill(database: SqlDatabase, organisation_id: OrganisationId = JACINTHES) -> None:
    """
    Write something of every kind, and commit it.
    """
    with database.begin(organisation_id) as work:
        write_everything(work, organisation_id)
        work.commit()


def write_everything(work: SqlUnitOfWork, organisation_id: OrganisationId) -> None:
    """
    Write something of every kind, and erase somebody of every kind.
    """
    _people(work, organisation_id)
    _register(work)
    _photos(work)
    _activity(work)
    _hooks(work)
    _complaints(work)
    _ledger(work, organisation_id)
    _erasures(work)


def _people(work: SqlUnitOfWork, organisation_id: OrganisationId) -> None:
    work.organisations.add(make_organisation(organisation_id), NOW, ASHA)
    work.organisations.units.add(make_unit(), NOW, ASHA)
    for name in ("lea", "gone"):
        work.people.add(make_person(name, external_id=f"no-{name}"), NOW, ASHA)
        work.protections.add(make_protection(name), NOW, ASHA)
    for name in ("emeka", "gone"):
        work.signatories.add(make_signatory(name, external_id=f"no-{name}"), NOW, ASHA)
    work.authorities.add(make_authority("lea", "emeka"), NOW, ASHA)
    work.pairs.add(make_pair("lea", "gone"), NOW, ASHA)


def _register(work: SqlUnitOfWork) -> None:
    work.channel_groups.add(make_group(), NOW, ASHA)
    work.channels.add(make_channel(), NOW, ASHA)
    work.holds.add(make_hold(until_at=NOW + timedelta(days=1)), NOW, ASHA)
    work.forms.add_template(make_template(), NOW, ASHA)
    work.forms.add_version(make_version(), ASHA)
    work.reviews.add(make_review(), NOW, ASHA)
    work.form_closures.add(FormClosure(make_template().id, closed=True), NOW, ASHA)
    work.acts.add(make_act(form="intake-1"), ASHA)
    scan = Evidence(EvidenceId("evidence-1"), "image/jpeg", "00ff", b"scan", "note")
    work.acts.add_evidence(scan, make_act().id, NOW, ASHA)
    work.pending_answers.add(make_pending(), b"scan")
    work.unmatched_answers.add(make_unmatched(), b"scan")
    work.paper_forms.add(make_paper())
    work.received_records.add(ActId("act-1"), PersonId("person-lea"), b"{}", NOW)
    work.paper_forms.note_use(make_paper().id, PersonId("person-lea"), NOW)


def _photos(work: SqlUnitOfWork) -> None:
    for name in ("outing", "gone"):
        photo = make_photo(name, parts=b"the parts")
        work.photos.add(replace(photo, words=f"words of {name}"), NOW, ASHA)
    work.photos.depictions.add(make_depictions("outing", "lea"), NOW, ASHA)
    work.photos.rights.add(make_rights(), NOW, ASHA)
    work.photos.titles.add(make_photo("outing").id, "Léa at the farm", NOW, ASHA)
    work.photos.attest(make_attestation())
    work.drafts.add(make_draft(), b"the picture", b"the small copy")


def _activity(work: SqlUnitOfWork) -> None:
    post = make_publication("post", "lea", photos=["outing"], alt_text="Léa waves")
    work.checks.add(make_check("one", "lea"))
    work.publications.add(post)
    work.publications.add_event(
        PublicationEvent(post.id, PublicationEventKind.CORRECTED, NOW, NOW, ASHA)
    )
    work.publications.add(replace(make_publication("again", "lea"), reshare_of=post.id))
    work.takedowns.add([make_takedown("post")])
    work.proposals.add(
        make_proposal("one", "lea", photos=["outing"]), ProposalWords("Léa", ("Sea",))
    )
    work.proposals.move([make_proposal().id], make_step(State.APPROVED))
    work.takedowns.add_proof(make_takedown("post").id, Proof("image/png", "00ff", b"gone"))
    work.keys.add(make_key())
    work.keys.revoke(make_key().id, NOW)
    door = DoorKey("door-1", DoorKind.LINK, SignatoryId("signatory-emeka"), b"door", NOW, later())
    work.family_doors.add(door)
    emeka, lea = SignatoryId("signatory-emeka"), PersonId("person-lea")
    work.receipts.add(ReceiptRecord("receipt-1", emeka, lea, "entry-one", NOW, "fr", "{}"))
    work.campaigns.add(Campaign(CampaignId("campaign-1"), Asked(), NOW, ASHA))
    reminder = ReminderKey(Occasion.EXPIRY, lea, emeka, NOW.date(), 30)
    work.reminders.add(reminder, LetterId("letter-one"), NOW)
    work.family_doors.note_try(door, NOW, right=False)
    work.family_doors.note_request(b"contact", NOW)
    work.outbox.add(make_letter())
    work.outbox.add(make_letter("sent"))
    work.outbox.settle(LetterId("letter-sent"), Delivery(Outcome.SENT, "250"), NOW, None)
    _staff(work)
    work.replays.keep(ASHA, "key", b"digest", "unit-kitchen", NOW)


def _hooks(work: SqlUnitOfWork) -> None:
    work.hooks.add(make_hook())
    for name in ("one", "sent"):
        work.hook_deliveries.add(make_message(name))
    delivered = HookAttempt(HookOutcome.DELIVERED, "204")
    work.hook_deliveries.settle(make_message("sent").id, delivered, NOW, None)


def _staff(work: SqlUnitOfWork) -> None:
    for name in ("nadia", "gone"):
        work.staff.add(make_member(name), NOW, ASHA)
    work.staff.keep_credentials(make_credentials())
    work.staff.see(make_member().id, NOW)
    work.staff_sessions.add(make_session())
    work.staff_tickets.add(make_ticket())
    work.passkeys.add(make_passkey())
    work.challenges.ask(make_challenge())
    work.staff_attempts.add("attempt-1", "account:nadia", NOW)
    work.openid.keep_provider(make_provider(), make_client_secret())
    work.openid.link(make_provider().issuer, "account-1", ProviderLink(make_member().id, NOW))
    work.openid_states.add(make_state())


def _complaints(work: SqlUnitOfWork) -> None:
    complaint, asked = make_complaint(), make_export_request()
    work.complaints.add(complaint, work.complaints.next_number())
    work.complaints.add_event(make_complaint_event(complaint))
    connected = make_complaint_event(complaint, kind=ComplaintEventKind.CONNECTED)
    work.complaints.add_event(replace(connected, person_id=complaint.person_id))
    work.export_requests.add(asked)
    approved = ExportEvent(asked.id, ExportEventKind.APPROVED, NOW, ASHA)
    work.export_requests.add_event(approved)
    work.head_stamps.add(HeadStamp(1, "note", b"reply", NOW))
    work.witnessed_heads.add(WitnessedHead("other.example/x", 1, b"root", "note", "vkey", NOW))


def _ledger(work: SqlUnitOfWork, organisation_id: OrganisationId) -> None:
    for name in ("one", "two"):
        work.ledger.append(make_entry(name, "lea", organisation_id=organisation_id))
    pending = work.ledger.pending(1)
    grown, nodes = work.ledger.frontier().extend(leaf_hash(each.leaf) for each in pending)
    work.ledger.extend(grown, pending, nodes)
    work.ledger.add_checkpoint(StoredCheckpoint(1, grown.root(), "note", NOW))


def _erasures(work: SqlUnitOfWork) -> None:
    work.people.erase(PersonId("person-gone"), NOW)
    work.staff.erase(MemberId("member-gone"), NOW)
    work.signatories.erase(SignatoryId("signatory-gone"))
    work.photos.erase(PhotoId("photo-gone"))
