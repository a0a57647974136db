"""
Make tagged PDF files out of content, the same on every machine.

The compiler runs in a child process with limits on time and memory, knows no network
and no fonts but its own; content comes to it as values and never as markup, so nothing
that somebody typed is run.

    templates       report.typ, receipt.typ, paper.typ: how they look
    compiler.py     the child: reads sheets, writes PDF files
    typesetter.py   the parent: starts it, waits, kills it

May import `errors`.  Must never import another room or read what it is not given.
Start reading at `typesetter.py`.
"""

from service.typesetting.typesetter import ChildTypesetter

__all__ = ["ChildTypesetter"]
