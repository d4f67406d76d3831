"""English as news texts write it."""

from __future__ import annotations

from backgrounder.evidence.languages.language import Language

_VERBS = """
said says say saying told tells telling added adds adding stated states stating warned warns warning noted notes noting
argued argues arguing insisted insists insisting announced announces declared declares claimed claims explained
explains asked asks replied replies wrote writes writing tweeted posted continued continues stressed stresses
emphasized emphasised emphasizes emphasises urged urges called calls calling acknowledged acknowledges admitted admits
confirmed confirms denied denies recalled recalls remarked concluded concludes reiterated reiterates vowed vows
promised promises pledged pledges predicted predicts suggested suggests responded responds testified commented
observed accused accuses described describes maintained maintains cautioned quipped
"""

ENGLISH = Language(
    tag="en",
    name="English",
    marks=(("“", "”"), ("‘", "’"), ('"', '"')),
    verbs=(*_VERBS.split(), "pointed out", "points out", "went on", "goes on"),
    according=("according to",),
    pronouns={"he": "m", "she": "f", "they": "", "it": "", "who": ""},
    titles=frozenset(
        (
            "mr mrs ms miss dr prof professor president minister secretary general gen colonel col major captain "
            "senator sen representative rep ambassador judge justice king queen prince princess sheikh sheik imam "
            "ayatollah mayor governor gov premier chancellor chairman chairwoman director commander spokesman "
            "spokeswoman lord lady sir pope bishop archbishop father sergeant sgt lieutenant lt brigadier admiral "
            "marshal deputy speaker chief attorney adviser advisor envoy congressman congresswoman rev reverend"
        ).split()
    ),
    abbreviations=frozenset(
        (
            "mr mrs ms dr prof gen col maj capt sen rep gov lt sgt adm rev hon st jr sr no vs etc inc corp co ltd "
            "dept jan feb mar apr jun jul aug sep sept oct nov dec u.s u.k u.n a.m p.m d.c e.g i.e"
        ).split()
    ),
    proxies=(
        *("spokesman", "spokeswoman", "spokesperson", "lawyer", "attorney", "aide", "adviser", "advisor"),
        *(
            "representative",
            "office",
            "campaign",
            "staff",
            "ally",
            "friend",
            "wife",
            "husband",
            "son",
            "daughter",
        ),
        *("brother", "sister", "mother", "father", "supporter", "surrogate", "manager", "director"),
    ),
    leads_in=frozenset(),
    negations=frozenset(
        (
            "no not never nobody none nothing neither nor cannot without hardly scarcely barely rarely seldom few "
            "little nowhere unlikely unable impossible unwilling incapable non"
        ).split()
    ),
    negating=(
        "rather than",
        "instead of",
        "far from",
        "anything but",
        "other than",
        "no longer",
        "no one",
        "short of",
        "rule out",
        "rules out",
        "ruled out",
        "ruling out",
    ),
    negative_endings=("n't",),
    denials=frozenset(
        (
            "deny denies denied denying doubt doubts doubted refuse refuses refused refusing reject rejects rejected "
            "rejecting fail fails failed failing avoid avoids avoided avoiding prevent prevents prevented lack lacks "
            "lacked lacking dispute disputes disputed disputing dismiss dismisses dismissed dismissing stop stops stopped "
            "stopping oppose opposes opposed opposing decline declines declined declining disagree disagrees disagreed "
            "disbelieve disbelieves disbelieved refute refutes refuted refuting cease ceases ceased ceasing forbid "
            "forbids forbade forbidden prohibit prohibits prohibited prohibiting preventing doubting false untrue "
            "incorrect"
        ).split()
    ),
    conditions=(
        *(
            "if",
            "unless",
            "provided that",
            "providing that",
            "assuming",
            "supposing",
            "until",
            "whether",
            "except",
            "only if",
        ),
        *("as long as", "so long as", "in case", "on condition", "in the event", "depending", "subject to"),
        *("on the condition", "conditional on", "contingent on", "otherwise", "barring", "but for", "lest"),
    ),
    modals=frozenset(
        "may might could would should must can shall will ought i'll you'll he'll she'll it'll we'll they'll perhaps maybe "
        "possibly probably".split()
    ),
    first_person=frozenset(
        "i me my mine myself we us our ours ourselves i'm i've i'd i'll we're we've we'd we'll let's".split()
    ),
    auxiliaries=frozenset("is are was were am has have had do does did".split()),
    possessives=frozenset(
        "you your yours him his her hers its them their theirs himself herself themselves".split()
    ),
    function_words=frozenset(
        (
            "i me my mine we us our ours you your yours he him his she her hers it its they them their theirs this that "
            "these those who whom whose which the a an of to in on at by for from with and or but as is are was were be "
            "been being am have has had do does did done will would shall should can could may might must there here "
            "then now one ones myself yourself himself herself itself ourselves yourselves themselves about into onto over "
            "under between among through during against toward towards within than"
        ).split()
    ),
    relatives=frozenset(("who", "whom", "whose", "which", "where")),
    demonstratives=frozenset(("this", "that", "these", "those", "such", "here", "there", "then")),
    articles=frozenset(
        (
            "the a an of to in on at by for from with our their his her its my your this that these those no some any "
            "every each into over under between against"
        ).split()
    ),
    complementizers=frozenset(("that", "whether", "how", "why")),
    opinions=frozenset(
        (
            "believe believes believed believing think thinks thought thinking suppose supposes supposed imagine imagines "
            "imagined hope hopes hoped hoping fear fears feared wish wishes wished want wants wanted expect expects "
            "expected know knows knew feel feels felt allege alleges alleged pretend pretends pretended assume assumes "
            "assumed"
        ).split()
    ),
    irregular=tuple(
        frozenset(forms.split())
        for forms in (
            "be am is are was were been being",
            "have has had having",
            "do does did done doing",
            "go goes went gone going",
            "come comes came coming",
            "take takes took taken taking",
            "give gives gave given giving",
            "get gets got gotten getting",
            "make makes made making",
            "see sees saw seen seeing",
            "know knows knew known knowing",
            "think thinks thought thinking",
            "leave leaves left leaving",
            "keep keeps kept keeping",
            "bring brings brought bringing",
            "buy buys bought buying",
            "fight fights fought fighting",
            "find finds found finding",
            "hold holds held holding",
            "lose loses lost losing",
            "meet meets met meeting",
            "pay pays paid paying",
            "say says said saying",
            "sell sells sold selling",
            "send sends sent sending",
            "speak speaks spoke spoken speaking",
            "stand stands stood standing",
            "tell tells told telling",
            "win wins won winning",
            "write writes wrote written writing",
            "begin begins began begun beginning",
            "break breaks broke broken breaking",
            "build builds built building",
            "choose chooses chose chosen choosing",
            "run runs ran running",
            "feel feels felt feeling",
            "become becomes became becoming",
            "show shows showed shown showing",
            "grow grows grew grown growing",
            "lead leads led leading",
            "spend spends spent spending",
            "rise rises rose risen rising",
            "fall falls fell fallen falling",
            "will would",
            "can could",
            "shall should",
            "may might",
        )
    ),
    conjunctions=frozenset(("and", "but", "or", "so", "yet")),
    months={
        word: number
        for number, words in enumerate(
            (
                *("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul"),
                *("august aug", "september sept sep", "october oct", "november nov", "december dec"),
            ),
            start=1,
        )
        for word in words.split()
    },
    weekdays={
        word: number
        for number, word in enumerate(
            ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
        )
    },
    numbers={
        word: float(number)
        for number, word in enumerate(
            (
                "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
                "sixteen seventeen eighteen nineteen"
            ).split()
        )
    }
    | {
        word: float(number)
        for number, word in zip(
            range(20, 100, 10),
            "twenty thirty forty fifty sixty seventy eighty ninety".split(),
            strict=True,
        )
    },
    scales={
        **{"hundred": 1e2, "dozen": 12.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12},
    },
)
