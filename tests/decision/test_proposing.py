"""
A proposal goes from hand to hand, and never round the second pair of eyes.
"""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from service.decision.proposing import APPROVED, MOVES, OPEN, Move, State, moved

moves = st.lists(st.sampled_from(Move), max_size=30)


def _walk(taken: list[Move]) -> list[State]:
    """
    Go where each move leads, from `proposed`; one that leads nowhere stays.
    """
    path = [State.PROPOSED]
    for move in taken:
        path.append(moved(path[-1], move) or path[-1])
    return path


@given(moves)
def test_nothing_is_published_that_nobody_approved(taken: list[Move]) -> None:
    path = _walk(taken)

    for before, after in pairwise(path):
        if after is State.PUBLISHED and before is not State.PUBLISHED:
            assert State.APPROVED in path[: path.index(after)]


@given(moves)
def test_what_ended_stays_ended(taken: list[Move]) -> None:
    path = _walk(taken)
    ended = [at for at, state in enumerate(path) if not state.is_open]

    assert 1 >= len({path[at] for at in ended})
    assert ended == list(range(len(path) - len(ended), len(path)))


@given(st.sampled_from(State), st.sampled_from(Move))
def test_a_move_leads_from_its_own_states_only(state: State, move: Move) -> None:
    sources, target = MOVES[move]

    assert (target if state in sources else None) is moved(state, move)


def test_every_state_but_the_first_is_reached_and_what_is_open_can_end() -> None:
    assert set(State) - {State.PROPOSED} == {target for _, target in MOVES.values()}
    assert APPROVED < OPEN
    for state in OPEN:
        assert State.CANCELLED is moved(state, Move.CANCEL)
