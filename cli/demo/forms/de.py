"""
Say it in German.
"""

from cli.demo.forms.wording import Wording

GERMAN = Wording(
    language="de",
    family_title="Mein Bild bei Les Glycines",
    circle_title="Mein Bild bei Les Glycines: Team, Freiwillige, Partner, Gäste",
    family_what=(
        "Bei unseren Aktivitäten entstehen manchmal Fotos. "
        "Wir fragen Sie, ob und wo wir sie zeigen dürfen. "
        "Ein Foto machen und ein Foto veröffentlichen sind zwei verschiedene Dinge: "
        "Hier geht es um das Veröffentlichen. "
        "Es geht um das Foto, den Vornamen allein, den Namen, "
        "die Stimme, eine Geschichte, ein Kunstwerk."
    ),
    circle_what=(
        "Es kann sein, dass Sie auf einem Foto von einer Aktivität zu sehen sind. "
        "Wir fragen Sie, ob und wo wir es zeigen dürfen. "
        "Dieses Formular ist von jedem Vertrag getrennt: Eine Vertragsklausel genügt nicht."
    ),
    choose=(
        "Für jeden Kanal wählen Sie: ja, nein, jetzt nicht. "
        "Nichts ist im Voraus angekreuzt. "
        "Ohne Antwort veröffentlichen wir nicht. "
        "Kommt ein neuer Kanal hinzu, fragen wir Sie erneut."
    ),
    family_free=(
        "Ein Nein ändert nichts: weder an der Betreuung noch an der Pflege, der Schule "
        "oder den Aktivitäten, und nichts an unserem Verhältnis."
    ),
    circle_free=(
        "Ein Nein ändert nichts: weder an Ihrer Arbeit noch an Ihrer Beurteilung, "
        "Ihrem Platz bei uns oder unserer Zusammenarbeit."
    ),
    change=(
        "Sie können Ihre Meinung jederzeit ändern, so leicht, wie Sie geantwortet haben: "
        "online, am Telefon oder auf Papier. Niemand fragt Sie, warum."
    ),
    reshare=(
        "Wer ein Foto sieht, kann es weiterverbreiten, auch aus einer geschlossenen Gruppe. "
        "Das können wir nicht verhindern."
    ),
    remains=(
        "Wenn Sie Ihre Einwilligung widerrufen, entfernen wir das Foto sofort von unseren Seiten. "
        "Kopien können im Netz bleiben. Verteilte Drucksachen lassen sich nicht zurückholen."
    ),
    newsletter_then="Der Rundbrief geht an die Familien und die Mitglieder des Vereins.",
    newsletter_now=(
        "Neu: Der Rundbrief geht jetzt auch an Partner und Spender. "
        "Für ihn bitten wir Sie erneut um Ihre Antwort."
    ),
    explicit=(
        "Manche Seiten sagen, dass ein Dienst Menschen mit Behinderung aufnimmt. "
        "Wer dort zu sehen ist, gibt etwas über die eigene Gesundheit preis. "
        "Wir zeigen dort nur ein Foto, wenn Sie ankreuzen: "
        "„Ich stimme ausdrücklich zu, auf diesen Seiten zu erscheinen“."
    ),
    child=(
        "Ein Kind, das es verstehen kann, antwortet selbst mit, auf einer eigenen Zeile. "
        "Sein Nein zählt in jedem Alter."
    ),
    complaint=(
        "Etwas stimmt nicht? Schreiben Sie an droit-image@glycines.example. "
        "Sie können sich auch an die Datenschutzbehörde wenden."
    ),
    sign="Name, Eigenschaft, Datum, Unterschrift. Sie erhalten eine Kopie Ihrer Antworten.",
)
