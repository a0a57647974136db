"""
Verbs of families: get in, see, answer, be told.

    doors.py       who may come in by which secret, and how often they may ask
    letters.py     what is written to them
    restraint.py   about whom nobody is asked: a hold lies on them, and a human decides
    invite_signatory.py open_link.py send_code.py enter_code.py renew_link.py
                   the way in: a link says who, a code to the registered contact proves it
    recognise_family.py leave_family.py forget_doors.py
                   the session: short, one signatory, all persons they may answer for
    show_matters.py preview_answers.py answer.py
                   what is asked, what would change, and saving it in one act;
                   charges.py (for whom), cards.py (what is asked), choices.py (what was
                   ticked; name_choices.py: of the name, the first one too) are what these
                   three share
    get_receipt.py print_receipt.py
                   the proof; issuing.py puts it together, records.py as ISO/IEC TS 27560
    show_appearances.py
                   where somebody appears, what was done, who looked them up
    complain.py    the public page for complaints
    telling.py     tells those who have a say that an answer changed; voices.py: whom of
                   the young
    asking.py      who may answer for a circle of people, and what is open for them
    ask_unit.py    asks a whole class, follows who answered, reminds
    campaigns/     the same for a form or a channel, for a unit, a category or everybody
    reminding/     asks before a yes ends, and before somebody young answers themselves
    verbs.py       puts all of them together

A family acts as itself (`Family`), never with a scope of staff: whatever it names is
looked up among the persons it may answer for.  Withdrawing is never harder than giving,
and no page is a dead end: whoever lost the link gets another alone.  Start reading at
`doors.py`.
"""

from service.usecases.families.doors import Family
from service.usecases.families.issuing import StaffReceipts
from service.usecases.families.letters import FamilyMail
from service.usecases.families.telling import FamilyNotices
from service.usecases.families.verbs import FamilyVerbs, family_verbs

__all__ = [
    "Family",
    "FamilyMail",
    "FamilyNotices",
    "FamilyVerbs",
    "StaffReceipts",
    "family_verbs",
]
