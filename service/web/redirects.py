"""
Lead on after a form was taken.
"""

from litestar import Response
from litestar.datastructures import Cookie


def see_other(location: str, *cookies: Cookie) -> Response[bytes]:
    """
    Lead to a page that can be loaded again without sending anything.
    """
    return Response(
        b"", status_code=303, headers={"Location": location}, cookies=list(cookies) or None
    )
