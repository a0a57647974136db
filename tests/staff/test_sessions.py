"""
Sessions end: unused, old, signed out, revoked; and whoever made one up is nobody.
"""

import pytest

from service.decision.ids import SessionId
from service.decision.powers import Role
from service.errors import NotAllowed, NotFound, NotIdentified
from service.records.staff import Stage
from service.usecases.checks import Upload
from tests.api.office import scene
from tests.staff.office import OTHER_PASSWORD, PASSWORD, Office


def test_an_unused_session_is_over(office: Office) -> None:
    asha = office.joined()
    office.later(minutes=29)
    assert office.is_signed_in(asha.token)
    office.later(minutes=29)
    assert office.is_signed_in(asha.token)
    office.later(minutes=31)
    assert not office.is_signed_in(asha.token)


def test_a_session_is_over_after_twelve_hours_however_it_is_used(office: Office) -> None:
    asha = office.joined()
    for _ in range(12 * 3 - 1):
        office.later(minutes=20)
        assert office.is_signed_in(asha.token)
    office.later(minutes=20)

    assert not office.is_signed_in(asha.token)


@pytest.mark.parametrize(
    "change",
    [
        lambda token: token[:0],
        lambda token: token[:-1],
        lambda token: token + "A",
        lambda token: token.replace(".", "_"),
        lambda token: ".".join([*token.split(".")[:2], "A" * 43]),
        lambda token: ".".join([token.split(".")[0], "nothing", token.split(".")[2]]),
        lambda token: ".".join(["nowhere", *token.split(".")[1:]]),
    ],
)
def test_a_token_that_was_made_up_is_nobodys(office: Office, change: object) -> None:
    token = office.joined().token
    assert callable(change)

    with pytest.raises(NotIdentified, match=r"^You are not signed in, or no longer\.$"):
        office.registry.staff.identify_session(change(token))


def test_a_token_opens_its_own_organisation_only(office: Office, stranger: Office) -> None:
    _, number, secret = office.joined().token.split(".")

    assert not office.is_signed_in(f"{stranger.organisation.slug}.{number}.{secret}")


def test_signing_out_ends_the_session(office: Office) -> None:
    asha = office.joined()
    office.registry.staff.sign_out(asha.token)

    assert not office.is_signed_in(asha.token)
    for token in (asha.token, "nonsense", ""):
        office.registry.staff.sign_out(token)
    assert 1 == office.kinds().count("signed_out")


def test_signing_out_leaves_no_picture_to_the_next_one(office: Office) -> None:
    asha, bram = office.joined(), office.joined(name="bram")
    callers = [office.caller(asha), office.caller(bram)]
    for caller in callers:
        office.registry.drafts.add_draft(caller, Upload(scene(1)))

    office.registry.staff.sign_out(asha.token)

    assert [0, 1] == [len(office.registry.drafts.list_drafts(caller)) for caller in callers]


def test_member_sees_and_ends_their_own_sessions(office: Office) -> None:
    asha = office.joined()
    there = office.signed_in(asha)
    office.half_signed_in(asha.member)
    caller = office.caller(asha)
    listed = office.registry.staff.list_sessions(caller)
    assert [Stage.FULL] * 2 == [each.stage for each in listed]

    office.registry.staff.revoke_session(caller, there.session.id)

    assert not office.is_signed_in(there.token)
    assert [listed[0].id] == [each.id for each in office.registry.staff.list_sessions(caller)]
    assert there.session.id == office.entry("session_revoked")["payload"]["session_id"]


def test_sessions_of_others_are_for_administrators(office: Office) -> None:
    asha = office.joined()
    bram = office.joined(Role.PUBLISHER, Role.DATA_PROTECTION_OFFICER, name="bram")
    (hers,) = office.registry.staff.list_sessions(office.caller(asha))
    for nosy in (office.caller(bram),):
        with pytest.raises(NotAllowed):
            office.registry.staff.list_sessions(nosy, asha.member.id)
        with pytest.raises(NotAllowed):
            office.registry.staff.revoke_session(nosy, hers.id)

    assert [hers] == office.registry.staff.list_sessions(office.operator, asha.member.id)
    office.registry.staff.revoke_session(office.operator, hers.id)
    assert not office.is_signed_in(asha.token)


def test_a_machine_has_no_sessions(office: Office) -> None:
    with pytest.raises(NotAllowed):
        office.registry.staff.list_sessions(office.operator)
    with pytest.raises(NotFound):
        office.registry.staff.revoke_session(office.operator, SessionId("nothing"))


def test_another_password_ends_every_other_session(office: Office) -> None:
    asha = office.joined()
    there = office.signed_in(asha)

    anew = office.registry.staff.change_password(asha.token, PASSWORD, OTHER_PASSWORD)

    assert office.is_signed_in(anew.token)
    assert not office.is_signed_in(asha.token)
    assert not office.is_signed_in(there.token)
    assert Stage.CODE is office.half_signed_in(asha.member, OTHER_PASSWORD).stage
    with pytest.raises(NotIdentified):
        office.half_signed_in(asha.member, PASSWORD)


def test_a_password_is_changed_only_by_whoever_knows_it(office: Office) -> None:
    asha = office.joined()

    with pytest.raises(NotIdentified) as no:
        office.registry.staff.change_password(asha.token, OTHER_PASSWORD, OTHER_PASSWORD)

    assert "current_password" == no.value.field
    assert office.is_signed_in(asha.token)


def test_a_new_telephone_needs_the_password_and_ends_the_old_one(office: Office) -> None:
    asha = office.joined()
    with pytest.raises(NotIdentified):
        office.registry.staff.begin_factor(asha.token, OTHER_PASSWORD)
    offer = office.registry.staff.begin_factor(asha.token, PASSWORD)
    old_code = asha.telephone.next_code()
    with pytest.raises(NotIdentified):
        office.registry.staff.confirm_factor(asha.token, old_code)
    asha.telephone.secret, old = offer.secret, asha.telephone.secret

    whole = office.registry.staff.confirm_factor(asha.token, asha.telephone.next_code())

    assert old != offer.secret
    assert not office.is_signed_in(asha.token)
    assert office.is_signed_in(whole.signed_in.token)
    assert set(asha.recovery_codes).isdisjoint(whole.recovery_codes)
    assert Stage.FULL is office.signed_in(asha).stage


def test_nothing_is_set_up_that_was_not_begun(office: Office) -> None:
    with pytest.raises(NotIdentified):
        office.registry.staff.confirm_factor(office.joined().token, "000000")


def test_old_sessions_and_guesses_are_forgotten(office: Office) -> None:
    office.joined()
    with pytest.raises(NotIdentified):
        office.registry.staff.sign_in(office.organisation.slug, "no@jacinthes.example", PASSWORD)
    office.registry.staff.forget_sign_ins()
    with office.registry.ledger.verify_ledger.database.begin(office.organisation.id) as work:
        later = office.clock.at.replace(year=2030)
        assert 1 == work.staff_sessions.forget(later)
        assert 1 <= work.staff_attempts.forget(later)
    office.later(days=3)

    assert 0 < office.registry.staff.forget_sign_ins()
    assert 0 == office.registry.staff.forget_sign_ins()
