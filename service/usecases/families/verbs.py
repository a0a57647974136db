"""
Hold the verbs of families, and put them together.
"""

from dataclasses import dataclass

from service.usecases.complaints import FileComplaint
from service.usecases.consents import RecordConsent, WithdrawConsent
from service.usecases.desk import Desk
from service.usecases.families.answer import Answer
from service.usecases.families.ask_unit import AskUnit
from service.usecases.families.asking import Asking
from service.usecases.families.campaigns import Campaigns
from service.usecases.families.complain import Complain
from service.usecases.families.doors import Doorkeeper
from service.usecases.families.enter_code import EnterCode
from service.usecases.families.forget_doors import ForgetDoors
from service.usecases.families.get_receipt import GetReceipt
from service.usecases.families.invite_signatory import InviteSignatory
from service.usecases.families.issuing import StaffReceipts
from service.usecases.families.leave_family import LeaveFamily
from service.usecases.families.open_link import OpenLink
from service.usecases.families.preview_answers import PreviewAnswers
from service.usecases.families.print_receipt import PrintReceipt
from service.usecases.families.recognise_family import RecogniseFamily
from service.usecases.families.reminding import RemindFamilies
from service.usecases.families.renew_link import RenewLink
from service.usecases.families.send_code import SendCode
from service.usecases.families.show_appearances import ShowAppearances
from service.usecases.families.show_matters import ShowMatters
from service.usecases.families.telling import FamilyNotices
from service.usecases.ledger import HouseKey
from service.usecases.ports.aftermath import Aftermath
from service.usecases.ports.services import Token
from service.usecases.ports.typesetting import Typesetter


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyVerbs:
    """
    Every verb of families as a field: `registry.families.open_link`.
    """

    invite_signatory: InviteSignatory
    open_link: OpenLink
    send_code: SendCode
    enter_code: EnterCode
    renew_link: RenewLink
    recognise_family: RecogniseFamily
    leave_family: LeaveFamily
    show_matters: ShowMatters
    preview_answers: PreviewAnswers
    answer: Answer
    get_receipt: GetReceipt
    show_appearances: ShowAppearances
    print_receipt: PrintReceipt
    ask_unit: AskUnit
    campaigns: Campaigns
    remind: RemindFamilies
    complain: Complain
    forget_doors: ForgetDoors


def family_verbs(
    desk: Desk,
    token: Token,
    notices: FamilyNotices,
    house_key: HouseKey,
    aftermath: Aftermath,
    file_complaint: FileComplaint,
    typeset: Typesetter,
) -> FamilyVerbs:
    """
    Give each verb its ports.
    """
    now, mail, law = desk.clock, notices.mail, notices.law
    doors = Doorkeeper(desk.database, token, desk.new_id)
    asking = Asking(desk, law, doors, mail)
    show_matters = ShowMatters(desk, law)
    receipts = StaffReceipts(desk, notices)
    record = RecordConsent(desk, aftermath, receipts)
    withdraw = WithdrawConsent(desk, aftermath, receipts)
    return FamilyVerbs(
        invite_signatory=InviteSignatory(desk, law, doors, mail),
        open_link=OpenLink(doors, now),
        send_code=SendCode(doors, now, mail),
        enter_code=EnterCode(doors, now, desk.record),
        renew_link=RenewLink(doors, now, mail),
        recognise_family=RecogniseFamily(doors, now),
        leave_family=LeaveFamily(doors),
        show_matters=show_matters,
        preview_answers=PreviewAnswers(show_matters),
        answer=Answer(desk, record, withdraw, show_matters, mail, notices),
        get_receipt=GetReceipt(desk, house_key),
        show_appearances=ShowAppearances(desk, law),
        print_receipt=PrintReceipt(typeset),
        ask_unit=AskUnit(asking),
        campaigns=Campaigns(asking),
        remind=RemindFamilies(desk, law, doors, mail),
        complain=Complain(doors, now, file_complaint),
        forget_doors=ForgetDoors(desk.database, now),
    )
