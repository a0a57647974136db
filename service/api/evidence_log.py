"""
The ledger: its signed head, and whether it all adds up.
"""

from typing import Annotated

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import JSONBody
from msgspec import Meta, Struct

from service.api.wire import Incoming
from service.usecases.caller import Caller
from service.usecases.ledger import LogKey, Verification
from service.usecases.registry import Registry

NOTE = "text/plain; charset=utf-8"
Note = Annotated[str, Meta(max_length=20_000, examples=["obstat.example/jacinthes\n1\nq83v...\n"])]


class VerificationOut(Struct, frozen=True, kw_only=True):
    """
    Whether all rows and signed heads add up, and if not, the first flaw.
    """

    holds: bool
    origin: str
    vkey: str
    size: int | None
    entries: int | None
    erased: int | None
    flaw: str | None
    index: int | None
    message: str | None

    @classmethod
    def of(cls, found: Verification) -> "VerificationOut":
        """
        Show what was found.
        """
        log, broken = found.log, found.broken
        return cls(
            holds=log is not None,
            origin=found.origin,
            vkey=found.vkey,
            size=log.size if log else None,
            entries=log.entries if log else None,
            erased=log.erased if log else None,
            flaw=broken.flaw if broken else None,
            index=broken.index if broken else None,
            message=broken.message if broken else None,
        )


@get("/checkpoint", operation_id="getCheckpoint", sync_to_thread=True, media_type=NOTE)
def get_checkpoint(caller: NamedDependency[Caller], registry: NamedDependency[Registry]) -> str:
    """
    Give the signed head of the ledger, to be kept where we cannot reach it.

    It is a C2SP checkpoint.  Keep one a day somewhere else: whoever has it can prove
    that nothing before it was changed.
    """
    return registry.ledger.get_checkpoint(caller).note


@post("/verify", operation_id="verifyLedger", status_code=200, sync_to_thread=True)
def verify_ledger(
    caller: NamedDependency[Caller], registry: NamedDependency[Registry]
) -> VerificationOut:
    """
    Verify the whole ledger from its first entry to its signed head.
    """
    return VerificationOut.of(registry.ledger.verify_ledger(caller))


class LogKeyOut(Struct, frozen=True, kw_only=True):
    """
    One key of the ledger, and up to which entry its heads count.
    """

    vkey: str
    until: int | None
    why: str | None
    recovery: str | None

    @classmethod
    def of(cls, key: LogKey) -> "LogKeyOut":
        """
        Show one key.
        """
        return cls(vkey=key.vkey, until=key.until, why=key.why, recovery=key.recovery)


class LogKeysOut(Struct, frozen=True, kw_only=True):
    """
    The keys of the ledger, and the statements that prove how they follow.
    """

    origin: str
    keys: list[LogKeyOut]
    statements: list[str]


@get("/keys", operation_id="listLogKeys", sync_to_thread=True)
def list_log_keys(
    caller: NamedDependency[Caller], registry: NamedDependency[Registry]
) -> LogKeysOut:
    """
    List the public keys of the ledger, former ones too.

    The answer is what `verify.py --keys` reads: it leads from any key that you know to
    all others.
    """
    found = registry.ledger.list_log_keys(caller)
    keys = [LogKeyOut.of(each) for each in found.keys]
    return LogKeysOut(origin=found.origin, keys=keys, statements=list(found.statements))


class KeptHeadIn(Incoming, frozen=True):
    """
    A head of this log that somebody kept.
    """

    checkpoint: Note


class LinkOut(Struct, frozen=True):
    """
    A kept head, and the proof that the newest one continues it.
    """

    checkpoint: str
    proof: list[str]


@post("/prove", operation_id="proveHistory", status_code=200, sync_to_thread=True)
def prove_history(
    data: JSONBody[KeptHeadIn],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> LinkOut:
    """
    Prove that the newest head continues one that was kept.

    The answer is what `verify.py --proof` reads.
    """
    link = registry.ledger.prove_history(caller, data.checkpoint)
    return LinkOut(link.checkpoint, [each.hex() for each in link.proof])


ROUTES = Router(
    "/ledger",
    route_handlers=[get_checkpoint, verify_ledger, prove_history, list_log_keys],
    tags=["ledger"],
)
