"""
Say through which provider the staff sign in.
"""

from dataclasses import dataclass, field, replace

from service.errors import InvalidInput
from service.ledger.entry import EntryKind
from service.records.openid import ClientSecret, Provider
from service.usecases import text
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.openid.keeping import (
    checked_client_id,
    checked_issuer,
    checked_secret,
    needs_keeper,
)
from service.usecases.plain import plain_fields
from service.usecases.ports.openid import IdentityProviders


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderDetails:
    """
    What an administrator says of the provider.
    """

    issuer: str
    client_id: str
    client_secret: str | None = field(default=None, repr=False)
    """None: the one that is known stays."""
    name: str
    trusts_addresses: bool = False
    asks_factor: bool = False
    is_only_way: bool = False


@dataclass(frozen=True, slots=True)
class SetProvider:
    """
    Say through which provider the staff sign in.
    """

    desk: Desk
    providers: IdentityProviders

    def __call__(self, caller: Caller, details: ProviderDetails) -> Provider:
        """
        Write all of it, in place of what was said before; nothing is asked there yet.

        Another provider, or another name of ours there, has other accounts: who was
        linked is linked anew at the next sign-in.

        Raises:
            NotAllowed: No `admin` scope, or for some units only.
            InvalidInput: Something said is unusable; a secret is missing, or is that of
                another provider, which must not be told to this one.
        """
        needs_keeper(caller)
        secret = details.client_secret
        sealed = None if secret is None else ClientSecret(text=checked_secret(secret))
        with self.desk.database.begin(caller.organisation_id) as work:
            work.openid.lock()
            now, before = self.desk.clock(), work.openid.find_provider()
            after = self._checked(details, before)
            is_same = before is not None and before.accounts == after.accounts
            if sealed is None and not is_same:
                message = "Another provider has another secret: say that one."
                raise InvalidInput(message, field="client_secret")
            if not is_same:
                work.openid.drop_provider()
                work.openid.unlink_all()
            if sealed is None and before is not None and before == after:
                return before
            after = replace(after, set_at=now)
            work.openid.keep_provider(after, sealed)
            payload = plain_fields(after, without="set_at") | {"new_secret": sealed is not None}
            kind = EntryKind.OPENID_PROVIDER_SET
            self.desk.record.append(work, caller, kind, now, payload)
            work.commit()
        return after

    def _checked(self, details: ProviderDetails, before: Provider | None) -> Provider:
        return Provider(
            issuer=checked_issuer(details.issuer, self.providers),
            client_id=checked_client_id(details.client_id),
            name=text.line(details.name, "name", longest=60),
            set_at=before.set_at if before else self.desk.clock(),
            trusts_addresses=details.trusts_addresses,
            asks_factor=details.asks_factor,
            is_only_way=details.is_only_way,
        )
