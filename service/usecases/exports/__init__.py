"""
Verbs that hand out evidence: one file that proves itself.

    collect.py          what the log and the tables say of a person, publication, complaint
                        (collected.py)
    records.py          written as they are, or with other people withheld (withheld.py)
    assemble.py         with proofs, verifier, and for humans: one file.  consent_record.py,
                        report.py, page.py, timeline.py and tables.py write its parts
    make_export.py      the verb: write down who takes it, then make it
    preview_export.py   what would be in it and what withheld, before anybody takes it
    list_exports.py     who took what, out of the log
    compare_records.py  is anything in the tables that the log contradicts (compared.py)?
                        compare_versions.py, compare_photos.py and compare_rules.py ask it
                        of what is versioned, of photos, of settings and forms
    two_people.py       everyone's data takes a request and the approval of somebody else
    verbs.py            puts all of them together

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
