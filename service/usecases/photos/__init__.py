"""
Verbs about photos: what is known of a picture, not the picture.

`register_photo.py` reads a picture before any transaction is open and keeps what it
is known by; `photo_details.py` says what can be told and checks it; `album.py` writes
who is in it, who looked and whose it is, each with its ledger line.

Digests and fingerprint can be turned back into a picture or prove one, so nothing here
hands them out: not in an answer, not in the ledger (threat T16).  What a file says of
itself (`file_claims.py`) is handed to whoever sent it, and kept nowhere.  The preview is the
picture: pages show it, smaller, to whoever may read photos.
"""

from service.usecases.photos.album import PhotoStory
from service.usecases.photos.erase_photo import ErasePhoto
from service.usecases.photos.file_claims import FileClaims
from service.usecases.photos.find_likenesses import Likenesses
from service.usecases.photos.photo_details import AttestationDetails, Derivation, PhotoDetails
from service.usecases.photos.refingerprint_photos import Renewal
from service.usecases.photos.register_photo import RegisteredPhoto
from service.usecases.photos.verbs import PhotoVerbs, photo_verbs

__all__ = [
    "AttestationDetails",
    "Derivation",
    "ErasePhoto",
    "FileClaims",
    "Likenesses",
    "PhotoDetails",
    "PhotoStory",
    "PhotoVerbs",
    "RegisteredPhoto",
    "Renewal",
    "photo_verbs",
]
