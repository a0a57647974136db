"""
A child, a mother and an office, at whatever day a test needs.
"""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from service.records.mail import Letter, LetterKind
from service.usecases.families.reminding import RemindFamilies
from service.usecases.families.reminding.occasions import Due
from service.usecases.organisations.operator import operator_of
from tests.api.door import Door
from tests.api.family import Household
from tests.api.office import channel, version

LEA = "lea@family.example"
OF_AGE_ON = date(2034, 5, 4)
"""A Thursday: Léa, born in 2016, comes of age in Belgium."""
JUDGES_ON = date(2030, 5, 4)
"""A Saturday: she is fourteen."""


def at_ten(day: date) -> datetime:
    """
    Give the morning of a day.
    """
    return datetime.combine(day, time(10), UTC)


@dataclass(frozen=True)
class Reminded:
    """
    Anne answers for Léa, who has an address of her own.
    """

    household: Household

    @property
    def door(self) -> Door:
        """
        Give the way in.
        """
        return self.household.door

    def on(self, day: date, hour: int = 10) -> RemindFamilies:
        """
        Give the verb on a day.
        """
        remind, now = self.household.verbs.remind, at_ten(day).replace(hour=hour)
        return replace(remind, desk=replace(remind.desk, clock=lambda: now))

    def write(self, day: date, hour: int = 10) -> int:
        """
        Write what is due on a day; count it.
        """
        return self.on(day, hour).write(self.door.organisation.id)

    def due(self, day: date) -> list[Due]:
        """
        Show what is due on a day.
        """
        return list(self.on(day).preview(operator_of(self.door.organisation.id)))

    def letters(self, to: str = "") -> list[tuple[LetterKind, str]]:
        """
        Give the reminders that were written, and to whom.
        """
        return [
            (each.kind, each.to)
            for each in self.household.mailbox.letters(to)
            if "own_voice" in each.kind.value or each.kind is LetterKind.FAMILY_EXPIRY
        ]

    def leaves_at(self, letter: Letter, now: datetime) -> datetime | None:
        """
        Say when a letter may leave.
        """
        remind = self.household.verbs.remind
        with remind.desk.database.look(self.door.organisation.id) as work:
            return remind.leaves_at(work, letter, now)

    def steps(self, on: date) -> dict[int, int]:
        """
        Write on each of a hundred days before and after; count by days ahead.
        """
        counted = {}
        for ahead in range(100, -21, -1):
            count = self.write(on - timedelta(days=ahead))
            if count:
                counted[ahead] = count
        return counted


def reminded(door: Door, **lea: object) -> Reminded:
    """
    Ask Anne and Léa about one page.
    """
    household = Household(door)
    door.patch(f"/people/{household.lea}", {"email": LEA, **lea})
    hours = {"days": list(DAYS), "from_hour": 8, "until_hour": 18}
    door.patch("/organisation", {"office_hours": hours})
    channel(door, "facebook", name="facebook")
    version(door, matters=["image"])
    return Reminded(household)


DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
