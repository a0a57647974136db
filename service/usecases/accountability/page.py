"""
Write an account as a page that needs nothing but itself.
"""

from collections.abc import Iterable
from html import escape as _

from service.usecases.accountability.dossier import Dossier, Section

_STYLE = """
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;
color:#1a1a1a;background:#fff}
h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2rem}
table{border-collapse:collapse;width:100%;display:block;overflow-x:auto}
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid #767676}
td,li,p{overflow-wrap:break-word}
@media print{body{margin:0;max-width:none}table{display:table}tr{break-inside:avoid}}
"""


def page_of(dossier: Dossier) -> bytes:
    """
    Return the page.
    """
    parts = (
        "<!doctype html>",
        f'<html lang="{_(dossier.language)}"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_(dossier.title)}</title><style>{_STYLE}</style></head><body><main>",
        f"<h1>{_(dossier.title)}</h1><p>{_(dossier.lead)}</p><p>{_(dossier.drawn)}</p>",
        *(_section(each) for each in dossier.sections),
        "</main></body></html>\n",
    )
    return "\n".join(parts).encode()


def _section(section: Section) -> str:
    sentences = "".join(f"<p>{_(each)}</p>" for each in section.sentences)
    points = "".join(f"<li>{_(each)}</li>" for each in section.points)
    listed = f"<ul>{points}</ul>" if points else ""
    return f"<h2>{_(section.title)}</h2>{sentences}{listed}{_table(section.head, section.rows)}"


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    columns = "".join(f'<th scope="col">{_(each)}</th>' for each in head)
    lines = "\n".join(f"<tr>{''.join(f'<td>{_(cell)}</td>' for cell in row)}</tr>" for row in rows)
    if not lines:
        return ""
    top = f"<thead><tr>{columns}</tr></thead>" if columns else ""
    return f"<table>{top}<tbody>\n{lines}\n</tbody></table>"
