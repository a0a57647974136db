"""
Look at a campaign beforehand, start it, remind, follow.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from service.decision.ids import CampaignId, SignatoryId
from service.ledger.entry import EntryKind
from service.records.campaigns import Asked, Campaign
from service.records.mail import LetterKind
from service.records.paging import Listing, Page
from service.usecases.caller import Caller
from service.usecases.families.asking import AskedOne, Asking, Progress
from service.usecases.families.campaigns.circle import checked_circle, reader, writer
from service.usecases.office_hours import is_open
from service.usecases.plain import plain
from service.usecases.ports.mail import Words
from service.usecases.ports.work import UnitOfWork
from service.usecases.recording import keep, recall

AT_ONCE = 25
"""Letters in one transaction: a whole school must not hold up an answer."""


@dataclass(frozen=True, slots=True)
class CampaignView:
    """
    What would happen: who would be asked, in which words.
    """

    people: tuple[AskedOne, ...]
    letters: tuple[Words, ...]
    """The invitation in every language of the house."""
    is_office_open: bool


@dataclass(frozen=True, slots=True)
class CampaignStory:
    """
    A campaign and how far everybody is.
    """

    campaign: Campaign
    people: tuple[AskedOne, ...]

    @property
    def counts(self) -> Mapping[Progress, int]:
        """
        Count the people by how far they are.
        """
        return counted(self.people)


def counted(people: tuple[AskedOne, ...]) -> Mapping[Progress, int]:
    """
    Count people by how far they are, every way there is.
    """
    found = Counter(each.progress for each in people)
    return {each: found[each] for each in Progress}


@dataclass(frozen=True, slots=True)
class Campaigns:
    """
    Ask many at once; `registry.families.campaigns`.
    """

    asking: Asking

    def preview(self, caller: Caller, asked: Asked) -> CampaignView:
        """
        Show who would be asked and what the letter says; write nothing.

        Raises:
            NotAllowed: The caller has no `consents:write` scope.
            InvalidInput: A unit, form or channel is not there for this caller.
        """
        caller, desk = writer(caller), self.asking.desk
        with desk.database.look(caller.organisation_id) as work:
            now = desk.clock()
            checked_circle(work, caller, asked)
            people = self._people(work, caller, asked, now, now)
            house = work.organisations.current()
            mail = self.asking.mail
            letters = mail.samples(house, LetterKind.FAMILY_INVITATION)
            return CampaignView(people, letters, is_open(house, now))

    def start(self, caller: Caller, asked: Asked) -> CampaignStory:
        """
        Ask everybody who has something open and was not asked within five days.

        Sent again under the same idempotency key it goes on where it was cut off.

        Raises:
            NotAllowed: The caller has no `consents:write` scope.
            InvalidInput: A unit, form or channel is not there for this caller.
        """
        narrowed, desk = writer(caller), self.asking.desk
        with desk.database.begin(caller.organisation_id) as work:
            now = desk.clock()
            if made_before := recall(work, caller):
                campaign = work.campaigns.get(CampaignId(made_before))
            else:
                checked_circle(work, narrowed, asked)
                new_id = CampaignId(desk.new_id())
                campaign = Campaign(new_id, asked, now, caller.actor.id)
                work.campaigns.add(campaign)
                payload = {"campaign_id": campaign.id, "asked": plain(asked)}
                kind = EntryKind.CAMPAIGN_STARTED
                desk.record.append(work, caller, kind, now, payload)
                keep(work, caller, campaign.id, now)
                work.commit()
        return self._sent(narrowed, campaign)

    def remind(self, caller: Caller, campaign_id: CampaignId) -> CampaignStory:
        """
        Ask again whoever was silent for five days, and whoever came since.

        Raises:
            NotAllowed: The caller has no `consents:write` scope.
            NotFound: There is no such campaign.
        """
        caller, desk = writer(caller), self.asking.desk
        with desk.database.look(caller.organisation_id) as work:
            campaign = work.campaigns.get(campaign_id)
        return self._sent(caller, campaign)

    def get(self, caller: Caller, campaign_id: CampaignId) -> CampaignStory:
        """
        Say how far everybody is whom the caller sees, never what they said.

        Raises:
            NotAllowed: The caller has no `consents:read` scope.
            NotFound: There is no such campaign.
        """
        caller, desk = reader(caller), self.asking.desk
        with desk.database.look(caller.organisation_id) as work:
            campaign = work.campaigns.get(campaign_id)
            return self._story(work, caller, campaign)

    def list_page(self, caller: Caller, page: Page) -> Listing[Campaign]:
        """
        Give one page of campaigns, without how far they are.

        Raises:
            NotAllowed: The caller has no `consents:read` scope.
        """
        reader(caller)
        with self.asking.desk.database.look(caller.organisation_id) as work:
            return work.campaigns.list_page(page)

    def _sent(self, caller: Caller, campaign: Campaign) -> CampaignStory:
        """
        Write to everybody it is time for, some in a transaction, and say how far it is.
        """
        desk = self.asking.desk
        with desk.database.look(caller.organisation_id) as work:
            now = desk.clock()
            due = [
                each.reached.signatory_id
                for each in self.asking.candidates(work, caller, campaign.asked, now)
                if each.is_due(now) and self.asking.mail.reaches(each.reached)
            ]
        for start in range(0, len(due), AT_ONCE):
            self._ask(caller, campaign, due[start : start + AT_ONCE])
        with desk.database.look(caller.organisation_id) as work:
            return self._story(work, caller, campaign)

    def _ask(self, caller: Caller, campaign: Campaign, some: Sequence[SignatoryId]) -> None:
        """
        Write to some, unless another did meanwhile.
        """
        desk = self.asking.desk
        with desk.database.begin(caller.organisation_id) as work:
            now = desk.clock()
            for signatory_id in some:
                each = self.asking.one(work, caller, signatory_id, campaign.asked, now)
                if each is not None and each.is_due(now):
                    self.asking.ask(work, caller, each, now)
            work.commit()

    def _story(self, work: UnitOfWork, caller: Caller, campaign: Campaign) -> CampaignStory:
        """
        Say how far everybody is by now.
        """
        now = self.asking.desk.clock()
        people = self._people(work, caller, campaign.asked, now, campaign.started_at)
        return CampaignStory(campaign, people)

    def _people(
        self, work: UnitOfWork, caller: Caller, asked: Asked, now: datetime, since: datetime
    ) -> tuple[AskedOne, ...]:
        """
        Give everybody of a circle by name.
        """
        found = self.asking.candidates(work, caller, asked, now)
        told = (each.told(self.asking.mail, since) for each in found)
        return tuple(sorted(told, key=lambda each: (each.name.casefold(), each.signatory_id)))
