"""German as news texts write it, in Germany, Austria and Switzerland.

Verbs that come apart ("fügte er hinzu") stand by their finite part where that seldom means anything else.
The article ``ein`` is no number here: "eine Million" is a million by its scale.
"""

from __future__ import annotations

from backgrounder.evidence.languages.language import Language

_SAYING = """
sagt sagte sagten sagen gesagt sagend erklärt erklärte erklärten erklären betont betonte betonten betonen
teilte teilten mitgeteilt mitteilte mitteilten kündigte kündigten kündigt angekündigt ankündigte fordert forderte
forderten fordern gefordert warnt warnte warnten warnen gewarnt behauptet behauptete behaupteten behaupten bestätigt
bestätigte bestätigten bestätigen fügte fügten fügt hinzugefügt hinzufügte ergänzt ergänzte ergänzten ergänzen
berichtet berichtete berichteten berichten äußert äußerte äußerten geäußert äussert äusserte äusserten geäussert
kritisiert kritisierte kritisierten kritisieren schreibt schrieb schrieben geschrieben meint meinte meinten gemeint
erzählt erzählte erzählten erzählen versichert versicherte versicherten versichern beteuert beteuerte beteuerten
antwortet antwortete antworteten geantwortet entgegnet entgegnete entgegneten erwidert erwiderte erwiderten fragt
fragte fragten gefragt rief riefen gerufen ruft räumte räumten räumt eingeräumt einräumte zugegeben zugab
unterstreicht unterstrich unterstrichen hob hoben hervorgehoben hervorhob stellte stellten klargestellt festgestellt
lobt lobte lobten gelobt verkündet verkündete verkündeten verspricht versprach versprachen versprochen
verteidigt verteidigte verteidigten bemerkt bemerkte bemerkten argumentiert argumentierte argumentierten
unterstellt unterstellte twittert twitterte getwittert postet postete gepostet kommentiert kommentierte
kommentierten beklagt beklagte beklagten bedauert bedauerte bedauerten begründet begründete begründeten
erinnert erinnerte erinnerten mahnt mahnte mahnten gemahnt appelliert appellierte appellierten urteilt urteilte
urteilten wiederholt wiederholte wiederholten bekräftigt bekräftigte bekräftigten bekräftigen erläutert erläuterte
erläuterten dementiert dementierte dementierten bestreitet bestritt bestritten leugnet leugnete leugneten
prophezeit prophezeite vermutet vermutete vermuteten droht drohte drohten gedroht schildert schilderte schilderten
beschreibt beschrieb beschrieben nennt nannte nannten genannt bezeichnet bezeichnete bezeichneten wirft warf warfen
vorgeworfen verlangt verlangte verlangten plädiert plädierte plädierten konstatiert konstatierte resümiert
resümierte präzisiert präzisierte spottet spottete höhnte schimpft schimpfte jubelte klagt klagte klagten geklagt
""".split()

_MINISTRIES = (
    "außen aussen innen verteidigungs finanz wirtschafts justiz gesundheits umwelt verkehrs bildungs arbeits familien "
    "landwirtschafts energie öl handels kultur premier vize verfassungs"
).split()
_TITLES = """
herr herrn frau dr prof professor professorin doktor präsident präsidentin vizepräsident vizepräsidentin
bundespräsident bundespräsidentin staatspräsident us-präsident bundeskanzler bundeskanzlerin kanzler kanzlerin
minister ministerin ministerpräsident ministerpräsidentin regierungschef regierungschefin staatschef staatssekretär
staatssekretärin generalsekretär generalsekretärin general generalmajor generalleutnant oberst hauptmann major
leutnant feldwebel admiral marschall kommandeur senator senatorin abgeordneter abgeordnete abgeordneten botschafter
botschafterin richter richterin staatsanwalt staatsanwältin könig königin kronprinz prinz prinzessin emir scheich
imam ajatollah großajatollah bürgermeister bürgermeisterin oberbürgermeister gouverneur gouverneurin landrat
direktor direktorin chef chefin sprecher sprecherin regierungssprecher regierungssprecherin pressesprecher
pressesprecherin vorsitzender vorsitzende vorsitzenden parteichef parteichefin fraktionschef fraktionschefin
politiker politikerin gewerkschafter gewerkschafterin experte expertin forscher forscherin unternehmer unternehmerin
ökonom ökonomin historiker historikerin anwalt anwältin leiter leiterin berater beraterin gesandter gesandte sondergesandter papst bischof erzbischof kardinal pfarrer pater
""".split()

