"""
The quickest kernel that works is chosen, and there is always one.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from service.fingerprint.index.kernels import NumpyKernel, quickest
from service.fingerprint.index.neighbours import COMPILED_FROM, Neighbours
from tests.contract.repository import ROOT

ZERO = bytes(32)

WITHOUT_NUMBA = """
import sys
sys.modules["numba"] = None
from service.fingerprint.index.kernels import quickest
print(quickest().name)
"""

WITHOUT_A_CACHE = """
import numba.core.caching as caching
caching.CacheImpl._locator_classes = []
from service.fingerprint.index.neighbours import Neighbours
from service.fingerprint.index.kernels import quickest
held = Neighbours(quickest())
held.add(["asha"], [bytes(32)])
print(quickest().name, held.within([bytes(32)], 0)[0].id)
"""
"""Where numba finds no folder to write to; whoever tests as root can write to any."""


def _run(program: str, folder: Path) -> str:
    return subprocess.run(
        [sys.executable, "-c", program],
        check=True,
        cwd=folder,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    ).stdout.strip()


def test_numba_compiles_the_search_here() -> None:
    assert "numba" == quickest().name


def test_without_numba_numpy_searches(tmp_path: Path) -> None:
    assert "numpy" == _run(WITHOUT_NUMBA, tmp_path)


def test_where_no_folder_can_be_written_it_is_compiled_anew(tmp_path: Path) -> None:
    assert "numba asha" == _run(WITHOUT_A_CACHE, tmp_path)


def test_small_organisations_do_not_wait_for_a_compiler() -> None:
    held = Neighbours()
    held.add(["asha"] * (COMPILED_FROM - 1), [ZERO] * (COMPILED_FROM - 1))
    before = held.kernel.name
    held.add(["asha"], [ZERO])

    assert ("numpy", "numba") == (before, held.kernel.name)


@pytest.mark.parametrize("count", [1, COMPILED_FROM])
def test_who_was_asked_for_searches(count: int) -> None:
    kernel = NumpyKernel()
    held = Neighbours(kernel)
    held.add(["asha"] * count, [ZERO] * count)

    assert kernel is held.kernel
