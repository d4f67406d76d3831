"""English as news texts write it."""

from __future__ import annotations

from backgrounder.evidence.languages.language import Language

_VERBS = """
said says say saying told tells tell telling added adds add adding stated states state stating warned warns warn warning
noted notes note noting argued argues argue arguing insisted insists insist insisting announced announces announcing
declared declares declare declaring claimed claims claim claiming explained explains explain explaining asked asks ask
asking replied replies reply replying wrote writes write writing written tweeted tweets tweet tweeting posted posting
continued continues stressed stresses stressing emphasized emphasised emphasizes emphasises emphasizing urged urges
urging called calls call calling acknowledged acknowledges acknowledging admitted admits admitting confirmed confirms
confirming denied denies denying recalled recalls recalling remarked remarks remarking concluded concludes concluding
reiterated reiterates reiterating vowed vows vowing promised promises promising pledged pledges pledging predicted
predicts predicting suggested suggests suggesting responded responds responding testified testifies testifying commented
comments commenting observed observes observing accused accuses accusing described describes describing maintained
maintains maintaining cautioned cautions cautioning quipped quips joked jokes joking answered answers answering asserted
asserts asserting complained complains complaining contended contends contending charged conceded concedes conceding
countered counters demanded demands demanding boasted boasts boasting bragged lamented laments mused muses opined opines
proclaimed proclaims proclaiming questioned questions quoted recounted recounts reported reports reporting retorted
retorts shouted shouts shouting chanted chants chanting yelled yells screamed interjected echoed echoes echoing wondered
wonders wondering thundered exclaimed fumed gushed scoffed snapped barked bellowed mocked mocks mocking praised praises
praising criticized criticises criticised criticizes criticizing slammed slams slamming blasted blasts blasting
denounced denounces denouncing dismissed dismisses dismissing branded brands dubbed labeled labelled assured
assures assuring advised advises advising informed informs informing promising cited cites
hailed lauded touted repeated repeats repeating implied implies
hinted indicated indicates revealed reveals revealing ranted railed cried cries whispered whispers muttered mutters
murmured murmurs roared roars sang
"""

