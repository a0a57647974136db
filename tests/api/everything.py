"""
One of everything that an organisation can have.
"""

from tests.api.door import Door
from tests.api.entering import member, paper
from tests.api.office import adult, channel, group, register, scene, taking_down, version, yes


def one_of_everything(door: Door) -> dict[str, str]:
    """
    Make one of everything; give their ids by the name of their path parameter.
    """
    hook = {"url": "https://cms.example/obstat", "events": ["complaint.filed"]}
    hook_id = door.post("/hooks", hook)["hook"]["id"]
    person_id = door.person()
    signatory_id = door.signatory()
    order = {"kind": "assistance", "covers_image": True}
    hold = {"kind": "objection", "person_id": person_id}
    key = {"name": "Theirs", "scopes": ["checks"]}
    colleague = {
        "email": "bram@staff.example",
        "name": "Bram",
        "language": "nl",
        "roles": [{"role": "checker"}],
    }
    return {
        "unit_id": door.unit(),
        "person_id": person_id,
        "signatory_id": signatory_id,
        "authority_id": door.authority(person_id, signatory_id),
        "protection_id": door.post(f"/people/{person_id}/protections", order)["id"],
        "complaint_id": door.post("/complaints", {"text": "Take it down"})["id"],
        "hook_id": hook_id,
        "delivery_id": door.get(f"/hooks/{hook_id}/deliveries")["items"][0]["id"],
        "export_id": door.post("/exports/requests", {"reason": "Wanted"})["id"],
        "hold_id": door.post("/holds", hold)["id"],
        "key_id": door.post("/keys", key)["key"]["id"],
        "member_id": door.post("/staff", colleague)["id"],
        **_content(door, person_id),
    }


def _content(door: Door, person_id: str) -> dict[str, str]:
    """
    Give what is registered, asked, answered and published.
    """
    channel_id = channel(door, photo_publisher="members")
    version_id = version(door)
    emeka = adult(door)
    act = yes(door, emeka, version_id)
    named = {"names": ["Emeka Dupont"], "channel": "facebook"}
    no = {"capacity": "self", "kind": "refused", "everywhere": True}
    return {
        "unmatched_id": door.post("/answers", no | {"person": {"family_name": "Quentin"}})["id"],
        "pending_id": _pending(door, person_id, version_id, channel_id),
        "channel_id": channel_id,
        "group_id": group(door),
        "template_id": door.get("/forms")["items"][0]["id"],
        "version_id": version_id,
        "act_id": act["id"],
        "photo_id": register(door, scene(1), depictions=[{"person_id": person_id}])["id"],
        "check_id": door.post("/checks", named, 200)["check_id"],
        "publication_id": door.post("/publications", named)["id"],
        "proposal_id": door.post("/proposals", {"channel": "facebook", "text": "Hi"})["id"],
        "takedown_id": taking_down(door, emeka),
        "campaign_id": door.post("/campaigns", {})["id"],
        "letter_id": _letter(door),
    }


def _pending(door: Door, person_id: str, version_id: str, channel_id: str) -> str:
    """
    Give the yes of a second parent that waits for another member of staff.
    """
    nadia = member(door, "nadia")
    for name in ("Anne", "Bram"):
        parent = door.signatory(given_name=name)
        door.authority(person_id, parent, verified=True, proof="Birth certificate")
        entered = paper(person_id, parent, version_id, channel_id)
        door.house.registry.consents.enter_answer(nadia, entered)
    found: str = door.get("/lists/confirmations")["items"][0]["id"]
    return found


def _letter(door: Door) -> str:
    """
    Give a letter that was written.
    """
    invited = door.signatory(given_name="Bram", email="bram@family.example")
    door.post(f"/signatories/{invited}/invitation", {}, 200)
    found: str = door.get("/letters")["items"][-1]["id"]
    return found
