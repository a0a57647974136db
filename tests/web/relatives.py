"""
A family in front of a screen.
"""

from dataclasses import dataclass

from tests.api.family import ANNE, Household
from tests.api.office import channel, version
from tests.web.browser.visitor import Visitor
from tests.web.staffed import StaffedHouse


@dataclass(frozen=True)
class Relative:
    """
    Anne at her phone, asked about two pages for Léa.
    """

    household: Household
    visitor: Visitor

    @property
    def start(self) -> str:
        """
        Give where families of this house begin.
        """
        return f"/f/{self.household.slug}"

    def open_link(self) -> None:
        """
        Open the link of an invitation.
        """
        self.visitor.go(f"{self.start}/link/{self.household.link()}")

    def come_in(self) -> None:
        """
        Press the button, read the mail, type the code.
        """
        self.open_link()
        self.visitor.press("Send me the code")
        self.visitor.fill("Six-digit code", self.household.mailbox.last_code(ANNE))
        self.visitor.press("Enter")
        self.visitor.sees("Where may Léa be shown?")

    def pick(self, place: str, question: str, choice: str) -> int:
        """
        Open a place if need be and choose; give how many times was pressed.
        """
        card = self.visitor.page.locator("details.card", has_text=place)
        opening = card.get_attribute("open") is None
        if opening:
            self.visitor.click(card.locator("summary"))
        group = card.get_by_role("group", name=question)
        self.visitor.click(group.locator("label", has_text=choice).first)
        return 2 if opening else 1

    def headline(self) -> str:
        """
        Give what the page is about.
        """
        return self.visitor.page.get_by_role("heading", level=1).inner_text()


def relative(house: StaffedHouse, visitor: Visitor) -> Relative:
    """
    Ask Anne about two pages, and give her a phone.
    """
    household = Household(house.door)
    channel(house.door, "facebook", name="Facebook")
    channel(house.door, "website", name="Our site", medium="web", platform="website")
    version(house.door)
    return Relative(household, visitor)
