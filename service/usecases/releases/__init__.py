"""
Verbs about release copies: the file that is handed out to be published.

Made of the registered photo itself for one channel, if it may be published there now:
upright, in sRGB, as large as the platform shows it, with the rights it needs written
into it and nothing else that the file ever said.  What a release copy is made of is not
kept; that it was made is in the ledger.

`sizes.py` is the table of platforms.  `statements.py` says whose a picture is,
`embedding.py` writes that into the file, and `markup.py` for the web page around it
(`get_licence_markup.py`).  Start reading at `make_release_copy.py`.
"""

from service.usecases.releases.get_licence_markup import GetLicenceMarkup, LicenceMarkup
from service.usecases.releases.make_release_copy import MakeReleaseCopy, ReleaseCopy, ReleaseWish
from service.usecases.releases.markup import ADDRESS_TO_FILL_IN

__all__ = [
    "ADDRESS_TO_FILL_IN",
    "GetLicenceMarkup",
    "LicenceMarkup",
    "MakeReleaseCopy",
    "ReleaseCopy",
    "ReleaseWish",
]
