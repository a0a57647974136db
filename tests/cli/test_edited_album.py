"""
Whoever edits who is in a photo, or by what rules it is decided, is named, too.
"""

from tests.cli.terminal import Terminal, refused
from tests.cli.test_edited import edited
from tests.cli.test_exports import sql

EDITS = [
    (
        "depictions",
        '"visibility":"targeted"',
        '"visibility":"crowd"',
        "(photo:depictions_recorded)",
    ),
    ("attestations", '"complete":true', '"complete":false', "(photo:attested)"),
    ("rights", '"source":"own"', '"source":"staff"', "(photo:rights_recorded)"),
    ("form_versions", '"material":true', '"material":false', "(form:version_published)"),
    ("organisation_settings", '"BE"', '"NL"', "of the settings was changed"),
]


def test_an_edit_is_named_until_it_is_undone(glycines: Terminal) -> None:
    for table, before, after, named in EDITS:
        keep = f"CREATE TABLE kept AS SELECT * FROM {table}"  # noqa: S608  # tables of this file
        sql(glycines, keep, edited(table, before, after))
        assert named in refused(glycines.type("audit", "verify")), table
        emptied = f"DELETE FROM {table}"  # noqa: S608  # tables of this file
        put_back = f"INSERT INTO {table} SELECT * FROM kept"  # noqa: S608  # tables of this file
        sql(glycines, emptied, put_back, "DROP TABLE kept")
    assert 0 == glycines.type("audit", "verify").code


def test_attestation_that_is_gone_is_named(glycines: Terminal) -> None:
    sql(glycines, "DELETE FROM attestations")

    assert "(photo:attested)" in refused(glycines.type("audit", "verify"))
