"""
Say what Les Glycines published, what waits, and what was taken down.

So that whoever looks around finds a full quota, a post that waits for its publisher,
one that came down and one that still has to.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Post:
    """
    One photo for one channel, by somebody who signs in.
    """

    scene: str
    channel: str
    by: str
    days_ago: int
    alt_text: str
    where: str = ""
    """Where it appeared; nowhere as long as it is only proposed."""
    down_days_ago: int | None = None
    """When somebody noted that it is gone."""


FAIR = "Deux personnes en tablier accueillent les visiteurs de la foire, devant une grande roue"

POSTS: tuple[Post, ...] = (
    Post(
        "foire",
        "facebook-page",
        "nora-lemaire",
        30,
        FAIR,
        where="https://facebook.example/lesglycines/posts/1847",
        down_days_ago=6,
    ),
    # The page was seen to the same evening; nobody thought of the site.
    Post(
        "foire",
        "website",
        "nora-lemaire",
        29,
        FAIR,
        where="https://www.glycines.example/nouvelles/foire",
    ),
    Post(
        "formation",
        "linkedin",
        "nora-lemaire",
        12,
        "Quatre collègues devant un écran de graphiques : « Communiquer autrement »",
        where="https://linkedin.example/company/lesglycines/posts/96",
    ),
    Post(
        "atelier",
        "instagram",
        "nora-lemaire",
        0,
        "Trois personnes construisent des nichoirs à l’atelier",
        where="https://instagram.example/p/nichoirs",
    ),
    Post(
        "jardin",
        "facebook-colibris",
        "sarah-nguyen",
        0,
        "Deux enfants et un adulte derrière un bac de choux et un bac de fleurs",
    ),
)