_KEIN = "kein keine keinen keinem keiner keines keins keinerlei keineswegs keinesfalls"
_DENYING = """
leugne leugnest leugnet leugnen leugnete leugneten geleugnet bestreite bestreitet bestreiten bestritt bestritten
dementiere dementiert dementieren dementierte dementierten bezweifle bezweifelt bezweifeln bezweifelte bezweifelten
zweifle zweifelt zweifeln zweifelte zweifelten gezweifelt verneine verneint verneinen verneinte verneinten
weigere weigert weigern weigerte weigerten geweigert verweigere verweigert verweigern verweigerte verweigerten
lehne lehnt lehnen lehnte lehnten abgelehnt ablehne ablehnt ablehnen ablehnte ablehnten
zurückgewiesen zurückweist zurückweisen zurückwies zurückwiesen widerspreche widerspricht widersprechen
widersprach widersprachen widersprochen widerlege widerlegt widerlegen widerlegte widerlegten
schließe ausschließen ausschließt ausgeschlossen ausschloss schliesse ausschliessen ausschliesst
verhindere verhindert verhindern verhinderte verhinderten vermeide vermeidet vermeiden vermied vermieden
unterlasse unterlässt unterlassen unterließ verzichte verzichtet verzichten verzichtete verzichteten
verfehle verfehlt verfehlen verfehlte versäume versäumt versäumen versäumte versäumten scheitere scheitert
scheitern scheiterte scheiterten gescheitert fehlt fehlen fehlte fehlten gefehlt stoppe stoppt stoppen stoppte
stoppten gestoppt verbiete verbietet verbieten verbot verboten falsch unwahr unzutreffend unwahrheit lüge gelogen erlogen
""".split()

_UNITS = "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split()
_TEENS = "dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split()
_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()


def _numbers() -> dict[str, float]:
    """Return the numbers to 99; above that, compounds are read by their parts: "dreihundertfünfzig"."""
    found = {word: float(number) for number, word in enumerate((*_UNITS, *_TEENS))}
    for ten, word in enumerate(_TENS, start=2):
        found[word] = 10.0 * ten
        for unit in range(1, 10):
            found[("ein" if unit == 1 else _UNITS[unit]) + "und" + word] = 10.0 * ten + unit
    found |= {"zwo": 2.0, "halb": 0.5, "halbe": 0.5, "halben": 0.5, "anderthalb": 1.5}
    return found | {word.replace("ß", "ss"): number for word, number in found.items()}


