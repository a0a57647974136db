"""
Say it in Dutch.
"""

from cli.demo.forms.wording import Wording

DUTCH = Wording(
    language="nl",
    family_title="Mijn beeld bij Les Glycines",
    circle_title="Mijn beeld bij Les Glycines: team, vrijwilligers, partners, bezoekers",
    family_what=(
        "Soms nemen we foto’s tijdens de activiteiten. "
        "We vragen u of we ze mogen tonen, en waar. "
        "Een foto nemen en een foto publiceren zijn twee verschillende dingen: "
        "dit formulier gaat over publiceren. "
        "Het gaat over de foto, de voornaam alleen, de naam, de stem, een verhaal, een kunstwerk."
    ),
    circle_what=(
        "Het kan gebeuren dat u op een foto staat die tijdens een activiteit is genomen. "
        "We vragen u of we die mogen tonen, en waar. "
        "Dit formulier staat los van elk contract: een clausule in een contract volstaat niet."
    ),
    choose=(
        "Voor elk kanaal kiest u: ja, nee, nu niet. "
        "Niets is vooraf aangekruist. "
        "Zonder antwoord publiceren we niet. "
        "Komt er een nieuw kanaal bij? Dan vragen we het u opnieuw."
    ),
    family_free=(
        "Nee zeggen verandert niets: niet aan de zorg, de opvang, de school "
        "of de activiteiten, en niet aan onze band."
    ),
    circle_free=(
        "Nee zeggen verandert niets: niet aan uw werk, uw evaluatie, "
        "uw plaats bij ons of onze samenwerking."
    ),
    change=(
        "U kunt altijd van gedachten veranderen, even gemakkelijk als u hebt geantwoord: "
        "online, telefonisch of op papier. Niemand zal u vragen waarom."
    ),
    reshare=(
        "Wie een foto ziet, kan die verder delen, ook vanuit een besloten groep. "
        "Dat kunnen we niet verhinderen."
    ),
    remains=(
        "Trekt u uw toestemming in, dan halen we de foto meteen van onze pagina’s. "
        "Kopieën kunnen online blijven. Verspreid drukwerk kunnen we niet terughalen."
    ),
    newsletter_then="De nieuwsbrief gaat naar de families en de leden van de vereniging.",
    newsletter_now=(
        "Nieuw: de nieuwsbrief gaat nu ook naar partners en schenkers. "
        "Voor de nieuwsbrief vragen we u opnieuw een antwoord."
    ),
    explicit=(
        "Sommige pagina’s zeggen dat een dienst mensen met een handicap ontvangt. "
        "Wie daar te zien is, geeft iets over zijn gezondheid prijs. "
        "We plaatsen er alleen een foto als u aankruist: "
        "“Ik ga er uitdrukkelijk mee akkoord om op deze pagina’s te staan”."
    ),
    child=(
        "Een kind dat het kan begrijpen, antwoordt zelf mee, op een eigen regel. "
        "Zijn of haar nee telt, op elke leeftijd."
    ),
    complaint=(
        "Loopt er iets mis? Schrijf naar droit-image@glycines.example. "
        "U kunt ook terecht bij de Gegevensbeschermingsautoriteit."
    ),
    sign="Naam, hoedanigheid, datum, handtekening. U krijgt een kopie van uw antwoorden.",
)
