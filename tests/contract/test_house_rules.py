"""
The rules of this house that no linter knows.

Each test collects everything that breaks its rule, so that one run shows it all.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.contract.repository import ROOMS, files, modules, texts

LONGEST_FILE_LINES = 300
LONGEST_TEMPLATE_LINES = 200
LONGEST_PROMISE_CHARACTERS = 72

_PLAQUE = "__init__.py"
_WRITTEN_BY_HAND = {".py", ".js", ".css", ".html"}
_EMPTY_NAMES = frozenset(
    {"utils", "util", "lib", "common", "helpers", "helper", "misc", "manager"}
    | {"data", "info", "obj"}
)
_EMPTY_PREFIXES = ("base_", "process_", "handle_")
_EMPTY_CLASS_NAME = re.compile(r"(Manager|Helper|Utils?|Info|Data)$|^Base(?=[A-Z])")

_REGISTRY_HOSTS = re.compile(
    r"\b(pypi\.org|pythonhosted\.org|debian\.org|npmjs\.(org|com)|crates\.io|proxy\.golang\.org)\b"
)
_DOWNLOAD_ADDRESS = re.compile(
    r"https?://\S+(\.(whl|zip|deb|exe|dmg|iso|tgz|jar)|\.tar(\.\w+)?|/releases/download/\S*)\b"
)
_MACHINE_PATH = re.compile(
    r"(?<![\w.~$}-])/(?:(?:work|root)(?:/|\b(?=[\"'\s]))|tmp/[A-Za-z]|home/[a-z])"
)

_TEST_DODGES = re.compile(
    r"\bpytest\.(?:mark\.)?(?:skip|skipif|xfail|importorskip)\b|\btime\.sleep\("
)
_CLICK = re.compile(r"\.(?:click|dblclick|tap)\(\)")
"""Waits for the first byte of the next page alone: `Visitor.click` waits for all of it."""
_SET_ASIDE = re.compile(
    r"# (?:noqa|type: ignore)(?!(?:: [A-Z0-9, ]+|\[[a-z-]+\])\s*(?:--?|#) \S)", re.ASCII
)
_CATCH_ALL = {"Exception", "BaseException"}
_CATCH_ALLS = {
    Path("service/fingerprint/decode.py"): "a broken picture makes decoders raise anything",
    Path("service/http/lane.py"): "what a job raises is handed to who waits for it",
    Path("service/repeating.py"): "nothing unforeseen ends what is done again and again",
}

_Documented = ast.Module | ast.ClassDef | ast.FunctionDef


def test_no_file_is_longer_than_one_can_hold_in_mind() -> None:
    too_long = [
        f"{name}: {count} lines"
        for name, text in texts().items()
        if name.suffix in _WRITTEN_BY_HAND
        and "versions" not in name.parts
        and (count := text.count("\n")) > _longest(name)
    ]

    assert [] == too_long, _listed(too_long)


def test_every_public_thing_says_what_it_promises() -> None:
    silent = [
        f"{name}: {where}"
        for name, module in modules(*ROOMS).items()
        for where, node in _public_things(module)
        if not ast.get_docstring(node)
    ]

    assert [] == silent, _listed(silent)


def test_a_promise_stands_on_its_own_short_line() -> None:
    crooked = [
        f"{name}: {where}"
        for name, module in modules(*ROOMS).items()
        for where, node in _public_things(module)
        if (text := ast.get_docstring(node, clean=False)) and not _is_well_formed(text)
    ]

    assert [] == crooked, _listed(crooked)


def test_a_plaque_that_names_most_files_of_its_room_names_them_all() -> None:
    rooms = {
        name.parent: module for name, module in modules(*ROOMS).items() if name.name == _PLAQUE
    }
    forgotten = [
        f"{room / _PLAQUE}: {', '.join(missing)}"
        for room, plaque in rooms.items()
        if 0
        < 2 * len(missing := _not_named(room, ast.get_docstring(plaque) or ""))
        < len(_files_of(room))
    ]

    assert [] == forgotten, _listed(forgotten)


def test_no_name_is_empty_of_meaning() -> None:
    empty_files = [str(name) for name in files() if any(map(_is_empty_name, name.parts))]
    empty_definitions = [
        f"{name}: {node.name}"
        for name, module in modules(*ROOMS, "tests", "benchmarks").items()
        for node in ast.walk(module)
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and _is_empty_definition(node)
    ]

    empty = empty_files + empty_definitions
    assert [] == empty, _listed(empty)


def test_nothing_here_names_a_place_to_download_from() -> None:
    addresses = _lines_with(_REGISTRY_HOSTS) + _lines_with(_DOWNLOAD_ADDRESS)

    assert [] == addresses, _listed(addresses)


def test_nothing_here_names_a_path_of_one_machine() -> None:
    paths = _lines_with(_MACHINE_PATH)

    assert [] == paths, _listed(paths)


def test_no_test_is_dodged_or_waits_for_the_clock() -> None:
    dodges = _lines_with(_TEST_DODGES, under="tests")

    assert [] == dodges, _listed(dodges)


def test_who_clicks_waits_for_the_page_it_leads_to() -> None:
    impatient = _lines_with(_CLICK, under="tests")

    assert [] == impatient, _listed(impatient)


def test_no_rule_is_set_aside_without_a_reason() -> None:
    unreasoned = [each for each in _lines_with(_SET_ASIDE) if ".py:" in each]

    assert [] == unreasoned, _listed(unreasoned)


def test_nothing_catches_everything_without_a_reason() -> None:
    greedy = [
        f"{name}:{node.lineno}"
        for name, module in modules(*ROOMS).items()
        for node in ast.walk(module)
        if name not in _CATCH_ALLS
        if isinstance(node, ast.ExceptHandler) and _catches_everything(node)
    ]

    assert [] == greedy, _listed(greedy)


def _catches_everything(handler: ast.ExceptHandler) -> bool:
    if handler.type is None:
        return True
    return any(
        isinstance(node, ast.Name) and node.id in _CATCH_ALL for node in ast.walk(handler.type)
    )


def _listed(findings: list[str]) -> str:
    return "\n" + "\n".join(findings)


def _longest(name: Path) -> int:
    return LONGEST_TEMPLATE_LINES if name.suffix == ".html" else LONGEST_FILE_LINES


def _public_things(module: ast.Module) -> Iterator[tuple[str, _Documented]]:
    """
    Walk the module, its public classes and functions, and their public methods.
    """
    yield "the module", module
    waiting: list[tuple[str, _Documented]] = [("", module)]
    while waiting:
        prefix, parent = waiting.pop()
        for node in parent.body:
            if not isinstance(node, ast.ClassDef | ast.FunctionDef) or node.name.startswith("_"):
                continue
            if _is_overload(node):
                continue
            yield prefix + node.name, node
            if isinstance(node, ast.ClassDef):
                waiting.append((f"{prefix}{node.name}.", node))


def _files_of(room: Path) -> list[str]:
    """
    Name the files of a room; verbs of a subject are put together everywhere alike.
    """
    return sorted(
        name.name
        for name in modules(*ROOMS)
        if name.parent == room and name.name not in {_PLAQUE, "verbs.py"}
    )


def _not_named(room: Path, said: str) -> list[str]:
    """
    Give the files that a plaque names neither whole nor by their end, `..._rows.py`.
    """
    names = set(re.findall(r"\w+\.py", said))
    ends = tuple(re.findall(r"\.\.\.(_\w+\.py)", said))
    return [each for each in _files_of(room) if each not in names and not each.endswith(ends)]


def _is_overload(node: ast.ClassDef | ast.FunctionDef) -> bool:
    return any(isinstance(mark, ast.Name) and mark.id == "overload" for mark in node.decorator_list)


def _is_well_formed(text: str) -> bool:
    opening, _, rest = text.partition("\n")
    promise = rest.strip().partition("\n")[0]
    return opening == "" and 0 < len(promise) <= LONGEST_PROMISE_CHARACTERS


def _is_empty_name(part: str) -> bool:
    stem = part.partition(".")[0].lower()
    return stem in _EMPTY_NAMES or stem.startswith(_EMPTY_PREFIXES)


def _is_empty_definition(node: ast.ClassDef | ast.FunctionDef) -> bool:
    if isinstance(node, ast.ClassDef):
        return _EMPTY_CLASS_NAME.search(node.name) is not None
    return _is_empty_name(node.name.lstrip("_"))


def _lines_with(pattern: re.Pattern[str], under: str = "") -> list[str]:
    return [
        f"{name}:{number}: {line.strip()}"
        for name, text in texts().items()
        if not under or name.parts[0] == under
        for number, line in enumerate(text.splitlines(), start=1)
        if pattern.search(line)
    ]
