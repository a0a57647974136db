"""
See the settings of the organisation, and set its office hours.
"""

import click

from cli.terminal.door import Inside, with_registry
from cli.terminal.pages import show_one
from cli.terminal.words import Words, examples
from service.records.organisation import OfficeHours, Weekday
from service.usecases.organisations import OrganisationDetails


@click.group(cls=Words)
def settings() -> None:
    """
    See the settings of the organisation, and set its office hours.
    """


@settings.command("show")
@with_registry
def show_settings(inside: Inside) -> None:
    """
    Show name, jurisdiction, languages, contacts and policy.
    """
    show_one(inside, inside.registry.organisations.get_settings(inside.caller))


@settings.command(
    "office-hours",
    epilog=examples("obstat settings office-hours monday tuesday --from 9 --until 17"),
)
@click.argument(
    "days", nargs=-1, required=True, type=click.Choice([each.value for each in Weekday])
)
@click.option("--from", "from_hour", type=click.IntRange(0, 23), default=8, help="Hour; 8.")
@click.option("--until", "until_hour", type=click.IntRange(1, 24), default=18, help="Hour; 18.")
@with_registry
def office_hours(
    inside: Inside, /, *, days: tuple[str, ...], from_hour: int, until_hour: int
) -> None:
    """
    Say on which DAYS and hours families are written to unasked.
    """
    told = OfficeHours(tuple(Weekday(each) for each in days), from_hour, until_hour)
    change = inside.registry.organisations.change_settings
    show_one(inside, change(inside.caller, OrganisationDetails(office_hours=told)))
