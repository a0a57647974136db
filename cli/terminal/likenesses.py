"""
Show what a picture has in common with registered photos, and what not.
"""

from collections.abc import Mapping
from typing import Any

from cli.terminal.output import say
from cli.terminal.wording import MATCH

Plain = Mapping[str, Any]
MOST_PLACES = 4
"""More places than these are everywhere."""


def show_likenesses(picture: Plain) -> None:
    """
    Print where something registered is seen, and where a copy differs.
    """
    known = [picture] if picture["photo_id"] else []
    for each in (*known, *picture["resembles"]):
        for place in each.get("places", ()):
            where = [_place(place["sent"])] if "sent" in place else []
            if "registered" in place:
                where.append(f"as {_place(place['registered'])} of the registered one")
            say(f"  {', '.join(where)}: {MATCH[each['match']]}", style="dim")
        if "differs" in each:
            say(f"  photo {each['photo_id']}: {'; '.join(_differences(each))}", style="dim")


def show_pages(picture: Plain) -> None:
    """
    Print on which pages of a document known people are named.
    """
    pages = dict.fromkeys(str(each["page"]) for each in picture.get("named", ()))
    if pages:
        say(f"  known people are named on page {', '.join(pages)}", style="dim")


def _place(place: Plain) -> str:
    """
    Write a second or a page.
    """
    if "page" in place:
        return f"on page {place['page']}"
    minutes, seconds = divmod(place["at_seconds"], 60)
    return f"at {minutes}:{seconds:02}"


def _differences(resemblance: Plain) -> list[str]:
    """
    Say in words how an altered copy differs.
    """
    said = []
    if resemblance["cut"]:
        said.append("part of it is cut away")
    if cut_away := len(resemblance.get("cut_away", ())):
        said.append(f"{cut_away} of its people may be no longer in it: look")
    places = list(dict.fromkeys(map(_whereabouts, resemblance["differs"])))
    if len(places) > MOST_PLACES:
        said.append("it differs in many places")
    elif places:
        said.append(f"it differs {', '.join(places)}")
    return said or ["no single place differs: other tones, or shown within something else"]


def _whereabouts(region: Plain) -> str:
    """
    Say in which ninth of the registered photo a place is.
    """
    across = region["left"] + region["width"] / 2
    down = region["top"] + region["height"] / 2
    row = ("at the top", "in the middle", "at the bottom")[min(2, int(down * 3 // 1000))]
    column = (" left", "", " right")[min(2, int(across * 3 // 1000))]
    return row + column
