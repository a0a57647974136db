"""
Propose posts, approve and release them.
"""

from datetime import date

import click

from cli.publications import AS
from cli.terminal.door import Inside, with_registry
from cli.terminal.finding import find_channel, find_photo, find_unit
from cli.terminal.pages import chosen, everything, made, show, show_one
from cli.terminal.reading import day, one_of, text_of
from cli.terminal.waiting import waiting
from cli.terminal.words import Words, examples
from service.decision.ids import ProposalId
from service.decision.proposing import State
from service.decision.terms import Purpose
from service.errors import NotPublishable
from service.records.activity import PublishedAs
from service.records.proposals import ProposalStory
from service.usecases.proposals import ProposalDetails, ReleaseDetails


@click.group(cls=Words)
def proposals() -> None:
    """
    Propose posts, approve and release them.
    """


@proposals.command("list", epilog=examples("obstat proposals list --state proposed"))
@one_of("--state", words=State, what="Only those in this state")
@click.option("--unit", metavar="UNIT", help="Only on channels of this unit.")
@click.option("--channel", metavar="CHANNEL", help="Only on this channel.")
@click.option("--mine", is_flag=True, help="What you proposed yourself.")
@with_registry
def list_(
    inside: Inside, state: str | None, unit: str | None, channel: str | None, *, mine: bool
) -> None:
    """
    List proposals, oldest first.
    """
    verbs, caller = inside.registry, inside.caller
    asked = chosen(
        state=state,
        unit_id=find_unit(inside, unit) if unit else None,
        channel_id=find_channel(inside, channel) if channel else None,
    )
    slugs = {each.id: each.slug for each in everything(verbs.channels.list_channels, caller)}

    def row(each: ProposalStory) -> dict[str, object]:
        planned_on = each.proposal.planned_on
        return {
            "state": each.state.value,
            "approved": _approved(each),
            "channel": slugs.get(each.proposal.channel_id, each.proposal.channel_id),
            "planned": planned_on.isoformat() if planned_on else "at once",
            "caption": each.words.caption if each.words else "",
            "proposal": each.proposal.id,
        }

    found = everything(
        lambda caller, page: verbs.proposals.list_proposals(caller, page, mine=mine), caller, asked
    )
    show(inside, found, row, empty="Nothing is proposed.")


def _approved(story: ProposalStory) -> str | None:
    """
    Say how many agreed, where two must.
    """
    needed = story.approvals.needed
    return f"{len(story.approvals.by)} of {needed}" if needed else None


@proposals.command("show")
@click.argument("proposal")
@with_registry
def show_proposal(inside: Inside, proposal: str) -> None:
    """
    Show PROPOSAL and what became of it.
    """
    show_one(inside, inside.registry.proposals.get_proposal(inside.caller, ProposalId(proposal)))


@proposals.command(
    "propose",
    epilog=examples(
        "obstat proposals propose --photo 'Farm' --alt 'A goat' -c website \\",
        "    --text @caption.txt --on 2027-05-12",
    ),
)
@click.option("--photo", "photos", multiple=True, metavar="PHOTO", help="Id or title, registered.")
@click.option("--alt", "alts", multiple=True, help="The photo in words; one for each.")
@click.option("--channel", "-c", required=True, help="Short name, id or address.")
@click.option("--text", help="The caption; @FILE reads a file, @- standard input.")
@one_of("--purpose", words=Purpose, what="What for", default=Purpose.INFORMATION.value)
@click.option("--on", "planned_on", type=day, metavar="DAY", help="None: as soon as it may be.")
@click.option("--tick", "ticked", multiple=True, metavar="LINE", help="A line of the checklist.")
@with_registry
def propose(  # one argument an option
    inside: Inside,
    /,
    photos: tuple[str, ...],
    alts: tuple[str, ...],
    channel: str,
    text: str | None,
    purpose: str,
    planned_on: date | None,
    ticked: tuple[str, ...],
) -> None:
    """
    Propose a post to the publishers of its channel.
    """
    details = ProposalDetails(
        channel=channel,
        purpose=Purpose(purpose),
        photo_ids=tuple(find_photo(inside, each) for each in photos),
        caption=text_of(text),
        alt_texts=alts,
        planned_on=planned_on,
        checklist=ticked,
    )
    with waiting("Looking"):
        story = inside.registry.proposals.propose_post(inside.caller, details)
    made(inside, story.proposal.id, "Proposed", check_id=story.proposal.check_id)


@proposals.command("approve")
@click.argument("proposal")
@with_registry
def approve(inside: Inside, proposal: str) -> None:
    """
    Agree with PROPOSAL; it is checked again.

    Where two members must agree, they do so on the pages.
    """
    inside.registry.proposals.approve_proposal(inside.caller, ProposalId(proposal))
    made(inside, proposal, "Approved", approved=True)


@proposals.command("send-back")
@click.argument("proposal")
@click.option("--note", required=True, help="Why it is not published like this.")
@with_registry
def send_back(inside: Inside, proposal: str, note: str) -> None:
    """
    Send PROPOSAL back with a word.
    """
    inside.registry.proposals.send_back_proposal(inside.caller, ProposalId(proposal), note)
    made(inside, proposal, "Sent back", sent_back=True)


@proposals.command("withdraw")
@click.argument("proposal")
@with_registry
def withdraw(inside: Inside, proposal: str) -> None:
    """
    Take PROPOSAL of your own back.
    """
    inside.registry.proposals.withdraw_proposal(inside.caller, ProposalId(proposal))
    made(inside, proposal, "Withdrawn", withdrawn=True)


@proposals.command(
    "release", epilog=examples("obstat proposals release 01a1… --where page.example")
)
@click.argument("proposal")
@click.option("--where", default="", help="Address of the post, print run or issue.")
@AS
@with_registry
def release(inside: Inside, proposal: str, where: str, published_as: str) -> None:
    """
    Say where PROPOSAL was posted: checked again now, and recorded.
    """
    details = ReleaseDetails(where, PublishedAs(published_as))
    try:
        made_now = inside.registry.proposals.release_proposal(
            inside.caller, ProposalId(proposal), details
        )
    except NotPublishable as refused:
        message = f"{refused.message} Read it with `obstat checks show`."
        raise NotPublishable(message) from refused
    made(inside, made_now.id, "Published", check_id=made_now.check_id)


@proposals.command("due")
@with_registry
def due(inside: Inside) -> None:
    """
    See which approved proposals may be posted today.

    The service does so by itself, several times an hour.
    """
    inside.registry.proposals.fall_due.look(inside.caller.organisation_id)
    found = everything(
        inside.registry.proposals.list_proposals,
        inside.caller,
        {"state": State.DUE.value},
    )
    show(
        inside,
        found,
        lambda each: {
            "proposal": each.proposal.id,
            "caption": each.words.caption if each.words else "",
        },
        empty="Nothing is due.",
    )
