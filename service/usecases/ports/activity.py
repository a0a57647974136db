"""
Ask for what was asked, answered and published.

Every method sees one organisation only: that of its unit of work.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from service.decision.ids import ActorId, ChannelId, CheckId, KeyId, PersonId, PublicationId
from service.records.activity import ApiKey, CheckRecord, Publication, PublicationEvent
from service.records.facts import Facts, Wanted
from service.records.paging import Listing, Page
from service.records.takedowns import Fate


class Checks(Protocol):
    """
    Every question asked and its answer.
    """

    def add(self, check: CheckRecord) -> None:
        """
        Append a check with the people it looked up.
        """
        ...

    def get(self, check_id: CheckId) -> CheckRecord:
        """
        Give one check.

        Raises:
            NotFound: There is none.
        """
        ...

    def list_page(self, page: Page) -> Listing[CheckRecord]:
        """
        Give one page; filters: actor_id, person_id, answer.
        """
        ...

    def latest_of(self, actor_id: ActorId, limit: int) -> Sequence[CheckRecord]:
        """
        Give an actor's latest checks, newest first.
        """
        ...

    def count_by_actor(self, actor_id: ActorId, since: datetime) -> int:
        """
        Count what an actor asked since an instant (threat T1).
        """
        ...

    def count_people(self, actor_id: ActorId, since: datetime) -> int:
        """
        Count about how many people an actor asked since an instant.
        """
        ...


class Publications(Protocol):
    """
    Where what was published.
    """

    def add(self, publication: Publication) -> None:
        """
        Append a publication.
        """
        ...

    def get(self, publication_id: PublicationId) -> Publication:
        """
        Give one publication.

        Raises:
            NotFound: There is none.
        """
        ...

    def list_page(self, page: Page) -> Listing[Publication]:
        """
        Give one page; filters: channel_id, person_id, photo_id, unit_ids.
        """
        ...

    def of_units(
        self, publication_ids: Iterable[PublicationId], unit_ids: str
    ) -> frozenset[PublicationId]:
        """
        Give those of some that have to do with units, listed as `|a|b|`.
        """
        ...

    def add_event(self, event: PublicationEvent) -> None:
        """
        Append what happened to a publication.
        """
        ...

    def events_of(self, publication_id: PublicationId) -> Sequence[PublicationEvent]:
        """
        Give what happened to it, oldest first.
        """
        ...

    def add_people(
        self, publication_ids: Iterable[PublicationId], person_ids: Iterable[PersonId]
    ) -> None:
        """
        Say that publications show people whom nobody had named then.
        """
        ...

    def fates_of(self, publication_ids: Iterable[PublicationId]) -> Mapping[PublicationId, Fate]:
        """
        Tell of each of some whether it came down, or has to.
        """
        ...

    def reshares_of(self, publication_id: PublicationId) -> Sequence[PublicationId]:
        """
        Give where it was shared again, oldest first.
        """
        ...

    def lock_story(self, publication_id: PublicationId) -> None:
        """
        Keep every other transaction from adding to what happened until we end.
        """
        ...

    def lock_quota(self, channel_id: ChannelId) -> None:
        """
        Keep every other transaction from counting this channel until we end.

        Whoever looks at the clock next counts everybody who came before.
        """
        ...


class Keys(Protocol):
    """
    API keys of the organisation.
    """

    def add(self, key: ApiKey) -> None:
        """
        Write a key.
        """
        ...

    def find(self, key_id: KeyId) -> ApiKey | None:
        """
        Find a key, revoked ones too.
        """
        ...

    def list_all(self) -> Sequence[ApiKey]:
        """
        Give all keys, newest first.
        """
        ...

    def revoke(self, key_id: KeyId, at: datetime) -> None:
        """
        End a key; the first instant stays.
        """
        ...


class Replays(Protocol):
    """
    What creating calls with an idempotency key have made.
    """

    def recall(self, actor_id: ActorId, key: str, request_digest: bytes) -> str | None:
        """
        Give the id that this key made, or None the first time.

        Two transactions with the same key never both see None and commit.

        Raises:
            IdempotencyMismatch: The key was used for another request.
        """
        ...

    def keep(
        self, actor_id: ActorId, key: str, request_digest: bytes, made_id: str, at: datetime
    ) -> None:
        """
        Remember in this transaction what the key made.
        """
        ...

    def forget(self, before: datetime) -> int:
        """
        Forget some that are older; none is left once it gives 0.
        """
        ...


class CaseFacts(Protocol):
    """
    Gather all facts of one question.
    """

    def keep_register(self) -> None:
        """
        Keep what the rules read from changing, from the next read on.

        Whoever looks at the clock after that read decides by all that was recorded
        up to then: nothing is recorded any more that the decision should have known.
        """
        ...

    def await_register(self) -> None:
        """
        Keep it from changing, once whoever changes it just now is done.

        Whoever looks at the clock then decides by all that was recorded up to then.
        """
        ...

    def hold_register(self) -> None:
        """
        Keep everybody else from deciding by what the rules read, from now on.

        Whoever decides already is waited for.
        """
        ...

    def gather(self, wanted: Wanted) -> Facts:
        """
        Give the facts in a constant number of statements, whatever the people.
        """
        ...
