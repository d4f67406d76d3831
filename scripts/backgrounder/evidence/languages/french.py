"""French as news texts write it.

Verbs are conjugated here by their group, because a speaker denies in the first person ("nous nions que")
and a reporter tells it in the third. Left out of the lists are words that mean something else more often
than what the list is for: ``personne`` and ``plus`` negate only beside ``ne``, which is in the list; ``un``
is an article before it is a number.
"""

from __future__ import annotations

from backgrounder.evidence.languages.language import Language

_THIRD_PERSONS = "e ent ait aient a èrent era erait é ée és ées ant er"
_ALL_PERSONS = (
    "e es ons ez ent ais ait ions iez aient ai a âmes èrent erai eras era erons erez eront erais erait erions eriez "
    "eraient é ée és ées ant er"
)
_SILENT = frozenset("e es ent erai eras era erons erez eront erais erait erions eriez eraient".split())


def _first_group(stems: str, endings: str) -> list[str]:
    """Return the forms of verbs in -er; ``rappel/rappell`` gives the stem before a silent ending as well."""
    found = []
    for stem in stems.split():
        usual, _, before_silent = stem.partition("/")
        for ending in endings.split():
            silent = before_silent if before_silent and ending in _SILENT else usual
            found.append(_softened(silent, ending) + ending)
    return found


def _softened(stem: str, ending: str) -> str:
    """Return a stem as it is spelt before an ending: "lança", "exigea"."""
    if ending[0] in "aâo" and stem.endswith("c"):
        return stem[:-1] + "ç"
    return stem + "e" if ending[0] in "aâo" and stem.endswith("g") else stem


_SAYING = _first_group(
    "affirm annonc ajout assur argument articul avou clam comment confi confirm constat critiqu déclar demand "
    "dénonc détaill estim évoqu expliqu exhort exig expos fustig indiqu insinu insist interrog ironis jug lanc "
    "martel/martèl not narr observ plaid précis préconis prôn proclam rapport racont recommand regrett remarqu répliqu "
    "résum rétorqu signal soulign stipul suggér/suggèr tranch tweet avanc réclam salu accus enchaîn "
    "rappel/rappell révél/révèl répét/répèt réitér/réitèr renouvel/renouvell tempér/tempèr considér/considèr "
    "espér/espèr persist témoign",
    _THIRD_PERSONS,
)
_IRREGULAR_SAYING = """
dit disent disait disaient dirent dira dirait dite dits disant dire redit écrit écrivent écrivait écrivaient écrivit
écrivant insurge insurgé insurgée étonne étonné étonnée agace agacé agacée désole désolé désolée plaint amuse amusé amusée
soupire soupiré plaisante plaisanté lâche lâché glisse glissé tonne tonné cingle cinglé tacle taclé répond répondent répondait répondaient répondit répondu répondant poursuit poursuivent poursuivait
poursuivit poursuivi poursuivant reconnaît reconnait reconnaissent reconnaissait reconnut reconnu reconnaissant
admet admettent admettait admit admis admettant promet promettent promettait promit promis promettant prévient
préviennent prévenait prévint prévenu prévenant soutient soutiennent soutenait soutint soutenu soutenant maintient
maintiennent maintenait maintint maintenu avertit avertissent avertissait averti avertissant
renchérit renchérissait renchéri prédit prédisent prédisait prédisant conclut concluent concluait conclu concluant
croit pense pensait pensent nie nient niait nié niant dément démentent démentait démenti démentant appelle appellent appelait
appela appelé appelant garantit garantissait garanti réagit réagissait réagi réagissant
exclame exclamait exclama exclamé exclamée exclamés exclamant félicite félicitait félicita félicité félicitée
félicitant réjouit réjouissait réjoui réjouie indigne indignait indigna indigné indignée alarme alarmait alarmé
alarmée inquiète inquiétait inquiété inquiétée inquiétant emporte emportait emporté emportée
""".split()
_PHRASED_SAYING = (
    *("fait savoir", "faisait savoir", "fit savoir", "fait valoir", "faisait valoir", "fit valoir"),
    *("fait remarquer", "fit remarquer", "fait observer", "fit observer", "fait part", "laissé entendre"),
    *("laisse entendre", "mis en garde", "met en garde", "mettait en garde", "mit en garde", "mise en garde"),
    *("parle de", "parle d'", "parlé de", "parlé d'", "parlait de", "parlait d'"),
    *("tenu à préciser", "tient à préciser", "pris la parole", "prend la parole"),
)

