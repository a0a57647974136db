"""
Somebody who reads pages without a browser: quick, and with words for what tests need.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape

import httpx

from service.decision.powers import Role
from service.web.session import COOKIE
from tests.web.staffed import StaffedHouse

Files = Mapping[str, tuple[str, bytes, str]]


@dataclass(frozen=True)
class Reader:
    """
    One session, asking as a browser would.
    """

    client: httpx.Client
    token: str

    def get(self, path: str, status: int = 200) -> str:
        """
        Load a page; give its text.
        """
        response = self.client.get(path, headers=self.headers())
        assert status == response.status_code, words(response.text)
        return words(response.text)

    def post(
        self, path: str, fields: Mapping[str, object], files: Files | None = None, status: int = 303
    ) -> str:
        """
        Send a form; give where it leads, or the text of the page that came back.
        """
        sent = {name: value for name, value in fields.items() if value is not None}
        response = self.client.post(path, data=sent, files=files, headers=self.headers())
        assert status == response.status_code, words(response.text)
        return response.headers["location"] if status == 303 else words(response.text)

    def fetch(self, path: str) -> httpx.Response:
        """
        Load what is no page.
        """
        return self.client.get(path, headers=self.headers())

    def headers(self) -> dict[str, str]:
        """
        Give what a browser of this session sends along.
        """
        return {
            "cookie": f"{COOKIE}={self.token}; obstat-language=en",
            "sec-fetch-site": "same-origin",
        }


def reader(house: StaffedHouse, role: Role, name: str = "", unit_id: str | None = None) -> Reader:
    """
    Hire somebody and sit them down.
    """
    return Reader(house.door.house.client, house.hire(role, name, unit_id))


def words(page: str) -> str:
    """
    Give the words of a page, as they are read.
    """
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", page)).split())
