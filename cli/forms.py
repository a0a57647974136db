"""
See and publish forms.
"""

from typing import TypedDict, Unpack

import click

from cli.papers import print_, read
from cli.reviews import review_form
from cli.terminal.door import Inside, with_registry
from cli.terminal.finding import find_channel, find_group, find_version
from cli.terminal.output import emit, say
from cli.terminal.pages import everything, local, made, show
from cli.terminal.reading import one_of, text_of
from cli.terminal.words import Words, examples
from service.decision.terms import Category, Matter, Purpose
from service.errors import InvalidInput
from service.records.forms import FormVersionRecord
from service.usecases.forms import ListedForm, VersionDetails
from service.usecases.plain import plain


class VersionWords(TypedDict):
    """
    The words that describe a version.
    """

    texts: tuple[str, ...]
    matters: tuple[str, ...]
    purposes: tuple[str, ...]
    channels: tuple[str, ...]
    groups: tuple[str, ...]
    categories: tuple[str, ...]
    explicit: bool
    material: bool
    refusal_is_free: bool


@click.group(cls=Words)
def forms() -> None:
    """
    Publish what people are asked, word for word.

    FORM is a short name; FORM/2 is its second version.
    """


forms.add_command(print_)
forms.add_command(read)
forms.add_command(review_form)


@forms.command("list")
@with_registry
def list_(inside: Inside) -> None:
    """
    List forms.
    """

    def row(each: ListedForm) -> dict[str, object]:
        return {
            "short name": each.slug,
            "name": each.name,
            "": "closed" if each.closed else None,
        }

    found = everything(inside.registry.forms.list_forms, inside.caller)
    show(inside, found, row, empty="No form yet: `obstat forms create` begins one.")


@forms.command("show", epilog=examples("obstat forms show accueil", "obstat forms show accueil/1"))
@click.argument("form")
@click.option("--language", metavar="TAG", help="Print the words of this language only.")
@with_registry
def show_form(inside: Inside, form: str, language: str | None) -> None:
    """
    Show the versions of FORM, or the very words of FORM/NUMBER.
    """
    if "/" in form:
        version_id = find_version(inside, form)
        version = inside.registry.forms.get_form_version(inside.caller, version_id)
        show_words(inside, version, language)
        return

    def row(each: FormVersionRecord) -> dict[str, object]:
        return {
            "version": each.version.number,
            "published": local(inside, each.version.published_at),
            "changes": "what is asked" if each.version.material else "words only",
            "about": sorted(each.matters),
            "in": sorted(each.texts),
        }

    versions = inside.registry.forms.get_form(inside.caller, form).versions
    show(inside, versions, row, empty="No version of it is published yet.")


@forms.command("create", epilog=examples("obstat forms create accueil 'Droit à l’image'"))
@click.argument("slug")
@click.argument("name")
@with_registry
def create(inside: Inside, slug: str, name: str) -> None:
    """
    Begin a form with the short name SLUG and the name NAME.
    """
    made(
        inside,
        inside.registry.forms.create_template(inside.caller, slug, name).id,
        "Begun",
        slug=slug,
    )


@forms.command(
    "publish",
    epilog=examples(
        "obstat forms publish accueil --text fr=@fr.txt --text nl=@nl.txt \\",
        "    --matter image --purpose information --refusal-is-free",
    ),
)
@click.argument("form")
@click.option(
    "--text",
    "texts",
    multiple=True,
    required=True,
    metavar="TAG=TEXT",
    help="The words of one language; TAG=@FILE reads them. Repeatable.",
)
@one_of("--matter", "matters", words=Matter, what="About", multiple=True, required=True)
@one_of("--purpose", "purposes", words=Purpose, what="For", multiple=True, required=True)
@click.option("--channel", "channels", multiple=True, help="Only these channels; repeatable.")
@click.option("--group", "groups", multiple=True, help="Only these groups; repeatable.")
@one_of("--for", "categories", words=Category, what="Whom its words are for", multiple=True)
@click.option("--explicit", is_flag=True, help="It asks expressly about health or belief.")
@click.option("--material/--words-only", default=True, help="Whether it asks something new.")
@click.option("--refusal-is-free", is_flag=True, help="The text says that a no costs nothing.")
@with_registry
def publish(inside: Inside, /, form: str, **words: Unpack[VersionWords]) -> None:
    """
    Fix the words of FORM for ever, as its next version.
    """
    details = VersionDetails(
        texts=dict(text_in_language(each) for each in words["texts"]),
        matters=frozenset(map(Matter, words["matters"])),
        purposes=frozenset(map(Purpose, words["purposes"])),
        states_refusal_is_free=words["refusal_is_free"],
        material=words["material"],
        channel_ids=frozenset(find_channel(inside, each) for each in words["channels"]),
        group_ids=frozenset(find_group(inside, each) for each in words["groups"]),
        explicit=words["explicit"],
        categories=frozenset(map(Category, words["categories"])),
    )
    version = inside.registry.forms.publish_version(inside.caller, form, details)
    made(inside, version.id, "Published", number=version.version.number)


@forms.command("close", epilog=examples("obstat forms close accueil"))
@click.argument("form")
@with_registry
def close(inside: Inside, form: str) -> None:
    """
    Ask nobody in the words of FORM any more.

    What was answered on it stands.
    """
    closed = inside.registry.forms.close_form(inside.caller, form)
    made(inside, closed.id, "Closed", closed=True)


@forms.command("reopen")
@click.argument("form")
@with_registry
def reopen(inside: Inside, form: str) -> None:
    """
    Ask people in the words of FORM again.
    """
    opened = inside.registry.forms.reopen_form(inside.caller, form)
    made(inside, opened.id, "Reopened", closed=False)


def text_in_language(words: str) -> tuple[str, str]:
    """
    Read `fr=Words` or `fr=@file`.

    Raises:
        InvalidInput: It names no language, or the file cannot be read.
    """
    language, equals, text = words.partition("=")
    if not equals:
        message = "Say the language first: --text fr=@accueil.fr.txt"
        raise InvalidInput(message, field="texts")
    return language, text_of(text)


def show_words(inside: Inside, version: FormVersionRecord, language: str | None) -> None:
    """
    Print the words of a version, as they were shown.

    Raises:
        InvalidInput: There are none in that language.
    """
    if language is not None and language not in version.texts:
        message = f"It is written in {', '.join(sorted(version.texts))}."
        raise InvalidInput(message, field="language")
    if inside.json:
        emit(plain(version))
        return
    for tag, text in sorted(version.texts.items()):
        if language in {None, tag}:
            say(f"[{tag}] SHA-256 {text.digest}", style="dim")
            say(f"{text.text}\n")
