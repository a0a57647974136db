"""
The table of jurisdictions: what ships, and which edits are refused (domain section 2.3).
"""

import pytest

from service.decision.jurisdiction import FIELDS, AfterDeath, SelfConsent, parse_jurisdictions
from service.decision.terms import HolderRule
from service.errors import InvalidInput
from tests.decision.cast import JURISDICTIONS, TABLE

ALL, ONE = HolderRule.ALL_HOLDERS, HolderRule.ONE_UNLESS_OPPOSED
MAJORITY = {
    18: "BE FR DE NL LU GB CA-QC CA-AB CA-MB CA-ON CA-PE CA-SK",
    19: "CA-BC CA-NB CA-NL CA-NS CA-NT CA-NU CA-YT",
    16: "GB-SCT",
}
DIGITAL = {
    13: "BE GB DK EE FI LV MT PT SE",
    14: "CA-QC AT BG CY IT LT ES",
    15: "FR CZ GR",
    16: "DE NL LU HR HU IE PL RO SK",
}


def codes(ages: dict[int, str]) -> list[tuple[str, int]]:
    """
    Give each code with its age.
    """
    return [(code, age) for age, line in ages.items() for code in line.split()]


@pytest.mark.parametrize(("code", "age"), codes(MAJORITY))
def test_majority_is_the_one_of_the_place(code: str, age: int) -> None:
    assert age == JURISDICTIONS.get(code).majority_age


@pytest.mark.parametrize(("code", "age"), codes(DIGITAL))
def test_age_for_an_own_account_is_kept_apart(code: str, age: int) -> None:
    assert age == JURISDICTIONS.get(code).digital_age


@pytest.mark.parametrize(
    ("code", "discernment", "alone", "how"),
    [
        ("BE", 14, None, SelfConsent.CHILD),
        ("FR", None, None, SelfConsent.CHILD),
        ("DE", 8, None, SelfConsent.CHILD),
        ("NL", None, 16, SelfConsent.CHILD),
        ("GB", 12, None, SelfConsent.CHILD),
        ("CA-QC", None, 14, SelfConsent.CHILD_OR_HOLDER),
    ],
)
def test_age_at_which_a_minor_is_heard_is_the_one_of_the_place(
    code: str, discernment: int | None, alone: int | None, how: SelfConsent
) -> None:
    law = JURISDICTIONS.get(code)

    assert (discernment, alone, how) == (
        law.discernment_age,
        law.self_consent_age,
        law.self_consent,
    )


@pytest.mark.parametrize(
    ("code", "public", "closed"),
    [
        ("BE", ALL, ONE),
        ("FR", ALL, ALL),
        ("DE", ALL, ALL),
        ("NL", ALL, ALL),
        ("LU", ALL, ALL),
        ("GB", ONE, ONE),
        ("CA-QC", ONE, ONE),
        ("ES", ALL, ALL),
    ],
)
def test_number_of_parents_is_the_one_of_the_place(
    code: str, public: HolderRule, closed: HolderRule
) -> None:
    law = JURISDICTIONS.get(code)

    assert (public, closed) == (law.holders_public, law.holders_closed)


@pytest.mark.parametrize(
    ("code", "rule", "years"),
    [
        ("BE", AfterDeath.PERIOD, 20),
        ("DE", AfterDeath.PERIOD, 10),
        ("NL", AfterDeath.PERIOD, 10),
        ("GB", AfterDeath.NONE, 0),
        ("CA-QC", AfterDeath.UNLIMITED, 0),
        ("FR", AfterDeath.ASK, 0),
        ("PL", AfterDeath.ASK, 0),
    ],
)
def test_the_dead_are_protected_as_the_place_says(code: str, rule: AfterDeath, years: int) -> None:
    law = JURISDICTIONS.get(code)

    assert (rule, years) == (law.after_death, law.after_death_years)


@pytest.mark.parametrize("code", sorted(JURISDICTIONS.by_code))
def test_every_value_has_a_source(code: str) -> None:
    sources = JURISDICTIONS.get(code).sources

    assert set(FIELDS) == set(sources)
    assert [] == [field for field, source in sources.items() if not source.strip()]


def test_templates_of_sections_are_no_jurisdictions() -> None:
    assert [] == [code for code in JURISDICTIONS.by_code if code.startswith("_")]


def test_unknown_jurisdiction_is_refused_by_name() -> None:
    with pytest.raises(InvalidInput, match="'XX'") as refusal:
        JURISDICTIONS.get("XX")

    assert "jurisdiction" == refusal.value.field


