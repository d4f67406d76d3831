"""Arabic as news texts write it, from Morocco to the Gulf.

Words are plain: without vowel signs and tatweel, which ``words`` takes out of a text before it is compared.
Two habits of the script are written out here rather than read into every comparison:

- "and" and "so" are written onto the next word (``وقال``, ``ولا``), so each list has those forms too;
- many texts leave the hamza off an alif (``اكد``, ``الاحد``), so each list has those spellings too. The words
  of a quotation are never folded in this way: there the spelling is the source's.

Left out are words that mean something else more often: ``إن`` opens every other sentence of speech ("indeed")
and is seldom "if" but before ``لم`` or a past tense; ``بين`` without its doubling is "between"; ``عبر`` is
"across". ``ما`` stays among the negations although it is a relative pronoun as well.
"""

from __future__ import annotations

from collections.abc import Iterable

from backgrounder.evidence.languages.language import Language

_BARE_ALIF = str.maketrans("أإآ", "ااا")


def _spellings(words: Iterable[str]) -> tuple[str, ...]:
    """Return the words, and each also with its hamzas left off."""
    return tuple(dict.fromkeys(form for word in words for form in (word, word.translate(_BARE_ALIF))))


def _joined(words: Iterable[str]) -> tuple[str, ...]:
    """Return all spellings of the words, also with "and" and "so" written onto them."""
    plain = _spellings(words)
    return tuple(dict.fromkeys((*plain, *(f"و{word}" for word in plain), *(f"ف{word}" for word in plain))))


def _numbered(table: dict[str, float]) -> dict[str, float]:
    """Return a table with all spellings of its words, and with "and" written onto them."""
    return {
        form: number
        for word, number in table.items()
        for plain in _spellings((word,))
        for form in (plain, f"و{plain}")
    }


def _counted(names: str) -> dict[str, int]:
    """Return the months of a list that begins with January, in all spellings."""
    return {
        form: number
        for number, word in enumerate(names.split("،"), start=1)
        for form in _spellings((word.strip(),))
        if form
    }


_SAYING = """
قال قالت قالوا يقول تقول يقولون قائلا قائلة قائلين أضاف أضافت أضافوا يضيف تضيف مضيفا مضيفة صرح صرحت صرحوا يصرح
أكد أكدت أكدوا يؤكد تؤكد مؤكدا مؤكدة مؤكدين أعلن أعلنت أعلنوا يعلن تعلن معلنا معلنة أوضح أوضحت أوضحوا يوضح توضح
موضحا موضحة ذكر ذكرت ذكروا يذكر أشار أشارت أشاروا يشير تشير مشيرا مشيرة شدد شددت شددوا يشدد تشدد مشددا مشددة
لفت لفتت لافتا لافتة نوه نوهت منوها تابع تابعت يتابع متابعا واصل أردف أردفت مردفا كتب كتبت يكتب كاتبا
رأى رأت يرى ترى اعتبر اعتبرت اعتبروا يعتبر معتبرا معتبرة طالب يطالب مطالبا دعا دعت دعوا داعيا داعية حذر حذرت حذروا
يحذر تحذر محذرا محذرة نفى نفت ينفي نافيا نافية أفاد أفادت يفيد تساءل تساءلت متسائلا متسائلة سأل سألت أجاب أجابت
مجيبا علق علقت معلقا ختم ختمت مختتما اختتم استطرد استطردت اتهم اتهمت اتهموا متهما انتقد انتقدت منتقدا زعم زعمت
ادعى ادعت وصف وصفت واصفا واصفة وعد وعدت تعهد تعهدت متعهدا توقع توقعت متوقعا أقر أقرت اعترف اعترفت معترفا
أبلغ أبلغت أخبر أخبرت روى روت استدرك استدركت خاطب خاطبت توعد توعدت هدد هددت مهددا طمأن أبدى أبدت أعرب أعربت معربا
كرر كررت مكررا جدد جددت مجددا استنكر استنكرت أدان أدانت ندد نددت منددا غرد غردت بينت مبينا مبينة أشاد أشادت مشيدا مشيدة رحب رحبت مرحبا مرحبة ناشد ناشدت
""".split()

_OF_HER = frozenset(_joined("تقول تضيف تؤكد تعلن توضح تشير تشدد ترى تحذر قولها بقولها".split()))