_UNITS = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept "
    "dix-huit dix-neuf"
).split()
_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 80: "quatre-vingt"}
_BELGIAN_AND_SWISS = {"septante": 70.0, "huitante": 80.0, "octante": 80.0, "nonante": 90.0}


def _numbers() -> dict[str, float]:
    """Return the numbers to 99; those of several words are written with hyphens or with spaces."""
    found = {word: float(number) for number, word in enumerate(_UNITS) if word != "un"}
    for number in range(20, 100):
        tens = max(ten for ten in _TENS if ten <= number)
        for word in _joined(_TENS[tens], number - tens):
            found[word] = found[word.replace("-", " ")] = float(number)
    return (
        found | _BELGIAN_AND_SWISS | {"quatre-vingts": 80.0, "quatre vingts": 80.0, "demi": 0.5, "demie": 0.5}
    )


def _joined(ten: str, rest: int) -> list[str]:
    """Return how a ten and what is above it are written together: "vingt et un", "soixante-dix"."""
    if not rest:
        return [ten]
    if rest in (1, 11) and ten != "quatre-vingt":
        return [f"{ten} et {_UNITS[rest]}{end}" for end in ("", "e")[: 2 - rest // 11]] + [
            f"{ten}-et-{_UNITS[rest]}"
        ]
    return [f"{ten}-{_UNITS[rest]}"]


FRENCH = Language(
    tag="fr",
    name="French",
    marks=(("«", "»"), ("“", "”"), ("‹", "›"), ("‘", "’"), ('"', '"')),
    verbs=tuple(dict.fromkeys((*_SAYING, *_IRREGULAR_SAYING, *_PHRASED_SAYING))),
    according=(
        *("selon", "d'après", "suivant", "à en croire", "aux dires de", "au dire de", "aux yeux de"),
        *("aux dires du", "de l'avis de", "de l'avis du", "de l'avis d'", "dixit"),
        *("aux yeux du", "pour reprendre les mots de", "pour reprendre les termes de"),
    ),
    pronouns={
        **{"il": "m", "elle": "f", "ils": "", "elles": "", "on": "", "qui": ""},
        **{"celui-ci": "m", "celle-ci": "f", "ce dernier": "m", "cette dernière": "f"},
    },
    breaks_into_quotes=True,
    elisions=tuple("l' d' qu' n' s' j' c' m' t' jusqu' lorsqu' puisqu' quoiqu'".split()),
    enclitics=tuple("-t-il -t-elle -t-on -t-ils -t-elles -il -elle -on -ils -elles".split()),
    titles=frozenset(
        (
            "m mm mme mmes mlle dr pr me monsieur messieurs madame mesdames mademoiselle maître docteur docteure "
            "professeur professeure président présidente vice-président vice-présidente premier première ministre "
            "vice-ministre secrétaire général générale état colonel colonelle major commandant commandante capitaine "
            "lieutenant lieutenante sergent sergente adjudant maréchal amiral brigadier sénateur sénatrice député "
            "députée ambassadeur ambassadrice juge procureur procureure roi reine prince princesse émir cheikh imam "
            "ayatollah maire préfet préfète gouverneur gouverneure chancelier chancelière directeur directrice "
            "porte-parole chef cheffe conseiller conseillère émissaire pape évêque archevêque cardinal monseigneur "
            "mgr père abbé frère sœur"
        ).split()
    ),
    abbreviations=frozenset(
        (
            "m mm mme mmes mlle dr pr mgr st ste cf p pp av etc env ex vol éd hab tél bd no janv févr avr juil juill "
            "sept oct nov déc j.-c c.-à-d"
        ).split()
    ),
    proxies=(
        *(
            "porte-parole",
            "avocat",
            "avocate",
            "avocats",
            "conseil",
            "conseiller",
            "conseillère",
            "conseillers",
        ),
        *("collaborateur", "collaboratrice", "proche", "proches", "entourage", "cabinet", "bureau", "équipe"),
        *("services", "représentant", "représentante", "émissaire", "assistant", "assistante", "attaché"),
        *(
            "attachée",
            "directeur",
            "directrice",
            "allié",
            "alliée",
            "partisan",
            "partisans",
            "soutien",
            "ami",
        ),
        *(
            "amie",
            "femme",
            "épouse",
            "mari",
            "époux",
            "compagnon",
            "compagne",
            "fils",
            "fille",
            "frère",
            "sœur",
        ),
        *("père", "mère", "adjoint", "adjointe", "bras droit", "successeur", "prédécesseur"),
    ),
    leads_in=frozenset(
        (
            "à au aux dans en sur sous chez entre vers contre par pour avec sans selon depuis pendant durant dès malgré "
            "outre lors après avant le la les l' un une des du de ce cet cette ces il elle ils elles on nous vous je tu "
            "mais et ou or donc car ni si quand lorsque comme alors puis ensuite enfin finalement toutefois cependant "
            "néanmoins pourtant ainsi aussi également parallèlement interrogé interrogée interrogés questionné "
            "questionnée invité invitée hier aujourd demain lundi mardi mercredi jeudi vendredi samedi dimanche "
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre son sa ses leur "
            "leurs notre nos votre vos mon ma mes plusieurs certains certaines tous toutes tout chaque quelques "
            "devant face grâce jusqu tandis afin bien même seul seule non oui sans surprise"
        ).split()
    ),
    articles=frozenset("le la les l' ce cet cette ces son sa ses leur leurs notre nos mon ma mes".split()),
    indefinite=frozenset(
        "un une des du deux trois plusieurs certains certaines quelques autre autres aucun aucune".split()
    ),
    prepositions=frozenset(
        (
            "de du d' des à au aux en dans pour par sur sous avec sans chez contre vers entre devant depuis lors après "
            "avant pendant durant selon face près parmi auprès dès malgré hors"
        ).split()
    ),
    relatives=frozenset("qui dont où lequel laquelle lesquels lesquelles".split()),
    subordinators=frozenset("que qu' quand lorsque parce car si comme alors tandis puisque afin".split()),
    adverbs=frozenset(
        (
            "a ont avait avaient aura avoir aurait est sont était étaient s' se n' l' y en ne aussi également encore déjà "
            "ensuite enfin toujours notamment ainsi même plus tard tôt bien alors hier aujourd hui lundi mardi mercredi "
            "jeudi vendredi samedi dimanche lui-même elle-même simplement clairement"
        ).split()
    ),
    passives=frozenset("été fut furent".split()),
    leaving_open=frozenset(
        (
            "ne n' pas jamais aurait auraient pourrait pourraient devrait devraient si été fut furent entendu entendue "
            "peut-être"
        ).split()
    ),
    impersonal_pronouns=frozenset(("on",)),
    citing=(
        *("citant", "cite", "citait", "cita", "a cité", "avait cité", "ont cité", "reprenant les mots"),
        *("les propos de", "les propos du", "les propos d'", "les paroles de", "les paroles du"),
    ),
    bodies=frozenset(
        (
            "fondation institut association parti campagne mouvement comité musée collectif collège lycée centre "
            "groupe société maison"
        ).split()
    ),
    quoting=frozenset("cité citée cités citées".split()),
    particles=frozenset("de du des la le d d' al el ben bin ibn von van der da dos ould".split()),
    infinitives=frozenset("de d' à pour sans".split()),
    agents=frozenset(("par",)),
    nouns=frozenset("annonce demande note critique juge remarque réplique exposé".split()),
    masculine=frozenset("m monsieur il celui-ci lui-même président sénateur directeur député".split()),
    feminine=frozenset(
        "mme madame mlle mademoiselle elle celle-ci elle-même présidente sénatrice directrice députée".split()
    ),
    questions=frozenset(("q", "question")),
    answers=frozenset(("r", "réponse")),
    unsaid=frozenset("pourrait pourraient pourra pourront devrait devraient".split()),
    falsely=frozenset("faussement".split()),
    hypotheses=frozenset(("si",)),
    hearsay=frozenset("rumeur rumeurs".split()),
    nobodies=("personne n'", "personne ne", "nul n'", "nul ne", "aucun n'", "aucun ne"),
    negations=frozenset(
        (
            "ne n' pas jamais aucun aucune aucuns aucunes nul nulle nuls nulles rien non ni sans guère nullement "
            "aucunement impossible incapable incapables improbable rarement difficilement peu"
        ).split()
    ),
    negating=(
        *(
            "au lieu de",
            "au lieu d'",
            "au lieu du",
            "plutôt que",
            "plutôt qu'",
            "loin de",
            "loin d'",
            "loin du",
        ),
        *(
            "tout sauf",
            "à l'exception de",
            "hors de question",
            "trop tard pour",
            "trop tôt pour",
            "en aucun cas",
            "à peine",
            "faute de",
        ),
        *("faute d'", "à défaut de", "plus du tout", "plus question"),
    ),
    negative_beginnings=("n'",),
    denials=frozenset(
        (
            *_first_group(
                "ni dout refus rejet/rejett réfut contest récus écart évit empêch manqu échou cess",
                _ALL_PERSONS,
            ),
            *_first_group("oppos", _ALL_PERSONS),
            *(
                "démens dément démentons démentez démentent démentais démentait démentions démentaient démentit "
                "démentirent démentirai démentira démenti démentie démentis démenties démentant démentir "
                "exclus exclut excluons excluez excluent excluais excluait excluaient exclurent exclure exclue "
                "excluant interdis interdit interdisons interdisent interdisait interdire interdite interdits "
                "renonce renonces renonçons renoncez renoncent renonçait renonçaient renonça renoncé renoncer "
                "renonçant démentiront faux fausse inexact inexacte mensonge mensonger mensongère"
            ).split(),
        )
    ),
    conditions=(
        *(
            "si",
            "s'il",
            "s'ils",
            "sinon",
            "à condition que",
            "à condition qu'",
            "à condition de",
            "à condition d'",
        ),
        *("à la condition que", "sous condition", "sous réserve", "à moins que", "à moins qu'", "à moins de"),
        *("à moins d'", "sauf si", "sauf", "pourvu que", "pourvu qu'", "en cas de", "en cas d'"),
        *("au cas où", "dans le cas où", "dans l'hypothèse où", "tant que", "tant qu'", "jusqu'à ce que"),
        *(
            "jusqu'à ce qu'",
            "supposé que",
            "à supposer que",
            "pour autant que",
            "quand bien même",
            "dès lors que",
        ),
        *("excepté", "hormis"),
    ),
    modals=frozenset(
        (
            "peut peuvent peux pouvons pouvez pouvait pouvaient pourra pourront pourrai pourrons pourrait pourraient "
            "pourrais pourrions puisse puissent puissions pu doit doivent dois devons devez devait devaient devra "
            "devront devrons devrait devraient devrais devrions doive doivent dû faut faudra faudrait fallait "
            "veut veulent veux voulons voulez voulait voulaient voudra voudrait voudraient voudrais voudrions "
            "semble semblent semblerait risque risquent probablement éventuellement peut-être"
        ).split()
    ),
    first_person=frozenset(
        "je j' me m' moi mon ma mes mien mienne miens miennes nous notre nos nôtre nôtres".split()
    ),
    other_persons=frozenset(
        "tu te t' toi ton ta tes vous votre vos lui leur leurs son sa ses se s' eux le la les l' soi".split()
    ),
    asking=frozenset(("est-ce",)),
    function_words=frozenset(
        (
            "je j' me m' moi mon ma mes tu te t' toi ton ta tes il elle on se s' soi son sa ses nous notre nos vous votre vos "
            "ils elles eux leur leurs lui y en le la les l' un une des de du d' à au aux ce cet cette ces c' ceci cela ça "
            "celui celle ceux celles celui-ci celle-ci qui que qu' quoi dont où lequel laquelle lesquels lesquelles "
            "duquel auquel et ou mais or donc car comme par pour dans sur sous avec vers chez entre depuis lors "
            "suis es est sommes êtes sont étais était étions étaient été étant être sera seront serait seraient soit "
            "soient ai as a avons avez ont avais avait avions avaient eu ayant avoir aura auront aurait auraient ait "
            "aient fait faire font va vont aller vais allons peut peuvent pourrait pourraient doit doivent devrait "
            "devraient alors là ici maintenant"
        ).split()
    ),
    auxiliaries=frozenset(
        (
            "suis es est sommes êtes sont étais était étions étaient fut furent sera serai seront serait seraient ai as a "
            "avons avez ont avais avait avions avaient eut aura aurai auront aurait auraient va vont allons vais"
        ).split()
    ),
    demonstratives=frozenset(
        (
            "ce cet cette ces ceci cela ça celui celle ceux celles celui-ci celle-ci ceux-ci celles-ci tel telle tels telles "
            "y en là ici"
        ).split()
    ),
    complementizers=frozenset("que qu' comment pourquoi combien".split()),
    question_words=frozenset("comment pourquoi où quand qui quel quelle quels quelles combien".split()),
    naming=frozenset(
        "appelle appelé appelée appelés appelées nomme nommé nommée baptisé baptisée qualifie qualifié qualifiée".split()
    ),
    authoring=frozenset("par de du des d' avec".split()),
    issued=frozenset(
        "déclaration déclarations discours allocution lettre message entretien interview communiqué rapport témoignage note intervention propos".split()
    ),
    opinions=frozenset(
        (
            *_first_group(
                "pens suppos imagin jug préfèr/préfèr espér/espèr souhait dout trouv", _ALL_PERSONS
            ),
            *(
                "crois croit croyons croyez croient croyais croyait croyaient crut cru croire croyant sais sait savons savez "
                "savent savait savaient su savoir veux veut voulons voulez veulent voulait voulaient voulu vouloir crains "
                "craint craignons craignez craignent craignait craignaient craindre prétend prétends prétendons prétendent "
                "prétendait prétendu prétendre sens sent sentons sentent attends attend attendons attendent"
            ).split(),
        )
    ),
    irregular=tuple(
        frozenset(forms.split())
        for forms in (
            "suis es est sommes êtes sont était étions étaient fut furent sera seront serait seraient soit soient été être étant",
            "ai as a avons avez ont avait avions avaient eut eu aura auront aurait auraient ait aient avoir ayant",
            "vais vas va allons allez vont allait allaient alla ira iront irait iraient allé allée allés aller aille",
            "fais fait faisons faites font faisait faisaient fit firent fera feront ferait feraient faire fasse faisant",
            "peux peut pouvons pouvez peuvent pouvait pouvaient put pourra pourront pourrait pourraient pu pouvoir puisse",
            "veux veut voulons voulez veulent voulait voulaient voulut voudra voudront voudrait voulu vouloir veuille",
            "dois doit devons devez doivent devait devaient dut devra devront devrait devraient dû devoir doive",
            "sais sait savons savez savent savait savaient sut saura sauront saurait su savoir sache",
            "viens vient venons venez viennent venait venaient vint viendra viendront viendrait venu venus venir vienne",
            "tiens tient tenons tenez tiennent tenait tenaient tint tiendra tiendront tiendrait tenu tenir tienne",
            "prends prend prenons prenez prennent prenait prenaient prit prendra prendront pris prendre prenne",
            "vois voit voyons voyez voient voyait voyaient vit verra verront verrait vu voir voie",
            "mets met mettons mettez mettent mettait mit mettra mettront mis mettre mette",
            "dis dit disons dites disent disait disaient dira diront dirait dire dise",
        )
    ),
    conjunctions=frozenset("et mais ou or donc car puis".split()),
    subjects=frozenset("je j' il ils on".split()),
    second_person=frozenset("tu te t' toi ton ta tes vous votre vos".split()),
    singular_person=frozenset("je j' me m' moi mon ma mes mien mienne miens miennes".split()),
    harmless=("sans doute", "sans aucun doute", "nul doute", "pas seulement", "non seulement", "si j'ose"),
    hedges=frozenset(
        "peut-être probablement éventuellement prétendument apparemment vraisemblablement soi-disant".split()
    ),
    limits=frozenset("presque quasiment partiellement seulement uniquement trop".split()),
    turning=frozenset("contre anti ennemi ennemis ennemie adversaire adversaires opposant opposants".split()),
    falsehoods=frozenset(
        "mensonge mensonges rumeur rumeurs mythe absurde absurdité fausse faux ridicule calomnie".split()
    ),
    unmaking=frozenset(
        "soi-disant prétendu prétendue prétendus ancien ancienne anciens faux fausse ex".split()
    ),
    unmaking_behind=frozenset("présumé présumée présumés autoproclamé autoproclamée".split()),
    times=frozenset(("quand", "lorsque", "dès")),
    restricting=frozenset(("seulement",)),
    quantifiers=frozenset(
        "tous toutes tout toute plusieurs quelques chaque aucun aucune moins plus beaucoup peu".split()
    ),
    placing=frozenset("de d' du des à au aux en dans sur chez".split()),
    adverb_endings=("ment",),
    no_adverbs=frozenset(
        (
            "gouvernement parlement mouvement moment bâtiment document argument élément armement comportement "
            "règlement paiement bombardement affrontement engagement département événement changement développement "
            "appartement accident traitement logement jugement enseignement déplacement retournement financement"
        ).split()
    ),
    months={
        **{"janvier": 1, "janv": 1, "février": 2, "fevrier": 2, "févr": 2, "mars": 3, "avril": 4, "avr": 4},
        **{"mai": 5, "juin": 6, "juillet": 7, "juil": 7, "juill": 7, "août": 8, "aout": 8},
        **{"septembre": 9, "sept": 9, "octobre": 10, "oct": 10, "novembre": 11, "nov": 11},
        **{"décembre": 12, "decembre": 12, "déc": 12},
    },
    capital_months=False,
    weekdays={
        **{"lundi": 0, "mardi": 1, "mercredi": 2, "jeudi": 3, "vendredi": 4, "samedi": 5, "dimanche": 6},
    },
    numbers=_numbers(),
    scales={
        **{"cent": 1e2, "cents": 1e2, "mille": 1e3, "millier": 1e3, "milliers": 1e3, "million": 1e6},
        **{"millions": 1e6, "milliard": 1e9, "milliards": 1e9, "billion": 1e12, "billions": 1e12, "md": 1e9},
        **{"mds": 1e9, "mrd": 1e9, "mrds": 1e9, "dizaine": 10.0, "douzaine": 12.0, "quinzaine": 15.0},
        **{"vingtaine": 20.0, "trentaine": 30.0, "quarantaine": 40.0, "cinquantaine": 50.0},
        **{"soixantaine": 60.0, "centaine": 1e2},
    },
    decimal=",",
    thousands=("\u202f", "\u00a0", " ", "."),
)
