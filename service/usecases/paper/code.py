"""
Write and read the code on a page of answers.

It holds the version of the form, a one-time reference and the number of the page: no
personal data, and no way in (domain section 5).
"""

import io
import re
from dataclasses import dataclass

import segno

from service.decision.ids import FormVersionId, PaperId

_CODE = re.compile(r"OBSTAT1/([0-9A-F]{32})/([0-9A-F]{32})/([1-9][0-9]?)")
_GROUPS = (8, 12, 16, 20)


@dataclass(frozen=True, slots=True)
class PageCode:
    """
    Which page of which printed form a sheet of paper is.
    """

    form_version_id: FormVersionId
    paper_id: PaperId
    page: int

    def text(self) -> str:
        """
        Give what the code says: capitals and figures only, so that it is small.
        """
        parts = (self.form_version_id, self.paper_id)
        bare = (each.replace("-", "").upper() for each in parts)
        return "/".join(("OBSTAT1", *bare, str(self.page)))

    def drawing(self) -> str:
        """
        Draw it as SVG, without an edge.
        """
        drawn = io.BytesIO()
        segno.make(self.text(), error="m", micro=False).save(
            drawn, kind="svg", border=0, xmldecl=False
        )
        return drawn.getvalue().decode()


def page_code(text: str) -> PageCode | None:
    """
    Read a code; None: it is none of ours.
    """
    found = _CODE.fullmatch(text)
    if found is None:
        return None
    version, paper = (_dashed(each) for each in found.group(1, 2))
    return PageCode(FormVersionId(version), PaperId(paper), int(found[3]))


def _dashed(bare: str) -> str:
    """
    Write an identifier as the registry does.
    """
    starts, ends = (0, *_GROUPS), (*_GROUPS, len(bare))
    return "-".join(bare[start:end] for start, end in zip(starts, ends, strict=True)).lower()