_NEGATIONS = """
لا لم لن ليس ليست ليسوا لست لسنا ما دون بدون غير بلا عدم بعدم لعدم كلا أبدا إطلاقا قط ألا لئلا سوى
مستحيل مستحيلا مستحيلة يستحيل نادرا قلما
""".split()

_DENYING = """
نفى نفت نفوا ينفي تنفي ننفي أنفي ينفون نفيت نفينا نافيا نافية نفي أنكر أنكرت أنكروا ينكر تنكر ننكر ينكرون أنكرنا
رفض رفضت رفضوا يرفض ترفض نرفض أرفض يرفضون رفضنا رافضا رافضة شكك شككت يشكك تشكك نشكك أشك نشك يشك شككنا
استبعد استبعدت يستبعد تستبعد نستبعد أستبعد مستبعدا كذب كذبت يكذب نكذب منع منعت يمنع تمنع نمنع منعنا
فشل فشلت فشلوا يفشل تفشل نفشل فشلنا امتنع امتنعت يمتنع نمتنع تجنب تجنبت يتجنب نتجنب دحض دحضت يدحض ندحض
عارض عارضت يعارض تعارض نعارض أوقف أوقفت يوقف نوقف
كاذب كاذبة باطل باطلة مزاعم مغلوط مغلوطة
""".split()

_TITLES = """
السيد السيدة الآنسة الدكتور الدكتورة د أ م الأستاذ الأستاذة البروفيسور المهندس المهندسة المحامي المحامية الرئيس
الرئيسة رئيس رئيسة الوزراء الوزير الوزيرة وزير وزيرة الخارجية الدفاع الداخلية المالية العدل النفط الصحة نائب نائبة
النائب النائبة الأمين العام أمين عام الجنرال الفريق اللواء العميد العقيد المقدم الرائد النقيب الملازم المشير
العام الركن السيناتور عضو السفير السفيرة سفير سفيرة القاضي القاضية الملك الملكة ملك الأمير الأميرة أمير ولي العهد
الشيخ الإمام آية الله السلطان المحافظ محافظ المدير المديرة مدير القائد قائد المتحدث المتحدثة الناطق الناطقة البابا
المطران البطريرك الكاردينال الأب الحاج المبعوث المبعوثة المستشار المستشارة الأمريكي الأميركي الجمهورية الحكومة البرلمان
""".split()

_PROXIES = """
متحدث متحدثة المتحدث المتحدثة ناطق ناطقة الناطق الناطقة محامي محامية محام المحامي مستشار مستشارة مساعد مساعدة
معاون مكتب ممثل ممثلة مندوب مبعوث وكيل حليف مقرب مقربون مصدر زوجة زوج ابن ابنة نجل نجلة شقيق شقيقة أخ أخت والد
والدة صديق صديقة أنصار حملة فريق مدير خلف سلف محامو محاميه مساعدو مساعدي مستشارو مستشاري مقربين مصادر
متحدثون ناطقون خصم خصوم غريم منافس منافسة مؤسسة حزب عائلة أسرة حكومة إدارة كتلة لجنة قناة صحيفة شركة جمعية تيار
صهر حفيد حفيدة عم خال ابنا أبناء أولاد بنات ابنتا أرملة أرمل خطيب خطيبة طليق طليقة شريك شريكة جار جارة قريب قريبة
أقارب سكرتير سكرتيرة حارس سائق طبيب طبيبة معلم أستاذ تلميذ كاتب كاتبة سيرة زميل زميلة زملاء رفيق رفيقة رفاق حلفاء
أصدقاء مناصر مناصرو مؤيد مؤيدو معارض معارضو منتقد منتقدو ناخب نواب وكلاء مبعوثة موفد سفير مرشح مرشحة دفاع هيئة
حاشية محيط أوساط دائرة مقربو خليفة شبيه محامية
""".split()
_PRONOUN_ENDINGS = tuple("ها هم هما هن ه نا".split())
_PAST = "قال قالت قالوا صرح صرحت أكد أكدت أعلن أعلنت ذكر ذكرت كتب كتبت".split()
_PRESENT = "يقول تقول يقولون يصرح يؤكد تؤكد يعلن تعلن يضيف تضيف يذكر".split()
_JUSSIVE = "يقل تقل يقولوا يصرح تصرح يؤكد تؤكد يعلن تعلن يضف تضف يذكر تذكر يكتب تكتب".split()
_CONDITIONED = """
دفع دفعت دفعوا وافق وافقت وافقوا قبل قبلت قبلوا رفض رفضت رفضوا توقف توقفت توقفوا انسحب انسحبت انسحبوا غادر غادرت غادروا
حصل حصلت حصلوا حصلنا استمر استمرت استمروا استطعنا استطاعوا أمكن عاد عادت عادوا عدنا أراد أرادت أرادوا أردنا التزم التزمت
التزموا وقع وقعت وقعوا طلب طلبت طلبوا فشل فشلت فشلوا نجح نجحت نجحوا حدث حدثت وجد وجدت وجدوا اقتضت اقتضى لزم
""".split()
"""Verbs in the past behind ``إن``, which is "if" before a verb, and "that" or "indeed" before a noun."""
_UNSAID = (
    *_joined("لم لن لا ليس لو إذا سئل سئلت قيل".split()),
    *(f"{word} {verb}" for word in _joined(("ما",)) for verb in _spellings(_PAST)),
    *(f"{word} {verb}" for word in _joined(("قد", "ربما")) for verb in _spellings(_PRESENT)),
)
_OBJECT_VERBS = """
وصف وصفت وصفوا اتهم اتهمت اتهموا سأل سألت انتقد انتقدت خاطب خاطبت أبلغ أبلغت أخبر أخبرت ناشد ناشدت هدد هددت طالب طالبت
توعد توعدت
""".split()

