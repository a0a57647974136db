"""
List what an export contains, and sign the list.

    manifest.json   canonical JSON: name, size and SHA-256 of every other member
    manifest.note   a signed note over the digest of the list

The log's own key signs.  The first line of the note is none that a checkpoint of any
log can begin with, so neither can be passed off as the other.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from service.ledger.canonical import Plain, canonical, parse_canonical
from service.ledger.failures import CheckpointRefused, ExportBroken, ExportFlaw, NotCanonical
from service.ledger.keys import Signer, Verifier
from service.ledger.note import open_note, sign_note

MANIFEST, MANIFEST_NOTE = "manifest.json", "manifest.note"
FORMAT = 1

_FIRST_LINE = "obstat export manifest 1"


@dataclass(frozen=True, slots=True)
class Manifest:
    """
    What was exported out of which log.
    """

    origin: str
    organisation_id: str
    members: Mapping[str, tuple[int, str]]
    """Size and SHA-256 in hex, by name."""


def with_manifest(
    members: Mapping[str, bytes], origin: str, organisation_id: str, signer: Signer
) -> dict[str, bytes]:
    """
    Return *members* with their list and its signature.
    """
    listed: list[Plain] = [
        {"bytes": len(content), "name": name, "sha256": sha256(content).hexdigest()}
        for name, content in sorted(members.items())
    ]
    content = canonical(
        {
            "format": FORMAT,
            "members": listed,
            "organisation_id": organisation_id,
            "origin": origin,
        }
    )
    note = sign_note(_signed_text(origin, content), [signer])
    return {**members, MANIFEST: content, MANIFEST_NOTE: note.encode()}


def open_manifest(members: Mapping[str, bytes], verifiers: Iterable[Verifier]) -> Manifest:
    """
    Return the list that a trusted key of the log signed.

    Raises:
        ExportBroken: If it is missing, malformed or not signed.
    """
    for name in (MANIFEST, MANIFEST_NOTE):
        if name not in members:
            raise ExportBroken(ExportFlaw.MANIFEST, name, "it is missing")
    manifest = _read(members[MANIFEST])
    try:
        text, held = open_note(members[MANIFEST_NOTE].decode(), verifiers)
    except (CheckpointRefused, UnicodeDecodeError) as refused:
        raise ExportBroken(ExportFlaw.SIGNATURE, MANIFEST_NOTE, str(refused)) from None
    if all(each.name != manifest.origin for each in held):
        message = f"no key of {manifest.origin} signed this"
        raise ExportBroken(ExportFlaw.SIGNATURE, MANIFEST_NOTE, message)
    if text != _signed_text(manifest.origin, members[MANIFEST]):
        raise ExportBroken(ExportFlaw.SIGNATURE, MANIFEST, "it is not the list that was signed")
    return manifest


def check_members(members: Mapping[str, bytes], manifest: Manifest) -> None:
    """
    Return if *members* are exactly those that were listed.

    Raises:
        ExportBroken: Naming the first that is missing, added or changed.
    """
    for name, (size, digest) in manifest.members.items():
        if name not in members:
            raise ExportBroken(ExportFlaw.MEMBER_MISSING, name, "it was listed and is not there")
        if len(members[name]) != size or sha256(members[name]).hexdigest() != digest:
            raise ExportBroken(ExportFlaw.MEMBER_CHANGED, name, "its bytes were changed")
    for name in members:
        if name not in manifest.members and name not in (MANIFEST, MANIFEST_NOTE):
            raise ExportBroken(ExportFlaw.MEMBER_ADDED, name, "it is there and was not listed")


def _signed_text(origin: str, content: bytes) -> str:
    return f"{_FIRST_LINE}\n{origin}\n{sha256(content).hexdigest()}\n"


def _read(content: bytes) -> Manifest:
    """
    Read the list, proving nothing yet.
    """
    try:
        listed = parse_canonical(content)
        if isinstance(listed, dict) and listed["format"] == FORMAT:
            members = {each["name"]: (each["bytes"], each["sha256"]) for each in listed["members"]}
            return Manifest(listed["origin"], listed["organisation_id"], members)
        message = f"this is no list of format {FORMAT}"
    except (NotCanonical, KeyError, TypeError) as refused:
        message = str(refused)
    raise ExportBroken(ExportFlaw.MANIFEST, MANIFEST, message)
