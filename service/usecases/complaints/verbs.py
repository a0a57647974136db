"""
Hold the verbs of complaints, and put them together.
"""

from dataclasses import dataclass

from service.usecases.complaints.demand_takedown import DemandTakedown
from service.usecases.complaints.file_complaint import FileComplaint
from service.usecases.complaints.hold_subject import HoldSubject
from service.usecases.complaints.read_complaints import GetComplaint, ListComplaints
from service.usecases.complaints.standing import Deadlines
from service.usecases.complaints.take_steps import CloseComplaint, RecordStep
from service.usecases.complaints.write_letter import WriteLetter
from service.usecases.desk import Desk
from service.usecases.holds.place_hold import PlaceHold
from service.usecases.notices import TellStaff
from service.usecases.takedowns import OpenTakedowns


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintVerbs:
    """
    Every such verb as a field: `registry.complaints.file_complaint`.
    """

    file_complaint: FileComplaint
    record_step: RecordStep
    demand_takedown: DemandTakedown
    hold_subject: HoldSubject
    close_complaint: CloseComplaint
    get_complaint: GetComplaint
    list_complaints: ListComplaints
    write_letter: WriteLetter


def complaint_verbs(
    desk: Desk,
    deadlines: Deadlines,
    place_hold: PlaceHold,
    take_down: OpenTakedowns,
    tell: TellStaff,
) -> ComplaintVerbs:
    """
    Give each verb its ports.
    """
    get_complaint = GetComplaint(desk)
    return ComplaintVerbs(
        file_complaint=FileComplaint(desk, deadlines, place_hold, tell),
        record_step=RecordStep(desk, deadlines, tell),
        demand_takedown=DemandTakedown(desk, take_down),
        hold_subject=HoldSubject(desk, place_hold),
        close_complaint=CloseComplaint(desk),
        get_complaint=get_complaint,
        list_complaints=ListComplaints(desk, get_complaint),
        write_letter=WriteLetter(desk),
    )