GERMAN = Language(
    tag="de",
    name="German",
    marks=(("„", "“"), ("»", "«"), ("«", "»"), ("‚", "‘"), ("›", "‹"), ("‹", "›"), ("“", "”"), ('"', '"')),
    verbs=(
        *_SAYING,
        "wies zurück",
        "wies darauf hin",
        "gab zu",
        "gab bekannt",
        "gab zu bedenken",
        "heißt es",
        "heisst es",
        *("hieß es", "hiess es", "sprach von", "spricht von", "sprachen von"),
    ),
    according=(
        *("laut", "nach angaben von", "nach angaben des", "nach angaben der", "nach den worten von"),
        *("nach den worten des", "nach den worten der", "nach aussage von", "nach aussage des"),
        *("nach aussage der", "nach darstellung von", "nach darstellung des", "nach darstellung der"),
        *("nach ansicht von", "nach ansicht des", "nach ansicht der", "nach auffassung von"),
        *("nach auffassung des", "nach auffassung der", "nach einschätzung von", "nach einschätzung des"),
        *("nach einschätzung der", "nach meinung von", "nach meinung des", "nach meinung der", "gemäß"),
        *(
            "nach angaben",
            "nach den worten",
            "nach aussage",
            "nach darstellung",
            "nach ansicht",
            "nach auffassung",
        ),
        *("nach einschätzung", "nach meinung"),
    ),
    pronouns={"er": "m", "sie": "f", "dieser": "m", "diese": "f", "letzterer": "m", "letztere": "f"},
    titles=frozenset(
        (
            *_TITLES,
            *(f"{area}minister{end}" for area in _MINISTRIES for end in ("", "in", "s")),
        )
    ),
    abbreviations=frozenset(
        (
            "dr prof hr fr dipl ing bzw ca usw etc z.b z b d.h u.a o.ä v.a s.o u.s evtl ggf inkl exkl max min mio mrd tsd "
            "nr st str tel vgl bspw sog geb gest abs art jan feb apr jun jul aug sept sep okt nov dez e.v"
        ).split()
    ),
    proxies=(
        *("sprecher", "sprecherin", "sprechers", "sprechern", "regierungssprecher", "pressesprecher"),
        *("pressesprecherin", "anwalt", "anwältin", "anwälte", "verteidiger", "verteidigerin", "berater"),
        *("beraterin", "mitarbeiter", "mitarbeiterin", "vertreter", "vertreterin", "vertrauter", "vertraute"),
        *("büro", "stab", "umfeld", "umkreis", "team", "wahlkampfteam", "gesandter", "gesandte", "assistent"),
        *("assistentin", "referent", "referentin", "verbündeter", "verbündete", "anhänger", "anhängerin"),
        *(
            "freund",
            "freundin",
            "ehefrau",
            "frau",
            "ehemann",
            "mann",
            "sohn",
            "tochter",
            "bruder",
            "schwester",
        ),
        *("vater", "mutter", "stellvertreter", "stellvertreterin", "vorgänger", "vorgängerin", "nachfolger"),
        *("nachfolgerin", "manager", "managerin", "büroleiter", "büroleiterin", "stabschef"),
    ),
    leads_in=frozenset(
        (
            "der die das den dem des ein eine einen einem einer eines er sie es wir ich ihr man dieser diese dieses diesen "
            "diesem jener jene jenes in im an am auf aus bei beim mit nach nachdem zu zum zur von vom vor für gegen um "
            "durch über unter hinter neben zwischen seit während wegen trotz ohne bis ab und aber oder doch denn sondern "
            "auch noch nur so da dann dort hier jetzt nun wenn falls als ob obwohl weil dass damit danach davor dabei "
            "dazu deshalb daher darum dennoch jedoch allerdings zudem außerdem ausserdem zuvor zuletzt schließlich "
            "inzwischen unterdessen gleichzeitig zugleich gestern heute morgen montag dienstag mittwoch donnerstag "
            "freitag samstag sonnabend sonntag januar februar märz april mai juni juli august september oktober november "
            "dezember sein seine seinen seinem seiner ihre ihren ihrem ihrer unser unsere viele einige mehrere alle beide "
            "laut gemäß kein keine nicht ja nein wer was wie wo warum wann erst gefragt angesprochen"
        ).split()
    ),
    capital_nouns=True,
    genitives=("s",),
    impersonal=("heißt es", "heisst es", "hieß es", "hiess es"),
    signing=("so",),
    behind_speaker=frozenset(("zufolge",)),
    verb_second=True,
    articles=frozenset(
        (
            "der die das den dem des dieser diese dieses diesen diesem sein seine seinen seinem seiner ihr ihre ihren ihrem "
            "ihrer unser unsere mein meine"
        ).split()
    ),
    indefinite=frozenset(
        (
            "ein eine einer einen einem eines zwei drei mehrere einige viele manche andere anderer anderen weitere weiterer "
            "weiteren kein keine"
        ).split()
    ),
    prepositions=frozenset(
        (
            "von vom für in im ins an am auf bei beim mit nach zu zum zur aus über gegen um durch unter vor hinter neben "
            "zwischen seit während wegen trotz ohne gegenüber laut gemäß"
        ).split()
    ),
    relatives=frozenset("welcher welche welches dessen deren".split()),
    subordinators=frozenset("dass daß wenn weil nachdem während obwohl als ob da damit sobald bevor".split()),
    adverbs=frozenset(
        (
            "hat haben habe hatte hatten auch später zudem außerdem ausserdem weiter weiterhin noch dann bereits erneut "
            "wiederum jedoch dagegen hingegen allerdings gestern heute montag dienstag mittwoch donnerstag freitag samstag "
            "sonntag ist sind war waren sei seien wird wurde wurden sich es hinzu fest zurück hervor klar selbst dazu darauf daraufhin schließlich"
        ).split()
    ),
    passives=frozenset("wurde wurden wird worden".split()),
    leaving_open=frozenset(
        (
            "nicht nie niemals nimmer soll sollen sollte sollten könnte könnten würde würden dürfte dürften hätte hätten "
            "habe wenn falls wurde wurden worden"
        ).split()
    ),
    impersonal_pronouns=frozenset(("man",)),
    citing=("zitierte", "zitierten", "zitierend", "die worte von", "die worte des", "die worte der"),
    bodies=frozenset(
        (
            "stiftung verein partei kampagne institut zentrum bündnis gruppe bewegung schule museum haus orchester"
        ).split()
    ),
    documents=frozenset(
        (
            "brief schreiben erklärung mitteilung pressemitteilung stellungnahme tweet beitrag post statement rede buch "
            "interview artikel aufsatz bericht gastbeitrag mail e-mail nachricht botschaft video memo notiz"
        ).split()
    ),
    nominatives=frozenset(
        ("er", "ich", "wir", *(f"der {title}" for title in _TITLES if not title.endswith(("in", "e"))))
    ),
    postpositions=frozenset(("gegenüber",)),
    quoting=frozenset("zitiert zitierte zitierten".split()),
    particles=frozenset("von van der zu zur vom de al el bin ben ibn".split()),
    infinitives=frozenset(("zu",)),
    agents=frozenset(("von", "durch")),
    masculine=frozenset("herr herrn er minister präsident sprecher vorsitzender".split()),
    feminine=frozenset(
        "frau sie ministerin präsidentin sprecherin kanzlerin bundeskanzlerin senatorin".split()
    ),
    questions=frozenset(("f", "frage")),
    answers=frozenset(("a", "antwort")),
    unsaid=frozenset("könnte könnten würde würden wird werden dürfte dürften".split()),
    falsely=frozenset("fälschlich fälschlicherweise falsch".split()),
    hypotheses=frozenset("wenn falls sofern".split()),
    hearsay=frozenset("gerücht gerüchte gerüchten".split()),
    nobodies=("niemand", "keiner", "niemals", "nie"),
    negations=frozenset(
        (
            f"nicht nichts nie niemals niemand niemanden niemandem niemandes nirgends nirgendwo nein ohne weder {_KEIN} "
            "kaum selten wenig wenige weniger unmöglich unwahrscheinlich ungern mitnichten nimmer"
        ).split()
    ),
    negating=(
        *("anstatt", "statt", "anstelle", "alles andere als", "weit davon entfernt", "weit entfernt von"),
        *(
            "zu spät , um",
            "zu früh , um",
            "zu spät für",
            "zu früh für",
            "nicht mehr",
            "unter keinen umständen",
            "auf keinen fall",
            "fern von",
        ),
    ),
    denials=frozenset(_DENYING),
    conditions=(
        *("sobald", "wenn", "falls", "sofern", "solange", "ob", "außer", "ausser", "es sei denn"),
        *(
            "vorausgesetzt",
            "angenommen",
            "unter der bedingung",
            "unter der voraussetzung",
            "im fall",
            "im falle",
        ),
        *("für den fall", "gesetzt den fall", "vorbehaltlich", "abhängig von", "nur wenn", "ausgenommen"),
    ),
    modals=frozenset(
        (
            "kann kannst können könnt konnte konnten könnte könnten darf dürfen durfte durften dürfte dürften muss müssen "
            "müsst musste mussten müsste müssten soll sollen sollt sollte sollten will wollen wollt wollte wollten mag "
            "mögen möchte möchten mochte wird werden werde würde würden vielleicht wohl womöglich möglicherweise "
            "vermutlich wahrscheinlich eventuell"
        ).split()
    ),
    first_person=frozenset(
        (
            "ich mich mir mein meine meinen meinem meiner meines wir uns unser unsere unseren unserem unserer unseres "
            "unsre unsern unserm"
        ).split()
    ),
    other_persons=frozenset(
        (
            "du dich dir dein deine deinen deinem deiner ihr euch euer eure eueren ihn ihm ihnen ihre ihren ihrem ihrer ihres "
            "sein seine seinen seinem seiner seines sich"
        ).split()
    ),
    function_words=frozenset(
        (
            "ich mich mir mein meine meinen meinem meiner meines du dich dir dein deine deinen deinem deiner deines er ihn "
            "ihm sein seine seinen seinem seiner seines sie ihr ihre ihren ihrem ihrer ihres es wir uns unser unsere "
            "unseren unserem unserer unseres euch euer eure ihnen man sich der die das den dem des deren dessen denen ein "
            "eine einen einem einer eines dieser diese dieses diesen diesem jener jene jenes jenen jenem wer wen wem was "
            "welcher welche welches welchen welchem und oder aber sondern als wie in im an am auf aus bei beim mit nach zu "
            "zum zur von vom vor für gegen um durch über unter seit während bin bist ist sind seid war waren wäre wären "
            "gewesen sei seien habe hast hat haben habt hatte hatten hätte hätten gehabt werde wird werden wurde wurden "
            "würde würden worden kann können könnte könnten soll sollen sollte sollten muss müssen darf dürfen da dort hier "
            "dann jetzt nun dass"
        ).split()
    ),
    auxiliaries=frozenset(
        (
            "bin bist ist sind seid war waren sei seien wäre wären habe hast hat haben habt hatte hatten hätte hätten werde "
            "wirst wird werden wurde wurden würde würden"
        ).split()
    ),
    demonstratives=frozenset(
        (
            "dies dieser diese dieses diesen diesem jener jene jenes jenen jenem das es solche solcher solches solchen da "
            "dort hier dann dabei dafür dagegen damit daran darauf daraus davon dazu"
        ).split()
    ),
    complementizers=frozenset("dass daß wie warum weshalb".split()),
    question_words=frozenset("wie warum weshalb wo wann wer wen wem was welche welcher welches ob".split()),
    naming=frozenset("nannte nennt genannt nennen bezeichnete bezeichnet taufte getauft".split()),
    authoring=frozenset("von vom mit durch der des".split()),
    issued=frozenset(
        "erklärung rede ansprache brief botschaft interview mitteilung pressemitteilung bericht stellungnahme statement gespräch".split()
    ),
    opinions=frozenset(
        (
            "glaube glaubst glaubt glauben glaubte glaubten geglaubt denke denkt denken dachte dachten gedacht hoffe hofft "
            "hoffen hoffte hofften gehofft fürchte fürchtet fürchten fürchtete fürchteten befürchte befürchtet befürchten "
            "befürchtete wünsche wünscht wünschen wünschte wünschten weiß weiss wissen wusste "
            "wussten erwarte erwartet erwarten erwartete erwarteten vermute vermutet vermuten annehme annimmt annehmen "
            "meint meinen finde findet finden fand fanden halte hält halten hielt hielten"
        ).split()
    ),
    irregular=tuple(
        frozenset(forms.split())
        for forms in (
            "bin bist ist sind seid war warst waren sei seien wäre wären gewesen sein",
            "habe hast hat haben habt hatte hatten hätte hätten gehabt",
            "werde wirst wird werden wurde wurden würde würden geworden worden",
            "gehe geht gehen ging gingen ginge gegangen",
            "stehe steht stehen stand standen stünde gestanden",
            "kann kannst können konnte konnten könnte könnten",
            "muss müssen musste mussten müsste müssten",
            "darf dürfen durfte durften dürfte dürften",
            "will wollen wollte wollten",
            "soll sollen sollte sollten",
            "mag mögen mochte mochten möchte möchten",
            "weiß weiss wissen wusste wussten gewusst",
            "nehme nimmt nehmen nahm nahmen genommen",
            "gebe gibt geben gab gaben gegeben",
            "komme kommt kommen kam kamen gekommen",
            "sehe sieht sehen sah sahen gesehen",
            "bringe bringt bringen brachte brachten gebracht",
            "denke denkt denken dachte dachten gedacht",
            "ziehe zieht ziehen zog zogen gezogen",
            "verliere verliert verlieren verlor verloren",
            "spreche spricht sprechen sprach sprachen gesprochen",
            "treffe trifft treffen traf trafen getroffen",
            "helfe hilft helfen half halfen geholfen",
            "finde findet finden fand fanden gefunden",
            "halte hält halten hielt hielten gehalten",
            "lasse lässt lassen ließ liess ließen gelassen",
            "sage sagt sagen sagte sagten gesagt",
            "mache macht machen machte machten gemacht",
        )
    ),
    separable=frozenset(
        (
            "ab an auf aus bei ein fest fort frei her heraus herein hin hinaus hinein los mit nach nieder statt teil um "
            "vor voran weg weiter wieder zu zurück zusammen"
        ).split()
    ),
    conjunctions=frozenset("und aber oder sondern denn doch".split()),
    second_person=frozenset("du dich dir dein deine deinen deinem deiner euch euer eure".split()),
    singular_person=frozenset("ich mich mir mein meine meinen meinem meiner meines".split()),
    harmless=("kein zweifel", "ohne zweifel", "nicht nur", "keine frage", "wenn ich so sagen darf"),
    hedges=frozenset(
        "vielleicht womöglich möglicherweise vermutlich wahrscheinlich eventuell angeblich vorgeblich".split()
    ),
    limits=frozenset("fast beinahe nahezu teilweise nur bloß lediglich".split()),
    turning=frozenset("gegen anti feind feinde feinden gegner gegnern widersacher wider entgegen".split()),
    falsehoods=frozenset(
        "lüge lügen gerücht gerüchte mythos unsinn falsch gelogen erfunden absurd lächerlich blödsinn".split()
    ),
    unmaking=frozenset(
        (
            "sogenannte sogenannten sogenannter sogenanntes angebliche angeblichen angeblicher angebliches ehemalige "
            "ehemaligen ehemaliger ehemaliges selbsternannte selbsternannten selbsternannter falsche falschen falscher "
            "vermeintliche vermeintlichen vermeintlicher frühere früheren früherer"
        ).split()
    ),
    times=frozenset(("sobald", "wenn", "nachdem")),
    restricting=frozenset(("nur",)),
    quantifiers=frozenset(
        "alle allen einige einigen viele vielen mehrere mehreren jeder jede jedes weniger mehr manche".split()
    ),
    placing=frozenset("von vom in im an am aus bei beim auf".split()),
    months={
        **{
            "januar": 1,
            "jänner": 1,
            "jan": 1,
            "jän": 1,
            "februar": 2,
            "feber": 2,
            "feb": 2,
            "märz": 3,
            "mär": 3,
        },
        **{"april": 4, "apr": 4, "mai": 5, "juni": 6, "jun": 6, "juli": 7, "jul": 7, "august": 8, "aug": 8},
        **{"september": 9, "sept": 9, "sep": 9, "oktober": 10, "okt": 10, "november": 11, "nov": 11},
        **{"dezember": 12, "dez": 12},
    },
    weekdays={
        **{"montag": 0, "dienstag": 1, "mittwoch": 2, "donnerstag": 3, "freitag": 4, "samstag": 5},
        **{"sonnabend": 5, "sonntag": 6},
    },
    ordinal_stop=True,
    numbers=_numbers(),
    scales={
        **{
            "hundert": 1e2,
            "einhundert": 1e2,
            "tausend": 1e3,
            "eintausend": 1e3,
            "tsd": 1e3,
            "million": 1e6,
            "millionen": 1e6,
            "mio": 1e6,
        },
        **{"milliarde": 1e9, "milliarden": 1e9, "mrd": 1e9, "billion": 1e12, "billionen": 1e12, "bio": 1e12},
        **{"dutzend": 12.0},
    },
    decimal=",",
    thousands=(".", "\u202f", "\u00a0", " ", "'"),
)
