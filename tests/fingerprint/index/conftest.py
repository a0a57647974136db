"""
Searchers: the plain ones, and those that are compiled.

They are made where the first test asks for them: to load the compiler takes as long as
collecting a thousand tests, and most workers of a run never search.
"""

import pytest

from service.fingerprint.index import finding, kernels
from service.fingerprint.index.finding import Finder, NumpyFinder
from service.fingerprint.index.kernels import Kernel, NumpyKernel


@pytest.fixture(scope="session")
def both_kernels() -> tuple[Kernel, Kernel]:
    """
    Give the plain kernel and the compiled one.
    """
    both = NumpyKernel(), kernels.quickest()
    assert ["numpy", "numba"] == [each.name for each in both]
    return both


@pytest.fixture(scope="session", params=[0, 1], ids=["numpy", "numba"])
def kernel(request: pytest.FixtureRequest, both_kernels: tuple[Kernel, Kernel]) -> Kernel:
    """
    Give one kernel after the other.
    """
    return both_kernels[request.param]


@pytest.fixture(scope="session")
def both_finders() -> tuple[Finder, Finder]:
    """
    Give the plain finder and the compiled one.
    """
    both = NumpyFinder(), finding.quickest()
    assert ["numpy", "numba"] == [each.name for each in both]
    return both


@pytest.fixture(scope="session", params=[0, 1], ids=["numpy", "numba"])
def finder(request: pytest.FixtureRequest, both_finders: tuple[Finder, Finder]) -> Finder:
    """
    Give one finder after the other.
    """
    return both_finders[request.param]
