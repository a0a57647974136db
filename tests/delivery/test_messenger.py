"""
A message reaches its receiver proven, and nobody who is not meant.
"""

import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from service.delivery.destinations import Destinations, Resolve
from service.delivery.hook_signing import new_secret, signed_headers
from service.delivery.messenger import HttpMessenger
from service.errors import InvalidInput
from service.records.hooks import HookParcel, HookReply
from tests.delivery.receiver import Receiver, receiving
from tests.delivery.server import certificate, context_of

AT = datetime(2027, 5, 12, 9, 0, tzinfo=UTC)
SECRET = new_secret()
BODY = '{"type":"takedown.opened","data":{"takedown_id":"a"}}'


def _parcel(url: str, *secrets: str) -> HookParcel:
    return HookParcel(url, "delivery-one", BODY, secrets or (SECRET,), AT)


def _let_in(receiver: Receiver, host: str = "127.0.0.1", **more: Resolve) -> Destinations:
    return Destinations(frozenset({(host, receiver.port)}), **more)


def _sent(receiver: Receiver, path: str = "/obstat") -> HookReply:
    return HttpMessenger(_let_in(receiver)).carry(_parcel(receiver.url(path)))


def test_signature_is_that_of_the_published_vector() -> None:
    """
    Of the Standard Webhooks specification.
    """
    told = signed_headers(
        "msg_p5jXN8AQM9LWM0D4loKWxJek",
        datetime.fromtimestamp(1614265330, UTC),
        b'{"test": 2432232314}',
        ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],
    )

    assert {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    } == told


def test_a_message_arrives_as_it_was_written_and_proven() -> None:
    with receiving() as receiver:
        reply = _sent(receiver, "/obstat?house=1")

    (taken,) = receiver.received
    assert HookReply(204, "204") == reply
    assert "/obstat?house=1" == taken.path
    assert BODY.encode() == taken.body
    assert "application/json" == taken.headers["content-type"]
    assert str(int(AT.timestamp())) == taken.headers["webhook-timestamp"]
    assert taken.verify(SECRET)
    assert not taken.verify(new_secret())


def test_while_a_secret_is_rotated_either_proves_it() -> None:
    old = new_secret()
    with receiving() as receiver:
        HttpMessenger(_let_in(receiver)).carry(_parcel(receiver.url(), SECRET, old))

    (taken,) = receiver.received
    assert 2 == len(taken.headers["webhook-signature"].split(" "))
    assert taken.verify(SECRET)
    assert taken.verify(old)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed(status: int) -> None:
    with receiving() as elsewhere, receiving() as receiver:
        receiver.replies.append((status, {"location": elsewhere.url()}))

        reply = _sent(receiver)

    assert HookReply(status, str(status)) == reply
    assert [] == elsewhere.received
    assert 1 == len(receiver.received)


@pytest.mark.parametrize(
    ("told", "rest"),
    [
        ("120", timedelta(minutes=2)),
        ("Wed, 12 May 2027 10:00:00 GMT", timedelta(hours=1)),
        ("Wed, 12 May 2027 10:00:00 -0000", timedelta(hours=1)),
        ("Wed, 12 May 2021 10:00:00 GMT", timedelta()),
        ("soon", None),
        ("-1", None),
        ("9" * 5000, None),
        ("Wed, 99 May 2027 10:00:00 GMT", None),
    ],
)
def test_a_receiver_says_for_how_long_it_wants_to_be_left_alone(
    told: str, rest: timedelta | None
) -> None:
    with receiving() as receiver:
        receiver.replies.append((503, {"retry-after": told}))

        assert HookReply(503, "503", rest) == _sent(receiver)


def test_what_a_receiver_says_is_not_kept() -> None:
    with receiving() as receiver:
        receiver.replies.append((500, {"x-why": "Léa Dupont is unknown"}))

        assert "Dupont" not in repr(_sent(receiver))


def test_whoever_answers_for_ever_is_cut_off() -> None:
    with receiving() as receiver:
        receiver.drips.set()
        messenger = HttpMessenger(_let_in(receiver), seconds=0.4)
        began = time.monotonic()

        reply = messenger.carry(_parcel(receiver.url()))

    assert HookReply(None, "timeout") == reply
    assert 5 > time.monotonic() - began


def test_where_nobody_listens_is_no_answer() -> None:
    with receiving() as receiver:
        url, destinations = receiver.url(), _let_in(receiver)

    assert HookReply(None, "unreachable") == HttpMessenger(destinations).carry(_parcel(url))


def test_under_tls_whoever_nobody_vouches_for_gets_nothing(tmp_path: Path) -> None:
    proof = certificate(tmp_path)
    with receiving(context_of(proof)) as receiver:
        url = receiver.url().replace("http:", "https:")
        unknown = HttpMessenger(_let_in(receiver)).carry(_parcel(url))
        before = len(receiver.received)
        known = HttpMessenger(_let_in(receiver), proof).carry(_parcel(url))

    assert (HookReply(None, "tls"), 0) == (unknown, before)
    assert HookReply(204, "204") == known
    assert receiver.received[0].verify(SECRET)


