"""
Say how many posts a channel's quota still allows.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from service.decision.calendar import start_of
from service.decision.channels import Quota
from service.decision.ids import ChannelId
from service.decision.jurisdiction import Jurisdictions
from service.decision.powers import Scope
from service.decision.register import used
from service.decision.sitting import Sitting
from service.records.facts import Wanted
from service.usecases.caller import Caller
from service.usecases.days import check_order, check_plausible
from service.usecases.desk import Desk

LATEST: Final = date(8999, 12, 31)
"""The last day with a week and a month around it that can be counted."""


@dataclass(frozen=True, slots=True)
class QuotaLeft:
    """
    A quota, and how much of it is left around a day.
    """

    quota: Quota
    left: int


@dataclass(frozen=True, slots=True)
class CountQuota:
    """
    Say how many posts a channel's quota still allows (domain rule 17).
    """

    desk: Desk
    jurisdictions: Jurisdictions

    def __call__(
        self, caller: Caller, channel_id: ChannelId, on: date | None = None
    ) -> QuotaLeft | None:
        """
        Count as the rules do around a planned day, now if none is named; None: no quota.

        It promises nothing: whoever publishes is counted again.

        Raises:
            NotAllowed: The caller has no `channels:read` scope.
            NotFound: There is no such channel.
            ImpossibleDates: Nobody lives on that day.
        """
        caller.needs(Scope.CHANNELS_READ)
        check_plausible(on, "on")
        check_order(on, LATEST, "on", "This day is not of our time.")
        with self.desk.database.look(caller.organisation_id) as work:
            quota = work.channels.get(channel_id).channel.quota
            if quota is None:
                return None
            now, zone = self.desk.clock(), ZoneInfo(work.organisations.current().time_zone)
            at = max(now, start_of(on, zone)) if on else now
            wanted = Wanted(at=at, known_at=now, channel_ids=frozenset({channel_id}))
            facts = work.facts.gather(wanted)
        case = replace(facts.case(self.jurisdictions, now), published=facts.published)
        sitting = Sitting(case, facts.channel(channel_id), at, {})
        return QuotaLeft(quota, max(0, quota.limit - used(quota, sitting)))
