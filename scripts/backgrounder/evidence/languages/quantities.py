"""The words around figures and dates in each language: units, currencies, comparators, trends, relative days.

They stand beside the records of the languages because they are many and serve figures alone. A language
without them has figures in digits compared, and nothing else; ``facts.uncompared`` says so.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

OVER, UNDER = "more", "less"
UP, DOWN = "rise", "fall"
AT_LEAST, AT_MOST = "at least", "at most"


class Quantities(msgspec.Struct, frozen=True, kw_only=True):
    """The words around figures in one language. All words are in small letters."""

    units: Mapping[str, str] = {}
    """Words for units and currencies, with what they stand for in every language: ``kilometres`` is ``km``.
    What stands behind a slash is more exact: ``dollar/us`` agrees with ``dollar``."""
    per: tuple[str, ...] = ()
    """Words before the second part of a rate: ``per``."""
    percent: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    """Percentage points."""
    comparators: Mapping[str, str] = {}
    """Phrases before a figure, with ``OVER``, ``AT_LEAST``, ``UNDER`` or ``AT_MOST``."""
    behind: Mapping[str, str] = {}
    """Phrases behind it: ``or more``."""
    about: tuple[str, ...] = ()
    """Words before a figure that make it a rounded one."""
    rising: frozenset[str] = frozenset()
    falling: frozenset[str] = frozenset()
    fractions: Mapping[str, int] = {}
    """``thirds`` with 3."""
    ordinals: Mapping[str, int] = {}
    vague: Mapping[str, tuple[float, float]] = {}
    """Words that say only how large a number is, with the numbers they can stand for."""
    joins: tuple[str, ...] = ()
    """Words between the ends of a range: ``to``, ``and``."""
    between: frozenset[str] = frozenset()
    """Words before a range whose ends "and" joins: ``between``."""
    minus: frozenset[str] = frozenset()
    """Words before a figure that make it a negative one."""
    conjunctions: tuple[str, ...] = ()
    """Words that begin the next part of a sentence: ``and``, ``while``."""
    number_and: str = ""
    """The word between the words of one number: ``and``."""
    has_compounds: bool = False
    """Numbers are written in one word: ``fünfunddreißig``."""
    relative: Mapping[str, tuple[str, int]] = {}
    """Phrases that count from the day of publication: ``yesterday`` is ``("day", -1)``."""
    as_of: tuple[str, ...] = ()
    """Words before the day up to which a text is true: ``as of``."""


def quantities_of(tag: str) -> Quantities:
    """Return the words around figures of the language of a BCP 47 tag; none where they are not known."""
    return _KNOWN.get(tag.partition("-")[0].lower(), _NONE)


def _by_word(table: str) -> dict[str, str]:
    """Read lines such as ``km: km, kilometre, kilometres`` into one entry a word."""
    found = {}
    for line in table.strip().splitlines():
        meaning, _, words = line.partition(": ")
        found.update(dict.fromkeys((word.strip() for word in words.split(",")), meaning))
    return found


_SIGNS = _by_word(
    """
km: km
km2: km², km2, sq km
m2: m², m2
m3: m³, m3
cm: cm
mm: mm
kg: kg
°: °
°/c: °c
°/f: °f
mw: mw
gw: gw
kw: kw
kwh: kwh
mwh: mwh
gwh: gwh
km h: km/h, kph
dollar/us: usd, us$
dollar/au: aud, a$, au$
dollar/ca: cad, c$, ca$
dollar/nz: nzd, nz$
dollar/hk: hkd, hk$
dollar: $
euro: eur, €
pound: gbp, £
yen: jpy, ¥
franc/ch: chf
rupee: ₹, rs
rouble: ₽, rub
lira: ₺, try
shekel: ₪, ils
won: ₩
yuan: cny, rmb
"""
)
"""Signs and codes that all languages write alike."""

_ENGLISH = Quantities(
    units={
        **_SIGNS,
        **_by_word(
            """
