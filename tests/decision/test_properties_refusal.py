"""
A no is never lost by what anybody else does (domain section 3.4, design rule 2).
"""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from service.decision.channels import Channel
from service.decision.consents import FormVersion
from service.decision.ids import GroupId
from service.decision.people import Dossier
from service.decision.terms import Answer, Audience
from tests.decision.archetypes import adults, clear, minors
from tests.decision.asking import answer
from tests.decision.build import for_group, invalidate, make_case, make_channel, make_no
from tests.decision.cast import CLOSED, FB, SIGNED_AT, SOCIAL, TIKTOK
from tests.decision.lots import Lots, lots
from tests.decision.ranking import MANY
from tests.decision.strategies import ANSWERS, FORM, NEXT, SAM

REFUSERS = [
    (clear(dossier), by)
    for dossier, by in [
        (minors(SAM)[0], "mother"),
        (minors(SAM)[0], "father"),
        (minors(SAM)[0], SAM),
        (minors(SAM)[2], "mother"),
        (minors(SAM)[4], "father"),
        (minors(SAM)[4], SAM),
        (minors(SAM)[9], SAM),
        (adults(SAM)[0], SAM),
        (adults(SAM)[3], SAM),
        (adults(SAM)[3], "assistant"),
        (adults(SAM)[4], SAM),
        (adults(SAM)[4], "representative"),
    ]
]
OTHERS = {
    by: [act for one, acts in ANSWERS[SAM].items() if one != by for act in acts]
    for _, by in REFUSERS
}
NEW_PAGES = [
    make_channel(FB, groups=[SOCIAL]),
    make_channel(FB, groups=[SOCIAL, GroupId("print")]),
    make_channel(FB, audience=Audience.SERVICE, groups=[SOCIAL]),
    make_channel(TIKTOK, groups=[SOCIAL]),
]


@MANY
@given(
    st.sampled_from(REFUSERS),
    lots(choices=4),
    st.sampled_from(NEW_PAGES),
    st.booleans(),
    st.sampled_from([(), (NEXT,), (replace(NEXT, number=3),)]),
)
def test_no_is_never_lost_by_what_others_do(
    refuser: tuple[Dossier, str],
    chance: Lots,
    page: Channel,
    undone: bool,  # noqa: FBT001 -- hypothesis draws it by its name
    versions: tuple[FormVersion, ...],
) -> None:
    dossier, by = refuser
    no = for_group(make_no(SAM, by, FB, CLOSED, signed_at=SIGNED_AT))
    others = tuple(chance.some_of(OTHERS[by], range(4)))
    undo = (invalidate(no, SIGNED_AT + timedelta(days=1)),) if undone else ()
    case = make_case(replace(dossier, acts=(*dossier.acts, no, *others, *undo)))
    forms = {version.id: version for version in (FORM, *versions)}
    asked = replace(case, channels={page.id: page}, form_versions=forms)

    assert answer(asked, page.id) is not Answer.PUBLISH
    assert undone or answer(asked, page.id) is Answer.DO_NOT_PUBLISH
