"""
Say it in English.
"""

from cli.demo.forms.wording import Wording

ENGLISH = Wording(
    language="en",
    family_title="My picture at Les Glycines",
    circle_title="My picture at Les Glycines: team, volunteers, partners, visitors",
    family_what=(
        "We sometimes take photos during activities. "
        "We ask you whether we may show them, and where. "
        "Taking a photo and publishing it are two things: this form is about publishing. "
        "It covers the photo, the first name alone, the name, the voice, "
        "a story told, a work of art."
    ),
    circle_what=(
        "You may be in a photo that was taken during an activity. "
        "We ask you whether we may show it, and where. "
        "This form is apart from any contract: a clause in a contract is not enough."
    ),
    choose=(
        "For each channel you choose: yes, no, not now. "
        "Nothing is ticked beforehand. "
        "Without an answer we do not publish. "
        "A new channel? We will ask you again."
    ),
    family_free=(
        "Saying no changes nothing: not the care, not the place here, not schooling, "
        "not the activities, and not how we get on."
    ),
    circle_free=(
        "Saying no changes nothing: not your work, not how it is assessed, "
        "not your place among us, not our co-operation."
    ),
    change=(
        "You can change your mind at any time, as easily as you answered: "
        "online, by telephone or on paper. Nobody will ask you why."
    ),
    reshare=(
        "People who see a photo can share it further, also from a closed group. "
        "We cannot prevent that."
    ),
    remains=(
        "If you take your yes back, we take the photo off our pages at once. "
        "Copies may stay online. Printed matter that was handed out cannot be taken back."
    ),
    newsletter_then="The newsletter goes to families and members of the association.",
    newsletter_now=(
        "New: the newsletter now also goes to partners and donors. "
        "For the newsletter we ask for your answer again."
    ),
    explicit=(
        "Some pages say that a service is for disabled people. "
        "Being seen there reveals something about one’s health. "
        "We only put a photo there if you tick: "
        "“I expressly agree to appear on these pages”."
    ),
    child=(
        "A child who can understand answers too, on a line of their own. "
        "Their no counts, at any age."
    ),
    complaint=(
        "Something is wrong? Write to droit-image@glycines.example. "
        "You can also turn to the data-protection authority."
    ),
    sign="Name, capacity, date, signature. You receive a copy of your answers.",
)