km: kilometer, kilometers, kilometre, kilometres, kms
mile: mile, miles, mi
nautical mile: nautical mile, nautical miles
m: meter, meters, metre, metres
cm: centimeter, centimeters, centimetre, centimetres
mm: millimeter, millimeters, millimetre, millimetres
foot: foot, feet, ft
inch: inch, inches
yard: yard, yards
km2: square kilometer, square kilometers, square kilometre, square kilometres
mile2: square mile, square miles, sq miles
m2: square meter, square meters, square metre, square metres
foot2: square foot, square feet
m3: cubic meter, cubic meters, cubic metre, cubic metres
foot3: cubic foot, cubic feet
acre: acre, acres
hectare: hectare, hectares, ha
kg: kilogram, kilograms, kilogramme, kilogrammes, kilo, kilos
g: gram, grams, gramme, grammes
t: ton, tons, tonne, tonnes, metric ton, metric tons, metric tonnes
pound: lb, lbs, pound, pounds, pounds sterling, british pounds
ounce: ounce, ounces, oz
litre: liter, liters, litre, litres
gallon: gallon, gallons
barrel: barrel, barrels, bbl
bushel: bushel, bushels
°: degree, degrees
°/c: degrees celsius, degree celsius, celsius, degrees c
°/f: degrees fahrenheit, degree fahrenheit, fahrenheit, degrees f
w: watt, watts
kw: kilowatt, kilowatts
mw: megawatt, megawatts
gw: gigawatt, gigawatts
kwh: kilowatt-hour, kilowatt-hours, kilowatt hours
mwh: megawatt-hour, megawatt-hours, megawatt hours
gwh: gigawatt-hour, gigawatt-hours, gigawatt hours
mile h: mph
knot: knot, knots
second: second, seconds
minute: minute, minutes
hour: hour, hours
day: day, days
week: week, weeks
month: month, months
year: year, years
decade: decade, decades
century: century, centuries
dollar: dollar, dollars
dollar/us: us dollar, us dollars, u.s. dollar, u.s. dollars, american dollars
dollar/ca: canadian dollar, canadian dollars
dollar/au: australian dollar, australian dollars
dollar/nz: new zealand dollars
dollar/hk: hong kong dollars
cent: cent, cents
euro: euro, euros
pence: pence
yen: yen
yuan: yuan, renminbi
rouble: rouble, roubles, ruble, rubles
rupee: rupee, rupees
dinar: dinar, dinars
dinar/iq: iraqi dinar, iraqi dinars
dirham: dirham, dirhams
riyal: riyal, riyals
rial: rial, rials
lira: lira, liras
shekel: shekel, shekels
peso: peso, pesos
franc: franc, francs
franc/ch: swiss franc, swiss francs
krona: krona, kronor, krone, kroner
zloty: zloty, zlotys
hryvnia: hryvnia, hryvnias
rand: rand
real: reais
"""
        ),
    },
    per=("per", "a", "an", "each", "every"),
    percent=("percent", "per cent", "pct"),
    points=("percentage point", "percentage points", "per cent points", "percent points", "points"),
    comparators={
        **dict.fromkeys(
            (
                *("more than", "over", "above", "greater than", "higher than", "larger than", "exceeding"),
                *("exceeds", "exceeded", "upwards of", "upward of", "in excess of", "well over", "just over"),
                *("slightly more than", "beyond", "surpassing", "topping", "north of", "surpassed", "passed"),
            ),
            OVER,
        ),
        **dict.fromkeys(
            (
                *("at least", "no fewer than", "no less than", "not less than", "not fewer than"),
                *("a minimum of", "minimum of", "from at least"),
            ),
            AT_LEAST,
        ),
        **dict.fromkeys(
            (
                *("less than", "fewer than", "under", "below", "lower than", "smaller than", "just under"),
                *("nearly", "almost", "slightly less than", "close to but below", "well under", "short of"),
                "south of",
            ),
            UNDER,
        ),
        **dict.fromkeys(
            (
                *("at most", "up to", "no more than", "not more than", "as many as", "as much as"),
                *("a maximum of", "maximum of", "not exceeding"),
            ),
            AT_MOST,
        ),
    },
    behind={
        **dict.fromkeys(("or more", "and more", "and above", "plus", "or above", "at least"), AT_LEAST),
        **dict.fromkeys(("or less", "or fewer", "or under", "at most", "or below"), AT_MOST),
    },
    about=(
        "about",
        "around",
        "some",
        "roughly",
        "approximately",
        "an estimated",
        "circa",
        "close to",
        "near",
    ),
    rising=frozenset(
        (
            "rise rises rose risen rising increase increases increased increasing grow grows grew grown growing "
            "growth gain gains gained gaining climb climbs climbed climbing jump jumps jumped jumping surge surges "
            "surged surging soar soars soared soaring raise raises raised raising expand expands expanded expanding "
            "higher up more improved upturn doubled "
            "tripled quadrupled widened quickened"
        ).split()
    ),
    falling=frozenset(
        (
            "fall falls fell fallen falling decrease decreases decreased decreasing drop drops dropped dropping "
            "decline declines declined declining shrink shrinks shrank shrunk shrinking reduce reduces reduced "
            "reducing reduction cut cuts cutting plunge plunges plunged plunging slide slides slid sliding slip "
            "slips slipped sink sinks sank sunk dip dips dipped tumble tumbles tumbled slump slumps slumped lower "
            "lowers lowered down less fewer contract contracted contraction lose loses lost losing downturn slows "
            "slowed slowing eases eased narrowed halved"
        ).split()
    ),
    fractions={
        **dict.fromkeys(("half", "halves"), 2),
        **dict.fromkeys(("third", "thirds"), 3),
        **dict.fromkeys(("quarter", "quarters", "fourth", "fourths"), 4),
        **dict.fromkeys(("fifth", "fifths"), 5),
        **dict.fromkeys(("sixth", "sixths"), 6),
        **dict.fromkeys(("seventh", "sevenths"), 7),
        **dict.fromkeys(("eighth", "eighths"), 8),
        **dict.fromkeys(("ninth", "ninths"), 9),
        **dict.fromkeys(("tenth", "tenths"), 10),
    },
    ordinals={
        word: number
        for number, word in enumerate(
            (
                "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
                "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
            ).split(),
            start=1,
        )
    },
    vague={
        "dozens": (24, 120),
        "scores": (40, 200),
        "hundreds": (200, 1_999),
        "thousands": (2_000, 999_999),
        "millions": (2_000_000, 999_999_999),
        "billions": (2_000_000_000, 999_999_999_999),
    },
    joins=("to", "and", "or", "through"),
    between=frozenset(("between",)),
    minus=frozenset(("minus",)),
    conjunctions=(
        *(
            "and",
            "but",
            "while",
            "whereas",
            "against",
            "compared with",
            "compared to",
            "versus",
            "or",
            "than",
        ),
        *("as", "when", "with", "including", "plus"),
    ),
    number_and="and",
    as_of=("as of", "as at", "up to", "until", "till"),
)

_FRENCH = Quantities(
    units={
        **_SIGNS,
        **_by_word(
            """
