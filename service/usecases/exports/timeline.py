"""
Draw what happened as a picture: a mark for each entry, over time.

Shape and row tell kinds apart, not colour alone.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from html import escape
from zoneinfo import ZoneInfo

from service.usecases.stories import Moment

WIDTH, ROW, LEFT, RIGHT, TOP = 960, 34, 150, 20, 16
_ROWS = ("consent", "check", "publication", "complaint", "other")
_COLOURS = {
    "consent": "#0b5d1e",
    "check": "#1f4e99",
    "publication": "#7a3b00",
    "complaint": "#8b0000",
    "other": "#4a4a4a",
}
_NO = frozenset(
    {"refused", "withdrawn", "revoked", "invalidated", "taken_down", "filed", "placed", "deferred"}
)


def timeline(moments: Sequence[Moment], labels: Mapping[str, str], zone: ZoneInfo) -> str:
    """
    Return the picture as SVG; *labels* name its rows and its `title`.
    """
    height = TOP + ROW * len(_ROWS) + 30
    rows = [_row(number, labels[name]) for number, name in enumerate(_ROWS)]
    title = escape(labels["title"])
    size = f'viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{title}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif" font-size="15">',
        f"<title>{title}</title>",
        *rows,
        *_marks(moments),
        *_dates(moments, zone, height),
        "</svg>",
    ]
    return "\n".join(parts)


def _row(number: int, label: str) -> str:
    y = TOP + ROW * number + ROW // 2
    return (
        f'<text x="0" y="{y + 5}" fill="#1a1a1a">{escape(label)}</text>'
        f'<line x1="{LEFT}" y1="{y}" x2="{WIDTH - RIGHT}" y2="{y}" stroke="#b0b0b0"/>'
    )


def _marks(moments: Sequence[Moment]) -> list[str]:
    """
    Draw a disc for each entry, and a cross for each that says no.
    """
    drawn = dict[str, None]()
    if not moments:
        return []
    first, last = _ends(moments)
    for moment in moments:
        subject, _, event = moment.kind.partition(":")
        row = subject if subject in _COLOURS else "other"
        x, y = _x(moment.at, first.at, last.at), TOP + ROW * _ROWS.index(row) + ROW // 2
        colour = _COLOURS[row]
        if event in _NO:
            path = f"M{x - 5} {y - 5}l10 10m0 -10l-10 10"
            drawn[f'<path d="{path}" stroke="{colour}" stroke-width="3" fill="none"/>'] = None
        else:
            drawn[f'<circle cx="{x}" cy="{y}" r="5" fill="{colour}"/>'] = None
    return list(drawn)


def _dates(moments: Sequence[Moment], zone: ZoneInfo, height: int) -> list[str]:
    """
    Write the first and the last day.
    """
    if not moments:
        return []
    first, last = (each.at.astimezone(zone).date().isoformat() for each in _ends(moments))
    begin, end = f'x="{LEFT}"', f'x="{WIDTH - RIGHT}" text-anchor="end"'
    return [
        f'<text {place} y="{height - 8}" fill="#1a1a1a">{day}</text>'
        for place, day in ((begin, first), (end, last))
    ]


def _ends(moments: Sequence[Moment]) -> tuple[Moment, Moment]:
    ordered = sorted(moments, key=lambda each: each.at)
    return ordered[0], ordered[-1]


def _x(at: datetime, first: datetime, last: datetime) -> int:
    """
    Place an instant between the first and the last.
    """
    whole = (last - first).total_seconds()
    share = (at - first).total_seconds() / whole if whole else 0
    return LEFT + round(share * (WIDTH - LEFT - RIGHT))