_FUNCTION_WORDS = """
أنا نحن أنت أنتم هو هي هم هن هما إياه إياها هذا هذه ذلك تلك هؤلاء أولئك هذان هاتان ذاك هنا هناك الذي التي الذين
اللذان اللتان اللواتي من ماذا أي في على إلى عن مع ب ل ك منذ خلال بين عند لدى حول ضد نحو بعد قبل فوق تحت أمام
وراء عبر حسب له لها لهم لنا لي لك به بها بهم بنا فيه فيها فيهم فينا منه منها منهم منا عليه عليها عليهم علينا إليه
إليها إليهم إلينا عنه عنها عنهم عنا معه معها معهم معنا لديه لديها لديهم لدينا و ف أو أم ثم بل أن إن أنه أنها أنهم
أننا إنه إنها إنهم إننا إني كان كانت كانوا كنا كنت يكون تكون نكون أكون سيكون ستكون قد لقد سوف هل الآن كما كل
بأن بأنه بأنها لأن لأنه لأنها كأن ومن
""".split()

_BEFORE = (
    *(
        "بحسب",
        "حسب",
        "وفق",
        "وفقا",
        "وفقا ل",
        "طبقا",
        "طبقا ل",
        "جاء في بيان",
        "قال بيان",
        "في بيان ل",
        "على حد قول",
        "على حد تعبير",
        "حسب قول",
    ),
    *("بحسب قول", "في رأي", "برأي", "استنادا إلى", "نقلا عن", "على لسان", "حسب تصريحات", "وفق تصريحات"),
)

_EASTERN = "كانون الثاني،شباط،آذار،نيسان،أيار،حزيران،تموز،آب،أيلول،تشرين الأول،تشرين الثاني،كانون الأول"
_EGYPTIAN = "يناير،فبراير،مارس،أبريل،مايو،يونيو،يوليو،أغسطس،سبتمبر،أكتوبر،نوفمبر،ديسمبر"
_ALGERIAN = "جانفي،فيفري،مارس،أفريل،ماي،جوان،جويلية،أوت،سبتمبر،أكتوبر،نوفمبر،ديسمبر"
_MOROCCAN = "يناير،فبراير،مارس،أبريل،ماي،يونيو،يوليوز،غشت،شتنبر،أكتوبر،نونبر،دجنبر"
_FURTHER_SPELLINGS = {
    **{"كانون ثاني": 1, "إبريل": 4, "يونيه": 6, "يوليه": 7, "تشرين أول": 10, "تشرين ثاني": 11},
    **{"كانون أول": 12},
}


