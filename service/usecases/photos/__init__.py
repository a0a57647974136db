"""
Verbs about photos: what is known of a picture, not the picture.

`register_photo.py` reads a picture before any transaction is open and keeps what it
is known by; `photo_details.py` says what can be told and checks it; `album.py` writes
who is in it, who looked and whose it is, each with its ledger line.

Digests and fingerprint can be turned back into a picture or prove one, so nothing here
hands them out: not in an answer, not in the ledger (threat T16).  The preview is the
picture: pages show it, smaller, to whoever may read photos.
"""

from service.usecases.photos.album import PhotoStory
from service.usecases.photos.attest_photo import AttestPhoto
from service.usecases.photos.correct_title import CorrectTitle
from service.usecases.photos.cover_picture import CoverPicture
from service.usecases.photos.erase_photo import ErasePhoto
from service.usecases.photos.find_likenesses import FindLikenesses, Likenesses
from service.usecases.photos.find_photo import FindPhoto
from service.usecases.photos.get_photo import GetPhoto
from service.usecases.photos.get_preview import GetPreview
from service.usecases.photos.list_photos import ListPhotos
from service.usecases.photos.photo_details import AttestationDetails, Derivation, PhotoDetails
from service.usecases.photos.record_depictions import RecordDepictions
from service.usecases.photos.record_rights import RecordRights
from service.usecases.photos.refingerprint_photos import Progress, RefingerprintPhotos, Renewal
from service.usecases.photos.register_photo import RegisteredPhoto, RegisterPhoto

__all__ = [
    "AttestPhoto",
    "AttestationDetails",
    "CorrectTitle",
    "CoverPicture",
    "Derivation",
    "ErasePhoto",
    "FindLikenesses",
    "FindPhoto",
    "GetPhoto",
    "GetPreview",
    "Likenesses",
    "ListPhotos",
    "PhotoDetails",
    "PhotoStory",
    "Progress",
    "RecordDepictions",
    "RecordRights",
    "RefingerprintPhotos",
    "RegisterPhoto",
    "RegisteredPhoto",
    "Renewal",
]
