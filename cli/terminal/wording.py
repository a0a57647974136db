"""
Turn codes into English sentences for the terminal.

The pages have catalogues in every language; the codes are the contract.
"""

ANSWER = {"publish": "publish", "ask": "ask", "do_not_publish": "do not publish"}

MATCH = {
    "same_bytes": "this very photo is registered",
    "same_pixels": "the same picture as a registered photo, saved anew",
    "verified_copy": "an honest copy of a registered photo",
    "altered_copy": "a registered photo, but something in it differs",
    "similar": "looks like a registered photo, but it is not the same",
    "none": "never seen before",
}

NOTE = {
    "first_frame_only": "only its first frame was looked at",
    "transparent": "partly transparent, looked at on white",
    "broken_profile": "its colours are taken as sRGB",
    "broken_exif": "taken as upright, its camera block is broken",
    "too_little_to_recognise": "too plain to be told from others",
    "moments_only": "looked at once a second at most",
    "made_by_program": "its file says that a program made it: say so beside it",
    "partly_made_by_program": "its file says that a program made a part of it: say so beside it",
    "words_unknown": "its words are not known any more: send the file itself",
    "words_unseen": "on some page nobody read the words: look there yourself for names",
}

REASON = {
    "refused": "Somebody who has a say refused.",
    "withdrawn": "A consent was withdrawn.",
    "never_asked": "Somebody shown or named was never asked about this.",
    "awaiting_other_signer": "Not everybody who has a say has answered.",
    "signers_disagree": "Those who have a say disagree.",
    "expired": "A consent has expired.",
    "form_superseded": "The form has changed since somebody answered; they must be asked anew.",
    "came_of_age": "Somebody came of age and must answer for themselves.",
    "child_must_confirm": "A young person old enough to judge must say yes too.",
    "authority_unverified": "The proof that somebody may answer was not seen.",
    "authority_ended": "Somebody who answered may no longer answer.",
    "protected_adult_check": "An adult under protection: who may answer must be checked.",
    "deceased_relatives": "Somebody has died: the relatives must be asked.",
    "purpose_not_covered": "This purpose is not allowed here.",
    "channel_not_covered": "This channel was added after the consent was given.",
    "channel_unregistered": "This page is not in the register of channels.",
    "quota_reached": "This channel has as many posts as are allowed for now.",
    "actor_may_not_publish": "You are not a publisher of this channel.",
    "approvals_missing": "Two members must approve this first, as a proposal.",
    "unknown_person": "It is not known who everybody is.",
    "image_not_registered": "This picture is not registered yet.",
    "image_similar_only": (
        "The picture is like a registered photo, yet not quite the same: compare the two."
    ),
    "rights_missing": "The photographer's rights do not cover this, or are not known.",
    "special_category_explicit": "This channel reveals health or belief: ask explicitly.",
    "safeguarding": "Somebody must be protected.",
    "restricted": "Use of somebody's data is restricted for now.",
    "objection_open": "Somebody objected and has no answer yet.",
    "legal_hold": "A legal matter is open.",
    "crisis": "The crisis switch is on.",
    "evidence_missing": "The signed form is still missing.",
    "left_organisation": "Somebody has left: no new publication without asking.",
    "embargo": "The owner of the photo does not allow it yet.",
    "nothing_to_check": "There is nothing in it: no picture, no words.",
    "not_cleared": "Not everybody shown or named is cleared for this.",
}

DUTY = {
    "credit_line": "Credit: {text}",
    "alt_text": "Describe the picture in words (alt text).",
    "strip_metadata": "Use the copy without hidden data.",
    "rename_file": "Rename the file: its name says who somebody is. Or use the copy.",
    "do_not_tag": "Do not tag anybody's account.",
    "do_not_name": "Some people shown may not be named: check a name before you write it.",
    "first_names_only": "Some people shown: first name only, no family name.",
    "checklist": "Checklist: {text}",
    "hand_to_publisher": "A publisher of this channel posts it.",
    "two_approvals": "Two members approve it before it is posted.",
    "dignity": "Somebody shown has died: publish with dignity.",
}

ACTION = {
    "publish": "You may publish it. Questions: {who}",
    "hand_to_publisher": "Hand it to {who}",
    "propose_post": "Propose it: two members approve it",
    "ask_contact": "Ask {who}",
    "register_photo": "Register the photo and say who is in it. Help: {who}",
    "compare_photos": "Compare it with the registered photo. Help: {who}",
    "identify_people": "Say who everybody is. Help: {who}",
    "add_rights": "Add photographer, licence and credit line. Help: {who}",
    "choose_other_channel": "Choose another channel. Questions: {who}",
    "wait": "Wait, or ask {who}",
    "cover_or_replace": "Choose another picture, or cover who is not cleared. Ask {who}",
    "refer_to_press": "Stop. Refer to {who}",
    "refer_to_legal": "Stop. Refer to {who}",
}


def counted(number: int, thing: str) -> str:
    """
    Say how many there are: `1 log`, `2 logs`.
    """
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"
