"""
Account for the processing: the register, the impact assessment.

`facts.py` gathers what runs here, `deployment.py` holds what settings say of it,
`dossier.py` puts it in words, `page.py` and a typesetter write it.  Start reading at
`draw_up_dossier.py`.
"""

from service.usecases.accountability.deployment import Deployment
from service.usecases.accountability.dossier import LANGUAGES, DossierKind
from service.usecases.accountability.draw_up_dossier import DrawUpDossier
from service.usecases.accountability.facts import Gathering

__all__ = ["LANGUAGES", "Deployment", "DossierKind", "DrawUpDossier", "Gathering"]
