"""
Give what is looked at from time to time.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime

from service.decision.ids import ChannelId, TemplateId, UnitId
from service.errors import NotFound
from service.records.channels import ChannelRecord
from service.records.forms import FormTemplate, FormVersionRecord
from service.records.paging import Versioned, every
from service.records.reviews import ReviewKind
from service.usecases.forms import closed_forms
from service.usecases.ports.work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Subject:
    """
    A channel, or a form in the words of its last version.
    """

    kind: ReviewKind
    id: str
    name: str
    unit_id: UnitId | None
    """Whose channel it is; forms are everybody's."""
    version: int
    changed_at: datetime
    """When its last version was recorded."""
    is_in_use: bool
    """Neither closed, nor a form that names closed channels alone."""


def channel_subject(work: UnitOfWork, channel_id: ChannelId) -> Subject:
    """
    Give one channel.

    Raises:
        NotFound: There is no such channel.
    """
    versions = work.channels.history(channel_id)
    if not versions:
        raise NotFound("There is no such channel.")
    return _of_channel(versions[-1])


def form_subject(work: UnitOfWork, template: str) -> Subject:
    """
    Give the last version of a form.

    Raises:
        NotFound: There is no such form, or no version of it yet.
    """
    found = work.forms.find_template(template)
    versions = work.forms.list_versions(found.id) if found else ()
    if found is None or not versions:
        raise NotFound("There is no such form, or it asks nothing yet.")
    named = map(work.channels.find, versions[-1].channel_ids)
    living = {each.channel.id for each in named if each is not None and not each.channel.closed}
    return _of_form(found, versions[-1], living, closed_forms(work))


def every_subject(work: UnitOfWork) -> Iterator[Subject]:
    """
    Give every channel and every form, in a constant number of statements.
    """
    channels = work.channels.list_latest()
    yield from map(_of_channel, channels)
    living = {each.record.channel.id for each in channels if not each.record.channel.closed}
    templates = {each.id: each for each in every(work.forms.list_templates)}
    closed = closed_forms(work)
    for version in work.forms.list_latest():
        yield _of_form(templates[version.version.template_id], version, living, closed)


def _of_channel(latest: Versioned[ChannelRecord]) -> Subject:
    channel = latest.record.channel
    return Subject(
        kind=ReviewKind.CHANNEL,
        id=channel.id,
        name=channel.name,
        unit_id=channel.unit_id,
        version=latest.version,
        changed_at=latest.recorded_at,
        is_in_use=not channel.closed,
    )


def _of_form(
    template: FormTemplate,
    latest: FormVersionRecord,
    living: AbstractSet[ChannelId],
    closed: AbstractSet[TemplateId],
) -> Subject:
    asks = not latest.channel_ids or bool(latest.channel_ids & living)
    return Subject(
        kind=ReviewKind.FORM,
        id=template.id,
        name=template.name,
        unit_id=None,
        version=latest.version.number,
        changed_at=latest.version.published_at,
        is_in_use=asks and template.id not in closed,
    )
