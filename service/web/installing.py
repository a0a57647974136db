"""
Let a phone install the pages, and share pictures to them.
"""

import json
from typing import Any, Final

from litestar import Request, Response, get

from service.web.assets import asset
from service.web.render import texts_of

SHARE_PATH: Final = "/share"
SHARED_FILES: Final = "picture"


@get("/manifest.webmanifest", sync_to_thread=False, operation_id="getManifest")
def get_manifest(request: Request[Any, Any, Any]) -> Response[bytes]:
    """
    Describe the pages as an application that pictures can be shared to.
    """
    texts = texts_of(request)
    manifest = {
        "id": "/",
        "name": "Obstat",
        "short_name": "Obstat",
        "description": texts("installing.description"),
        "lang": texts.language,
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": "#faf9f6",
        "theme_color": "#0a5a5c",
        "icons": [
            {"src": asset("obstat.svg"), "sizes": "any", "type": "image/svg+xml"},
            {"src": asset("obstat-192.png"), "sizes": "192x192", "type": "image/png"},
            {"src": asset("obstat-512.png"), "sizes": "512x512", "type": "image/png"},
        ],
        "share_target": {
            "action": SHARE_PATH,
            "method": "POST",
            "enctype": "multipart/form-data",
            "params": {"files": [{"name": SHARED_FILES, "accept": ["image/*", "video/*"]}]},
        },
    }
    return Response(json.dumps(manifest).encode(), media_type="application/manifest+json")
