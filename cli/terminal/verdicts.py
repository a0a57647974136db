"""
Show an outcome the way a newcomer would like to see it.
"""

from collections.abc import Mapping
from operator import itemgetter
from typing import Any

from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from cli.terminal.likenesses import show_likenesses, show_pages
from cli.terminal.output import OUT, READABLE_COLUMNS, say, show_table, sign, visible
from cli.terminal.wording import ACTION, ANSWER, DUTY, MATCH, NOTE, REASON

Plain = Mapping[str, Any]
STYLE = {
    "publish": ("green", "✔", "+"),
    "ask": ("yellow", "?", "?"),
    "do_not_publish": ("red", "✘", "x"),
}
"""
Colour and shape beside the word: colour alone tells nothing (WCAG 1.4.1).

The best answer comes first.
"""


def show_outcome(outcome: Plain, channel_names: Mapping[str, str]) -> None:
    """
    Print the answer, why, and what next; a line a channel if several.
    """
    for number, picture in enumerate(outcome["pictures"], 1):
        notes = [MATCH[picture["match"]], *(NOTE.get(each, each) for each in picture["notes"])]
        say(f"Picture {number}: {'; '.join(notes)}", style="dim")
        show_likenesses(picture)
        show_pages(picture)
    channels = outcome["channels"]
    if len(channels) > 1:
        show_channels(channels, channel_names)
        return
    only = next(iter(channels), "")
    show_verdict(outcome, channel_names.get(only, ""))


def show_channels(channels: Mapping[str, Plain], channel_names: Mapping[str, str]) -> None:
    """
    Print a line a channel: where it may go, what is in the way elsewhere.

    What may be published comes first; what is so for many channels is said once.
    """
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column("answer", no_wrap=True)
    table.add_column("channel", overflow="fold")
    for why, alike in _by_reasons(channels):
        for channel_id in alike:
            name = visible(channel_names.get(channel_id, channel_id))
            table.add_row(_answer(channels[channel_id]), Text(name))
        if why:
            table.add_row("", Text(why, style="dim"))
    show_table(table)


def _by_reasons(channels: Mapping[str, Plain]) -> list[tuple[str, list[str]]]:
    """
    Give what is in the way, and of which channels; the best answers first.
    """
    order = list(STYLE)
    alike: dict[tuple[int, str], list[str]] = {}
    for channel_id, verdict in channels.items():
        key = order.index(verdict["answer"]), " ".join(sentences(verdict))
        alike.setdefault(key, []).append(channel_id)
    return [(key[1], alike[key]) for key in sorted(alike, key=itemgetter(0))]


def show_verdict(verdict: Plain, title: str) -> None:
    """
    Print one verdict in full.
    """
    colour, *_ = STYLE[verdict["answer"]]
    lines = [Text(each) for each in sentences(verdict)]
    if verdict["answer"] == "publish":
        duties = dict.fromkeys(duty_sentence(each) for each in verdict["obligations"])
        lines += [Text(visible(f"- {each}"), style="dim") for each in duties]
    lines.append(Text(visible(next_step(verdict["next_step"])), style="bold"))
    panel = Panel(
        Text("\n").join(lines),
        title=_answer(verdict, loud=True),
        subtitle=Text(visible(title)) if title else None,
        title_align="left",
        subtitle_align="left",
        border_style=colour,
        width=min(OUT.width, READABLE_COLUMNS),
    )
    OUT.print(panel)


def _answer(verdict: Plain, *, loud: bool = False) -> Text:
    """
    Write an answer with its shape and colour.
    """
    colour, shape, letter = STYLE[verdict["answer"]]
    words = ANSWER[verdict["answer"]]
    return Text(f"{sign(shape, letter)} {words.upper() if loud else words}", style=f"bold {colour}")


def sentences(verdict: Plain) -> list[str]:
    """
    Give the reasons as sentences, each once.
    """
    return list(dict.fromkeys(REASON[each["code"]] for each in verdict["reasons"]))


def duty_sentence(obligation: Plain) -> str:
    """
    Give one obligation as a sentence.
    """
    return DUTY[obligation["duty"]].format(text=obligation.get("text", ""))


def next_step(step: Plain) -> str:
    """
    Give the next step with the human to turn to.
    """
    contact = step["contact"]
    reach = " · ".join(part for part in (contact["email"], contact["phone"]) if part)
    who = f"{contact['name']}, {contact['role']}" + (f" ({reach})" if reach else "")
    return ACTION[step["action"]].format(who=who)
