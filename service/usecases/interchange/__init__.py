"""
Verbs about what travels between houses: consents, people.

Consents leave as records of ISO/IEC TS 27560 in JSON-LD with everything they name
(`graph.py`, `record.py`), as a table (`table.py`), or as FHIR R5 (`fhir.py`, out only);
JSON-LD and tables come in again.  What leaves is gathered by `gathering.py`.  What comes
in is tried first, refused row by row (`things.py`, `fitting.py`, `taking.py`), and written
whole or not at all; run again it changes nothing.  Nothing that is known here is ever overwritten:
what says something else is refused.

An answer that comes in counts from when it was signed if it is a no, and from now on if
it is a yes.  The record it came with is kept and leaves again as it was.

Must never take an answer for proven because it travelled, nor run what stands in a cell.
Start reading at `export_consents.py`, then `import_consents.py`.
"""

from service.usecases.interchange.export_consents import MEDIA_TYPES, Format
from service.usecases.interchange.import_consents import ConsentReport
from service.usecases.interchange.verbs import InterchangeVerbs, interchange_verbs

__all__ = [
    "MEDIA_TYPES",
    "ConsentReport",
    "Format",
    "InterchangeVerbs",
    "interchange_verbs",
]
