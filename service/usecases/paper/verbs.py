"""
Hold the verbs about paper.
"""

from dataclasses import dataclass

from service.usecases.drafts.keeping import DraftShelf
from service.usecases.paper.print_form import PrintForm
from service.usecases.paper.scans import KeepScan, OpenScan, ReadPaper
from service.usecases.ports.services import NewId
from service.usecases.ports.typesetting import Typesetter


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperVerbs:
    """
    Every such verb as a field: `registry.paper.print_form`.
    """

    print_form: PrintForm
    read_paper: ReadPaper
    keep_scan: KeepScan
    open_scan: OpenScan


def paper_verbs(shelf: DraftShelf, typeset: Typesetter, new_reference: NewId) -> PaperVerbs:
    """
    Give each verb its ports.
    """
    read_paper = ReadPaper(shelf, shelf.pictures)
    return PaperVerbs(
        print_form=PrintForm(shelf.desk, typeset, new_reference),
        read_paper=read_paper,
        keep_scan=KeepScan(read_paper),
        open_scan=OpenScan(read_paper),
    )
