"""
List the words that a name shares with ordinary language.

Why a list: in lower case in the middle of a sentence "rose", "claire" or "petit"
is nearly always the word, and a warning on each would teach people to ignore
warnings; "léa" or "dupont" in lower case is nearly always the person, typed in
haste.  So lower case counts unless the word stands here.  Spelled with capitals a
name always counts, here or not: a missed child is worse than a needless question.

To add a word: it is a name in some register and, in lower case, an everyday word
of French, Dutch, German or English.  Write it without accents.
"""

_PARTICLES = """
    a abou abu af ait al av bel ben bin bint d da das de dei del della den der des di do dos
    du e el het ibn in l la las le les lo los mac mc o op san santa saint sainte st ste t te
    ten ter tot ul van vande vanden vander vom von y zu zum zur
"""
PARTICLES = frozenset(_PARTICLES.split())
"""Words that begin a family name and belong to the word after them."""

_FRENCH = """
    aime aimee amant ambre amour ange anges aube aurore avril barbe beau belle berger bergere bien
    bis blanc blanche blond blonde bois bon bonhomme bonne bonnet bouche boucher boulanger bourgeois
    brun brune camp capucine carre cerise chanson chapelle charpentier chat chevalier chouette cinq
    clair claire clementine cloche coeur colombe comble constance constant constante content coq
    corne cousin couture cuisinier dame desire desiree deux digne dimanche divine dore doree douce
    droit droite dune eden esperance etoile faucon ferme fete feu fidele fille fils flamme fleur
    fleurie fleurs fleuve fontaine force foret fort fortune four fraise franc francais france frere
    garde garnison gentil gilet glaive gloire grain grand grande grandes grands grange gras
    grenier gris gros hameau haute hiver honore huit innocent iris jade jardin jardinier jasmin
    jeans jeudi jeune jeunes joie joli jolie jour journee juillet juin juste justes lac laine lait
    lame lande large laurier leger levant libre lis loup lumiere lundi lune lys mai maire maison
    maitre major malin marchand marche mardi marguerite marin marine marron mars masse matin mauve
    menu merci mercredi mere merle merveille meunier midi mil mille mimosa mine mirabelle modeste
    moine moineau moineaux monde mont morceau mouche moulin moulins mouton moutons muguet
    musc musique neige noel noir noire noisette olive olivier or orange ours page pain paix palme
    panier paon pape paquet parfait paris parrain pasteur patience pauvre pays pelerin pelle perle
    perles pervenche petit petite petites petits pie pierre pierres pin pinson place plaisance
    plante plume poirier poisson poivre pomme pommier pont port porte pot poulain poule premier
    prince princesse printemps provence prudence prune rayon reine renard renee reve riche rive
    riviere roche roi rois rond rose rosee roses rouge rousse roux roy royal royale rubis
    sable sabot sage saison samedi saphir sapin sauvage seigneur sergent serpent serre simple soir
    soleil source sucre sultan tailleur tambour tapis taupe temps tendre terre terrier tissier
    toussaint tout trois turquoise vaillant val vallee vallet velours vendredi veneur verger verite
    vert verte vide vie vieille vierge vieux vigne vigneron vignes ville villes vin violet violette
    vivant vive voisin voix vrai
"""
_DUTCH = """
    aan aar als an appel arend arts bak baker bakker bas bast beek beeld beer bel berg bergen berk
    bloem bloemen boek boeren bol boom boon boot bos bot brand broek broer brug bruin buis buur dag
    dam dik dorp drie droste duif dun eik eis els engel engelen faas fee feest fleur gans gast geel
    geen gerst goed goede graaf graan griet groen groot grote haan haas hak hal ham hamer hand hart
    haver heide heilig held hemel hert heuvel hoek hof hond hoop huis ijs jaar jacht jager jong
    jonge jongen jut kaars kaas kam kamer kamp kan kap kat keizer kerk kern kers kind klaver klein
    kleine klerk klok kloos knop koch koek kok kolen koning konings kool koopman kop kraan kroon
    kruis kunst kus kwik laan lam lamp land lang lange lans leeuw lent lief liefde lien lies
    lieve linde link lot maan maat meester meeuw mei merel mol molen molenaar mooi mos muis munt
    naald nacht nagel nieuw noot ode oog oost os otter oud oude paal paard pauw peer pels pier pijl
    pit plas poel pols poot post pot prins puck punt raaf raam rad rat reus ridder riet rijk rik
    ring rood roos roosje ros rust sam schaap schat schilder schipper schoen schouten schrijver
    slager slot smid sneeuw snoek speelman spin spits spruit staal stam star steen ster sterk stern
    stil stoel stok storm straat stroom taal tak tang tel tijd tijger timmer timmerman toon top tor
    trap trui tuin tulp uil veer veld velden ven verhoeven vink vis visser vlinder vogel vogels vol
    volder voort vos vrede vriend vriends vrij wal wand water weg weide wens west wiek wiel wil wilg
    willen winkel wint wit witte wolf wolk zand zee zeeman zijn zilver zoet zomer zon zoon zwaan
    zwager zwart
"""
_GERMAN = """
    abend adler alt amsel anders apfel arm bach back bar bauer baum becher berg bieber biene birk
    birke birne bischof blau blum blume bock boden born braun breit brun brunnen buch buche burg
    busch da dank denk dick dorn drei durst edel eich eiche eis elf engel engels ente erde ernst
    fass faust feder fein feld fels fest fleck fleisch flora forst franken frei freitag freud freund
    frisch froh frohlich fromm frost fuchs fuhrer fuss gans gast geier geiger geist gerade gerber
    gern glas glaser glatt glocke gluck glueck gold gott graf grau gross grosse grun grund gut guter
    haar hahn hain hals hammer hart hase haupt haus hecht heide heil heim hein held hell helle
    herbst herde herr herz heu himmel hirsch hirte hoch hof holz horn hut igel jager jung junge
    kaiser kalt kamm kammer kanne karre kater katz katze keil keller kern kind kinder kirche kirsch
    kirsche klar klee klein kleine klug knapp koch kohl kohler konig kopf korb korn kraft kranz
    krebs kreis kreuz krieg krone kugel kunde kurz lach lamm land lang lange laub laut leben lehrer
    leicht lenz lerche lieb liebe lieber lind linde linden lob lorbeer lowe lustig macht mai maler
    mann marder mark markt maurer maus mehl meise meister menge mensch metzger milch mild mohr mond
    montag morgen moser muhle munter munze nacht nagel narr neu neuer nord nuss oder ost ostern palm
    pech pfarrer pfau pfeffer pfeifer pilz prinz rabe rad rauch rebe recht regen reh reich reif reim
    rein reiner reis reise reiter richter riedel riese ring ritter robbe rose rosen rot roth ruf
    ruhe rund saal sack sand sanft sauer schade schaf schafer schatz scherz schick schild schilling
    schlau schlosser schmal schnabel schnee schneider schnell schon schone schreiber schreiner schuh
    schutz schutze schwan schwarz schwarze see seele seide seil selig sieben singer sommer sonne
    sonntag specht sperling spiegel spitz stahl star stark stein steiner stern stich still stock
    stolz storch storm strauch strauss streit stroh sturm suss tag tanne tanz taube teufel thron
    tier tisch traub traube treu turm vater vogel volk voll wachs wachter wahl wald wand wange warm
    weg weich wein weis weise weiss weisse weit welt wende wiese wild wilde will wind winkel winter
    wirt wolf wolke wort wunder wunsch wurm zahn zart zauber zeit zimmer zorn zucker zweig
"""
_ENGLISH = """
    abbot abbott amber amen angel april archer art ash august autumn baker ball banks barber baron
    bean bear bee bell berry best bill birch bird bishop black blaze bliss bloom blue bob bolt bond
    bowl boy brand brave breeze brewer bridge bright brook brooks brown buck bud bull burns bush
    butcher butler buttercup candy cane carol carpenter cash castle chance chase cherry chip
    christian church clay cliff cloud coal cook cookie cool cooper coral cotton court crane cricket
    cross crow crystal curry daisy dale dawn day days dean deer destiny diamond dick dove dusty
    early ebony echo elder english ever faith falcon farmer fawn fern field fields finch fish fisher
    flint flower flowers ford forest forrest fountain fox free freedom freeman friend frost garden
    gardener gardner garland gay gentle ginger glad glory glover gold golden goldie good grace grant
    gray green grey grove guy hall happy harmony harper hawk hay hazel heath heather heaven hill
    hills holly honey honor honour hood hope house hunt hunter ivory ivy jay jersey jet jewel jolly
    joy jute keen kid king kings knight lake lamb lane lark lassie laurel lavender law lemon lilac
    lily lincoln little long longer lord lottery love lovely lover loyal lucky major mane march
    marina mark marks mars marsh marvel mason max may mead meadow melody mercy merit merry miles
    mill mine mint miss misty money monk moon moss mount noble north oak ocean olive opal page pansy
    park parks pat patch patience peace peach pearl pearls pepper pet pike piper poet pool porter
    potter power pray precious price pride prince prior prosper queen rain ray red reed reef rich
    ring river rivers robins rock rocket roman root rose rosemary roses royal rush rusty saffron
    sage sailor salmon sandy savage scarlet scout shade shadow sharp shepherd short silver singer
    sky slater small smart smith snow solo song south spark sparrow spring sprout star stark steel
    sterling stone storm strange street strong summer summers sun sunday sunny sunshine swan sweet
    swift tailor tanner teal thorn thorne thrift tiger tony town treasure trinity trip true truly
    tulip turquoise underwood unity vane venus verity victory vine violet virtue wade walker wall
    wallet ward waters wave way weaver west wheat white wild wilder will willow willy win wing
    winner winter winters wise wish wolf wood woods wren wright yard young
"""
_SHORT_FORMS = """
    aber ainsi al alors and are art auch aus aussi been bei bien bij but can cap car ce ces cet
    cette could dan das dass dat dem den der deze did die dir dit doch does donc done dont door dort
    du dus een ein eine einer elle elles er est et ete eut fig for from fut gen haar had has hat
    have hem her het hier him his hoe how hun ich ici ihr ils ing into ital its jetzt jij jun kann
    lat les leur leurs loin lors lui ma maar mag mais max may mee mes met mia might min mit moi mon
    muss must naar nach niet noch nog non nor not nous nur oder onder ons onze ook ou oui our over
    par plus pour pres prof puis que qui quoi ref sa sans schon sein sen ses shall she should si sie
    soit soll son sous sur ta te tel tes that the their them these they this those toch toe toi ton
    tres tu uit und under une vol von voor vous waar want war was wat weil wel wenn were what when
    where who why wie wij will wir wird with would yet you your zij zum zur
"""
ORDINARY = frozenset(f"{_FRENCH} {_DUTCH} {_GERMAN} {_ENGLISH} {_SHORT_FORMS}".split()) | PARTICLES
"""Names in here count only when they are written with a capital."""

_LITTLE = """
    after also apres auf aux avant avec before bravo chez comme daar dann dans demain diese durch
    during encore entre etait fait heeft here ihre nicht notre ont pas pendant photo quand samen
    seine sera sont then tijdens today toute toutes tous uber unsere unter vers voici vor votre
    wahrend werd while wordt wurde zusammen
"""
EVERYDAY = ORDINARY | frozenset(_LITTLE.split())
"""Words that stand beside names in every caption; in lower case they are no misspelt name."""

_TITLES = """
    m madame mademoiselle mme mlle monsieur mr mrs ms miss sir mevrouw mevr meneer dhr juffrouw
    juf meester frau herr dr doctor docteur famille familie family gezin groupe groep gruppe
    group classe klas klasse class team papa maman mama mam mum dad oma opa
"""
TITLES = frozenset(_TITLES.split())
"""What people put before a name."""

_SAINTS = "saint sainte st ste sint sinte sankt santa san santo sao sant szent sveti sveta swiety"
SAINTS = tuple(f" {saint}".encode() for saint in _SAINTS.split())
"""What makes of a given name a place, a school or a day."""
