"""
A list that grows for ever shows people its end, and programs all of it.
"""

from service.records.paging import MAX_PAGE
from service.settings import Settings
from service.usecases.checks import CheckQuestion
from service.wiring import build
from tests.cli.terminal import Terminal


def ask_again_and_again(terminal: Terminal, count: int) -> None:
    """
    Ask so many questions, as a program does.
    """
    registry = build(Settings.from_env(terminal.environment()))
    (house,) = registry.organisations.list_organisations()
    caller = registry.organisations.act_as_operator(house)
    for number in range(count):
        registry.checks.check_post(caller, CheckQuestion(names=(f"Nobody {number}",)))
    registry.close()


def test_people_see_the_latest_and_hear_of_the_others(lilas: Terminal) -> None:
    ask_again_and_again(lilas, MAX_PAGE + 1)

    every = [each["id"] for each in lilas.read("checks", "list")]
    latest = lilas.type("checks", "list")
    whole = lilas.type("checks", "list", "--all")

    assert len(every) == MAX_PAGE + 1
    assert [each for each in every if each in latest.out] == every[1:]
    assert latest.out.index(every[1]) < latest.out.index(every[-1])
    assert "--all lists every one" in latest.err
    assert every == [each for each in every if each in whole.out]
    assert "" == whole.err
