"""
Publish a version of a form.
"""

from dataclasses import dataclass
from datetime import datetime

from service.decision.consents import FormVersion
from service.decision.ids import FormVersionId
from service.decision.powers import Scope
from service.errors import InvalidInput, NotFound
from service.ledger.entry import EntryKind
from service.records.forms import FormTemplate, FormVersionRecord
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.forms.closures import refuse_closed
from service.usecases.forms.version_details import (
    VersionDetails,
    checked_version,
    kept_texts,
    named_channels,
)
from service.usecases.plain import plain
from service.usecases.ports.work import UnitOfWork
from service.usecases.recording import keep, recall


@dataclass(frozen=True, slots=True)
class PublishVersion:
    """
    Publish a version of a form.
    """

    desk: Desk

    def __call__(self, caller: Caller, template: str, details: VersionDetails) -> FormVersionRecord:
        """
        Fix the words of a form for ever, under the next number.

        Args:
            template: Id or short name of the form.

        Raises:
            NotAllowed: The caller has no `forms:write` scope.
            NotFound: There is no such form.
            InvalidInput: A language is missing; something named does not exist;
                or it is not declared that refusing costs nothing.
            Conflict: The form is closed.
        """
        caller.needs_in(Scope.FORMS_WRITE, None)
        checked = checked_version(details)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.now_alone(work)
            if made_before := recall(work, caller):
                return work.forms.get_version(FormVersionId(made_before))
            found = work.forms.find_template(template)
            if found is None:
                raise NotFound("There is no such form.")
            refuse_closed(work, found.id)
            record = self._drafted(work, found, named_channels(work, checked), now)
            work.forms.add_version(record, caller.actor.id)
            payload = {
                "version": plain(record.version),
                "texts": {language: each.digest for language, each in record.texts.items()},
                "matters": plain(record.matters),
                "purposes": plain(record.purposes),
                "channel_ids": plain(record.channel_ids),
                "group_ids": plain(record.group_ids),
                "explicit": record.explicit,
                "categories": plain(record.categories),
                "states_refusal_is_free": details.states_refusal_is_free,
            }
            kind = EntryKind.FORM_VERSION_PUBLISHED
            self.desk.record.append(work, caller, kind, now, payload)
            keep(work, caller, record.id, now)
            work.commit()
        return record

    def _drafted(
        self, work: UnitOfWork, template: FormTemplate, details: VersionDetails, now: datetime
    ) -> FormVersionRecord:
        """
        Put the next version together.
        """
        earlier = work.forms.list_versions(template.id)
        if not earlier:
            _check_first(details)
        version = FormVersion(
            id=FormVersionId(self.desk.new_id()),
            template_id=template.id,
            number=max((each.version.number for each in earlier), default=0) + 1,
            published_at=now,
            material=details.material,
            changed_channel_ids=details.changed_channel_ids,
            changed_matters=details.changed_matters,
        )
        return FormVersionRecord(
            version=version,
            texts=kept_texts(details.texts, work.organisations.current().languages),
            matters=details.matters,
            channel_ids=details.channel_ids,
            group_ids=details.group_ids,
            purposes=details.purposes,
            explicit=details.explicit,
            categories=details.categories,
        )


def _check_first(details: VersionDetails) -> None:
    """
    Refuse to say what changed where there was nothing before.
    """
    for field, changed in (
        ("changed_channel_ids", details.changed_channel_ids),
        ("changed_matters", details.changed_matters),
    ):
        if changed is not None:
            raise InvalidInput("The first version changes nothing.", field=field)
