"""
Verbs that hand out evidence: one file that proves itself.

    collect.py          what the log and the tables say of a person, publication, complaint
    records.py          written as they are, or with other people withheld
    assemble.py         with proofs, consent records, report, tables, verifier: one file
    make_export.py      the verb: write down who takes it, then make it
    preview_export.py   what would be in it and what withheld, before anybody takes it
    list_exports.py     who took what, out of the log
    compare_records.py  is anything in the tables that the log contradicts?
    two_people.py       everyone's data takes a request and the approval of somebody else

What an export contains and how it is verified stands in `service/ledger/exported.py`.
"""

from service.usecases.exports.compare_records import Contradiction
from service.usecases.exports.list_exports import ExportMade
from service.usecases.exports.make_export import Export, MakeExport
from service.usecases.exports.two_people import RequestStory
from service.usecases.exports.verbs import ExportVerbs, export_verbs

__all__ = [
    "Contradiction",
    "Export",
    "ExportMade",
    "ExportVerbs",
    "MakeExport",
    "RequestStory",
    "export_verbs",
]
