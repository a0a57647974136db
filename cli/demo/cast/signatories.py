"""
List those who answer for others: parents, guardians, administrators.
"""

from cli.demo.cast.values import Signatory


def _one(
    slug: str, given_name: str, family_name: str, language: str = "fr", at: str = "courriel.example"
) -> Signatory:
    return Signatory(slug, given_name, family_name, f"{slug.replace('-', '.')}@{at}", language)


SIGNATORIES: tuple[Signatory, ...] = (
    _one("anneke-peeters", "Anneke", "Peeters", "nl"),
    _one("jan-peeters", "Jan", "Peeters", "nl"),
    _one("claire-moreau", "Claire", "Moreau"),
    _one("david-moreau", "David", "Moreau"),
    _one("laure-janssens", "Laure", "Janssens"),
    _one("marc-janssens", "Marc", "Janssens"),
    _one("eline-van-damme", "Eline", "Van Damme", "nl"),
    _one("koen-van-damme", "Koen", "Van Damme", "nl"),
    _one("samira-benali", "Samira", "Benali"),
    _one("service-enfance", "Service", "Enfance de Bruxelles", at="enfance.example"),
    _one("helene-renard", "Hélène", "Renard"),
    _one("aline-lambert", "Aline", "Lambert"),
    _one("joel-lambert", "Joël", "Lambert"),
    _one("petra-simon", "Petra", "Simon", "de"),
    _one("uwe-simon", "Uwe", "Simon", "de"),
    _one("brigitte-garnier", "Brigitte", "Garnier"),
    _one("valerie-thys", "Valérie", "Thys"),
    _one("eric-collard", "Éric", "Collard"),
    _one("elif-yilmaz", "Elif", "Yilmaz"),
    _one("murat-yilmaz", "Murat", "Yilmaz"),
    _one("sophie-dubois", "Sophie", "Dubois"),
    _one("alain-dubois", "Alain", "Dubois"),
    _one("martine-laurent", "Martine", "Laurent"),
    _one("paul-laurent", "Paul", "Laurent"),
    _one("wim-de-vries", "Wim", "de Vries", "nl"),
    _one("nadia-haddad", "Nadia", "Haddad"),
    _one("greet-maes", "Greet", "Maes", "nl"),
    _one("jerome-pirard", "Jérôme", "Pirard", at="barreau.example"),
    _one("anne-petit", "Anne", "Petit"),
    _one("monique-thiry", "Monique", "Thiry"),
    _one("etienne-thiry", "Étienne", "Thiry"),
)