class Rebinding:
    """
    A name that leads elsewhere each time it is looked up.
    """

    def __init__(self, *answers: Sequence[str]) -> None:
        self.answers = list(answers)

    def __call__(self, host: str, port: int) -> Sequence[str]:
        """
        Give the next answer.
        """
        del host, port
        return self.answers.pop(0)


def test_the_connection_goes_to_the_address_that_was_judged() -> None:
    """
    A name is looked up once: what it leads to a moment later leads nobody.
    """
    name = Rebinding(["127.0.0.1"], ["169.254.169.254"])
    with receiving() as receiver:
        destinations = _let_in(receiver, "localhost", resolve=name)
        url = f"http://localhost:{receiver.port}/obstat"

        assert HookReply(204, "204") == HttpMessenger(destinations).carry(_parcel(url))

    assert f"localhost:{receiver.port}" == receiver.received[0].headers["host"]
    assert [["169.254.169.254"]] == name.answers


@pytest.mark.parametrize(
    "inside",
    [
        "127.0.0.1",
        "10.0.0.8",
        "172.16.3.4",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",  # noqa: S104 -- written to, not listened on
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:a9fe:a9fe",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::7f00:1",
        "2002:7f00:1::",
        "2001:0:7f00:1::",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "fec0::1",
        "ff02::1",
        "::127.0.0.1",
    ],
)
def test_a_name_that_leads_inside_leads_nowhere(inside: str) -> None:
    """
    Alone, and beside an address of the internet.
    """
    for answer in ([inside], ["93.184.215.14", inside], [inside, "2606:2800:21f::1"]):
        messenger = HttpMessenger(Destinations(resolve=Rebinding(answer)))

        reply = messenger.carry(_parcel("https://cms.jacinthes.example/obstat"))

        assert HookReply(None, "address") == reply


def test_a_name_without_addresses_leads_nowhere() -> None:
    for answer in ([], ["no address"]):
        messenger = HttpMessenger(Destinations(resolve=Rebinding(answer)))
        url = "https://cms.jacinthes.example/obstat"
        assert HookReply(None, "address") == messenger.carry(_parcel(url))
    too_long = f"https://{'a' * 70}.example/"
    assert HookReply(None, "address") == HttpMessenger(Destinations()).carry(_parcel(too_long))


@pytest.mark.parametrize("keys", ["169.254.169.254", "fe80::1", "::ffff:169.254.169.254"])
def test_even_a_host_that_was_let_in_leads_to_no_keys_of_a_cloud(keys: str) -> None:
    inside = frozenset({("cms.internal", 443)})
    messenger = HttpMessenger(Destinations(inside, Rebinding([keys])))

    assert HookReply(None, "address") == messenger.carry(_parcel("https://cms.internal/"))


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://",
        "cms.jacinthes.example",
        "http://cms.jacinthes.example/",
        "http://127.0.0.1/",
        "https://127.0.0.1/",
        "https://10.1.2.3/",
        "https://[::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://169.254.169.254/latest",
        "https://cms.jacinthes.example:22/",
        "https://cms.jacinthes.example:0/",
        "https://cms.jacinthes.example:99999/",
        "https://cms.jacinthes.example:port/",
        "https://user:pass@cms.jacinthes.example/",
        "https://cms.jacinthes.example/#part",
        "https://cms.jacinthes.example\\@inside/",
        "https://cms.jacinthes.example/a b",
        "https://cms.jacinthes.example/\r\nx: y",
        "https://cms.jacinthes.example/é",
        "https://[::1/",
        "file:///etc/passwd",
        "ftp://cms.jacinthes.example/",
        f"https://cms.jacinthes.example/{'a' * 2000}",
    ],
)
def test_an_address_that_cannot_be_is_refused_when_it_is_registered(url: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        HttpMessenger(Destinations()).check(url)

    assert "url" == refusal.value.field


def test_an_address_of_the_web_is_accepted() -> None:
    messenger = HttpMessenger(Destinations(frozenset({("cms.internal", 9000)})))

    assert "cms.jacinthes.example" == messenger.check("https://CMS.jacinthes.example:8443/a?b=c")
    assert "cms.internal" == messenger.check("https://cms.internal:9000")


@pytest.mark.parametrize(
    "url",
    ["http://cms.internal:9000/", "https://cms.internal/", "https://cms.internal:9001/"],
)
def test_a_host_inside_is_let_in_by_its_port_and_under_tls(url: str) -> None:
    named = Destinations(frozenset({("cms.internal", 9000)}), Rebinding(["10.0.0.8"]))

    try:
        found = HttpMessenger(named).carry(_parcel(url))
    except InvalidInput:
        return
    assert HookReply(None, "address") == found
