"""
Put everything that happened in order, and tell it day by day.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from cli.demo import house
from cli.demo.accounts import ACCOUNTS, new_password
from cli.demo.answers import answers
from cli.demo.cast import SIGNATORIES, everybody
from cli.demo.channels import (
    CHANNELS,
    GROUPS,
    REGISTERED_DAYS_AGO,
    REVIEWED,
    REVIEWED_DAYS_AGO,
)
from cli.demo.dates import days
from cli.demo.drawing.folder import Kind, render_folder
from cli.demo.forms.editions import EDITIONS, NAMES
from cli.demo.posts import POSTS
from cli.demo.telling import colleagues, people, posts, register
from cli.demo.telling.book import Book, StoryClock, contact_of
from service.records.organisation import SecondFactor
from service.settings import Settings
from service.usecases.channels import GroupDetails
from service.usecases.organisations import OrganisationDetails
from service.wiring import build

ZONE = ZoneInfo(house.TIME_ZONE)
MORNING, NOON, EVENING = time(9), time(12), time(18)


@dataclass(frozen=True, slots=True)
class Event:
    """
    Something that happened on a day, at some hour.
    """

    on: date
    hour: time
    what: str
    tell: Callable[[], object]


def tell_story(
    settings: Settings, now: datetime, folder: Path, progress: Callable[[int, int], None]
) -> str:
    """
    Make the demo organisation in an empty storage; give its first key.

    Pictures are drawn into *folder*.  *progress* hears how many events of how many
    were told.
    """
    today = now.astimezone(ZONE).date()
    begun_on = days(today, REGISTERED_DAYS_AGO)
    clock = StoryClock(datetime.combine(begun_on, time(8), tzinfo=ZONE))
    # Nobody of this story has an address: its letters stay in a folder.
    registry = build(replace(settings, mail_host="", sms_url=""), clock)
    try:
        founded = registry.organisations.found_organisation(house.SLUG, settings_of_house())
        caller = registry.organisations.act_as_operator(house.SLUG)
        book = Book(registry, caller, new_password(folder))
        events = sorted(events_of(book, today, folder), key=lambda each: (each.on, each.hour))
        for number, event in enumerate(events, 1):
            clock.at = min(datetime.combine(event.on, event.hour, tzinfo=ZONE), now)
            event.tell()
            registry.mail.deliver_letters()
            progress(number, len(events))
        registry.ledger.sequence_ledger()
    finally:
        registry.close()
    return founded.first_key.text


def settings_of_house() -> OrganisationDetails:
    """
    Give the settings the house began with.
    """
    return OrganisationDetails(
        name=house.NAME,
        jurisdiction=house.JURISDICTION,
        time_zone=house.TIME_ZONE,
        languages=house.LANGUAGES,
        contact=contact_of(house.CONTACT),
        press=contact_of(house.PRESS),
        legal=contact_of(house.LEGAL),
        # A newcomer has no telephone ready; nothing here is anybody's.
        second_factor=SecondFactor.OFF,
    )


def events_of(book: Book, today: date, folder: Path) -> Iterator[Event]:
    """
    Give everything that happened; the order of one hour is the order here.
    """
    begun_on = days(today, REGISTERED_DAYS_AGO)
    for service in house.SERVICES:
        yield Event(begun_on, MORNING, service.slug, partial(register.tell_service, book, service))
    for account in ACCOUNTS:
        tell = partial(colleagues.tell_account, book, account)
        yield Event(begun_on, MORNING, account.slug, tell)
    yield from people_events(book, today, begun_on)
    yield from register_events(book, today)
    for answer in answers(today):
        yield Event(
            answer.signed_on, NOON, answer.person, partial(people.tell_answer, book, answer)
        )
    for drawn in render_folder(folder, today):
        if drawn.kind is Kind.REGISTERED:
            taken_on = max(begun_on, days(today, drawn.scene.taken_days_ago))
            yield Event(
                taken_on + timedelta(days=1),
                EVENING,
                drawn.scene.slug,
                partial(register.tell_photo, book, drawn.scene, drawn.file),
            )
    yield from post_events(book, today)


def post_events(book: Book, today: date) -> Iterator[Event]:
    """
    Give what was published, proposed and taken down.
    """
    accounts = {each.slug: each for each in ACCOUNTS}
    for post in POSTS:
        tell = posts.tell_post if post.where else posts.tell_proposal
        told = partial(tell, book, post, accounts[post.by])
        yield Event(days(today, post.days_ago), EVENING, post.scene, told)
        if post.down_days_ago is not None:
            gone = partial(posts.tell_end, book, post, accounts[post.by])
            yield Event(days(today, post.down_days_ago), EVENING, post.scene, gone)


def people_events(book: Book, today: date, begun_on: date) -> Iterator[Event]:
    """
    Give the coming and going of people and of those who answer for them.
    """
    for signatory in SIGNATORIES:
        yield Event(
            begun_on, MORNING, signatory.slug, partial(people.tell_signatory, book, signatory)
        )
    for member in everybody(today):
        who = member.slug
        yield Event(begun_on, MORNING, who, partial(people.tell_member, book, member, begun_on))
        for day in (member.died_on, member.left_on):
            if day is not None and day > begun_on:
                yield Event(day, MORNING, who, partial(people.tell_departure, book, member))
        for say in member.says:
            yield Event(begun_on, MORNING, who, partial(people.tell_say, book, member, say))
        for order in member.orders:
            yield Event(begun_on, MORNING, who, partial(people.tell_order, book, member, order))
        for stop in member.stops:
            yield Event(
                max(begun_on, stop.from_on),
                MORNING,
                who,
                partial(people.tell_stop, book, member, stop),
            )


def register_events(book: Book, today: date) -> Iterator[Event]:
    """
    Give what happened to channels and forms.
    """
    begun_on = days(today, REGISTERED_DAYS_AGO)
    for slug, name in GROUPS.items():
        yield Event(begun_on, MORNING, slug, partial(_group, book, slug, name))
    for place in CHANNELS:
        on = days(today, place.registered_days_ago)
        yield Event(on, MORNING, place.slug, partial(register.tell_channel, book, place))
    for slug in REVIEWED:
        again_on = days(today, REVIEWED_DAYS_AGO)
        yield Event(again_on, MORNING, slug, partial(register.tell_review, book, slug))
    for slug, name in NAMES.items():
        make = partial(book.registry.forms.create_template, book.caller, slug, name)
        yield Event(begun_on, NOON, slug, make)
    for edition in EDITIONS:
        on = days(today, edition.published_days_ago)
        yield Event(on, MORNING, edition.template, partial(register.tell_edition, book, edition))


def _group(book: Book, slug: str, name: str) -> None:
    """
    Enter one group of channels.
    """
    made = book.registry.channels.create_channel_group(
        book.caller, GroupDetails(slug=slug, name=name)
    )
    book.groups[slug] = made.id
