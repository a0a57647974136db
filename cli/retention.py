"""
Let go what was kept long enough; keep the erased from coming back.
"""

from datetime import timedelta
from pathlib import Path

import click

from cli.terminal.door import Inside, with_registry
from cli.terminal.output import emit, say, say_whole
from cli.terminal.pages import show
from cli.terminal.reading import FILE, content_of, write_anew
from cli.terminal.wording import counted
from cli.terminal.words import Words, examples
from service.usecases.plain import plain
from service.usecases.retention import PlannedClass

MAX_LIST_BYTES = 10_000_000


@click.group(cls=Words)
def retention() -> None:
    """
    See what has been kept long enough, and let it go.
    """


@retention.command("plan")
@with_registry
def plan_(inside: Inside) -> None:
    """
    Show what would go today, class by class; nothing is changed.
    """
    plan = inside.registry.retention.plan_retention(inside.caller)
    if inside.json:
        classes = [_told(each) for each in plan.classes]
        emit({"on": plan.on.isoformat(), "plan": plan.digest, "classes": classes})
        return
    show(inside, plan.classes, _told, empty="No rules.")
    if plan.count:
        say(f"{counted(plan.count, 'record')} would go. To let exactly these go:")
        say_whole(f"  obstat retention apply {plan.digest}", style="dim")
    else:
        say("Nothing would go today.")


def _told(part: PlannedClass) -> dict[str, object]:
    rule = part.rule
    days = rule.kept_for / timedelta(days=1)
    return {
        "class": rule.kept_class.value,
        "kept days": int(days) if days.is_integer() else round(days, 1),
        "goes": "by itself" if rule.is_automatic else len(part.due),
        "held": part.held,
        "oldest": str(part.oldest_on or ""),
        "newest": str(part.newest_on or ""),
        "source": rule.source,
    }


@retention.command("apply", epilog=examples("obstat retention apply 3b1f6c…"))
@click.argument("plan")
@with_registry
def apply_(inside: Inside, plan: str) -> None:
    """
    Let go exactly what PLAN showed; refused if anything changed since.
    """
    done = inside.registry.retention.apply_retention(inside.caller, plan)
    told = {each.value: count for each, count in done.items()}
    if inside.json:
        emit(told)
        return
    for name, count in told.items():
        say(f"{name}: {count} gone")


@retention.command("erased", epilog=examples("obstat retention erased --out erased.txt"))
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="The file to write.")
@with_registry
def erased(inside: Inside, out: Path | None) -> None:
    """
    List what was erased, signed, to be kept beside backups.

    It names nobody.
    """
    note = inside.registry.retention.list_erased(inside.caller)
    if out is None:
        say_whole(note.rstrip("\n"))
        return
    with write_anew(out) as opened:
        opened.write(note.encode())


@retention.command("reapply", epilog=examples("obstat retention reapply erased.txt"))
@click.argument("file", type=FILE)
@with_registry
def reapply(inside: Inside, file: Path) -> None:
    """
    Erase again what a restored backup brought back.
    """
    note = content_of(file, MAX_LIST_BYTES).decode(errors="replace")
    done = inside.registry.retention.reapply_erasures(inside.caller, note)
    if inside.json:
        emit(plain(done))
        return
    say(f"{done.erased} erased again; {done.gone} were not there.")
    for each in done.kept:
        say(f"A legal hold keeps {each}: erase it when the hold is lifted.", style="yellow")
