"""
Write the report as a page that needs nothing but itself.
"""

from collections.abc import Iterable
from html import escape

from service.usecases.exports.report import Report

_STYLE = """
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;
color:#1a1a1a;background:#fff}
h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2rem}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid #767676}
td:first-child{font-variant-numeric:tabular-nums}
dt{font-weight:600}dd{margin:0 0 .5rem;overflow-wrap:anywhere}
svg{max-width:100%;height:auto}
@media print{body{margin:0;max-width:none}tr{break-inside:avoid}}
"""


def page_of(report: Report, picture: str) -> bytes:
    """
    Return the page, with the timeline as a picture inside.
    """
    words = report.words
    facts = "".join(f"<dt>{_(name)}</dt><dd>{_(value)}</dd>" for name, value in report.facts)
    steps = "".join(f"<li>{_(each)}</li>" for each in words["verify_text"])
    parts = (
        "<!doctype html>",
        f'<html lang="{_(report.language)}"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_(report.title)}</title><style>{_STYLE}</style></head><body><main>",
        f"<h1>{_(report.title)}</h1><dl>{facts}</dl>",
        f"<h2>{_(words['timeline'])}</h2><p>{_(words['note'])}</p>{picture}",
        _table((words["number"], words["when"], words["what"]), report.lines),
        f"<h2>{_(words['withheld'])}</h2>",
        _table((words["which"], words["count"], words["reason"]), report.withheld)
        if report.withheld
        else f"<p>{_(words['nothing_withheld'])}</p>",
        f"<h2>{_(words['verify'])}</h2><ol>{steps}</ol>",
        "</main></body></html>\n",
    )
    return "\n".join(parts).encode()


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    columns = "".join(f'<th scope="col">{_(each)}</th>' for each in head)
    lines = "\n".join(f"<tr>{''.join(f'<td>{_(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><thead><tr>{columns}</tr></thead><tbody>\n{lines}\n</tbody></table>"


def _(text: str) -> str:
    return escape(text)