_UNITS = (
    "صفر واحد/واحدة اثنان/اثنين/اثنتان/اثنتين/إثنان/إثنين ثلاثة/ثلاث أربعة/أربع خمسة/خمس ستة/ست سبعة/سبع "
    "ثمانية/ثماني/ثمان تسعة/تسع عشرة/عشر"
).split()
_TEENS = {
    **{"أحد عشر": 11, "إحدى عشرة": 11, "اثنا عشر": 12, "اثني عشر": 12, "اثنتا عشرة": 12, "اثنتي عشرة": 12},
    **{
        f"{unit} عشر": 10 + number
        for number, unit in enumerate("ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة".split(), 3)
    },
    **{
        f"{unit} عشرة": 10 + number for number, unit in enumerate("ثلاث أربع خمس ست سبع ثماني تسع".split(), 3)
    },
}
_TENS = "عشر ثلاث أربع خمس ست سبع ثمان تسع".split()
_DUALS = {
    **{"مئتان": 2e2, "مئتين": 2e2, "مئتا": 2e2, "مئتي": 2e2, "مائتان": 2e2, "مائتين": 2e2, "مائتا": 2e2},
    **{"مائتي": 2e2, "ألفان": 2e3, "ألفين": 2e3, "ألفا": 2e3, "ألفي": 2e3, "مليونان": 2e6, "مليونين": 2e6},
    **{
        "مليوني": 2e6,
        "مليونا": 2e6,
        "ملياران": 2e9,
        "مليارين": 2e9,
        "ملياري": 2e9,
        "مليارا": 2e9,
        "نصف": 0.5,
        "ثلث": 1 / 3,
        "ربع": 0.25,
    },
}


def _numbers() -> dict[str, float]:
    """Return the numbers in both genders and in all cases; from 21 on they are joined by "and"."""
    units = {word: float(number) for number, words in enumerate(_UNITS) for word in words.split("/")}
    tens = {f"{ten}{end}": 10.0 * number for number, ten in enumerate(_TENS, 2) for end in ("ون", "ين")}
    hundreds = {
        f"{unit}{word}": 100.0 * number
        for number, unit in enumerate(_TENS[1:], 3)
        for word in ("مئة", "مائة")
    }
    return units | dict(_TEENS) | tens | hundreds | _DUALS


