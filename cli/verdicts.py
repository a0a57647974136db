"""
Show an outcome the way a newcomer would like to see it.
"""

from collections.abc import Mapping
from typing import Any

from rich.panel import Panel
from rich.text import Text

from cli.output import OUT
from cli.wording import ACTION, ANSWER, DUTY, MATCH, REASON

STYLE = {"publish": ("green", "✔"), "ask": ("yellow", "?"), "do_not_publish": ("red", "✘")}
"""Colour and shape beside the word: colour alone tells nothing (WCAG 1.4.1)."""


def show_outcome(outcome: Mapping[str, Any], channel_names: Mapping[str, str]) -> None:
    """
    Print the answer, why, and what to do next; one line a channel if several.
    """
    for number, picture in enumerate(outcome["pictures"], 1):
        OUT.print(f"Picture {number}: {MATCH[picture['match']]}", style="dim")
    channels = outcome["channels"]
    if len(channels) > 1:
        for channel_id, verdict in channels.items():
            show_line(channel_names.get(channel_id, channel_id), verdict)
        return
    only = next(iter(channels), None)
    show_verdict(outcome, channel_names.get(only, "") if only else "")


def show_line(title: str, verdict: Mapping[str, Any]) -> None:
    """
    Print one channel's verdict on one line.
    """
    colour, shape = STYLE[verdict["answer"]]
    line = Text.assemble(
        (f"{shape} {ANSWER[verdict['answer']]:<15}", f"bold {colour}"), (f"{title:<34}", "bold")
    )
    line.append("; ".join(sentences(verdict)[:2]), style="dim")
    OUT.print(line)


def show_verdict(verdict: Mapping[str, Any], title: str) -> None:
    """
    Print one verdict in full.
    """
    colour, shape = STYLE[verdict["answer"]]
    body = Text()
    for sentence in sentences(verdict):
        body.append(f"{sentence}\n")
    for duty in dict.fromkeys(duty_sentence(each) for each in verdict["obligations"]):
        body.append(f"• {duty}\n", style="dim")
    body.append(next_step(verdict["next_step"]), style="bold")
    heading = f"{shape} {ANSWER[verdict['answer']].upper()}"
    OUT.print(
        Panel(
            body,
            title=f"[bold {colour}]{heading}[/]",
            subtitle=title or None,
            title_align="left",
            subtitle_align="left",
            border_style=colour,
            width=min(OUT.width, 92),
        )
    )


def sentences(verdict: Mapping[str, Any]) -> list[str]:
    """
    Give the reasons as sentences, each once.
    """
    return list(dict.fromkeys(REASON[each["code"]] for each in verdict["reasons"]))


def duty_sentence(obligation: Mapping[str, Any]) -> str:
    """
    Give one obligation as a sentence.
    """
    return DUTY[obligation["duty"]].format(text=obligation.get("text", ""))


def next_step(step: Mapping[str, Any]) -> str:
    """
    Give the next step with the human to turn to.
    """
    contact = step["contact"]
    reach = " · ".join(part for part in (contact["email"], contact["phone"]) if part)
    who = f"{contact['name']}, {contact['role']}" + (f" ({reach})" if reach else "")
    return ACTION[step["action"]].format(who=who)
