"""
Searches of several pages: every core helps, and nobody waits for one.
"""

import multiprocessing
from threading import Event, Thread

import pytest

from service.fingerprint.index.sharing import shared


@pytest.mark.parametrize("count", [0, 1, 2, 3, 10])
def test_every_page_is_searched_once(count: int) -> None:
    pages = list(range(count))

    found = shared(lambda page: page * page, pages)

    assert [(page, page * page) for page in pages] == sorted(found)


def test_a_search_does_not_wait_for_threads_that_others_keep_busy() -> None:
    begun, may_end = Event(), Event()

    def endless(_page: int) -> None:
        begun.set()
        may_end.wait()

    others = [Thread(target=shared, args=(endless, range(2))) for _ in range(8)]
    for each in others:
        each.start()
    begun.wait()
    try:
        found = shared(str, range(10))
    finally:
        may_end.set()
        for each in others:
            each.join()

    assert sorted((page, str(page)) for page in range(10)) == sorted(found)


def test_a_search_that_fails_says_so() -> None:
    def broken(page: int) -> int:
        return 1 // page

    with pytest.raises(ZeroDivisionError):
        shared(broken, [1, 0])


def test_a_process_that_was_forked_searches_with_threads_of_its_own() -> None:
    shared(str, range(4))
    forking = multiprocessing.get_context("fork")
    answers = forking.SimpleQueue()
    child = forking.Process(target=lambda: answers.put(sorted(shared(str, range(4)))))

    child.start()
    found = answers.get()
    child.join()

    assert [(page, str(page)) for page in range(4)] == found
