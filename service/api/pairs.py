"""
Pairs: whether two records are one person, entered twice.
"""

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from msgspec import Struct

from service.api.requests import Once
from service.api.wire import Id, Incoming
from service.decision.ids import PersonId
from service.decision.twins import PairVerdict
from service.records.people import Pair
from service.usecases.caller import Caller
from service.usecases.people import Paired
from service.usecases.registry import Registry


class PairIn(Incoming, frozen=True, kw_only=True):
    """
    The other record, and what is said of the two.

    `apart`: two people.  `same`: one person, entered twice.
    """

    other_id: Id
    verdict: PairVerdict


class PairOut(Struct, frozen=True):
    """
    What was said of two records.
    """

    person_ids: list[str]
    verdict: PairVerdict

    @classmethod
    def of(cls, pair: Pair) -> "PairOut":
        """
        Show it by ids.
        """
        return cls([pair.person_id, pair.other_id], pair.verdict)


class PairedOut(Struct, frozen=True):
    """
    Another record, and what was said of it and the one asked about.
    """

    person_id: str
    verdict: PairVerdict
    direct: bool

    @classmethod
    def of(cls, paired: Paired) -> "PairedOut":
        """
        Show it by id.
        """
        return cls(paired.other.id, paired.verdict, paired.direct)


class PairedList(Struct, frozen=True):
    """
    Every other record in sight that is the same person, or was told apart.

    One that is not `direct` is the same person by a third record.
    """

    items: list[PairedOut]


@post("/people/{person_id:str}/pairs", operation_id="settlePair", sync_to_thread=True)
def settle_pair(
    person_id: FromPath[str],
    data: JSONBody[PairIn],
    once: NamedDependency[Once],
    registry: NamedDependency[Registry],
) -> PairOut:
    """
    Say of two records whether they are one person.

    What is said later replaces it.  Two people (`apart`) no longer stand together in the
    list of duplicates.  Of one person (`same`) a no on either record holds for both, and
    what is live under it must come down; a yes counts for its own record only.  Two who are
    each one with a third record cannot be told apart before that is (409, `still-one`).
    """
    settled = registry.people.settle_pair(
        once(data), PersonId(person_id), PersonId(data.other_id), data.verdict
    )
    return PairOut.of(settled)


@get("/people/{person_id:str}/pairs", operation_id="listPairs", sync_to_thread=True)
def list_pairs(
    person_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> PairedList:
    """
    List what was said of a record and others.
    """
    found = registry.people.list_pairs(caller, PersonId(person_id))
    return PairedList([PairedOut.of(each) for each in found])


ROUTES = Router("/", route_handlers=[settle_pair, list_pairs], tags=["people"])