ARABIC = Language(
    tag="ar",
    name="Arabic",
    marks=(("«", "»"), ("“", "”"), ("”", "“"), ("„", "“"), ("‹", "›"), ("‘", "’"), ('"', '"')),
    verbs=_joined((*_SAYING, "سئل", "سئلت", "قيل", *(f"لم {verb}" for verb in _spellings(_JUSSIVE)))),
    according=_joined(_BEFORE),
    pronouns={"هو": "m", "هي": "f", "هم": "", "هما": "", "الأخير": "m", "الأخيرة": "f"},
    verb_first=True,
    drops_subject=True,
    clitics=("و", "ف", "ب", "ل", "ك"),
    has_constructs=True,
    honorifics=frozenset("د أ م".split()),
    pronoun_endings=_PRONOUN_ENDINGS,
    definite=("ال",),
    leaving_open=frozenset(_UNSAID),
    object_verbs=frozenset(_joined(_OBJECT_VERBS)),
    behind_speaker=frozenset(_joined("قوله قولها قولهم".split())),
    feminine_verbs=frozenset(
        verb for verb in _joined(_SAYING) if verb.endswith(("ت", "ة")) or verb in _OF_HER
    ),
    titles=frozenset(_spellings(_TITLES)),
    abbreviations=frozenset("د أ م ق ص ه".split()),
    proxies=_joined(_PROXIES),
    articles=frozenset(_joined("هذا هذه ذلك تلك هؤلاء".split())),
    indefinite=frozenset("أحد إحدى بعض عدة أي كل".split()),
    prepositions=frozenset(
        _joined(
            (
                "في على إلى عن من مع منذ خلال بين عند لدى حول ضد نحو بعد قبل أمام وراء عبر بحسب حسب وفق باسم عقب أثناء ردا "
                "تعليقا بشأن لقناة لصحيفة لوكالة للصحفيين للصحافيين خلاله بعدما ل ب ك"
            ).split()
        )
    ),
    relatives=frozenset("الذي التي الذين اللذان اللتان اللواتي".split()),
    subordinators=frozenset(
        _joined("أن إن أنه أنها إنه إنها أنهم إنهم لأن عندما حين حينما بينما فيما كما لكن إذ".split())
    ),
    adverbs=frozenset(
        _joined(
            "قد كان كانت لقد أيضا سبق وسبق اليوم أمس يوم مساء صباح لاحقا بدوره بدورها الاثنين الإثنين الثلاثاء الأربعاء "
            "الخميس الجمعة السبت الأحد".split()
        )
    ),
    particles=frozenset("بن ابن آل أبو أبي أم عبد بنت".split()),
    masculine=frozenset("السيد هو الوزير الرئيس النائب المتحدث".split()),
    feminine=frozenset("السيدة هي الوزيرة الرئيسة النائبة المتحدثة".split()),
    questions=frozenset(("س", "سؤال")),
    answers=frozenset(("ج", "جواب")),
    leads_in=frozenset(),
    unsaid=frozenset(("سوف",)),
    hypotheses=frozenset(("لو", "إذا")),
    hearsay=frozenset(("شائعات", "إشاعات")),
    negations=frozenset(_joined(_NEGATIONS)),
    negating=_joined(
        (
            "بدلا من",
            "عوضا عن",
            "بعيدا عن",
            "على عكس",
            "خلافا ل",
            "لم يعد",
            "لم تعد",
            "ما عدا",
            "فيما عدا",
            "من دون",
            *("من الكذب", "من الخطأ", "من غير الصحيح", "فات الأوان"),
        )
    ),
    denials=frozenset(_joined(_DENYING)),
    conditions=_joined(
        (
            *(
                "إذا",
                "لو",
                "لولا",
                "شرط",
                "بشرط",
                "شريطة",
                "على شرط",
                "ما لم",
                "مالم",
                "إلا إذا",
                "إلا",
                "في حال",
            ),
            *(
                "في حالة",
                "طالما",
                "ما دام",
                "ما دامت",
                "متى ما",
                "باستثناء",
                "رهن",
                "رهنا",
                "مشروط",
                "مشروطة",
            ),
            *(f"إن {verb}" for verb in _CONDITIONED),
            *("إن لم", "إن كان", "إن كانت", "إن كنا", "إن تم", "إن تمت", "إلى أن", "إلى حين", "فيما إذا"),
        )
    ),
    modals=frozenset(
        _joined(
            (
                "قد ربما لعل عسى يمكن يمكننا يمكنهم يمكنه يمكنها بإمكان بإمكاننا ممكن محتمل يحتمل يجب ينبغي يفترض سوف "
                "يستطيع تستطيع نستطيع أستطيع يستطيعون لابد بد يتعين علينا يجوز سيكون ستكون"
            ).split()
        )
    ),
    first_person=frozenset(
        _joined("أنا نحن إني إنني إنا إننا أننا أني أنني لنا لي لدينا لدي عندنا عندي علينا إلينا".split())
    ),
    other_persons=frozenset(
        _joined(
            "أنت أنتم له لها لهم لك لكم به بها بهم عليه عليها عليهم إليه إليها إليهم منه منها منهم لديه لديها لديهم".split()
        )
    ),
    function_words=frozenset(_joined(_FUNCTION_WORDS)),
    auxiliaries=frozenset(_joined("كان كانت كانوا كنا كنت يكون تكون نكون أكون يكونون".split())),
    demonstratives=frozenset(
        _joined("هذا هذه ذلك تلك هؤلاء أولئك ذاك هنا هناك كذلك به بها فيه فيها منه منها عليه عليها".split())
    ),
    complementizers=frozenset(
        _spellings("أن أنه أنها أنهم أننا إن إنه إنها إنهم إننا بأن بأنه بأنها كيف لماذا".split())
    ),
    question_words=frozenset("كيف لماذا أين متى من ماذا".split()),
    naming=frozenset("سمى سمت يسمي تسمي وصف وصفت أطلق".split()),
    authoring=frozenset("من مع بقلم".split()),
    issued=frozenset("بيان تصريح تصريحات كلمة خطاب رسالة مقابلة حوار تقرير".split()),
    opinions=frozenset(
        _joined(
            (
                "يعتقد تعتقد نعتقد أعتقد يعتقدون اعتقد يظن تظن نظن أظن يظنون ظن يأمل تأمل نأمل آمل يأملون أمل يخشى تخشى نخشى "
                "أخشى يخشون خشي يريد تريد نريد أريد يريدون أراد يعرف نعرف أعرف يعرفون عرف يعلم نعلم أعلم يعلمون يتوقع تتوقع "
                "نتوقع أتوقع يتوقعون يزعم تزعم نزعم يزعمون يتمنى نتمنى أتمنى يفترض نرى أرى يرون"
            ).split()
        )
    ),
    irregular=tuple(
        frozenset(_joined(forms.split()))
        for forms in (
            "كان كانت كانوا كنا كنت يكون تكون نكون أكون يكونون سيكون ستكون سنكون",
            "قال قالت قالوا قلنا قلت يقول تقول نقول أقول يقولون سيقول",
            "غادر غادرت غادروا غادرنا يغادر تغادر نغادر أغادر يغادرون سيغادر سنغادر سيغادرون",
            "انسحب انسحبت انسحبوا انسحبنا ينسحب تنسحب ننسحب ينسحبون سينسحب سننسحب سينسحبون",
            "ذهب ذهبت ذهبوا ذهبنا يذهب تذهب نذهب أذهب يذهبون سيذهب سنذهب",
            "عمل عملت عملوا عملنا يعمل تعمل نعمل أعمل يعملون سيعمل سنعمل",
            "أراد أرادت أرادوا أردنا يريد تريد نريد أريد يريدون",
            "استطاع استطاعت استطاعوا استطعنا يستطيع تستطيع نستطيع أستطيع يستطيعون",
            "وجب يجب يتعين ينبغي",
        )
    ),
    asking=frozenset(_joined("هل أليس أليست ألا".split())),
    second_person=frozenset(_joined("أنت أنتم أنتن لك لكم بك بكم".split())),
    singular_person=frozenset(_joined("أنا لي عندي لدي إني إنني أني أنني".split())),
    harmless=_joined(("لا شك", "بلا شك", "دون شك", "من دون شك", "لا ريب", "ليس فقط")),
    hedges=frozenset(_joined("ربما لعل عسى يحتمل محتمل".split())),
    limits=frozenset(_joined("تقريبا جزئيا فقط كاد كادت كدنا يكاد تكاد".split())),
    turning=frozenset(_joined("ضد أعداء عدو خصوم معارضو معارضي مناهضو مناهضي".split())),
    falsehoods=frozenset(
        _joined(
            "كذب كذبة أكذوبة شائعة شائعات إشاعة الشائعة الإشاعة هراء باطل خرافة أسطورة افتراء سخيف سخيفة".split()
        )
    ),
    unmaking_behind=frozenset(
        _spellings("المزعوم المزعومة المزيف المزيفة السابق السابقة الوهمي الوهمية".split())
    ),
    times=frozenset(_joined("عندما حينما حين بعدما".split())),
    future=frozenset(("سوف",)),
    quantifiers=frozenset(_joined("كل جميع بعض معظم أغلب".split())),
    placing=frozenset(_spellings("من في على عند".split())),
    conjunctions=frozenset(_spellings("و ثم لكن ولكن أو أم بل وإن فيما بينما".split())),
    months=_counted(_EGYPTIAN)
    | _counted(_EASTERN)
    | _counted(_ALGERIAN)
    | _counted(_MOROCCAN)
    | _FURTHER_SPELLINGS
    | {"تشرين اول": 10, "كانون اول": 12},
    capital_months=False,
    weekdays={
        form: number
        for number, words in enumerate(
            (
                "الاثنين الإثنين",
                "الثلاثاء",
                "الأربعاء",
                "الخميس",
                "الجمعة",
                "السبت",
                "الأحد",
            )
        )
        for form in _spellings(words.split())
    },
    numbers=_numbered(_numbers()),
    scales=_numbered(
        {
            **{"مئة": 1e2, "مائة": 1e2, "مئات": 1e2, "ألف": 1e3, "آلاف": 1e3, "مليون": 1e6, "ملايين": 1e6},
            **{"مليار": 1e9, "مليارات": 1e9, "بليون": 1e9, "تريليون": 1e12, "تريليونات": 1e12},
        }
    ),
    decimal=".",
    thousands=("٬", ",", "\u202f", "\u00a0"),
)
