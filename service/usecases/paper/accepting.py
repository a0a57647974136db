"""
Refuse paper of somebody else, of another house, or used before.
"""

from datetime import datetime
from enum import StrEnum

from service.decision.ids import ChannelId, FormVersionId, PaperId, PersonId
from service.decision.meaning import is_as_shown
from service.errors import InvalidInput
from service.records.facts import Wanted
from service.records.paper import PaperForm
from service.usecases.ports.work import UnitOfWork


class PaperFault(StrEnum):
    """
    Name why a paper is not taken.
    """

    NO_CODE = "no_code"
    NOT_ALIGNED = "not_aligned"
    OTHER_HOUSE = "other_house"
    OTHER_FORM = "other_form"
    OTHER_PERSON = "other_person"
    SEVERAL = "several"
    ENTERED = "entered"
    UNREADABLE = "unreadable"


_SAID = {
    PaperFault.NO_CODE: "No code of a form can be read on it: take it again, or type it in.",
    PaperFault.NOT_ALIGNED: "All four black marks in the corners must be seen, on flat paper.",
    PaperFault.OTHER_HOUSE: "This form was not printed here.",
    PaperFault.OTHER_FORM: "This is another form, or another version of it.",
    PaperFault.OTHER_PERSON: "This form was printed for somebody else.",
    PaperFault.SEVERAL: "This holds more than one form, or one page twice: send them apart.",
    PaperFault.ENTERED: "The answers of this paper were entered before.",
    PaperFault.UNREADABLE: "Send a photograph (JPEG, PNG, WebP, HEIC, TIFF) or a PDF.",
}


class PaperRefused(InvalidInput):
    """
    A paper that cannot be taken for this answer.
    """

    code = "paper-refused"

    def __init__(self, fault: PaperFault) -> None:
        """
        Keep why.
        """
        super().__init__(_SAID[fault], field="file")
        self.fault = fault


def accepted(
    work: UnitOfWork, paper_id: PaperId, person_id: PersonId, version_id: FormVersionId
) -> PaperForm:
    """
    Give a form as printed, if its answers may be entered for this person.

    Raises:
        PaperRefused: They may not.
    """
    form = work.paper_forms.find(paper_id)
    if form is None:
        raise PaperRefused(PaperFault.OTHER_HOUSE)
    if form.form_version_id != version_id:
        raise PaperRefused(PaperFault.OTHER_FORM)
    if form.person_id not in {None, person_id}:
        raise PaperRefused(PaperFault.OTHER_PERSON)
    if work.paper_forms.used_at(paper_id) is not None:
        raise PaperRefused(PaperFault.ENTERED)
    return form


def use_up(
    work: UnitOfWork,
    paper_id: PaperId,
    person_id: PersonId,
    version_id: FormVersionId,
    at: datetime,
    *,
    yes_to: frozenset[ChannelId],
) -> None:
    """
    Note that the answers of a paper are entered, once.

    Args:
        yes_to: The channels to which it says yes.

    Raises:
        PaperRefused: They may not be entered for this person.
        InvalidInput: A yes to a channel that means more by now than the paper said.
    """
    form = accepted(work, paper_id, person_id, version_id)
    if yes_to:
        facts = work.facts.gather(Wanted(at=at, known_at=at, channel_ids=yes_to))
        if not all(is_as_shown(each, form.printed_at) for each in facts.channels.values()):
            message = "A page means more by now than this paper said: ask for that yes anew."
            raise InvalidInput(message, field="place")
    work.paper_forms.note_use(paper_id, person_id, at)
