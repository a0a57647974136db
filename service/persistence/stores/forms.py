"""
Keep forms exactly as they were shown.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import exists, or_, select

from service.decision.ids import ActorId, FormVersionId, TemplateId
from service.errors import AlreadyExists, NotFound
from service.persistence.documents import document_of, reader
from service.persistence.queries import KNOWN_AT, Pages, equals, mine
from service.persistence.schema.consents import form_templates, form_texts, form_versions
from service.persistence.statements import Among, Prepared, Row, inserting
from service.persistence.stores.versions import REGISTER
from service.persistence.transaction import Transaction
from service.records.forms import FormTemplate, FormText, FormVersionRecord
from service.records.paging import Listing, Page

_template = select(form_templates.c.id, form_templates.c.slug, form_templates.c.name)
_version = select(form_versions.c.id, form_versions.c.document)

ADD_TEMPLATE = inserting(form_templates)
ADD_VERSION = inserting(form_versions)
ADD_TEXT = inserting(form_texts)
BY_ID_OR_SLUG = Prepared(
    _template.where(
        mine(form_templates),
        or_(equals(form_templates.c.id, "word"), equals(form_templates.c.slug, "word")),
    )
)
SLUG_TAKEN = Prepared(select(form_templates.c.id).where(mine(form_templates, "slug")))
NUMBER_TAKEN = Prepared(
    select(form_versions.c.id).where(mine(form_versions, "template_id", "number"))
)
ONE = Prepared(_version.where(mine(form_versions, "id")))
OF_TEMPLATE = Prepared(
    _version.where(mine(form_versions, "template_id")).order_by(form_versions.c.number)
)
_later = form_versions.alias()
LATEST = Prepared(
    _version.where(
        mine(form_versions),
        ~exists().where(
            _later.c.organisation_id == form_versions.c.organisation_id,
            _later.c.template_id == form_versions.c.template_id,
            _later.c.number > form_versions.c.number,
        ),
    ).order_by(form_versions.c.template_id)
)
TEXTS = Prepared(
    select(form_texts.c.version_id, form_texts.c.language, form_texts.c.text, form_texts.c.digest)
    .where(mine(form_texts), Among(form_texts.c.version_id, "ids"))
    .order_by(form_texts.c.language)
)
TEMPLATES = Pages(
    _template.where(mine(form_templates), form_templates.c.recorded_at <= KNOWN_AT),
    form_templates.c.id,
    {"slug": equals(form_templates.c.slug, "slug")},
)

_decode = reader(FormVersionRecord).decode


class SqlForms:
    """
    The forms of one transaction.
    """

    def __init__(self, transaction: Transaction) -> None:
        """
        Work in *transaction*.
        """
        self._transaction = transaction

    def add_template(self, template: FormTemplate, at: datetime, by: ActorId) -> None:
        """
        Write a template.

        Raises:
            AlreadyExists: Another template has this short name.
        """
        self._transaction.lock(REGISTER)
        if self._transaction.first(SLUG_TAKEN, slug=template.slug):
            raise AlreadyExists("Another form has this short name.", field="slug")
        self._transaction.run(
            ADD_TEMPLATE,
            id=template.id,
            slug=template.slug,
            name=template.name,
            recorded_at=at,
            recorded_by=by,
        )

    def find_template(self, template_id_or_slug: str) -> FormTemplate | None:
        """
        Find by id or short name.
        """
        row = self._transaction.first(BY_ID_OR_SLUG, word=template_id_or_slug)
        return FormTemplate(*row) if row else None

    def list_templates(self, page: Page) -> Listing[FormTemplate]:
        """
        Give one page of templates.
        """
        rows, next_after = TEMPLATES.read(self._transaction, page)
        return Listing(tuple(FormTemplate(*row) for row in rows), next_after)

    def add_version(self, record: FormVersionRecord, by: ActorId) -> None:
        """
        Write a version with all its texts.

        Raises:
            AlreadyExists: The template has a version with this number.
        """
        self._transaction.lock(REGISTER)
        version = record.version
        if self._transaction.first(
            NUMBER_TAKEN, template_id=version.template_id, number=version.number
        ):
            raise AlreadyExists("This form has a version with that number.", field="number")
        self._transaction.run(
            ADD_VERSION,
            id=version.id,
            template_id=version.template_id,
            number=version.number,
            published_at=version.published_at,
            recorded_by=by,
            document=document_of(replace(record, texts={})),
        )
        whose = {"version_id": version.id}
        self._transaction.append(
            ADD_TEXT,
            *(
                {**whose, "language": language, "text": text.text, "digest": text.digest}
                for language, text in record.texts.items()
            ),
        )

    def get_version(self, version_id: FormVersionId) -> FormVersionRecord:
        """
        Give one version with its texts.

        Raises:
            NotFound: There is none.
        """
        found = self._with_texts(self._transaction.all(ONE, id=version_id))
        if not found:
            raise NotFound("There is no such version of a form.")
        return found[0]

    def list_versions(self, template_id: TemplateId) -> Sequence[FormVersionRecord]:
        """
        Give all versions of a template, by number.
        """
        return self._with_texts(self._transaction.all(OF_TEMPLATE, template_id=template_id))

    def list_latest(self) -> Sequence[FormVersionRecord]:
        """
        Give the last version of every template that has one.
        """
        return self._with_texts(self._transaction.all(LATEST))

    def _with_texts(self, rows: Sequence[Row]) -> list[FormVersionRecord]:
        texts: dict[str, dict[str, FormText]] = {row[0]: {} for row in rows}
        for version_id, language, text, digest in self._transaction.all(TEXTS, ids=list(texts)):
            texts[version_id][language] = FormText(text, digest)
        return [_complete(document, texts[version_id]) for version_id, document in rows]


def _complete(document: str, texts: Mapping[str, FormText]) -> FormVersionRecord:
    return replace(_decode(document), texts=texts)
