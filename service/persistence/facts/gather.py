"""
Gather all facts of one question.
"""

from datetime import datetime, timedelta

from service.decision.ids import PersonId, PhotoId
from service.decision.photos import Photo
from service.persistence.facts.branches import OPEN_CHANNELS, PEOPLE_AND_REGISTER, PHOTOS
from service.persistence.facts.readings import (
    Rows,
    began_later,
    channels_of,
    dossiers_of,
    form_versions_of,
    house_of,
    live_holds_of,
    photos_of,
    published_of,
)
from service.persistence.facts.twins import twins_of, with_twins
from service.persistence.schema.instants import FOREVER
from service.persistence.stores.versions import REGISTER
from service.persistence.transaction import Transaction
from service.records.facts import Facts, Wanted

QUOTA_WINDOW = timedelta(days=40)
"""On each side of the instant: more than any quota counts over."""


class SqlCaseFacts:
    """
    The facts that one transaction sees.
    """

    def __init__(self, transaction: Transaction) -> None:
        """
        Work in *transaction*.
        """
        self._transaction = transaction

    def keep_register(self) -> None:
        """
        Keep everything that the rules read from changing, from here to our end.
        """
        self._transaction.lock(REGISTER, shared=True)

    def await_register(self) -> None:
        """
        Keep it from changing, once whoever changes it just now is done.
        """
        self.keep_register()
        self._transaction.wait()

    def hold_register(self) -> None:
        """
        Keep everybody else from deciding by what the rules read, from now on.
        """
        self._transaction.lock(REGISTER)
        self._transaction.wait()

    def gather(self, wanted: Wanted) -> Facts:
        """
        Give the facts in a constant number of statements, whatever the people.

        Where some of them are entered twice, once more with their other records.

        In a transaction that writes, nobody changes the register from here to its end.

        Raises:
            NotFound: The organisation did not exist yet.
        """
        self.keep_register()
        photos = self._photos(wanted) if wanted.photo_ids else {}
        depicted = {one.person_id for photo in photos.values() for one in photo.depictions}
        people = wanted.person_ids | depicted
        rows = self._rows(wanted, people)
        circles, known = twins_of(rows), people
        while more := circles.everybody - known:
            known |= more
            rows = self._rows(wanted, known)
            circles = twins_of(rows)
        house, holds = house_of(rows), live_holds_of(rows, wanted)
        return Facts(
            house=house,
            dossiers=with_twins(dossiers_of(rows, house, holds, wanted.known_at), circles, people),
            channels=channels_of(rows, wanted),
            photos=photos,
            form_versions=form_versions_of(rows),
            holds=tuple(hold for hold in holds if hold.person_id is None),
            published=published_of(rows),
            began_later=began_later(rows, wanted.ruled_at),
        )

    def _rows(self, wanted: Wanted, person_ids: frozenset[PersonId]) -> Rows:
        return Rows(
            self._transaction.all(
                PEOPLE_AND_REGISTER,
                known_at=_read_up_to(wanted),
                ruled_at=wanted.ruled_at,
                person_ids=sorted(person_ids),
                photo_ids=sorted(wanted.photo_ids),
                channel_ids=sorted(wanted.channel_ids or ()),
                closed=OPEN_CHANNELS if wanted.channel_ids is None else "",
                since=wanted.at - QUOTA_WINDOW,
                until=wanted.at + QUOTA_WINDOW,
            )
        )

    def _photos(self, wanted: Wanted) -> dict[PhotoId, Photo]:
        return photos_of(
            Rows(
                self._transaction.all(
                    PHOTOS, known_at=_read_up_to(wanted), photo_ids=sorted(wanted.photo_ids)
                )
            )
        )


def _read_up_to(wanted: Wanted) -> datetime:
    """
    Say up to when what was recorded is read.
    """
    return FOREVER if wanted.as_recorded else wanted.known_at
