"""
Hand out files that somebody sent.
"""

from litestar import Response


def download(content: bytes, media_type: str, name: str) -> Response[bytes]:
    """
    Wrap what somebody sent: never shown by the browser, never kept by it.
    """
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": "no-store",
    }
    return Response(content, media_type=media_type, headers=headers)
