"""
Say what staff enter of a paper or spoken answer; sort it into acts.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from service.decision.ids import ChannelId, FormVersionId, PaperId, PersonId, SignatoryId
from service.decision.terms import ActKind, Capacity, Matter, Method
from service.errors import InvalidInput
from service.usecases.consents.act_details import ConsentDetails, EvidenceDetails, Reach, Signing
from service.usecases.consents.evidence import WITNESSED

BY_STAFF = frozenset({Method.PAPER, Method.EMAIL, *WITNESSED})
"""How an answer reaches staff; what people enter themselves comes another way."""
ENTERED_KINDS = (ActKind.REFUSED, ActKind.DEFERRED, ActKind.GIVEN)
"""In the order in which they are written: a no first."""


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """
    One thing that was ticked: a matter in a place.
    """

    matter: Matter
    kind: ActKind
    """`refused`, `deferred` or `given`."""
    place: str
    """Id of a channel or of a group."""
    is_group: bool = False


@dataclass(frozen=True, slots=True)
class EnteredAnswer:
    """
    Everything one signatory answered at once about one person.
    """

    person_id: PersonId
    signatory_id: SignatoryId
    form_version_id: FormVersionId
    method: Method
    signed_on: date
    lines: tuple[AnswerLine, ...]
    language: str = ""
    explicit: bool = False
    expires_on: date | None = None
    evidence: EvidenceDetails | None = None
    witness_note: str = ""
    paper_id: PaperId | None = None
    """The printed form it stands on, if it was read from one: it counts once."""

    @property
    def says_yes(self) -> bool:
        """
        Tell whether a yes is among it.
        """
        return any(each.kind is ActKind.GIVEN for each in self.lines)

    @property
    def yes_to(self) -> frozenset[ChannelId]:
        """
        Name the channels to which it says yes by themselves.
        """
        said = (each for each in self.lines if each.kind is ActKind.GIVEN and not each.is_group)
        return frozenset(ChannelId(each.place) for each in said)


def check_entered(entered: EnteredAnswer) -> None:
    """
    Refuse what is no whole answer, and a yes with nothing to show for it.

    A no needs nothing: withdrawing is as easy as giving.

    Raises:
        InvalidInput: Naming the field.
    """
    if not entered.lines:
        raise InvalidInput("Nothing was answered.", field="lines")
    if any(each.kind not in ENTERED_KINDS for each in entered.lines):
        raise InvalidInput("An answer is yes, no or not now.", field="lines")
    if entered.method not in BY_STAFF:
        raise InvalidInput("Say how it was answered.", field="method")
    if not entered.says_yes:
        return
    if entered.method in WITNESSED:
        if not entered.witness_note.strip():
            raise InvalidInput("Say who heard it, and how.", field="witness_note")
    elif entered.evidence is None:
        raise InvalidInput("A yes needs its proof: the paper or the message.", field="evidence")


def acts_of(
    entered: EnteredAnswer, kinds: Iterable[ActKind], capacity: Capacity
) -> Iterator[ConsentDetails]:
    """
    Give the acts of some kinds, as few as the answer allows.
    """
    for kind in kinds:
        for matters, reach in reaches_of(entered.lines, kind):
            is_yes = kind is ActKind.GIVEN
            yield ConsentDetails(
                person_id=entered.person_id,
                signatory_id=entered.signatory_id,
                capacity=capacity,
                kind=kind,
                reach=reach,
                matters=matters,
                explicit=entered.explicit and is_yes,
                form_version_id=entered.form_version_id,
                language=entered.language,
                method=entered.method,
                signing=Signing(on=entered.signed_on),
                expires_on=entered.expires_on if is_yes else None,
                evidence=entered.evidence,
                witness_note=entered.witness_note,
            )


def reaches_of(
    lines: Iterable[AnswerLine], kind: ActKind
) -> Iterator[tuple[frozenset[Matter], Reach]]:
    """
    Put places with the same matters together.
    """
    by_place: defaultdict[tuple[str, bool], set[Matter]] = defaultdict(set)
    for each in lines:
        if each.kind is kind:
            by_place[each.place, each.is_group].add(each.matter)
    by_matters: defaultdict[frozenset[Matter], list[tuple[str, bool]]] = defaultdict(list)
    for place, matters in sorted(by_place.items()):
        by_matters[frozenset(matters)].append(place)
    for together, places in by_matters.items():
        yield (
            together,
            Reach(
                channels=tuple(place for place, is_group in places if not is_group),
                groups=tuple(place for place, is_group in places if is_group),
            ),
        )
