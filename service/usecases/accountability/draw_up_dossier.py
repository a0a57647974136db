"""
Draw up the register of processing, or the impact assessment.
"""

import json
from dataclasses import dataclass

from service.decision.powers import Scope
from service.errors import InvalidInput
from service.usecases.accountability.dossier import LANGUAGES, DossierKind, dossier_of
from service.usecases.accountability.facts import Gathering
from service.usecases.accountability.page import page_of
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.ports.typesetting import Typesetter
from service.usecases.sight.people import needs_everybody


@dataclass(frozen=True, slots=True)
class DrawUpDossier:
    """
    Draw up the register of processing, or the impact assessment.
    """

    desk: Desk
    gathering: Gathering
    typeset: Typesetter

    def __call__(
        self, caller: Caller, kind: DossierKind, language: str, *, as_pdf: bool = False
    ) -> bytes:
        """
        Give it as a page, or as a tagged PDF; what only people know is left blank.

        Raises:
            NotAllowed: The caller has no `audit` scope, or sees some units only.
            InvalidInput: It is not written in this language.
            Unavailable: The PDF could not be made; the page says the same.
        """
        caller.needs(Scope.AUDIT)
        needs_everybody(caller)
        primary = language.partition("-")[0]
        if primary not in LANGUAGES:
            raise InvalidInput(f"In one of: {', '.join(LANGUAGES)}.", field="language")
        with self.desk.database.look(caller.organisation_id) as work:
            facts = self.gathering.facts(work, self.desk.clock())
        dossier = dossier_of(kind, facts, primary)
        if not as_pdf:
            return page_of(dossier)
        content = json.dumps(dossier.to_plain(), ensure_ascii=False)
        (made,) = self.typeset("dossier", [{"content": content}])
        return made
