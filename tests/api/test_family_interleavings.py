"""
Whoever answers in whatever order: the rules alone say where a child stands.
"""

from dataclasses import dataclass, field, replace
from typing import Literal
from uuid import uuid4

from hypothesis import given, settings
from hypothesis import strategies as st

from service.decision.consents import ConsentAct
from service.decision.hearing import Hearing
from service.decision.ids import ActId, ChannelId, FormVersionId, PersonId, SignatoryId
from service.decision.outlook import outlook_of
from service.decision.standing import standing_in
from service.decision.terms import ActKind, Capacity, Matter, Method, Purpose
from service.records.facts import Wanted
from service.usecases.consents import ConsentDetails, Reach
from service.usecases.families.cards import Choice
from service.usecases.organisations.operator import operator_of
from tests.api.conftest import founding
from tests.api.door import House
from tests.api.family import ANNE, Household, Sitting, sit_down
from tests.api.office import channel, version

Who = Literal["anne", "marc", "lea", "staff"]
PURPOSES = frozenset({Purpose.INFORMATION, Purpose.ACTIVITY_REPORT})
ADDRESSES = {"anne": ANNE, "marc": "marc@family.example", "lea": "lea@own.example"}
MOST_RENEWALS = 3


@dataclass(frozen=True)
class Step:
    """
    Somebody does something.
    """

    who: Who
    does: Literal["yes", "no", "not_now", "nowhere", "renew"]


STEPS = st.lists(
    st.builds(
        Step,
        st.sampled_from(["anne", "marc", "lea", "staff"]),
        st.sampled_from(["yes", "yes", "no", "not_now", "nowhere", "renew"]),
    ),
    max_size=9,
)


@dataclass
class Told:
    """
    What the story says was done, kept beside the service.
    """

    household: Household
    ids: dict[str, str]
    version_id: str
    sittings: dict[str, Sitting] = field(default_factory=dict)
    acts: list[ConsentAct] = field(default_factory=list)
    said: dict[str, Choice] = field(default_factory=dict)
    renewals: dict[str, int] = field(default_factory=dict)

    def take(self, step: Step) -> None:
        """
        Let somebody do something, if it changes anything.
        """
        if step.who == "staff":
            self.phone(step)
        elif step.does == "renew":
            self.renew(step.who)
        elif step.does == "nowhere":
            self.sitting(step.who).say(self.ids["lea"], nowhere=True)
            self.note(step.who, ActKind.WITHDRAWN, everywhere=True)
            self.said[step.who] = Choice.NO
        elif self.said.get(step.who) is not (choice := Choice(step.does)):
            self.sitting(step.who).say(self.ids["lea"], facebook=choice)
            self.note(step.who, self.kind(step.who, choice))
            self.said[step.who] = choice

    def kind(self, who: str, choice: Choice) -> ActKind:
        """
        Say what kind of act an answer is.
        """
        if choice is Choice.NO:
            had_yes = self.said.get(who) is Choice.YES
            return ActKind.WITHDRAWN if had_yes else ActKind.REFUSED
        return ActKind.GIVEN if choice is Choice.YES else ActKind.DEFERRED

    def phone(self, step: Step) -> None:
        """
        Let Marc ring up, and staff write down what he said before a witness.
        """
        kind = ActKind.GIVEN if step.does == "yes" else ActKind.REFUSED
        details = ConsentDetails(
            person_id=PersonId(self.ids["lea"]),
            signatory_id=SignatoryId(self.ids["marc"]),
            capacity=Capacity.PARENT,
            kind=kind,
            reach=Reach(channels=("facebook",)),
            matters=frozenset({Matter.IMAGE}),
            form_version_id=self.acts_form if kind is ActKind.GIVEN else None,
            method=Method.PHONE,
            witness_note="Bram heard it",
        )
        whole = operator_of(self.household.door.organisation.id)
        self.household.registry.consents.record_consent(whole, details)
        self.note("marc", kind)
        self.said["marc"] = Choice.YES if kind is ActKind.GIVEN else Choice.NO

    @property
    def acts_form(self) -> FormVersionId:
        """
        Give the version of the form.
        """
        return FormVersionId(self.version_id)

    def renew(self, who: str) -> None:
        """
        Lose the link, get another, come in again.
        """
        self.renewals[who] = self.renewals.get(who, 0) + 1
        if self.renewals[who] > MOST_RENEWALS:
            return
        verbs, slug, to = self.household.verbs, self.household.slug, ADDRESSES[who]
        verbs.renew_link(slug, to)
        nonce = verbs.send_code(slug, self.household.mailbox.last_link(to))
        entered = verbs.enter_code(slug, nonce, self.household.mailbox.last_code(to))
        family = verbs.recognise_family(entered.session)
        self.sittings[who] = Sitting(self.household.registry, family)

    def sitting(self, who: str) -> Sitting:
        """
        Give somebody who is in.
        """
        if who not in self.sittings:
            self.sittings[who] = sit_down(self.household, self.ids[who], ADDRESSES[who])
        return self.sittings[who]

    def note(self, who: str, kind: ActKind, *, everywhere: bool = False) -> None:
        """
        Write the act down as the story tells it, in order.
        """
        at = self.household.registry.units.enrol_unit.desk.clock()
        channels = frozenset() if everywhere else frozenset({ChannelId(self.ids["facebook"])})
        is_yes = kind is ActKind.GIVEN
        self.acts.append(
            ConsentAct(
                id=ActId(uuid4().hex),
                person_id=PersonId(self.ids["lea"]),
                signatory_id=SignatoryId(self.ids[who]),
                capacity=Capacity.SELF if who == "lea" else Capacity.PARENT,
                kind=kind,
                matters=frozenset(Matter) if everywhere else frozenset({Matter.IMAGE}),
                signed_from=at,
                signed_until=at,
                recorded_at=at,
                channel_ids=channels,
                everywhere=everywhere,
                purposes=PURPOSES if is_yes else frozenset(),
                form_version_id=self.acts_form if is_yes else None,
            )
        )