ENGLISH = Language(
    tag="en",
    name="English",
    marks=(("“", "”"), ("‘", "’"), ('"', '"')),
    verbs=(
        *_VERBS.split(),
        *(
            "pointed out",
            "points out",
            "pointing out",
            "went on",
            "goes on",
            "put it",
            "puts it",
            "shot back",
        ),
        *("fired back", "hit back", "chimed in", "weighed in", "spoke of", "speaks of"),
    ),
    according=("according to", "in the words of"),
    pronouns={"he": "m", "she": "f", "they": "", "it": ""},
    titles=frozenset(
        (
            "mr mrs ms miss dr prof professor president minister secretary general gen colonel col major captain "
            "senator sen representative rep ambassador judge justice king queen prince princess sheikh sheik imam "
            "ayatollah mayor governor gov premier chancellor chairman chairwoman director commander spokesman "
            "spokeswoman lord lady sir pope bishop archbishop father sergeant sgt lieutenant lt brigadier admiral "
            "marshal delegate del assemblyman assemblywoman alderman sec cong deputy speaker chief attorney adviser advisor envoy congressman congresswoman rev reverend "
            "nominee candidate leader vice prime foreign defense defence treasury interior house senate state "
            "affairs majority minority whip republican democrat democratic gop host co-host anchor author professor "
            "former ex running mate strategist analyst businessman billionaire actor actress singer coach "
            "lawmaker delegate councilman councilwoman commissioner principal founder ceo cfo owner officer head "
            "moderator interviewer presenter narrator operator court clerk witness panelist participant audience "
            "unidentified unknown male female "
            "detective sheriff cmdr admiral pastor rabbi activist economist historian pollster correspondent "
            "columnist reporter journalist editor writer politician strongman dictator tycoon mogul veteran"
        ).split()
    ),
    abbreviations=frozenset(
        (
            "del sec cong atty lieut cmdr supt mr mrs ms dr prof gen col maj capt sen rep gov lt sgt adm rev hon st jr sr no vs etc inc corp co ltd "
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
            "staffer",
            "ally",
            "allie",
            "friend",
            "wife",
            "husband",
        ),
        *("son", "daughter", "brother", "sister", "mother", "father", "supporter", "surrogate", "manager"),
        *(
            "director",
            "official",
            "administration",
            "team",
            "camp",
            "voter",
            "backer",
            "fan",
            "critic",
            "opponent",
        ),
        *(
            "rival",
            "colleague",
            "source",
            "insider",
            "operative",
            "associate",
            "assistant",
            "doctor",
            "physician",
        ),
        *(
            "member",
            "member",
            "follower",
            "donor",
            "volunteer",
            "organizer",
            "loyalist",
            "cousin",
            "uncle",
            "aunt",
        ),
        *(
            "nephew",
            "niece",
            "neighbor",
            "neighbour",
            "partner",
            "girlfriend",
            "boyfriend",
            "secretary",
            "chairman",
        ),
        *("strategist", "pollster", "biographer", "press", "government", "delegation", "people", "company"),
    ),
    leads_in=frozenset(
        (
            "unsurprisingly meanwhile however still yesterday today tomorrow tonight instead indeed moreover finally "
            "recently previously apparently clearly obviously notably reportedly allegedly surprisingly interestingly "
            "importantly similarly separately additionally ultimately eventually initially originally perhaps maybe "
            "nevertheless nonetheless furthermore otherwise therefore thus hence accordingly consequently "
            "specifically basically essentially certainly admittedly earlier afterward afterwards next last first "
            "second third once now here there yes no well so too both either neither all many most much few each "
            "every some any such speaking asked not only even just because while when if although though since what "
            "where why how whether whatever sometimes often usually always never later then also again soon early "
            "late another other more less ironically sadly fortunately unfortunately curiously naturally predictably "
            "remarkably tellingly famously privately publicly asked pressed given citing noting"
        ).split()
    ),
    articles=frozenset("the this that these those his her their its my our your".split()),
    indefinite=frozenset("a an one another several some two three four many".split()),
    prepositions=frozenset(
        (
            "of for to from in on at by with about against after before during since until among between beside "
            "alongside near next over under through throughout toward towards into onto upon within without like "
            "unlike as despite including regarding concerning following via per amid outside inside behind"
        ).split()
    ),
    relatives=frozenset("who whom whose which".split()),
    subordinators=frozenset(
        "as that when while because although though if whether since where after before as until unless how why".split()
    ),
    adverbs=frozenset(
        (
            "also later then has have had once often again repeatedly recently himself herself themselves itself "
            "previously earlier now still even just always never soon simply only both finally famously openly "
            "publicly privately reportedly apparently frequently sometimes usually quickly immediately flatly bluntly "
            "sharply angrily quietly jokingly all did does do will would could may might can is are was were be been "
            "further first already not subsequently briefly specifically explicitly directly essentially clearly "
            "continually constantly consistently instead too currently correctly proudly carefully confidently"
        ).split()
    ),
    nouns=frozenset(
        (
            "remarks comments comment claims claim notes note questions question reports state states tweets tweet "
            "calls call answers answer quotes demands demand urges charged praises praise echoes echo barks reply "
            "replies complaints promise promises pledge pledges vow vows suggests warns warning saying reading "
            "writing posting reporting lament laments boasts mocks jokes joke quips thought cites report written "
            "labeled dubbed blasts"
        ).split()
    )
    - frozenset("saying writing posting urges suggests warns warning mocks cites".split()),
    passives=frozenset("was were been be being is are am".split()),
    words_of=frozenset(
        (
            "words phrase telling account opinion view parlance description claim claims statement statements remark "
            "remarks comment comments assertion assertions argument arguments warning promise pledge suggestion line "
            "letter email quote quotation passage verse tweet message question answer testimony accusation charge quip boast joke call vow complaint"
        ).split()
    ),
    participles=("ing",),
    infinitives=frozenset(("to",)),
    agents=frozenset(("by", "from")),
    quoting=frozenset("quoted quotes quote quoting cited cites citing misquoted".split()),
    as_saying=frozenset(("as",)),
    perceiving=frozenset("heard hear hears hearing watched saw let lets made makes make".split()),
    judging=frozenset(
        (
            "criticized criticises criticised criticizes criticizing mocked mocks mocking praised praises praising "
            "slammed slams slamming blasted blasts blasting denounced denounces denouncing dismissed dismisses "
            "dismissing hailed lauded touted questioned questions repeated repeats repeating echoed echoes echoing "
            "recalled recalls cited cites denied denies denying"
        ).split()
    ),
    unsaid=frozenset("could might may will shall should ought cannot can".split()),
    unsaid_before=frozenset(("would", "must")),
    perfect=frozenset(("have",)),
    falsely=frozenset("falsely wrongly incorrectly mistakenly erroneously misquoted".split()),
    after_not=frozenset("only just merely simply solely".split()),
    hypotheses=frozenset("if unless whether supposing suppose imagine wish wishes wished".split()),
    supposing=frozenset("had should did does do would could might will has have".split()),
    intending=frozenset(
        (
            "expected expects expecting plans planned planning wants wanted hopes hoped intends intended due set likely "
            "scheduled supposed alleged rumoured rumored believed thought ready prepared going about promises promised "
            "vows vowed threatens threatened urged asked told yet"
        ).split()
    ),
    hearsay=frozenset(
        "rumour rumours rumor rumors hoax myth allegation allegations suggestion suggestions".split()
    ),
    nobodies=("nobody", "none", "neither", "nowhere", "no one", "no-one"),
    owners={"his": "m", "her": "f", "their": "", "its": ""},
    topics=frozenset("about regarding concerning on against to with beside alongside".split()),
    possessives=("'s", "'"),
    particles=frozenset("al el bin ibn van von de da der la le di du dos del st".split()),
    masculine=frozenset("mr he his him himself".split()),
    feminine=frozenset("mrs ms miss she her hers herself".split()),
    short_names={
        short: tuple(names.split())
        for short, names in (
            *(
                ("bill", "william"),
                ("will", "william"),
                ("billy", "william"),
                ("bob", "robert"),
                ("rob", "robert"),
            ),
            *(
                ("bobby", "robert"),
                ("dick", "richard"),
                ("rick", "richard"),
                ("mike", "michael"),
                ("jim", "james"),
            ),
            *(
                ("jimmy", "james"),
                ("jack", "john"),
                ("johnny", "john"),
                ("ted", "edward theodore"),
                ("ed", "edward"),
            ),
            *(
                ("tony", "anthony antony"),
                ("liz", "elizabeth"),
                ("beth", "elizabeth"),
                ("betty", "elizabeth"),
            ),
            *(
                ("kate", "katherine catherine kathleen"),
                ("kathy", "katherine catherine kathleen"),
                ("peggy", "margaret"),
            ),
            *(
                ("meg", "margaret"),
                ("hank", "henry"),
                ("harry", "henry harold"),
                ("chuck", "charles"),
                ("joe", "joseph"),
            ),
            *(
                ("chip", "charles"),
                ("larry", "lawrence"),
                ("andy", "andrew"),
                ("drew", "andrew"),
                ("sandy", "alexander"),
            ),
            *(
                ("ron", "ronald"),
                ("don", "donald"),
                ("dan", "daniel"),
                ("dave", "david"),
                ("steve", "stephen steven"),
            ),
            *(("jeff", "jeffrey geoffrey"), ("geoff", "geoffrey"), ("greg", "gregory"), ("ken", "kenneth")),
            *(
                ("bernie", "bernard"),
                ("gene", "eugene"),
                ("nick", "nicholas"),
                ("tom", "thomas"),
                ("al", "albert alan"),
            ),
            *(("ben", "benjamin"), ("sam", "samuel samantha"), ("pat", "patrick patricia"), ("sue", "susan")),
            *(("debbie", "deborah"), ("cindy", "cynthia"), ("jenny", "jennifer"), ("becky", "rebecca")),
            *(("abe", "abraham"), ("gus", "augustus"), ("fred", "frederick alfred"), ("vince", "vincent")),
        )
    },
    questions=frozenset(("q", "question", "questioner")),
    answers=frozenset(("a", "answer")),
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
        *("zero chance", "zero chances", "zero interest", "zero evidence", "zero plans", "zero intention"),
        *("zero reason", "zero possibility", "zero need", "zero tolerance"),
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
        *(
            "provided",
            "providing",
            "only when",
            "only after",
            "only once",
            "only in",
            "as soon as",
            "pending",
            *("imagine that", "imagine if", "let us suppose", "let's suppose"),
        ),
    ),
    modals=frozenset(
        "may might could would should must can shall will ought i'll you'll he'll she'll it'll we'll they'll perhaps maybe "
        "possibly probably".split()
    ),
    first_person=frozenset(
        "i me my mine myself we us our ours ourselves i'm i've i'd i'll we're we've we'd we'll let's".split()
    ),
    auxiliaries=frozenset("is are was were am has have had do does did".split()),
    other_persons=frozenset(
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
    demonstratives=frozenset(("this", "that", "these", "those", "such", "here", "there", "then")),
    complementizers=frozenset(("that", "whether", "how", "why")),
    question_words=frozenset("how why what where when who whom whose which whether".split()),
    naming=frozenset(
        (
            "called calls call calling dubbed branded brands labeled labelled labels deemed hailed touted described describes"
        ).split()
    ),
    authoring=frozenset("by from with of".split()),
    issued=frozenset(
        "talk conversation questions answers statement statements remarks speech address letter testimony message interview transcript press release communique declaration comments opening closing briefing conference report memorandum note proclamation order decree".split()
    ),
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
    subjects=frozenset(("i", "we", "he", "she", "they")),
    second_person=frozenset(("you", "your", "yours", "yourself", "yourselves")),
    singular_person=frozenset(("i", "me", "my", "mine", "myself", "i'm", "i've", "i'd", "i'll")),
    harmless=(
        *("no doubt", "without doubt", "without a doubt", "without question", "no question", "not only"),
        *("if i may", "as if", "no wonder", "not least", "nothing but"),
    ),
    hedges=frozenset(
        (
            "perhaps maybe possibly probably presumably allegedly reportedly supposedly purportedly apparently "
            "seemingly ostensibly conceivably arguably possible conceivable likely"
        ).split()
    ),
    limits=frozenset("almost nearly virtually partly partially only merely solely too".split()),
    turning=frozenset(
        (
            "against anti enemy enemies opponent opponents foe foes adversary adversaries critic critics versus "
            "contrary instead"
        ).split()
    ),
    falsehoods=frozenset(
        (
            "lie lies rumour rumours rumor rumors myth myths nonsense false untrue fake hoax absurd ridiculous "
            "fabrication fabricated fiction slander falsehood wrong"
        ).split()
    ),
    unmaking=frozenset(
        (
            "so-called would-be self-styled self-proclaimed self-declared alleged purported supposed former fake false "
            "pseudo ex ostensible failed sham mock onetime one-time nominal pretended counterfeit"
        ).split()
    ),
    times=frozenset(("when", "whenever", "once", "after")),
    future=frozenset(("will", "shall", "i'll", "we'll", "he'll", "she'll", "it'll", "they'll", "you'll")),
    inverted=frozenset(("should", "had", "were")),
    restricting=frozenset(("only",)),
    quantifiers=frozenset(
        "all some many most much few fewer more less least every each any both several enough no half".split()
    ),
    placing=frozenset(("of", "in", "at", "on", "near", "from", "like")),
    inflections=frozenset(("s", "es", "ed", "ing")),
    exchanged=frozenset(("e", "d", "y", "ies", "ied", "ion", "ions")),
    adverb_endings=("ly",),
    no_adverbs=frozenset(
        (
            "family ally assembly supply reply italy july fly early only daily weekly monthly yearly friendly elderly "
            "likely deadly costly lovely lonely orderly unlikely belly bully rally tally jelly butterfly anomaly"
        ).split()
    ),
    counting_stops=frozenset(("no",)),
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
    near_days=frozenset(("yesterday", "today", "tonight", "tomorrow")),
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
