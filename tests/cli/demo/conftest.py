"""
The demo organisation in a real storage, told once for all workers of a run.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.demo.making import folder_of
from service.settings import Settings
from service.usecases.registry import Registry
from service.wiring import build
from tests.readers import shared_readers


@pytest.fixture(scope="session")
def pictures(story: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """
    Give the pictures of the story; the storage lies beside them.
    """
    folder = tmp_path_factory.mktemp("glycines") / "var"
    shutil.copytree(story / "var", folder)
    return folder_of(Settings(var_folder=folder))


@pytest.fixture(scope="session")
def registry(pictures: Path) -> Iterator[Registry]:
    """
    Open the storage of the story as the service would today.
    """
    with shared_readers():
        opened = build(Settings(var_folder=pictures.parent))
    yield opened
    opened.close()
