"""
Serve style, modules and pictures of the pages, from here alone.

The address of a file holds the digest of its content, so that a browser may keep it for
ever and still never uses yesterday's.
"""

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from litestar import Response, get
from litestar.params import FromPath

from service.errors import NotFound

FOLDER: Final = Path(__file__).parent / "static"
PREFIX: Final = "/static"
_MEDIA_TYPES: Final[Mapping[str, str]] = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".png": "image/png",
    ".svg": "image/svg+xml",
}
_FOR_EVER: Final = "public, max-age=31536000, immutable"
_DIGEST_CHARACTERS: Final = 16


@cache
def _shelf() -> Mapping[str, tuple[str, bytes]]:
    """
    Read every file once, with the digest of what all of them hold.

    One digest for all: modules import one another by name, relative to themselves.
    """
    files = {each.name: each.read_bytes() for each in sorted(FOLDER.iterdir()) if each.is_file()}
    together = hashlib.sha256()
    for name, content in files.items():
        together.update(f"{name} {len(content)} ".encode() + content)
    digest = together.hexdigest()[:_DIGEST_CHARACTERS]
    return {name: (digest, content) for name, content in files.items()}


def asset(name: str) -> str:
    """
    Give the address of a file of `static/`.

    Raises:
        KeyError: There is no such file.
    """
    digest, _ = _shelf()[name]
    return f"{PREFIX}/{digest}/{name}"


@get(
    f"{PREFIX}/{{digest:str}}/{{name:str}}",
    sync_to_thread=False,
    operation_id="getAsset",
    cache=False,
)
def get_asset(digest: FromPath[str], name: FromPath[str]) -> Response[bytes]:
    """
    Give one file.

    Raises:
        NotFound: There is none of this name and content.
    """
    known, content = _shelf().get(name, ("", b""))
    if not content or known != digest:
        raise NotFound("There is no such file.")
    return Response(
        content,
        media_type=_MEDIA_TYPES[Path(name).suffix],
        headers={"Cache-Control": _FOR_EVER, "Cross-Origin-Resource-Policy": "same-origin"},
    )