def _begin(household: Household) -> Told:
    """
    Give Léa, fifteen, two parents and a page.
    """
    door = household.door
    facebook = channel(door, "facebook", name="facebook")
    form = version(door)
    marc = door.signatory(given_name="Marc", email=ADDRESSES["marc"])
    door.authority(household.lea, marc, verified=True, proof="family book")
    door.patch(f"/people/{household.lea}", {"born_on": "2011-05-04", "email": ADDRESSES["lea"]})
    ids = {"lea": household.lea, "anne": household.anne, "marc": marc, "facebook": facebook}
    return Told(household, ids, form)


@settings(max_examples=15)
@given(STEPS)
def test_any_order_ends_where_the_rules_say(house: House, steps: list[Step]) -> None:
    with founding(house) as found_one:
        told = _begin(Household(found_one("interleaved")))
        for each in steps:
            told.take(each)
        _compare(told)


def _compare(told: Told) -> None:
    """
    Compare what is stored with what the rules give for the acts of the story.
    """
    registry, door = told.household.registry, told.household.door
    now = registry.units.enrol_unit.desk.clock()
    lea, page = PersonId(told.ids["lea"]), ChannelId(told.ids["facebook"])
    with registry.units.enrol_unit.desk.database.look(door.organisation.id) as work:
        facts = work.facts.gather(Wanted(now, now, person_ids=frozenset({lea})))
    case = facts.case(registry.jurisdictions, now)
    stored = facts.dossiers[lea]
    story = replace(stored, acts=tuple(told.acts))
    asked = case.channels[page], Matter.IMAGE, Purpose.ACTIVITY_REPORT

    by_story, by_storage = (
        standing_in(Hearing(each, case, now), *asked) for each in (story, stored)
    )

    assert by_story == by_storage
    assert len(told.acts) == len(stored.acts)
    shown = told.sitting("anne").cards(lea)["facebook/image"]
    assert (outlook_of(by_story), told.said.get("anne")) == (shown.outlook, shown.choice)
