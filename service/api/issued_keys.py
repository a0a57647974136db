"""
API keys: issue one, list them, revoke one.
"""

from datetime import datetime
from typing import Annotated

from litestar import Router, delete, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from msgspec import Meta, Struct

from service.api.requests import Once, utc
from service.api.wire import Id, Incoming, Instant, Line
from service.decision.ids import KeyId, UnitId
from service.decision.powers import Scope
from service.records.activity import ApiKey
from service.usecases.caller import Caller
from service.usecases.keys import IssuedKey, KeyDetails
from service.usecases.registry import Registry


class KeyIn(Incoming, frozen=True, kw_only=True):
    """
    A key to issue: for what, with which scopes, for which units.
    """

    name: Line
    scopes: Annotated[list[Scope], Meta(min_length=1, max_length=50)]
    unit_ids: Annotated[list[Id], Meta(max_length=200)] | None = None
    expires_at: Instant | None = None


class KeyOut(Struct, frozen=True, kw_only=True):
    """
    A key; what opens doors is not part of it.
    """

    id: str
    name: str
    scopes: list[Scope]
    unit_ids: list[str] | None
    issued_at: datetime
    expires_at: datetime | None
    revoked_at: datetime | None

    @classmethod
    def of(cls, key: ApiKey) -> "KeyOut":
        """
        Show a key.
        """
        return cls(
            id=key.id,
            name=key.name,
            scopes=sorted(key.scopes),
            unit_ids=None if key.unit_ids is None else sorted(key.unit_ids),
            issued_at=key.issued_at,
            expires_at=key.expires_at,
            revoked_at=key.revoked_at,
        )


class IssuedKeyOut(Struct, frozen=True):
    """
    A new key with its text, which is shown this once.
    """

    key: KeyOut
    text: str

    @classmethod
    def of(cls, issued: IssuedKey) -> "IssuedKeyOut":
        """
        Show a new key.
        """
        return cls(KeyOut.of(issued.key), issued.text)


class KeysOut(Struct, frozen=True):
    """
    Every key there is or was, newest first.
    """

    items: list[KeyOut]


@post("/", operation_id="issueKey", sync_to_thread=True)
def issue_key(
    data: JSONBody[KeyIn], once: NamedDependency[Once], registry: NamedDependency[Registry]
) -> IssuedKeyOut:
    """
    Issue an API key; its text is shown this once.
    """
    details = KeyDetails(
        name=data.name,
        scopes=frozenset(data.scopes),
        unit_ids=None if data.unit_ids is None else frozenset(map(UnitId, data.unit_ids)),
        expires_at=utc(data.expires_at, "expires_at"),
    )
    return IssuedKeyOut.of(registry.keys.issue_key(once(data), details))


@get("/", operation_id="listKeys", sync_to_thread=True)
def list_keys(caller: NamedDependency[Caller], registry: NamedDependency[Registry]) -> KeysOut:
    """
    List API keys.
    """
    return KeysOut([KeyOut.of(key) for key in registry.keys.list_keys(caller)])


@delete("/{key_id:str}", operation_id="revokeKey", status_code=200, sync_to_thread=True)
def revoke_key(
    key_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> KeyOut:
    """
    Revoke an API key: the next request that carries it is refused.
    """
    return KeyOut.of(registry.keys.revoke_key(caller, KeyId(key_id)))


ROUTES = Router("/keys", route_handlers=[issue_key, list_keys, revoke_key], tags=["keys"])
