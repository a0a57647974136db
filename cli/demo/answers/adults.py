"""
Tell what was answered about the adults of L'Atelier and about the dead.
"""

from datetime import date

from cli.demo.answers.answer import EVERYWHERE_ASKED, IMAGE_AND_NAME, Answer
from cli.demo.dates import days
from service.decision.terms import ActKind, Capacity, Matter, Method, Purpose

SELF, GIVEN = Capacity.SELF, ActKind.GIVEN
KEEPSAKES = ("website", "leaflet", "intranet")


def adult_answers(today: date) -> tuple[Answer, ...]:
    """
    Give the answers about adults, living and dead.
    """
    return (*_atelier(today), *_departed(today))


def _atelier(today: date) -> tuple[Answer, ...]:
    pirard, whole = "jerome-pirard", EVERYWHERE_ASKED
    represents = Capacity.REPRESENTATIVE
    return (
        Answer(
            "camille-lambert",
            "camille-lambert",
            SELF,
            GIVEN,
            days(today, 35),
            "yes everywhere, and expressly for pages that reveal the disability",
            whole,
            matters=IMAGE_AND_NAME,
            explicit=True,
            version=2,
        ),
        Answer(
            "thomas-maes",
            "thomas-maes",
            SELF,
            GIVEN,
            days(today, 200),
            "he signed; the assistant was asked to sign beside him",
            whole,
            language="nl",
        ),
        Answer(
            "thomas-maes",
            "greet-maes",
            Capacity.ASSISTANT,
            ActKind.REQUESTED,
            days(today, 200),
            "asked, has not answered",
            whole,
            language="nl",
        ),
        Answer(
            "luc-hermans",
            pirard,
            represents,
            GIVEN,
            days(today, 180),
            "the administrator: yes",
            whole,
            method=Method.PAPER,
        ),
        Answer(
            "luc-hermans",
            "luc-hermans",
            SELF,
            GIVEN,
            days(today, 180),
            "asked in easy words, with pictograms: yes",
            whole,
            method=Method.ORAL_WITNESSED,
        ),
        Answer(
            "bernadette-colin",
            pirard,
            represents,
            GIVEN,
            days(today, 180),
            "the administrator: yes",
            whole,
            method=Method.PAPER,
        ),
        Answer(
            "bernadette-colin",
            "bernadette-colin",
            SELF,
            ActKind.REFUSED,
            days(today, 90),
            "she does not want to be seen",
            everywhere=True,
            matters=frozenset(Matter),
            method=Method.ORAL_WITNESSED,
        ),
        Answer(
            "fatima-el-amrani",
            "fatima-el-amrani",
            SELF,
            GIVEN,
            days(today, 150),
            "her goods are administered, her picture is hers: yes",
            whole,
        ),
        Answer(
            "georges-petit",
            "anne-petit",
            Capacity.RELATIVE,
            GIVEN,
            days(today, 120),
            "his daughter agrees; she has no authority to",
            whole,
        ),
    )


def _departed(today: date) -> tuple[Answer, ...]:
    keeps = frozenset({Purpose.ARCHIVE})
    return (
        Answer(
            "odette-marchal",
            "odette-marchal",
            SELF,
            GIVEN,
            days(today, 900),
            "yes while she lived",
            EVERYWHERE_ASKED,
        ),
        *(
            Answer(
                "marcel-thiry",
                child,
                Capacity.RELATIVE,
                GIVEN,
                days(today, 32),
                "one of his two children: yes, for the archive",
                KEEPSAKES,
                purposes=keeps,
                version=2,
            )
            for child in ("monique-thiry", "etienne-thiry")
        ),
    )