km: kilomètre, kilomètres
m: mètre, mètres
km2: kilomètre carré, kilomètres carrés
m2: mètre carré, mètres carrés
mile: mille, milles
hectare: hectare, hectares
kg: kilogramme, kilogrammes, kilo, kilos
t: tonne, tonnes
litre: litre, litres
barrel: baril, barils
second: seconde, secondes
minute: minute, minutes
hour: heure, heures
day: jour, jours
week: semaine, semaines
month: mois
year: an, ans, année, années
dollar: dollar, dollars
dollar/us: dollars américains
dollar/ca: dollars canadiens
euro: euro, euros
pound: livre, livres, livres sterling
yen: yen, yens
rouble: rouble, roubles
dinar: dinar, dinars
mw: mégawatt, mégawatts
gw: gigawatt, gigawatts
°: degré, degrés
"""
        ),
    },
    per=("par",),
    percent=("pour cent",),
    points=("point", "points", "points de pourcentage"),
    comparators={
        **dict.fromkeys(("plus de", "plus d'", "au-dessus de", "supérieur à"), OVER),
        **dict.fromkeys(("au moins", "pas moins de"), AT_LEAST),
        **dict.fromkeys(("moins de", "moins d'", "près de", "presque", "en dessous de"), UNDER),
        **dict.fromkeys(("au plus", "jusqu'à", "pas plus de", "au maximum"), AT_MOST),
    },
    about=("environ", "quelque", "autour de"),
    rising=frozenset("augmenté augmente hausse progressé progresse grimpé grimpe bondi croissance".split()),
    falling=frozenset("baissé baisse reculé recule diminué diminue chuté chute recul diminution".split()),
    vague={
        "dizaines": (20, 99),
        "centaines": (200, 1_999),
        "milliers": (2_000, 999_999),
        "millions": (2_000_000, 999_999_999),
    },
    joins=("à", "et", "ou"),
    between=frozenset(("entre",)),
    conjunctions=("et", "mais", "tandis que", "contre", "alors que", "ou"),
    number_and="et",
    relative={
        **{"avant-hier": ("day", -2), "hier": ("day", -1), "aujourd'hui": ("day", 0), "demain": ("day", 1)},
        **{"la semaine dernière": ("week", -1), "cette semaine": ("week", 0), "la semaine prochaine": ("week", 1)},
        **{"le mois dernier": ("month", -1), "ce mois-ci": ("month", 0), "le mois prochain": ("month", 1)},
        **{"l'an dernier": ("year", -1), "l'année dernière": ("year", -1), "cette année": ("year", 0)},
        **{"l'an prochain": ("year", 1), "l'année prochaine": ("year", 1)},
    },
    as_of=("au", "jusqu'au", "à la date du"),
)  # fmt: skip

_GERMAN = Quantities(
    units={
        **_SIGNS,
        **_by_word(
            """
