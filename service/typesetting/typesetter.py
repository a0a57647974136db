"""
Have sheets typeset by a child process, and never wait for ever.
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from pathlib import Path

from service.errors import Unavailable

_COMPILER = Path(__file__).with_name("compiler.py")
_SECONDS = 180
_LENGTH_BYTES = 4


class ChildTypesetter:
    """
    Make PDF files in a child process that is ended with the call.
    """

    def __call__(self, template: str, sheets: Sequence[Mapping[str, str]]) -> list[bytes]:
        """
        Give a PDF for each of *sheets*, whose values the *template* reads.

        Raises:
            Unavailable: It failed, or took too long.
        """
        asked = json.dumps({"sheets": list(sheets), "template": template_called(template)})
        try:
            done = subprocess.run(  # noqa: S603 -- this Python, a file of ours
                [sys.executable, "-I", str(_COMPILER)],
                input=asked.encode(),
                capture_output=True,
                check=True,
                env={"LC_ALL": "C.UTF-8"},
                timeout=_SECONDS,
            )
        except (OSError, subprocess.SubprocessError) as trouble:
            raise Unavailable("A PDF could not be made; the same is there as a page.") from trouble
        return list(_parts(done.stdout))


@cache
def template_called(name: str) -> str:
    """
    Give the text of a template.
    """
    return (resources.files("service.typesetting") / f"{name}.typ").read_text("utf-8")


def _parts(content: bytes) -> Iterator[bytes]:
    at = 0
    while at < len(content):
        start = at + _LENGTH_BYTES
        at = start + int.from_bytes(content[at:start], "big")
        yield content[start:at]