def test_digest_changes_with_every_edit() -> None:
    edited = parse_jurisdictions(TABLE + "\n# reviewed\n")

    assert JURISDICTIONS.by_code == edited.by_code
    assert JURISDICTIONS.digest != edited.digest


def test_deployer_may_change_a_value() -> None:
    edited = TABLE.replace(
        'majority_age = { value = 18, source = "old Civil Code, article 488; to verify" }',
        'majority_age = { value = 21, source = "law of 1990" }',
    )

    assert 21 == parse_jurisdictions(edited).get("BE").majority_age


BELGIUM = TABLE[TABLE.index("[BE]") : TABLE.index("[FR]")]
AGE = next(line for line in BELGIUM.splitlines() if line.startswith("majority_age"))
ORDER = next(line for line in BELGIUM.splitlines() if line.startswith("after_death ="))
HOLDERS = next(line for line in BELGIUM.splitlines() if line.startswith("holders_public"))
PERIOD = next(line for line in BELGIUM.splitlines() if line.startswith("after_death_years"))
AMBIENCE = next(line for line in BELGIUM.splitlines() if line.startswith("ambience"))


@pytest.mark.parametrize(
    ("line", "edit", "field"),
    [
        (AGE, "", "majority_age"),
        (AGE, "majority_age = 18", "majority_age"),
        (AGE, "majority_age = { value = 18 }", "majority_age"),
        (AGE, 'majority_age = { value = 18, source = "" }', "majority_age"),
        (AGE, 'majority_age = { value = 18, source = "  " }', "majority_age"),
        (AGE, "majority_age = { value = 18, source = 488 }", "majority_age"),
        (AGE, 'majority_age = { source = "article 488" }', "majority_age"),
        (AGE, 'majority_age = { value = 18, source = "x", note = "y" }', "majority_age"),
        (AGE, 'majority_age = { value = "18", source = "x" }', "majority_age"),
        (AGE, 'majority_age = { value = 18.0, source = "x" }', "majority_age"),
        (AGE, 'majority_age = { value = true, source = "x" }', "majority_age"),
        (AGE, 'majority_age = { value = -1, source = "x" }', "majority_age"),
        (AGE, 'majority_age = { value = 31, source = "x" }', "majority_age"),
        (PERIOD, 'after_death_years = { value = 201, source = "x" }', "after_death_years"),
        (ORDER, 'after_death = { value = "forever", source = "x" }', "after_death"),
        (HOLDERS, 'holders_public = { value = "both", source = "x" }', "holders_public"),
        (HOLDERS, 'holders_public = { value = ["all"], source = "x" }', "holders_public"),
        (
            AMBIENCE,
            'ambience_information_suffices = { value = 1, source = "x" }',
            "ambience_information_suffices",
        ),
        (AGE, f'{AGE}\nmajority = {{ value = 18, source = "x" }}', "majority"),
        ('name = "Belgium"', "", "name"),
        ('name = "Belgium"', 'name = ""', "name"),
        ('name = "Belgium"', "name = 32", "name"),
        ('name = "Belgium"', 'name = "Belgium"\ninherits = "XX"', "inherits"),
        ('name = "Belgium"', 'name = "Belgium"\ninherits = "GB-SCT"', "inherits"),
        ('name = "Belgium"', 'name = "Belgium"\ninherits = ["FR"]', "inherits"),
    ],
)
def test_bad_edit_is_refused_with_section_and_field(line: str, edit: str, field: str) -> None:
    edited = TABLE.replace(BELGIUM, BELGIUM.replace(line, edit, 1))

    with pytest.raises(InvalidInput) as refusal:
        parse_jurisdictions(edited)

    assert f"BE.{field}" == refusal.value.field
    assert "BE" in refusal.value.message
    assert field in refusal.value.message


def test_value_outside_any_section_is_refused() -> None:
    with pytest.raises(InvalidInput) as refusal:
        parse_jurisdictions("majority_age = 18\n" + TABLE)

    assert "majority_age" in refusal.value.message


def test_inheriting_from_a_mere_value_is_refused() -> None:
    with pytest.raises(InvalidInput) as refusal:
        parse_jurisdictions('_EXTRA = 3\n[BE]\nname = "Belgium"\ninherits = "_EXTRA"\n')

    assert "BE.inherits" == refusal.value.field


@pytest.mark.parametrize("text", ["[BE", "[BE]\n[BE]\n", "majority_age = "])
def test_what_is_not_toml_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput, match="not valid TOML"):
        parse_jurisdictions(text)
