"""
Tell who may speak for one person about one matter on one day.

A person is asked about on a dozen channels at once; who has a say differs by matter
alone, so it is worked out once for all channels.
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from service.decision.calendar import day_of
from service.decision.consents import ConsentAct
from service.decision.ids import AuthorityId
from service.decision.people import Authority, Dossier, Protection, in_force
from service.decision.terms import AuthorityKind, Matter, ProtectionKind

HOLDER_KINDS = frozenset({AuthorityKind.PARENT, AuthorityKind.GUARDIAN, AuthorityKind.INSTITUTION})
PROTECTING = {
    AuthorityKind.REPRESENTATIVE: ProtectionKind.REPRESENTATION,
    AuthorityKind.ASSISTANT: ProtectionKind.ASSISTANCE,
}
"""Who speaks for an adult by an order, and of which kind that is."""
PROTECTOR_KINDS = frozenset(PROTECTING)


class Bench:
    """
    Everybody with authority over a person in one matter.
    """

    __slots__ = (
        "_by_kinds",
        "_days",
        "_dossier",
        "_holders_end_on",
        "_matter",
        "_said",
        "_zone",
        "day",
    )

    def __init__(
        self,
        dossier: Dossier,
        matter: Matter,
        day: date,
        zone: ZoneInfo,
        holders_end_on: date | None,
    ) -> None:
        """
        Ask about *matter* on *day*; parents have a say until *holders_end_on*.
        """
        self.day = day
        self._dossier, self._matter, self._zone = dossier, matter, zone
        self._holders_end_on = holders_end_on
        self._by_kinds: dict[frozenset[AuthorityKind], tuple[Authority, ...]] = {}
        self._days: dict[datetime, date] = {}
        self._said: dict[tuple[AuthorityId, date], bool] = {}

    def is_in_force(self, authority: Authority, day: date) -> bool:
        """
        Tell whether somebody may speak on *day*; parents only until majority.
        """
        if not authority.covers(self._matter, day):
            return False
        if authority.kind not in HOLDER_KINDS:
            return True
        if self._dossier.person.known_adult:
            return False
        return self._holders_end_on is None or day < self._holders_end_on

    def authorities(self, kinds: frozenset[AuthorityKind]) -> tuple[Authority, ...]:
        """
        Give the authorities of some kinds that are in force, proven or not.
        """
        known = self._by_kinds.get(kinds)
        if known is None:
            held = self._dossier.authorities
            known = tuple(
                each for each in held if each.kind in kinds and self.is_in_force(each, self.day)
            )
            self._by_kinds[kinds] = known
        return known

    def may_have_said(self, authority: Authority, act: ConsentAct) -> bool:
        """
        Tell whether who speaks by an authority could when they signed an act.

        A yes by an order lapses with it: under the next one it is said again (rows A2, A3).
        """
        signed_on = self.signed_on(act)
        known = self._said.get((authority.id, signed_on))
        if known is None:
            known = self._might_say(authority, signed_on)
            self._said[authority.id, signed_on] = known
        return known

    def _might_say(self, authority: Authority, signed_on: date) -> bool:
        if not self.is_in_force(authority, signed_on):
            return False
        kind = PROTECTING.get(authority.kind)
        orders = [each for each in self._orders(kind) if each.covers_image] if kind else []
        then = [each for each in orders if in_force(each.from_on, each.until_on, signed_on)]
        return bool(then) or not orders

    @property
    def lacks_order(self) -> bool:
        """
        Tell whether somebody speaks for an adult by an order not on file.

        What it covers is not known then, so nobody's yes is known to be enough.  An
        order that was over before their say began is not theirs.
        """
        begun = [
            each
            for each in self._dossier.protections
            if each.from_on is None or each.from_on <= self.day
        ]
        return any(
            not any(each.kind is PROTECTING[held.kind] and _meet(each, held) for each in begun)
            for held in self.authorities(PROTECTOR_KINDS)
        )

    def signed_on(self, act: ConsentAct) -> date:
        """
        Give the local day on which an act was signed.
        """
        known = self._days.get(act.signed_from)
        if known is None:
            known = self._days[act.signed_from] = day_of(act.signed_from, self._zone)
        return known

    def orders(self, kind: ProtectionKind | None = None) -> list[bool]:
        """
        Tell for each order in force whether it covers image.
        """
        return [each.covers_image for each in self._orders(kind)]

    def _orders(self, kind: ProtectionKind | None) -> list[Protection]:
        """
        Give the orders in force, of one kind or of any.
        """
        return [
            order
            for order in self._dossier.protections
            if in_force(order.from_on, order.until_on, self.day)
            and (kind is None or order.kind is kind)
        ]


def _meet(order: Protection, authority: Authority) -> bool:
    """
    Tell whether an order held on a day on which somebody had a say.
    """
    return (order.from_on or date.min) < (authority.until_on or date.max) and (
        authority.from_on or date.min
    ) < (order.until_on or date.max)
