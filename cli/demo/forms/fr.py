"""
Say it in French.
"""

from cli.demo.forms.wording import Wording

FRENCH = Wording(
    language="fr",
    family_title="Mon image aux Glycines",
    circle_title="Mon image aux Glycines : équipe, bénévoles, partenaires, visiteurs",
    family_what=(
        "Nous prenons parfois des photos pendant les activités. "
        "Nous vous demandons si nous pouvons les montrer, et où. "
        "Prendre une photo et la publier sont deux choses : "
        "ce formulaire parle de la publication. "
        "Il concerne la photo, le prénom seul, le nom, la voix, une histoire racontée, une œuvre."
    ),
    circle_what=(
        "Il arrive que vous soyez sur une photo prise pendant une activité. "
        "Nous vous demandons si nous pouvons la montrer, et où. "
        "Ce formulaire est séparé de tout contrat : une clause de contrat ne suffit pas."
    ),
    choose=(
        "Pour chaque canal, vous choisissez : oui, non, pas maintenant. "
        "Rien n’est coché d’avance. "
        "Sans réponse, nous ne publions pas. "
        "Un nouveau canal ? Nous vous le demanderons à nouveau."
    ),
    family_free=(
        "Dire non ne change rien : ni aux soins, ni à l’accueil, ni à l’école, "
        "ni aux activités, ni à nos relations."
    ),
    circle_free=(
        "Dire non ne change rien : ni à votre travail, ni à votre évaluation, "
        "ni à votre place parmi nous, ni à notre collaboration."
    ),
    change=(
        "Vous pouvez changer d’avis à tout moment, aussi facilement que vous avez répondu, "
        "en ligne, par téléphone ou sur papier. Personne ne vous demandera pourquoi."
    ),
    reshare=(
        "Les personnes qui voient une photo peuvent la partager à leur tour, "
        "même depuis un groupe privé. Nous ne pouvons pas l’empêcher."
    ),
    remains=(
        "Si vous retirez votre accord, nous retirons la photo de nos pages sans attendre. "
        "Des copies peuvent rester en ligne. Un imprimé distribué ne se reprend pas."
    ),
    newsletter_then="La lettre d’information est envoyée aux familles et aux membres de l’ASBL.",
    newsletter_now=(
        "Nouveau : la lettre d’information est aussi envoyée aux partenaires et aux donateurs. "
        "Pour elle, nous vous redemandons votre réponse."
    ),
    explicit=(
        "Certaines pages disent qu’un service accueille des personnes handicapées. "
        "Y apparaître révèle une information sur la santé. "
        "Nous n’y mettons une photo que si vous cochez : "
        "« J’accepte expressément d’apparaître sur ces pages »."
    ),
    child=(
        "L’enfant qui peut comprendre répond aussi, sur sa propre ligne. "
        "Son non compte, quel que soit son âge."
    ),
    complaint=(
        "Quelque chose ne va pas ? Écrivez à droit-image@glycines.example. "
        "Vous pouvez aussi vous adresser à l’Autorité de protection des données."
    ),
    sign="Nom, qualité, date, signature. Vous recevez une copie de vos réponses.",
)
