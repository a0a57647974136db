"""
Hold all settings of a deployment.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from service.errors import SettingsRefused
from service.settings.hooks import HookSettings
from service.settings.letters import LetterSettings
from service.settings.pictures import PictureSettings
from service.settings.reading import PREFIX, check, read
from service.settings.serving import ServingSettings
from service.settings.storage import StorageSettings

_OF_THE_TEST_BENCH = "OBSTAT_TESTS_"


@dataclass(frozen=True)  # without slots: a class can have those of one parent only
class Settings(StorageSettings, ServingSettings, PictureSettings, LetterSettings, HookSettings):
    """
    One deployment: where it stores, what it allows, where it listens.
    """

    def __post_init__(self) -> None:
        """
        Refuse what cannot work.

        Raises:
            SettingsRefused: A number is not positive, or a word not among those known.
        """
        for each in fields(self):
            check(each, getattr(self, each.name))
        self.check_way()

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> "Settings":
        """
        Read all settings out of *environ*.

        Raises:
            SettingsRefused: An unknown name with our prefix, or a value that cannot
                be used; the message names it and never repeats the value.
        """
        known = {f"{PREFIX}{each.name.upper()}": each for each in fields(cls)}
        values: dict[str, Any] = {}
        for name, text in environ.items():
            if not name.startswith(PREFIX) or name.startswith(_OF_THE_TEST_BENCH):
                continue
            if name not in known:
                raise SettingsRefused(f"{name} is not a setting of Obstat.", field=name)
            values[known[name].name] = read(known[name], text)
        return cls(**values)