km: kilometer, kilometern
m: meter, metern
km2: quadratkilometer, quadratkilometern
m2: quadratmeter, quadratmetern
mile: meile, meilen
hectare: hektar
kg: kilogramm, kilo
t: tonne, tonnen
litre: liter, litern
barrel: barrel, fass
second: sekunde, sekunden
minute: minute, minuten
hour: stunde, stunden
day: tag, tage, tagen
week: woche, wochen
month: monat, monate, monaten
year: jahr, jahre, jahren
dollar: dollar
dollar/us: us-dollar
euro: euro
pound: pfund
yen: yen
rouble: rubel
dinar: dinar
franc/ch: schweizer franken, franken
mw: megawatt
gw: gigawatt
°: grad
"""
        ),
    },
    per=("pro", "je"),
    percent=("prozent",),
    points=("prozentpunkt", "prozentpunkte", "prozentpunkten", "punkte"),
    comparators={
        **dict.fromkeys(("mehr als", "über", "gut", "oberhalb von"), OVER),
        **dict.fromkeys(("mindestens", "wenigstens", "nicht weniger als"), AT_LEAST),
        **dict.fromkeys(("weniger als", "unter", "fast", "knapp", "beinahe", "nahezu"), UNDER),
        **dict.fromkeys(("höchstens", "bis zu", "nicht mehr als", "maximal"), AT_MOST),
    },
    about=("etwa", "rund", "ungefähr", "circa", "ca."),
    rising=frozenset("stieg stiegen steigt gestiegen wuchs wuchsen gewachsen zunahm anstieg zuwachs plus".split()),
    falling=frozenset("sank sanken sinkt gesunken fiel fielen fällt gefallen schrumpfte rückgang minus".split()),
    vague={
        "dutzende": (24, 120),
        "hunderte": (200, 1_999),
        "tausende": (2_000, 999_999),
        "millionen": (2_000_000, 999_999_999),
    },
    joins=("bis", "und", "oder"),
    between=frozenset(("zwischen",)),
    minus=frozenset(("minus",)),
    conjunctions=("und", "aber", "während", "gegenüber", "oder"),
    number_and="und",
    has_compounds=True,
    relative={
        **{"vorgestern": ("day", -2), "gestern": ("day", -1), "heute": ("day", 0), "morgen": ("day", 1)},
        **{f"{turn} woche": ("week", -1) for turn in ("letzte", "vergangene", "vorige", "vergangener")},
        **{"diese woche": ("week", 0), "dieser woche": ("week", 0)},
        **{"nächste woche": ("week", 1), "kommende woche": ("week", 1), "kommender woche": ("week", 1)},
        **{f"{turn} monat": ("month", -1) for turn in ("letzten", "vergangenen", "vorigen")},
        **{"diesen monat": ("month", 0), "nächsten monat": ("month", 1), "kommenden monat": ("month", 1)},
        **{f"{turn} jahr": ("year", -1) for turn in ("letztes", "vergangenes", "vergangenen", "voriges", "letzten")},
        **{"dieses jahr": ("year", 0), "nächstes jahr": ("year", 1), "kommendes jahr": ("year", 1)},
    },
    as_of=("stand", "bis", "bis zum"),
)  # fmt: skip

_ARABIC = Quantities(
    units={
        **_SIGNS,
        **_by_word(
            """
