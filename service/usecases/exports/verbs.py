"""
Hold the verbs of exports, and put them together.
"""

from dataclasses import dataclass

from service.usecases.desk import Desk
from service.usecases.exports.compare_records import CompareRecords
from service.usecases.exports.list_exports import ListExports
from service.usecases.exports.make_export import MakeExport
from service.usecases.exports.preview_export import PreviewExport
from service.usecases.exports.two_people import ApproveExport, ListExportRequests, RequestExport
from service.usecases.ledger import HouseKey, SequenceLedger
from service.usecases.ports.typesetting import Typesetter


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportVerbs:
    """
    Every verb of exports as a field: `registry.exports.make_export`.
    """

    compare_records: CompareRecords
    preview_export: PreviewExport
    make_export: MakeExport
    list_exports: ListExports
    request_export: RequestExport
    approve_export: ApproveExport
    list_export_requests: ListExportRequests


def export_verbs(
    desk: Desk, key: HouseKey, sequence_ledger: SequenceLedger, typeset: Typesetter
) -> ExportVerbs:
    """
    Give each verb its ports.
    """
    return ExportVerbs(
        compare_records=CompareRecords(desk),
        preview_export=PreviewExport(desk),
        make_export=MakeExport(desk, key, sequence_ledger, typeset),
        list_exports=ListExports(desk),
        request_export=RequestExport(desk),
        approve_export=ApproveExport(desk),
        list_export_requests=ListExportRequests(desk),
    )
