"""
Put in words what is processed here: register, impact assessment.

Each language has a file below `words/`; what only people know stands in brackets.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any

from service.decision.channels import Contact
from service.decision.retention import RetentionRule
from service.languages.filling import fill
from service.languages.writing import write_country, write_day
from service.ledger.canonical import Plain
from service.records.organisation import SecondFactor
from service.usecases.accountability.facts import Facts

LANGUAGES = ("fr", "nl", "de", "en")
SECONDS_AN_HOUR = 3600
HOURS_A_DAY = 24
Words = Mapping[str, Any]


class DossierKind(StrEnum):
    """
    Which account is given.
    """

    REGISTER = "register"
    """Register of processing activities (GDPR article 30)."""
    DPIA = "dpia"
    """Impact assessment (GDPR article 35)."""


@dataclass(frozen=True, slots=True)
class Section:
    """
    One part: sentences, lines with a point, a table.
    """

    title: str
    sentences: Sequence[str] = ()
    points: Sequence[str] = ()
    head: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """
    A whole account in one language.
    """

    language: str
    page_word: str
    title: str
    lead: str
    drawn: str
    sections: Sequence[Section]

    def to_plain(self) -> dict[str, Plain]:
        """
        Return it for the typesetter.
        """
        return {
            "drawn": self.drawn,
            "language": self.language,
            "lead": self.lead,
            "page": self.page_word,
            "sections": [
                {
                    "head": list(each.head),
                    "points": list(each.points),
                    "rows": [list(row) for row in each.rows],
                    "sentences": list(each.sentences),
                    "title": each.title,
                }
                for each in self.sections
            ],
            "title": self.title,
        }


def dossier_of(kind: DossierKind, facts: Facts, language: str) -> Dossier:
    """
    Write one account in one of the languages.
    """
    words, house = words_of(language), facts.organisation.name
    parts = {
        DossierKind.REGISTER: (
            _controller,
            _activities,
            _channels,
            _people,
            _recipients,
            _limits,
            _security,
        ),
        DossierKind.DPIA: (
            _why,
            _activities,
            _channels,
            _necessity,
            _risks,
            _limits,
            _security,
            _opinions,
        ),
    }
    return Dossier(
        language=language,
        page_word=words["page"],
        title=f"{words['title'][kind]} – {house}",
        lead=fill(words["lead"][kind], {"house": house}, language),
        drawn=fill(
            words["drawn"],
            {"day": write_day(facts.on, language), "origin": facts.origin},
            language,
        ),
        sections=[part(words, facts) for part in parts[kind]],
    )


@cache
def words_of(language: str) -> Words:
    """
    Give the texts of a language.
    """
    file = resources.files("service.usecases.accountability") / f"words/{language}.json"
    words: Words = json.loads(file.read_text("utf-8"))
    return {**words, "language": language}


def _blank(words: Words, what: str) -> str:
    return str(words["fill"].format(what=words["what"][what]))


def _contact(contact: Contact) -> str:
    told = (contact.name, contact.role, contact.email, contact.phone)
    return ", ".join(each for each in told if each)


def _law(words: Words, facts: Facts) -> str:
    """
    Name the country whose law it is; the table of laws is in English.
    """
    code = facts.organisation.jurisdiction
    told = write_country(code, words["language"])
    return facts.law if told == code else told


def _controller(words: Words, facts: Facts) -> Section:
    house, names = facts.organisation, words["controller"]
    rows = [
        (names["house"], house.name),
        (names["law"], _law(words, facts)),
        (names["contact"], _contact(house.contact)),
        (names["legal"], _contact(house.legal)),
        (names["press"], _contact(house.press)),
        (names["dpo"], _blank(words, "dpo")),
        (names["log"], facts.origin),
    ]
    return Section(words["sections"]["controller"], rows=rows)


def _activities(words: Words, _: Facts) -> Section:
    title, head = words["sections"]["activities"], words["activity_head"]
    return Section(title, head=head, rows=words["activities"])


def _channels(words: Words, facts: Facts) -> Section:
    title = words["sections"]["channels"]
    if not facts.channels:
        return Section(title, sentences=(words["no_channels"],))
    rows = [
        (
            each.name,
            words["medium"][each.medium],
            words["audience"][each.audience],
            ", ".join(sorted(words["purpose"][one] for one in each.purposes)),
            words["yes"] if each.special_category else words["no"],
        )
        for each in facts.channels
    ]
    return Section(title, head=words["channel_head"], rows=rows)


def _people(words: Words, facts: Facts) -> Section:
    rows = [
        (words["category"][category], str(count))
        for category, count in sorted(facts.people.items())
    ]
    title, blank = words["sections"]["people"], _blank(words, "scale")
    return Section(title, sentences=(blank,), head=words["people_head"], rows=rows)


def _recipients(words: Words, facts: Facts) -> Section:
    told, run = words["recipients"], facts.deployment
    mail = told["mail"].format(host=run.mail_host) if run.mail_host else told["no_mail"]
    sms = told["sms"].format(host=run.sms_host) if run.sms_host else told["no_sms"]
    rows = [
        (told["host"], _blank(words, "host")),
        (mail, told["mail_for"]),
        (sms, told["sms_for"] if run.sms_host else "–"),
        (told["public"], told["public_for"]),
        (told["authority"], told["authority_for"]),
        (told["transfers"], _blank(words, "transfers")),
    ]
    return Section(words["sections"]["recipients"], head=words["recipient_head"], rows=rows)


def _limits(words: Words, facts: Facts) -> Section:
    rows = [_limit(words, rule) for rule in facts.retention.rules.values()]
    return Section(words["sections"]["limits"], head=words["limit_head"], rows=rows)


def _limit(words: Words, rule: RetentionRule) -> tuple[str, str, str]:
    hours = round(rule.kept_for.total_seconds() / SECONDS_AN_HOUR)
    is_days = hours % HOURS_A_DAY == 0 and hours > HOURS_A_DAY
    long = (
        words["days"].format(n=hours // HOURS_A_DAY) if is_days else words["hours"].format(n=hours)
    )
    after = words["after"].get(rule.kept_class, "")
    how = words["alone"] if rule.is_automatic else words["decided"]
    why = rule.source_in(words["language"]) or words["default"]
    return (words["class"][rule.kept_class], f"{long} {after}".strip(), f"{why}; {how}")


def _security(words: Words, facts: Facts) -> Section:
    told, run = words["security"], facts.deployment
    has_factor = facts.organisation.second_factor is SecondFactor.REQUIRED
    points = (
        told["closed"],
        told["sealed"],
        told["log"].format(key=facts.vkey),
        told["recovery" if facts.has_recovery_key else "no_recovery"],
        told["roles"],
        told["limits"].format(checks=run.checks_per_hour, idle=run.session_idle_minutes),
        told["factor" if has_factor else "no_factor"],
        told["previews" if run.previews else "no_previews"],
        told["faces"],
        told["engine"].format(engine=run.engine),
    )
    return Section(words["sections"]["security"], points=points)


def _why(words: Words, facts: Facts) -> Section:
    special = sum(each.special_category for each in facts.channels)
    points = [
        each.format(special=special, channels=len(facts.channels)) for each in words["criteria"]
    ]
    return Section(words["sections"]["why"], (_blank(words, "scale"),), points)


def _necessity(words: Words, facts: Facts) -> Section:
    points = [each.format(law=_law(words, facts)) for each in words["necessity"]]
    return Section(words["sections"]["necessity"], points=points)


def _risks(words: Words, _: Facts) -> Section:
    rows = [(*each, _blank(words, "left")) for each in words["risks"]]
    return Section(words["sections"]["risks"], head=words["risk_head"], rows=rows)


def _opinions(words: Words, _: Facts) -> Section:
    points = [_blank(words, each) for each in ("dpo_opinion", "people_opinion", "decision")]
    return Section(words["sections"]["opinions"], points=points)