km: كيلومتر, كيلومترا, كيلومترات
m: متر, مترا, أمتار
kg: كيلوغرام, كيلوغراما
t: طن, طنا, أطنان
barrel: برميل, برميلا
litre: لتر, لترا
hectare: هكتار, هكتارا
hour: ساعة, ساعات
minute: دقيقة, دقائق
day: يوم, يوما, أيام
week: أسبوع, أسابيع
month: شهر, شهرا, أشهر
year: سنة, سنوات, عام, عاما, أعوام
dollar: دولار, دولارا, دولارات
dollar/us: دولار أمريكي, دولار أميركي
euro: يورو
pound: جنيه, جنيها
dinar: دينار, دينارا
riyal: ريال, ريالا
dirham: درهم, درهما
"""
        ),
    },
    percent=("في المئة", "في المائة", "بالمئة", "بالمائة", "٪"),
    points=("نقطة مئوية", "نقاط مئوية"),
    comparators={
        **dict.fromkeys(("أكثر من", "فوق", "ما يزيد على", "ما يزيد عن", "أزيد من"), OVER),
        **dict.fromkeys(("ما لا يقل عن", "على الأقل"), AT_LEAST),
        **dict.fromkeys(("أقل من", "دون", "ما يقرب من", "قرابة", "زهاء"), UNDER),
        **dict.fromkeys(("لا يزيد على", "لا يزيد عن", "على الأكثر", "ما يصل إلى"), AT_MOST),
    },
    about=("نحو", "حوالي", "حوالى"),
    rising=frozenset("ارتفع ارتفعت ارتفاع زاد زادت زيادة نما نمت نمو".split()),
    falling=frozenset("انخفض انخفضت انخفاض تراجع تراجعت هبط هبطت هبوط".split()),
    vague={
        "عشرات": (20, 99),
        "مئات": (200, 1_999),
        "آلاف": (2_000, 999_999),
        "ملايين": (2_000_000, 999_999_999),
    },
    joins=("إلى", "و", "أو"),
    between=frozenset(("بين",)),
    minus=frozenset(("ناقص",)),
    conjunctions=("و", "بينما", "لكن", "مقابل"),
    number_and="و",
    relative={
        **{"أول أمس": ("day", -2), "أمس": ("day", -1), "اليوم": ("day", 0), "غدا": ("day", 1)},
        **{"الأسبوع الماضي": ("week", -1), "هذا الأسبوع": ("week", 0), "الأسبوع المقبل": ("week", 1)},
        **{"الأسبوع القادم": ("week", 1), "الشهر الماضي": ("month", -1), "هذا الشهر": ("month", 0)},
        **{"الشهر المقبل": ("month", 1), "العام الماضي": ("year", -1), "السنة الماضية": ("year", -1)},
        **{"هذا العام": ("year", 0), "العام المقبل": ("year", 1)},
    },
    as_of=("حتى", "إلى"),
)  # fmt: skip

_NONE = Quantities(units=_SIGNS)
_KNOWN = {"en": _ENGLISH, "fr": _FRENCH, "de": _GERMAN, "ar": _ARABIC}
