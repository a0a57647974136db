"""
Describe the house: its services and the people one can turn to.
"""

from dataclasses import dataclass

DOMAIN = "glycines.example"


@dataclass(frozen=True, slots=True)
class Desk:
    """
    Somebody named, in a role, who can be reached.
    """

    name: str
    role: str
    email: str
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Service:
    """
    One of the three services, with who is responsible for its pictures.
    """

    slug: str
    name: str
    about: str
    head: str
    """Slug of the head of service, in the cast."""
    contact: Desk


NAME = "Les Glycines ASBL"
SLUG = "glycines"
JURISDICTION = "BE"
TIME_ZONE = "Europe/Brussels"
LANGUAGES = ("fr", "nl", "de", "en")

CONTACT = Desk(
    "Nora Lemaire",
    "Personne de contact pour les réseaux sociaux",
    f"nora.lemaire@{DOMAIN}",
    "+32 2 000 00 10",
)
PRESS = Desk("Isabelle Fontaine", "Direction, presse", f"presse@{DOMAIN}", "+32 2 000 00 01")
LEGAL = Desk("Maître Odile Servais", "Conseil juridique", f"juridique@{DOMAIN}", "+32 2 000 00 02")
COMPLAINTS = f"droit-image@{DOMAIN}"
"""Where anybody can report that something went wrong (domain rule 5)."""

SERVICES: tuple[Service, ...] = (
    Service(
        "colibris",
        "Les Colibris",
        "Accueil d’enfants de 6 à 14 ans, après l’école et en vacances",
        "pieter-claes",
        Desk("Pieter Claes", "Chef de service, Les Colibris", f"colibris@{DOMAIN}"),
    ),
    Service(
        "passerelle",
        "La Passerelle",
        "Accompagnement de jeunes de 14 à 21 ans vers la vie adulte",
        "julie-lemmens",
        Desk("Julie Lemmens", "Cheffe de service, La Passerelle", f"passerelle@{DOMAIN}"),
    ),
    Service(
        "atelier",
        "L’Atelier",
        "Centre de jour pour adultes : bois, cuisine, jardin",
        "kwame-asante",
        Desk("Kwame Asante", "Chef de service, L’Atelier", f"atelier@{DOMAIN}"),
    ),
)
