"""
Register where Les Glycines publishes, and by which rules.

The register follows the charter of the house: one public page, a private group per
service, LinkedIn for competence and jobs only, print, newsletter, press, intranet.
"""

from dataclasses import dataclass

from cli.demo.house import CONTACT, PRESS, SERVICES, Desk
from service.decision.terms import Audience, Medium, PhotoPublisher, Purpose

REGISTERED_DAYS_AGO = 1100
TIKTOK_DAYS_AGO = 20
"""TikTok came after both versions of the forms: no yes of before covers it."""
REVIEWED_DAYS_AGO = 200
"""When the rules of the channels were last read again (domain rule 44)."""
GROUP_QUOTA = 4
"""Posts per ISO week on a private group (domain rule 17)."""
INSTAGRAM_QUOTA = 1
"""As many as went out today: whoever looks finds the week full."""

NEWS = frozenset({Purpose.INFORMATION, Purpose.ACTIVITY_REPORT})
TEAM = ("nora-lemaire", "isabelle-fontaine")
"""Who publishes in the name of the house."""

GROUPS: dict[str, str] = {
    "social": "Réseaux sociaux",
    "web": "Site et courriels",
    "print": "Imprimés",
}


@dataclass(frozen=True, slots=True)
class Place:
    """
    One channel of the register.
    """

    slug: str
    name: str
    medium: Medium
    platform: str
    audience: Audience
    address: str
    purposes: frozenset[Purpose] = NEWS
    group: str = ""
    service: str = ""
    quota: int | None = None
    publishers: tuple[str, ...] = TEAM
    photo_publisher: PhotoPublisher = PhotoPublisher.PUBLISHERS
    special_category: bool = False
    contact: Desk = CONTACT
    checklist: tuple[str, ...] = ()
    registered_days_ago: int = REGISTERED_DAYS_AGO


PUBLIC_LIST = (
    "Tout le monde sur la photo est d’accord pour cette page ?",
    "Aucune information de santé, aucun nom de famille d’enfant",
    "Crédit photo et texte alternatif ajoutés",
    "Relu par une deuxième personne",
)
GROUP_LIST = (
    "Un groupe privé reste lu par beaucoup : rien de sensible",
    "Quatre publications par semaine, pas plus",
    "On ne nomme pas les enfants dans le texte",
)
PRINT_LIST = (
    "Tirage et diffusion notés",
    "Épreuve relue par le service concerné",
    "Un imprimé distribué ne se reprend pas : en cas de doute, attendre",
)


def _groups() -> tuple[Place, ...]:
    return tuple(
        Place(
            f"facebook-{service.slug}",
            f"Groupe privé Facebook – {service.name}",
            Medium.SOCIAL,
            "facebook",
            Audience.SERVICE,
            f"https://facebook.example/groups/glycines-{service.slug}",
            group="social",
            service=service.slug,
            quota=GROUP_QUOTA,
            publishers=(service.head, "nora-lemaire"),
            contact=service.contact,
            checklist=GROUP_LIST,
        )
        for service in SERVICES
    )


CHANNELS: tuple[Place, ...] = (
    Place(
        "facebook-page",
        "Page publique Facebook",
        Medium.SOCIAL,
        "facebook",
        Audience.PUBLIC,
        "https://facebook.example/lesglycines",
        group="social",
        checklist=PUBLIC_LIST,
    ),
    *_groups(),
    Place(
        "instagram",
        "Instagram",
        Medium.SOCIAL,
        "instagram",
        Audience.PUBLIC,
        "https://instagram.example/lesglycines",
        NEWS | {Purpose.FUNDRAISING},
        "social",
        quota=INSTAGRAM_QUOTA,
        checklist=("Une publication par semaine, pas plus", *PUBLIC_LIST),
    ),
    Place(
        "linkedin",
        "Page LinkedIn",
        Medium.SOCIAL,
        "linkedin",
        Audience.PUBLIC,
        "https://linkedin.example/company/lesglycines",
        frozenset({Purpose.COMPETENCE, Purpose.RECRUITMENT}),
        "social",
        checklist=("Compétence ou offre d’emploi seulement", *PUBLIC_LIST),
    ),
    Place(
        "tiktok",
        "TikTok",
        Medium.SOCIAL,
        "tiktok",
        Audience.PUBLIC,
        "https://tiktok.example/@lesglycines",
        group="social",
        checklist=PUBLIC_LIST,
        registered_days_ago=TIKTOK_DAYS_AGO,
    ),
    Place(
        "website",
        "Site internet",
        Medium.WEB,
        "",
        Audience.PUBLIC,
        "https://www.glycines.example",
        NEWS | {Purpose.RECRUITMENT, Purpose.ARCHIVE},
        "web",
        checklist=PUBLIC_LIST,
    ),
    Place(
        "page-atelier",
        "Page « L’Atelier, centre de jour pour adultes handicapés »",
        Medium.WEB,
        "",
        Audience.PUBLIC,
        "https://www.glycines.example/atelier",
        group="web",
        service="atelier",
        special_category=True,
        checklist=("Apparaître ici révèle un handicap : accord exprès exigé", *PUBLIC_LIST),
    ),
    Place(
        "newsletter",
        "Lettre d’information",
        Medium.EMAIL,
        "",
        Audience.PARTNERS,
        "Le Petit Glycinier",
        group="web",
        checklist=("Liste des destinataires à jour", *PUBLIC_LIST),
    ),
    Place(
        "leaflet",
        "Dépliant et rapport annuel",
        Medium.PRINT,
        "",
        Audience.PUBLIC,
        "Dépliant de présentation des Glycines",
        NEWS | {Purpose.ARCHIVE, Purpose.FUNDRAISING},
        "print",
        checklist=PRINT_LIST,
    ),
    Place(
        "journal",
        "Journal local « Le Faubourg »",
        Medium.PRESS,
        "",
        Audience.PUBLIC,
        "Le Faubourg",
        frozenset({Purpose.INFORMATION}),
        publishers=("isabelle-fontaine",),
        contact=PRESS,
        checklist=(
            "Toute demande de presse passe par la direction",
            "Légende envoyée avec la photo",
        ),
    ),
    Place(
        "intranet",
        "Intranet de l’équipe",
        Medium.INTERNAL,
        "",
        Audience.ORGANISATION,
        "https://intranet.glycines.example",
        NEWS | {Purpose.TEACHING, Purpose.COMPETENCE, Purpose.ARCHIVE},
        publishers=(*TEAM, "pieter-claes", "julie-lemmens", "kwame-asante"),
        photo_publisher=PhotoPublisher.MEMBERS,
    ),
)

FORM_CHANNELS: tuple[str, ...] = tuple(
    place.slug for place in CHANNELS if place.registered_days_ago == REGISTERED_DAYS_AGO
)
"""Channels that existed when the forms were printed."""

REVIEWED: tuple[str, ...] = tuple(
    each for each in FORM_CHANNELS if each not in {"instagram", "leaflet"}
)
"""All the others: whoever looks finds that two were forgotten."""
