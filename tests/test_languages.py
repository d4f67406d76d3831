"""The words, marks and numerals of each language, and what the comparisons make of made-up texts in it."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Iterable, Mapping

import pytest
from babel import Locale
from spoken import (
    ARABIC,
    ARABIC_PEOPLE,
    FRENCH,
    FRENCH_PEOPLE,
    GERMAN,
    GERMAN_PEOPLE,
    Spoken,
)

from backgrounder.evidence.attribution import utterances
from backgrounder.evidence.days import Period, expressions
from backgrounder.evidence.figures import figures
from backgrounder.evidence.languages import Language, language_of
from backgrounder.evidence.people import People
from backgrounder.evidence.signals import Signal, is_negative, signs
from backgrounder.evidence.utterances import Attribution
from backgrounder.evidence.words import tokens
from backgrounder.model.proof import SpeakerGrade
from backgrounder.model.registry import Stakeholder

_TAGS = ("ar", "de", "en", "fr")
_WORDS = (
    *(
        "verbs",
        "according",
        "pronouns",
        "titles",
        "abbreviations",
        "proxies",
        "leads_in",
        "negations",
        "negating",
    ),
    *(
        "denials",
        "conditions",
        "modals",
        "first_person",
        "function_words",
        "conjunctions",
        "months",
        "weekdays",
    ),
    *("numbers", "scales", "articles", "indefinite", "prepositions", "relatives", "subordinators", "adverbs"),
    *(
        "passives",
        "quoting",
        "agents",
        "infinitives",
        "nouns",
        "demonstratives",
        "complementizers",
        "opinions",
        "auxiliaries",
        "other_persons",
        "feminine_verbs",
        "behind_speaker",
        "elisions",
        "enclitics",
        "clitics",
        "particles",
        "masculine",
        "feminine",
        "questions",
        "answers",
    ),
)
_NEVER_EMPTY = (
    *(
        "verbs",
        "according",
        "pronouns",
        "titles",
        "proxies",
        "negations",
        "negating",
        "denials",
        "conditions",
    ),
    *("modals", "first_person", "function_words", "conjunctions", "numbers", "scales"),
)


def _known(tag: str) -> Language:
    language = language_of(tag)
    assert language is not None
    return language


# -- Records -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("tag", [*_TAGS, "fr-CA", "AR-iq", "de_AT"])
def test_a_language_is_known_by_any_tag_of_it(tag: str) -> None:
    assert _known(tag).tag == tag[:2].lower()


@pytest.mark.parametrize("tag", ["fa", "ckb", "he", "zh-Hans", "arz", "und", ""])
def test_others_have_no_rules(tag: str) -> None:
    assert language_of(tag) is None


@pytest.mark.parametrize("tag", _TAGS)
@pytest.mark.parametrize("field", _WORDS)
def test_words_are_plain(tag: str, field: str) -> None:
    """Texts are made small, NFC and free of vowel signs before they are compared, so words must be."""
    words = list(getattr(_known(tag), field))
    assert [word for word in words if word != _plain(word)] == []


def _plain(word: str) -> str:
    signs = {"\u0640", "\u0670", *map(chr, range(0x64B, 0x653))}
    composed = "".join(letter for letter in unicodedata.normalize("NFC", word.lower()) if letter not in signs)
    return " ".join(composed.replace("ی", "ي").replace("ک", "ك").replace("’", "'").split())


@pytest.mark.parametrize("tag", _TAGS)
@pytest.mark.parametrize("field", _NEVER_EMPTY)
def test_no_list_that_matching_needs_is_empty(tag: str, field: str) -> None:
    assert getattr(_known(tag), field)


@pytest.mark.parametrize("tag", _TAGS)
def test_words_that_turn_a_sense_are_not_free_to_put_in(tag: str) -> None:
    language = _known(tag)
    turning = language.negations | language.denials | set(language.conditions)
    assert turning & language.function_words == set()
    assert turning & language.modals == set()


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("fr", "ne n' pas jamais aucun aucune rien sans ni non"),
        ("de", "nicht nichts nie niemals kein keine keinen keinem keiner keines ohne weder niemand"),
        ("ar", "لا ولا فلا لم فلم ولم لن ولن ليس ليست ليسوا ما دون بدون غير بلا عدم"),
        ("en", "no not never don't can't won't isn't nobody without"),
    ],
)
def test_negations(tag: str, words: str) -> None:
    assert [word for word in words.split() if not is_negative(word, _known(tag))] == []


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("fr", "nie nions nié démens démentons dément doute doutons refusons rejette réfutons excluons"),
        ("de", "leugnen bestreite bestreiten dementiert bezweifle weigern ablehnen zweifle"),
        ("ar", "نفى وننفي أنكر ننكر رفض نرفض ونرفض نشك"),
        ("en", "deny denied doubt refuse refute declined"),
    ],
)
def test_denials_in_all_persons(tag: str, words: str) -> None:
    assert set(words.split()) <= _known(tag).denials


@pytest.mark.parametrize(
    ("tag", "phrases"),
    [
        ("fr", ["si", "s'il", "à condition que", "à condition qu'", "à moins que", "sauf si"]),
        ("de", ["wenn", "falls", "sofern", "es sei denn", "unter der bedingung"]),
        ("ar", ["إذا", "اذا", "وإذا", "لو", "شرط", "بشرط", "ما لم", "إلا إذا", "في حال", "وإن لم"]),
        ("en", ["if", "unless", "provided that", "as long as"]),
    ],
)
def test_conditions(tag: str, phrases: list[str]) -> None:
    assert set(phrases) <= set(_known(tag).conditions)


@pytest.mark.parametrize(
    ("tag", "forms"),
    [
        (
            "fr",
            "déclare déclarait déclara déclaré déclarant lança exigea rappelle rappelait répète répété dit exclamée",
        ),
        ("de", "sagt sagte sagten gesagt erklärte fügte teilte betonte äußerte äusserte"),
        ("ar", "قال قالت وقال فقال وأضاف واضاف أكد وأكدت صرح أعلنت قائلا"),
    ],
)
def test_verbs_of_saying_in_all_forms(tag: str, forms: str) -> None:
    assert set(forms.split()) <= set(_known(tag).verbs)


@pytest.mark.parametrize(
    ("tag", "text", "signal", "words"),
    [
        ("fr", "Nous n'avons aucun projet", Signal.NEGATION, "n'avons"),
        ("fr", "nous partirons plutôt qu'eux", Signal.NEGATION, "plutôt qu'eux"),
        ("fr", "à condition qu'ils paient", Signal.CONDITION, "à condition qu'ils"),
        ("fr", "s'il paie", Signal.CONDITION, "s'il"),
        ("fr", "en mars prochain", Signal.MONTH, "mars"),
        ("fr", "nous devons partir", Signal.MODAL, "devons"),
        ("de", "Wir haben keinerlei Pläne", Signal.NEGATION, "keinerlei"),
        ("de", "es sei denn, sie zahlen", Signal.CONDITION, "es sei denn"),
        ("de", "im März", Signal.MONTH, "März"),
        ("de", "wir dürften gehen", Signal.MODAL, "dürften"),
        ("ar", "ولن نبيع الميناء", Signal.NEGATION, "ولن"),
        ("ar", "لدينا خطط دون موعد", Signal.NEGATION, "دون"),
        ("ar", "إلا إذا دفعوا", Signal.CONDITION, "إلا إذا"),
        ("ar", "في كانون الثاني المقبل", Signal.MONTH, "كانون الثاني"),
        ("ar", "ربما نغادر", Signal.HEDGE, "ربما"),
        ("ar", "لن نغادر", Signal.NEGATION, "لن"),
    ],
)
def test_signals_in_running_text(tag: str, text: str, signal: Signal, words: str) -> None:
    found = [token.text for token in tokens(text)]
    shown = [
        " ".join(found[sign.index : sign.index + sign.length])
        for sign in signs(found, _known(tag))
        if sign.signal is signal
    ]
    assert shown[0] == words


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("fr", "Nous partirons en personne avec tous nos hommes"),
        ("de", "Wir gehen mit allen unseren Leuten in dieser Weise"),
        ("ar", "نغادر مع جميع رجالنا إن شاء الله أولا"),
    ],
)
def test_plain_words_are_no_signals(tag: str, text: str) -> None:
    assert list(signs([token.text for token in tokens(text)], _known(tag))) == []


# -- Calendar and numerals ---------------------------------------------------------------------------


@pytest.mark.parametrize("tag", _TAGS)
def test_months_and_weekdays_are_complete(tag: str) -> None:
    assert set(_known(tag).months.values()) == set(range(1, 13))
    assert set(_known(tag).weekdays.values()) == set(range(7))


@pytest.mark.parametrize(
    "locale",
    "en fr fr_CA fr_BE de de_AT de_CH ar ar_EG ar_IQ ar_LB ar_SY ar_JO ar_SA ar_DZ ar_TN ar_MA".split(),
)
def test_babel_knows_no_other_months_and_weekdays(locale: str) -> None:
    language = _known(locale)
    tables = Locale.parse(locale)
    assert _missing(tables.months["format"]["wide"], language.months) == []
    assert _missing(tables.days["format"]["wide"], language.weekdays) == []


@pytest.mark.parametrize("locale", ["en", "fr", "fr_CA", "de", "de_AT", "ar_IQ"])
def test_babel_knows_no_other_short_months(locale: str) -> None:
    for use in ("format", "stand-alone"):
        assert _missing(Locale.parse(locale).months[use]["abbreviated"], _known(locale).months) == []


def _missing(table: Mapping[int, str], words: Mapping[str, int]) -> list[str]:
    """The names of a table that a language does not know, or numbers otherwise."""
    plain = {" ".join(name.lower().rstrip(".").split()): number for number, name in table.items()}
    return [name for name, number in plain.items() if words.get(name) != number]


@pytest.mark.parametrize(
    ("tag", "decimal", "group"), [("en", ".", ","), ("fr", ",", "\u202f"), ("de", ",", "."), ("ar", ".", ",")]
)
def test_babel_writes_numbers_with_the_same_marks(tag: str, decimal: str, group: str) -> None:
    symbols = Locale.parse(tag).number_symbols["latn"]
    assert _known(tag).decimal == decimal == symbols["decimal"]
    assert group in _known(tag).thousands
    assert symbols["group"] == group


def test_arabic_has_its_own_mark_between_thousands() -> None:
    assert Locale.parse("ar_EG").number_symbols["arab"]["group"] in _known("ar").thousands


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("fr", {"deux": 2, "dix-sept": 17, "vingt et un": 21, "soixante-dix": 70, "quatre-vingt-dix-neuf": 99}),
        ("fr", {"quatre-vingts": 80, "nonante": 90, "soixante et onze": 71, "quatre-vingt-un": 81}),
        ("de", {"zwei": 2, "siebzehn": 17, "einundzwanzig": 21, "neunundneunzig": 99}),
        ("de", {"dreißig": 30, "dreissig": 30, "anderthalb": 1.5}),
        ("ar", {"اثنان": 2, "ثلاث": 3, "أحد عشر": 11, "سبعة عشر": 17, "عشرون": 20, "وعشرين": 20, "تسعون": 90}),
        ("ar", {"مئتان": 200, "مائتي": 200, "ثلاثمئة": 300, "ألفين": 2_000, "مليونان": 2_000_000, "نصف": 0.5}),
    ],
)  # fmt: skip
def test_numbers_in_words(tag: str, words: dict[str, float]) -> None:
    assert {word: _known(tag).numbers[word] for word in words} == words


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("fr", {"milliard": 1e9, "milliards": 1e9, "billion": 1e12, "mille": 1e3, "douzaine": 12}),
        ("de", {"Milliarden": 1e9, "Billion": 1e12, "Mio": 1e6, "Dutzend": 12}),
        ("ar", {"ألف": 1e3, "آلاف": 1e3, "مليون": 1e6, "ملايين": 1e6, "مليار": 1e9, "مليارات": 1e9}),
        ("en", {"billion": 1e9, "million": 1e6}),
    ],
)
def test_a_billion_is_not_the_same_everywhere(tag: str, words: dict[str, float]) -> None:
    assert {word: _known(tag).scales[word.lower()] for word in words} == words


@pytest.mark.parametrize(("tag", "count"), [("fr", 98), ("de", 99), ("en", 28)])
def test_numbers_are_complete(tag: str, count: int) -> None:
    """French has no 1, which is its article; English writes 21 and so on with two words."""
    values = {number for number in _known(tag).numbers.values() if 1 <= number < 100 and number % 1 == 0}
    assert len(values) == count - (tag == "en")


# -- Speakers ----------------------------------------------------------------------------------------

_SPOKEN = [
    *(("fr", FRENCH_PEOPLE, row) for row in FRENCH),
    *(("de", GERMAN_PEOPLE, row) for row in GERMAN),
    *(("ar", ARABIC_PEOPLE, row) for row in ARABIC),
]
_STRONG = (SpeakerGrade.NAMED, SpeakerGrade.LABELLED)


def _first(tag: str, people: dict[str, Stakeholder], text: str) -> Attribution:
    found = utterances(text.split("\n"), People(people), language_of(tag))
    return found[0].attribution


def _rows(grades: Iterable[str]) -> list[tuple[str, dict[str, Stakeholder], Spoken]]:
    return [row for row in _SPOKEN if row[2].grade in grades]


@pytest.mark.parametrize(("tag", "people", "row"), _rows(["named"]))
def test_a_named_speaker_is_told_from_all_others(
    tag: str, people: dict[str, Stakeholder], row: Spoken
) -> None:
    attribution = _first(tag, people, row.text)
    assert (attribution.grade, attribution.ids) == (SpeakerGrade.NAMED, {row.speaker})


def test_what_the_reporter_says_within_french_marks_is_not_speech() -> None:
    text = "« Le port, a-t-elle dit, ne sera pas vendu, explique Claire Dubois. »"
    (found,) = utterances([text], People(FRENCH_PEOPLE), language_of("fr"))
    assert [text[start:end] for _, start, end in found.stretches] == [" Le port", " ne sera pas vendu", ". "]


@pytest.mark.parametrize(("tag", "people", "row"), _rows(["inferred"]))
def test_a_pronoun_points_at_somebody(tag: str, people: dict[str, Stakeholder], row: Spoken) -> None:
    attribution = _first(tag, people, row.text)
    assert attribution.grade is SpeakerGrade.INFERRED
    assert row.speaker in attribution.ids


@pytest.mark.parametrize(("tag", "people", "row"), _rows(["other"]))
def test_who_speaks_for_or_to_somebody_is_another(
    tag: str, people: dict[str, Stakeholder], row: Spoken
) -> None:
    assert row.speaker not in _first(tag, people, row.text).ids


@pytest.mark.parametrize(("tag", "people", "row"), _rows(["open"]))
def test_nothing_is_claimed_of_nobody(tag: str, people: dict[str, Stakeholder], row: Spoken) -> None:
    attribution = _first(tag, people, row.text)
    assert attribution.ids == set()
    assert attribution.grade not in _STRONG or attribution.named


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("fa", "کریم حداد گفت: «ما بندر را نمی‌فروشیم»."),
        ("ckb", "کەریم حەداد گوتی: «ئێمە بەندەرەکە نافرۆشین»."),
        ("he", "כרים חדאד אמר: „לא נמכור את הנמל”."),
        ("zh", "卡里姆·哈达德说：“我们不会出售港口。”"),
        ("ja", "カリム氏は「港は売らない」と述べた。"),
    ],
)
def test_a_language_without_rules_claims_no_speaker(tag: str, text: str) -> None:
    found = utterances([text], People(ARABIC_PEOPLE), language_of(tag))
    assert [(item.attribution.grade, item.attribution.ids) for item in found] == [
        (SpeakerGrade.NO_RULES, set())
    ]


@pytest.mark.parametrize(
    ("tag", "who", "written"),
    [
        ("ar", "karim", "زوج كريم حداد"),
        ("ar", "karim", "المتحدث باسم كريم حداد"),
        ("ar", "karim", "نائب كريم حداد"),
        ("de", "ute", "Die Stiftung Ute Lindner"),
        ("fr", "claire", "La Fondation Claire Dubois"),
    ],
)
def test_somebody_of_a_name_does_not_bear_it(tag: str, who: str, written: str) -> None:
    people = {"ar": ARABIC_PEOPLE, "de": GERMAN_PEOPLE, "fr": FRENCH_PEOPLE}[tag]
    assert not People(people).may_be(who, written)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("ar", "سنغادر إن دفعوا"),
        ("de", "Wir gehen, sobald sie zahlen"),
    ],
)
def test_conditions_in_running_text(tag: str, text: str) -> None:
    found = signs([token.text for token in tokens(text)], _known(tag))
    assert Signal.CONDITION in [sign.signal for sign in found]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("ar", "من الكذب أننا سنغادر"),
        ("de", "Es ist zu spät, um zu gehen"),
        ("de", "Das ist gelogen"),
        ("fr", "Il est trop tard pour partir"),
    ],
)
def test_denials_in_running_text(tag: str, text: str) -> None:
    found = signs([token.text for token in tokens(text)], _known(tag))
    assert Signal.NEGATION in [sign.signal for sign in found]


def test_separable_prefixes_and_words_that_ask() -> None:
    assert {"ab", "zurück", "weg"} <= _known("de").separable
    assert {"هل", "وهل"} <= _known("ar").asking


# -- Figures and dates in running text ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("tag", "text", "value"),
    [
        ("fr", "2 500 hommes sont partis", 2_500),
        ("fr", "2\u202f500 hommes", 2_500),
        ("fr", "2.500 soldats", 2_500),
        ("fr", "3,5 millions d’euros", 3_500_000),
        ("fr", "0,5 % des voix", 0.5),
        ("fr", "1 234 567 personnes", 1_234_567),
        ("fr", "vingt et un morts", 21),
        ("fr", "quatre-vingt-dix blessés", 90),
        ("fr", "soixante-quinze navires", 75),
        ("fr", "deux mille soldats", 2_000),
        ("fr", "trois cents hommes", 300),
        ("fr", "deux cent cinquante mille tonnes", 250_000),
        ("fr", "un milliard d’euros", 1_000_000_000),
        ("fr", "2,3 milliards de dollars", 2_300_000_000),
        ("fr", "une douzaine de navires", 12),
        ("fr", "mille cinq cents personnes", 1_500),
        ("fr", "dix-sept jours", 17),
        ("fr", "100,000 tonnes", 100),
        ("fr", "quatre-vingts navires", 80),
        ("fr", "un million et demi de tonnes", 1_500_000),
        ("fr", "environ 40 000 personnes", 40_000),
        ("de", "2.500 Soldaten gingen", 2_500),
        ("de", "2 500 Soldaten", 2_500),
        ("de", "3,5 Millionen Euro", 3_500_000),
        ("de", "0,5 Prozent der Stimmen", 0.5),
        ("de", "1.234.567 Menschen", 1_234_567),
        ("de", "einundzwanzig Tote", 21),
        ("de", "fünfundneunzig Schiffe", 95),
        ("de", "zweitausend Soldaten", 2_000),
        ("de", "dreihundertfünfzig Mann", 350),
        ("de", "zweihundertfünfzigtausend Tonnen", 250_000),
        ("de", "eine Milliarde Euro", 1_000_000_000),
        ("de", "2,3 Mrd. Dollar", 2_300_000_000),
        ("de", "ein Dutzend Schiffe", 12),
        ("de", "siebzehn Tage", 17),
        ("de", "100,000 Tonnen", 100),
        ("de", "anderthalb Millionen Tonnen", 1_500_000),
        ("de", "rund 40.000 Menschen", 40_000),
        ("de", "eintausendzweihundert Mann", 1_200),
        ("de", "dreissig Schiffe", 30),
        ("de", "hunderttausend Menschen", 100_000),
        ("de", "3,2 Mio. Euro", 3_200_000),
        ("ar", "غادر 2,500 جندي", 2_500),
        ("ar", "غادر ٢٬٥٠٠ جندي", 2_500),
        ("ar", "بنسبة ٣٫٥ في المئة", 3.5),
        ("ar", "3.5 مليون دولار", 3_500_000),
        ("ar", "2,3 مليار دولار", 2_300_000_000),
        ("ar", "واحد وعشرون قتيلا", 21),
        ("ar", "خمسة وعشرين جنديا", 25),
        ("ar", "أحد عشر قتيلا", 11),
        ("ar", "سبعة عشر يوما", 17),
        ("ar", "ثلاثة آلاف جندي", 3_000),
        ("ar", "ألفي جندي", 2_000),
        ("ar", "مئتي سفينة", 200),
        ("ar", "ثلاثمئة جندي", 300),
        ("ar", "مليونا برميل", 2_000_000),
        ("ar", "مليوني برميل", 2_000_000),
        ("ar", "٢٠ ألف جندي", 20_000),
        ("ar", "خمسة ملايين دولار", 5_000_000),
        ("ar", "تسعون سفينة", 90),
        ("ar", "مليار ونصف مليار دولار", 1_500_000_000),
        ("ar", "مئة وخمسون جنديا", 150),
        ("ar", "1.234.567 نسمة", 1_234_567),
    ],
)
def test_a_figure_is_read_by_the_rules_of_its_language(tag: str, text: str, value: float) -> None:
    assert [set(figure.values) for figure in figures(text, _known(tag))] == [{value}]


_WEDNESDAY = datetime.date(2026, 9, 16)


@pytest.mark.parametrize(
    ("tag", "text", "first", "last"),
    [
        ("fr", "le 3 mars 2025", "2025-03-03", "2025-03-03"),
        ("fr", "le 1er septembre 2026", "2026-09-01", "2026-09-01"),
        ("fr", "le 14 septembre", "2026-09-14", "2026-09-14"),
        ("fr", "en août 2026", "2026-08-01", "2026-08-31"),
        ("fr", "lundi", "2026-09-14", "2026-09-14"),
        ("fr", "hier", "2026-09-15", "2026-09-15"),
        ("fr", "le 12 févr. 2025", "2025-02-12", "2025-02-12"),
        ("de", "am 3. März 2025", "2025-03-03", "2025-03-03"),
        ("de", "am 14. September", "2026-09-14", "2026-09-14"),
        ("de", "im August 2026", "2026-08-01", "2026-08-31"),
        ("de", "am Montag", "2026-09-14", "2026-09-14"),
        ("de", "gestern", "2026-09-15", "2026-09-15"),
        ("de", "am 12. Jänner 2025", "2025-01-12", "2025-01-12"),
        ("de", "am 5. Dez. 2024", "2024-12-05", "2024-12-05"),
        ("de", "03.05.2025", "2025-05-03", "2025-05-03"),
        ("ar", "في 3 مارس 2025", "2025-03-03", "2025-03-03"),
        ("ar", "في ٣ آذار ٢٠٢٥", "2025-03-03", "2025-03-03"),
        ("ar", "في 14 أيلول", "2026-09-14", "2026-09-14"),
        ("ar", "في 14 سبتمبر/أيلول 2026", "2026-09-14", "2026-09-14"),
        ("ar", "في 12 كانون الثاني 2025", "2025-01-12", "2025-01-12"),
        ("ar", "يوم الاثنين", "2026-09-14", "2026-09-14"),
        ("ar", "أمس", "2026-09-15", "2026-09-15"),
        ("ar", "في آب 2026", "2026-08-01", "2026-08-31"),
        ("ar", "في 5 جويلية 2024", "2024-07-05", "2024-07-05"),
        ("ar", "في تشرين الأول 2025", "2025-10-01", "2025-10-31"),
        ("ar", "الثلاثاء الماضي", "2026-09-15", "2026-09-15"),
    ],
)
def test_a_date_is_read_by_the_rules_of_its_language(tag: str, text: str, first: str, last: str) -> None:
    published = Period(_WEDNESDAY.toordinal(), _WEDNESDAY.toordinal())
    found = expressions(text, published, _known(tag))
    meant = Period(*(datetime.date.fromisoformat(day).toordinal() for day in (first, last)))
    assert len(found) == 1
    assert meant in found[0].periods
    assert figures(text, _known(tag)) == []
