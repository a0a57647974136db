"""
Keep the provider of an organisation, links, and who is on the way.
"""

import hashlib
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, select, update

from service.decision.ids import MemberId
from service.persistence.documents import document_of, reader
from service.persistence.outside import Sealer
from service.persistence.queries import mine
from service.persistence.schema.instants import Instant
from service.persistence.schema.openid import openid_links, openid_providers, openid_states
from service.persistence.statements import Prepared, inserting
from service.persistence.transaction import Transaction
from service.records.openid import (
    ClientSecret,
    Provider,
    ProviderLink,
    SignInState,
    SignInStateId,
)

THE_ONE = "provider"

_mine = mine(openid_providers, "id")
ADD_PROVIDER = inserting(openid_providers)
PROVIDER = Prepared(select(openid_providers.c.document).where(_mine))
SECRET = Prepared(select(openid_providers.c.sealed).where(_mine))
CHANGE = Prepared(update(openid_providers).where(_mine), ("document",))
RESEAL = Prepared(update(openid_providers).where(_mine), ("document", "sealed"))
DROP_PROVIDER = Prepared(delete(openid_providers).where(_mine))

_link = select(openid_links.c.member_id, openid_links.c.linked_at)
ADD_LINK = inserting(openid_links)
LINKED = Prepared(_link.where(mine(openid_links, "account")))
LINK_OF = Prepared(_link.where(mine(openid_links, "member_id")))
LINKS = Prepared(_link.where(mine(openid_links)).order_by(openid_links.c.member_id))
UNLINK = Prepared(delete(openid_links).where(mine(openid_links, "member_id")))
UNLINK_ALL = Prepared(delete(openid_links).where(mine(openid_links)))

ADD_STATE = inserting(openid_states)
STATE = Prepared(select(openid_states.c.sealed).where(mine(openid_states, "id")))
DROP_STATE = Prepared(delete(openid_states).where(mine(openid_states, "id")))
DROP_STATES = Prepared(delete(openid_states).where(mine(openid_states)))
FORGET_STATES = Prepared(
    delete(openid_states).where(
        mine(openid_states), openid_states.c.expires_at < bindparam("before", type_=Instant())
    )
)

_provider = reader(Provider).decode
_secret = reader(ClientSecret).decode
_state = reader(SignInState).decode


class SqlOpenId:
    """
    The provider of one organisation and who is linked, in one transaction.
    """

    def __init__(self, transaction: Transaction, sealer: Sealer) -> None:
        """
        Work in *transaction*; *sealer* keeps the secret from thieves.
        """
        self._transaction = transaction
        self._sealer = sealer

    def lock(self) -> None:
        """
        Let nobody else change the provider until the end.
        """
        self._transaction.lock("openid")

    def find_provider(self) -> Provider | None:
        """
        Find the provider; no seal is opened.
        """
        row = self._transaction.first(PROVIDER, id=THE_ONE)
        return _provider(row[0]) if row else None

    def find_secret(self) -> ClientSecret | None:
        """
        Find what proves us to the provider.

        Raises:
            Unavailable: The seal does not open.
        """
        row = self._transaction.first(SECRET, id=THE_ONE)
        return _secret(self._sealer.open(row[0])) if row else None

    def keep_provider(self, provider: Provider, secret: ClientSecret | None) -> None:
        """
        Write what is so from now on; None: the secret stays.
        """
        document, run = document_of(provider), self._transaction.run
        if secret is None:
            run(CHANGE, id=THE_ONE, document=document)
            return
        sealed = self._sealer.seal(document_of(secret).encode())
        if not run(RESEAL, id=THE_ONE, document=document, sealed=sealed):
            run(ADD_PROVIDER, id=THE_ONE, document=document, sealed=sealed)

    def drop_provider(self) -> None:
        """
        Forget the provider, its secret, and who is on the way.
        """
        self._transaction.run(DROP_PROVIDER, id=THE_ONE)
        self._transaction.run(DROP_STATES)

    def link(self, issuer: str, subject: str, link: ProviderLink) -> None:
        """
        Write which member an account at the provider is.
        """
        self._transaction.run(
            ADD_LINK,
            account=_account(issuer, subject),
            member_id=link.member_id,
            linked_at=link.linked_at,
        )

    def find_linked(self, issuer: str, subject: str) -> ProviderLink | None:
        """
        Find which member an account at the provider is.
        """
        row = self._transaction.first(LINKED, account=_account(issuer, subject))
        return ProviderLink(MemberId(row[0]), row[1]) if row else None

    def find_link_of(self, member_id: MemberId) -> ProviderLink | None:
        """
        Find whether a member is linked to an account at the provider.
        """
        row = self._transaction.first(LINK_OF, member_id=member_id)
        return ProviderLink(MemberId(row[0]), row[1]) if row else None

    def list_links(self) -> Sequence[ProviderLink]:
        """
        Give who is linked, by member.
        """
        return [ProviderLink(MemberId(row[0]), row[1]) for row in self._transaction.all(LINKS)]

    def unlink(self, member_id: MemberId) -> int:
        """
        Forget which account a member has; say how many were forgotten.
        """
        return self._transaction.run(UNLINK, member_id=member_id)

    def unlink_all(self) -> None:
        """
        Forget which account any member has.
        """
        self._transaction.run(UNLINK_ALL)


class SqlOpenIdStates:
    """
    Who is on the way to the provider and back, in one transaction.
    """

    def __init__(self, transaction: Transaction, sealer: Sealer) -> None:
        """
        Work in *transaction*; what proves anything is stored under a seal.
        """
        self._transaction = transaction
        self._sealer = sealer

    def add(self, state: SignInState) -> None:
        """
        Write that somebody leaves.
        """
        sealed = self._sealer.seal(document_of(state).encode())
        self._transaction.run(ADD_STATE, id=state.id, expires_at=state.expires_at, sealed=sealed)

    def take(self, state_id: SignInStateId) -> SignInState | None:
        """
        Give who left, once: of twenty at once, one alone finds it.
        """
        row = self._transaction.first(STATE, id=state_id)
        if row is None or not self._transaction.run(DROP_STATE, id=state_id):
            return None
        return _state(self._sealer.open(row[0]))

    def forget(self, before: datetime) -> int:
        """
        Delete what was over before an instant.
        """
        return self._transaction.run(FORGET_STATES, before=before)


def _account(issuer: str, subject: str) -> str:
    """
    Give what is stored of an account at a provider.

    No address holds a NUL, so that no two pairs are written alike.
    """
    return hashlib.sha256(f"{issuer}\0{subject}".encode()).hexdigest()
