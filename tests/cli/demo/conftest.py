"""
The demo organisation in a real storage, told once for each worker.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.demo.telling.story import tell_story
from service.settings import Settings
from service.usecases.registry import Registry
from service.wiring import build, clock, prepare


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """
    Tell the whole story once; the storage lies beside the pictures.
    """
    folder = tmp_path_factory.mktemp("glycines")
    settings = Settings(var_folder=folder)
    prepare(settings)
    tell_story(settings, clock(), folder / "pictures", lambda *_: None)
    return folder / "pictures"


@pytest.fixture(scope="session")
def registry(pictures: Path) -> Iterator[Registry]:
    """
    Open the storage of the story as the service would today.
    """
    opened = build(Settings(var_folder=pictures.parent))
    yield opened
    opened.close()
