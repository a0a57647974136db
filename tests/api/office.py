"""
What the tests of channels, forms, answers, photos and posts need often.
"""

import json
from collections.abc import Sequence
from functools import cache

from httpx import Response
from sqlalchemy import func, literal_column, select, union_all

from service.persistence.queries import mine
from service.persistence.schema import metadata
from service.persistence.statements import Prepared
from tests.api.door import PREFIX, Door, Json, answered
from tests.fingerprint.drawing import draw_scene, encode

Files = Sequence[tuple[str, tuple[str, bytes, str]]]
"""Fields with name, content and media type of their files."""

FACEBOOK = {
    "slug": "facebook",
    "name": "Our page",
    "medium": "social",
    "platform": "facebook",
    "audience": "public",
    "purposes": ["information", "activity_report"],
    "address": "facebook.com/LesJacinthes",
}
WORDS = {"fr-BE": "Puis-je montrer votre photo ? Refuser ne coûte rien."}
IMAGE_FORM = {
    "texts": WORDS,
    "matters": ["image", "name"],
    "purposes": ["information", "activity_report"],
    "states_refusal_is_free": True,
    "material": True,
}
OWN_PHOTO = {
    "source": "own",
    "creator": "Nadia Peeters",
    "licence": "own work",
    "credit_line": "© Les Jacinthes",
}
COUNTS = Prepared(
    union_all(
        *(
            select(literal_column(f"'{table.name}'"), func.count()).where(mine(table))
            for table in metadata.sorted_tables
        )
    )
)
"""One statement, made once: every refusal counts twice."""


def channel(door: Door, slug: str = "facebook", **told: object) -> str:
    """
    Register a page; give its id.
    """
    body = FACEBOOK | {"slug": slug, "address": f"{slug}.example/jacinthes"} | told
    made: dict[str, str] = door.post("/channels", body)
    return made["id"]


def group(door: Door, slug: str = "social") -> str:
    """
    Create a group of channels; give its id.
    """
    made: dict[str, str] = door.post("/channel-groups", {"slug": slug, "name": slug.title()})
    return made["id"]


def version(door: Door, slug: str = "image", **told: object) -> str:
    """
    Publish the next version of a form, begun if need be; give its id.
    """
    if door.knock("GET", f"/forms/{slug}").status_code == 404:
        door.post("/forms", {"slug": slug, "name": "Images"})
    made: dict[str, str] = door.post(f"/forms/{slug}/versions", IMAGE_FORM | told)
    return made["id"]


def adult(door: Door, **told: object) -> str:
    """
    Enter an adult who answers alone; give the id.
    """
    return door.person(**({"born_on": "1990-05-04", "given_name": "Emeka"} | told))


def yes(door: Door, person_id: str, version_id: str, **told: object) -> Json:
    """
    Record that somebody says yes to Facebook; give the act.
    """
    return door.post("/consents", saying_yes(person_id, version_id) | told)


def saying_yes(person_id: str, version_id: str) -> dict[str, object]:
    """
    Say in JSON that somebody says yes to Facebook.
    """
    return {
        "person_id": person_id,
        "signatory_id": person_id,
        "capacity": "self",
        "kind": "given",
        "form_version_id": version_id,
        "channels": ["facebook"],
    }


def answer(door: Door, name: str = "Emeka Dupont", **told: object) -> str:
    """
    Ask whether a name may be published on Facebook; give the answer.
    """
    body = {"names": [name], "channel": "facebook"} | told
    found: dict[str, str] = door.post("/checks", body, 200)
    return found["answer"]


@cache
def scene(seed: int = 1) -> bytes:
    """
    Draw a picture as a JPEG file.
    """
    return encode(draw_scene(seed), "JPEG", quality=90)


def send(
    door: Door, path: str, files: Files = (), key: str | None = None, **texts: str | list[str]
) -> Response:
    """
    Send a form; a text that is a list is sent several times.
    """
    headers = {"authorization": f"Bearer {door.key}"}
    if key is not None:
        headers["idempotency-key"] = key
    parts: list[tuple[str, tuple[str | None, bytes, str]]] = [*files]
    for name, text in texts.items():
        several = text if isinstance(text, list) else [text]
        parts += [(name, (None, each.encode(), "text/plain")) for each in several]
    return door.house.client.request("POST", PREFIX + path, files=parts, headers=headers)


def image(content: bytes, name: str = "photo") -> tuple[str, tuple[str, bytes, str]]:
    """
    Give one picture as a field of a form.
    """
    return ("image", (name, content, "application/octet-stream"))


def register(door: Door, content: bytes, status: int = 201, **told: object) -> Json:
    """
    Register a picture with what is told of it; give what came back.
    """
    return answered(send(door, "/photos", [image(content)], photo=json.dumps(told)), status)


def row_counts(door: Door) -> dict[str, int]:
    """
    Count the rows of every table that belong to the organisation.
    """
    database = door.house.registry.keys.identify_key.database
    with database.look(door.organisation.id) as work:
        rows = work.transaction.all(COUNTS)  # type: ignore[attr-defined]  # the real one
    return dict(rows)


def refused(door: Door, path: str, body: object, status: int = 422) -> Json:
    """
    Send something that must be refused and must change nothing; give the problem.
    """
    before = row_counts(door)
    problem = door.post(path, body, status)
    assert before == row_counts(door)
    return problem


def check(door: Door, *pictures: bytes, status: int = 200, **texts: str | list[str]) -> Json:
    """
    Check pictures and words as a form; give what came back.
    """
    files = [image(each) for each in pictures]
    return answered(send(door, "/checks", files, None, **texts), status)


def photo_of_emeka(door: Door) -> str:
    """
    Register a photo of Emeka, who says yes, attested and licensed; give its id.
    """
    channel(door)
    emeka = adult(door)
    yes(door, emeka, version(door))
    people, looked = [{"person_id": emeka}], {"complete": True}
    made = register(door, scene(1), depictions=people, attestation=looked, rights=OWN_PHOTO)
    found: str = made["id"]
    return found


def photo_answer(door: Door, photo_id: str) -> str:
    """
    Ask whether a registered photo may be published on Facebook; give the answer.
    """
    body = {"photo_ids": [photo_id], "channel": "facebook"}
    found: str = door.post("/checks", body, 200)["answer"]
    return found


def published_name(door: Door) -> Json:
    """
    Publish the name of Emeka on Facebook; give the publication.
    """
    return door.post("/publications", {"names": ["Emeka Dupont"], "channel": "facebook"})


def yes_on_paper(door: Door) -> Json:
    """
    Let Emeka say yes on paper, without a scan; give the act.
    """
    channel(door)
    return yes(door, adult(door), version(door), method="paper", signed_on="2025-09-01")


def taking_down(door: Door, person_id: str) -> str:
    """
    Let somebody who is live take it back; give the takedown that this opens.
    """
    door.post("/consents/withdraw", {"person_id": person_id, "signatory_id": person_id})
    found: str = door.get("/takedowns")["items"][-1]["id"]
    return found
