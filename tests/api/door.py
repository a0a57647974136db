"""
Knock at the API the way an integrator does, with words for what tests need often.
"""

import json
from dataclasses import dataclass
from typing import Any, TypeAlias

import httpx
from httpx import Response

from service.records.organisation import Organisation
from service.usecases.registry import Registry

Json: TypeAlias = Any
"""What JSON holds; a test says what it expects there."""
PREFIX = "/api/v1"
NOBODY = "0197a1c2-7d5e-7abc-8def-000000000000"
"""An id that nothing has."""


@dataclass(frozen=True)
class House:
    """
    The application, running, and the verbs behind it.
    """

    client: httpx.Client
    """Of the test bench, or one that talks to a service that listens."""
    registry: Registry


@dataclass(frozen=True)
class Door:
    """
    One API key in somebody's hand.
    """

    house: House
    key: str
    organisation: Organisation

    def knock(self, method: str, path: str, body: object = None, **headers: str) -> Response:
        """
        Send one request; *headers* are named with underscores.
        """
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        content = None if body is None else json.dumps(body)
        if body is not None:
            named.setdefault("content-type", "application/json")
        named.setdefault("authorization", f"Bearer {self.key}")
        return self.house.client.request(method, PREFIX + path, content=content, headers=named)

    def send_form(self, method: str, path: str, texts: dict[str, str], **files: bytes) -> Response:
        """
        Send one multipart form.
        """
        sent = {name: ("file.bin", content) for name, content in files.items()}
        headers = {"authorization": f"Bearer {self.key}"}
        client = self.house.client
        return client.request(method, PREFIX + path, data=texts, files=sent, headers=headers)

    def get(self, path: str, status: int = 200) -> Json:
        """
        Read something.
        """
        return answered(self.knock("GET", path), status)

    def post(self, path: str, body: object = None, status: int = 201, **headers: str) -> Json:
        """
        Make something, or have something happen.
        """
        return answered(self.knock("POST", path, body, **headers), status)

    def patch(self, path: str, body: object, status: int = 200) -> Json:
        """
        Change something.
        """
        return answered(self.knock("PATCH", path, body), status)

    def put(self, path: str, body: object, status: int = 200) -> Json:
        """
        Put something in the place of what is there.
        """
        return answered(self.knock("PUT", path, body), status)

    def delete(self, path: str, status: int) -> Json:
        """
        Remove something.
        """
        return answered(self.knock("DELETE", path), status)

    def with_key(self, *scopes: str, units: list[str] | None = None) -> "Door":
        """
        Give the same door with a lesser key.
        """
        body = {"name": "A lesser key", "scopes": list(scopes), "unit_ids": units}
        return Door(self.house, self.post("/keys", body)["text"], self.organisation)

    def entries(self) -> list[dict[str, Any]]:
        """
        Read what the ledger holds, oldest first, erased entries left out.
        """
        ledger = self.house.registry.ledger.verify_ledger
        waiting, kept = True, []
        while waiting:  # somebody else may be putting lines in their places just now
            ledger.sequence_ledger.sequence(self.organisation.id)
            with ledger.database.look(self.organisation.id) as work:
                waiting = bool(work.ledger.pending(1))
                kept = [leaf.entry for leaf in work.ledger.leaves() if leaf.entry is not None]
        return [json.loads(entry) for entry in kept]

    def unit(self, name: str = "Les Coquelicots") -> str:
        """
        Enter a unit; give its id.
        """
        contact = {"name": "Nadia Peeters", "role": "head of service"}
        made: dict[str, str] = self.post("/units", {"name": name, "contact": contact})
        return made["id"]

    def person(self, **told: object) -> str:
        """
        Enter Léa, a child of ten, or whoever is told; give the id.

        Each is somebody else, since most tests need several people and no names.
        """
        lea = {
            "given_name": "Léa",
            "family_name": "Dupont",
            "category": "beneficiary",
            "born_on": "2016-05-04",
            "somebody_else": True,
        }
        made: dict[str, str] = self.post("/people", lea | told)
        return made["id"]

    def signatory(self, **told: object) -> str:
        """
        Enter Anne, who may answer for somebody; give the id.
        """
        anne = {"given_name": "Anne", "family_name": "Dupont", "email": "anne@family.example"}
        made: dict[str, str] = self.post("/signatories", anne | told)
        return made["id"]

    def authority(self, person_id: str, signatory_id: str, **told: object) -> str:
        """
        Record that somebody is a parent of somebody; give the id.
        """
        parent = {"signatory_id": signatory_id, "kind": "parent", "basis": "filiation"}
        made: dict[str, str] = self.post(f"/people/{person_id}/authorities", parent | told)
        return made["id"]


def answered(response: Response, status: int) -> Json:
    """
    Give what came back, as values, if it came with *status*.
    """
    assert status == response.status_code, response.text
    kind = response.headers.get("content-type", "")
    if status >= 400:
        assert "application/problem+json" == kind
    return response.json() if "json" in kind else response.text
