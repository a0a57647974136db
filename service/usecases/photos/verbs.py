"""
Hold the verbs about registered photos.
"""

from dataclasses import dataclass

from service.usecases.checks.looking import Looker
from service.usecases.desk import Desk
from service.usecases.photos.attest_photo import AttestPhoto
from service.usecases.photos.correct_title import CorrectTitle
from service.usecases.photos.cover_picture import CoverPicture
from service.usecases.photos.erase_photo import ErasePhoto
from service.usecases.photos.find_likenesses import FindLikenesses
from service.usecases.photos.find_photo import FindPhoto
from service.usecases.photos.get_photo import GetPhoto
from service.usecases.photos.get_preview import GetPreview
from service.usecases.photos.list_photos import ListPhotos
from service.usecases.photos.record_depictions import RecordDepictions
from service.usecases.photos.record_rights import RecordRights
from service.usecases.photos.refingerprint_photos import RefingerprintPhotos
from service.usecases.photos.register_photo import RegisterPhoto
from service.usecases.ports.aftermath import Aftermath


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoVerbs:
    """
    Every such verb as a field: `registry.photos.register_photo`.
    """

    register_photo: RegisterPhoto
    record_depictions: RecordDepictions
    attest_photo: AttestPhoto
    record_rights: RecordRights
    correct_title: CorrectTitle
    find_photo: FindPhoto
    find_likenesses: FindLikenesses
    get_photo: GetPhoto
    list_photos: ListPhotos
    get_preview: GetPreview
    cover_picture: CoverPicture
    erase_photo: ErasePhoto
    refingerprint_photos: RefingerprintPhotos


def photo_verbs(desk: Desk, look: Looker, aftermath: Aftermath, *, previews: bool) -> PhotoVerbs:
    """
    Give each verb its ports.
    """
    attest_photo = AttestPhoto(desk, aftermath)
    return PhotoVerbs(
        register_photo=RegisterPhoto(desk, look, previews=previews),
        record_depictions=RecordDepictions(desk, aftermath, attest_photo),
        attest_photo=attest_photo,
        record_rights=RecordRights(desk),
        correct_title=CorrectTitle(desk),
        find_photo=FindPhoto(desk),
        find_likenesses=FindLikenesses(desk, look),
        get_photo=GetPhoto(desk),
        list_photos=ListPhotos(desk),
        get_preview=GetPreview(desk, look.pictures),
        cover_picture=CoverPicture(look.pictures),
        erase_photo=ErasePhoto(desk, aftermath),
        refingerprint_photos=RefingerprintPhotos(desk, look.pictures, look.rules),
    )
