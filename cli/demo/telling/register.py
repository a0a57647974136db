"""
Tell about services, channels, forms and photos.
"""

from pathlib import Path

from cli.demo.channels import Place
from cli.demo.drawing.scene import Scene
from cli.demo.forms.editions import Edition
from cli.demo.house import Service
from cli.demo.telling.book import Book, contact_of
from service.decision.channels import Quota
from service.decision.photos import Depiction, Region, Rights
from service.usecases.channels import ChannelDetails, ChannelFacts, ChannelPlace
from service.usecases.checks.question import Upload
from service.usecases.forms import VersionDetails
from service.usecases.photos import AttestationDetails, PhotoDetails
from service.usecases.units import UnitDetails


def tell_service(book: Book, service: Service) -> None:
    """
    Enter one service.
    """
    details = UnitDetails(name=service.name, contact=contact_of(service.contact))
    book.units[service.slug] = book.registry.units.enrol_unit(book.caller, details).id


def tell_channel(book: Book, place: Place) -> None:
    """
    Register one channel.
    """
    facts = ChannelFacts(
        name=place.name,
        medium=place.medium,
        platform=place.platform,
        audience=place.audience,
        purposes=place.purposes,
        unit_id=book.units.get(place.service),
        group_ids=frozenset({book.groups[place.group]} if place.group else ()),
        quota=Quota(place.quota) if place.quota else None,
        publisher_ids=frozenset(book.publishers[each] for each in place.publishers),
        photo_publisher=place.photo_publisher,
        special_category=place.special_category,
        contact=contact_of(place.contact),
        checklist=place.checklist,
    )
    details = ChannelDetails(facts, ChannelPlace(slug=place.slug, address=place.address))
    made = book.registry.channels.register_channel(book.caller, details)
    book.channels[place.slug] = made.channel.id


def tell_review(book: Book, slug: str) -> None:
    """
    Say that the rules of a channel still hold.
    """
    book.registry.reviews.review_channel(book.caller, book.channels[slug])


def tell_edition(book: Book, edition: Edition) -> None:
    """
    Publish one version of a form.
    """
    changed = frozenset(book.channels[each] for each in edition.changed_channels)
    details = VersionDetails(
        texts=edition.texts,
        matters=edition.matters,
        purposes=edition.purposes,
        states_refusal_is_free=True,
        material=edition.material,
        channel_ids=frozenset(book.channels[each] for each in edition.channels),
        group_ids=frozenset(book.groups[each] for each in edition.groups),
        explicit=edition.explicit,
        categories=edition.categories,
        changed_channel_ids=changed or None,
    )
    made = book.registry.forms.publish_version(book.caller, edition.template, details)
    book.versions[edition.template, edition.number] = made.version.id


def tell_photo(book: Book, scene: Scene, file: Path) -> None:
    """
    Register one photo with everybody in it, looked at and with its rights.
    """
    details = PhotoDetails(
        upload=Upload(file.read_bytes(), file.name),
        title=scene.title,
        public_place=scene.public_place,
        depictions=tuple(
            Depiction(
                book.people[each.slug], each.visibility, each.in_function, Region(*each.region)
            )
            for each in scene.people
        ),
        attestation=AttestationDetails(complete=scene.complete, informed=scene.informed),
        rights=Rights(
            source=scene.source,
            creator=scene.photographer,
            owner=scene.photographer,
            licence=scene.licence,
            credit_line=scene.credit,
        ),
    )
    registered = book.registry.photos.register_photo(book.caller, details)
    book.photos[scene.slug] = registered.story.photo.id
