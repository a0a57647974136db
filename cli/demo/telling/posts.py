"""
Tell of posts, proposals and takedowns, each by whoever signs in for it.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from cli.demo import house
from cli.demo.accounts import Account
from cli.demo.channels import CHANNELS
from cli.demo.drawing.scenes.catalogue import SCENES
from cli.demo.posts import Post
from cli.demo.telling.book import Book
from service.records.paging import Page
from service.usecases.caller import Caller
from service.usecases.checks.question import CheckQuestion
from service.usecases.proposals import ProposalDetails
from service.usecases.publications import PublicationDetails
from service.usecases.takedowns import FinishDetails

_PURPOSES = {each.slug: each.purpose for each in SCENES}
_CHECKLISTS = {each.slug: each.checklist for each in CHANNELS}


def tell_post(book: Book, post: Post, author: Account) -> None:
    """
    Publish one post.
    """
    question = CheckQuestion(
        purpose=_PURPOSES[post.scene],
        channel=post.channel,
        photo_ids=(book.photos[post.scene],),
        alt_texts=(post.alt_text,),
    )
    details = PublicationDetails(question, post.where, post.alt_text)
    with signed_in(book, author) as caller:
        made = book.registry.publications.record_publication(caller, details)
    book.publications[post.scene, post.channel] = made.id


def tell_proposal(book: Book, post: Post, author: Account) -> None:
    """
    Propose one post; it waits for a publisher.
    """
    details = ProposalDetails(
        channel=post.channel,
        purpose=_PURPOSES[post.scene],
        photo_ids=(book.photos[post.scene],),
        alt_texts=(post.alt_text,),
        checklist=_CHECKLISTS[post.channel],
    )
    with signed_in(book, author) as caller:
        book.registry.proposals.propose_post(caller, details)


def tell_end(book: Book, post: Post, author: Account) -> None:
    """
    Note that a post is gone, whose takedown somebody's no had opened.
    """
    gone = book.publications[post.scene, post.channel]
    with signed_in(book, author) as caller:
        about_it = Page(filters={"publication_id": gone})
        (task,) = book.registry.takedowns.list_takedowns(caller, about_it).items
        note = FinishDetails(note="Retirée de la page ; rien ne s’affiche sans être connecté.")
        book.registry.takedowns.finish_takedown(caller, task.takedown.id, note)


@contextmanager
def signed_in(book: Book, account: Account) -> Iterator[Caller]:
    """
    Let somebody sign in, act, and sign out.
    """
    staff = book.registry.staff
    token = staff.sign_in(house.SLUG, account.email, book.password).token
    try:
        yield staff.identify_session(token).caller
    finally:
        staff.sign_out(token)
