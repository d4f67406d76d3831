"""Made-up news sentences in three languages, each with who speaks and how that is known.

The speaker is that of the first remark of the text. ``named`` means that anybody else is a contradiction;
``inferred`` that the text points at this one; ``other`` that it is anybody but this one; ``open`` that the text
does not say.
"""

from __future__ import annotations

from typing import NamedTuple

from backgrounder.model.choices import StakeholderKind
from backgrounder.model.registry import NativeName, Stakeholder

PERSON, ORGANISATION = StakeholderKind.PERSON, StakeholderKind.ORGANISATION


class Spoken(NamedTuple):
    """A text of one paragraph or several, and what an attentive reader takes from it."""

    grade: str
    speaker: str
    text: str


FRENCH_PEOPLE = {
    "paul": Stakeholder(name="Paul Martin", kind=PERSON),
    "claire": Stakeholder(name="Claire Dubois", kind=PERSON),
    "koffi": Stakeholder(name="Koffi de Souza", kind=PERSON),
    "union": Stakeholder(name="Union des ports", kind=ORGANISATION),
}
FRENCH = (
    Spoken("named", "paul", "« Nous ne vendrons pas le port », a déclaré Paul Martin."),
    Spoken("named", "paul", "« Nous ne vendrons pas le port », a déclaré vendredi le ministre Paul Martin."),
    Spoken("named", "claire", "Claire Dubois a déclaré : « Nous ne vendrons pas le port. »"),
    Spoken("named", "claire", "Claire Dubois a affirmé que « la vente n’aura pas lieu »."),
    Spoken("named", "paul", "Selon Paul Martin, « la vente n’aura pas lieu »."),
    Spoken("named", "claire", "« La vente n’aura pas lieu », selon Claire Dubois."),
    Spoken("named", "claire", "D’après Claire Dubois, « la vente n’aura pas lieu cette année »."),
    Spoken("named", "claire", "« La vente n’aura pas lieu », explique Mme Dubois."),
    Spoken("named", "paul", "« La vente n’aura pas lieu », a répondu M. Martin à Claire Dubois."),
    Spoken("named", "paul", "Interrogé par Claire Dubois, Paul Martin a répondu : « La vente n’aura pas lieu. »"),
    Spoken("named", "koffi", "« Il faut attendre le rapport », estime Koffi de Souza, député de la région."),
    Spoken("named", "koffi", "Pour sa part, Koffi de Souza a estimé qu’« il faut attendre le rapport »."),
    Spoken("named", "union", "« Les ports resteront ouverts », assure l’Union des ports."),
    Spoken("named", "union", "Dans un communiqué, l’Union des ports a assuré : « Les ports resteront ouverts. »"),
    Spoken("named", "paul", "“Nous ne vendrons pas le port”, a dit Paul Martin."),
    Spoken("named", "paul", '"Nous ne vendrons pas le port", a dit Paul Martin.'),
    Spoken("named", "claire", "« C’est un mensonge », s’est exclamée Claire Dubois."),
    Spoken("named", "claire", "« C’est un mensonge », s’est indignée vendredi Claire Dubois, avant de quitter la salle."),
    Spoken("named", "paul", "Paul Martin, qui recevait Claire Dubois, a prévenu : « Le port restera public. »"),
    Spoken("named", "paul", "« Le port restera public », a fait savoir Paul Martin sur son compte."),
    Spoken("named", "paul", "« Le port restera public », martèle Paul Martin, « quoi qu’il en coûte »."),
    Spoken("named", "claire", "La présidente Claire Dubois ajoute : « Le port restera public. »"),
    Spoken("named", "claire", "Après la visite de Paul Martin, Claire Dubois a souligné : « Le port restera public. »"),
    Spoken("inferred", "paul", "Paul Martin est venu au port.\n« Nous ne vendrons pas », a-t-il ajouté."),
    Spoken("inferred", "claire", "Claire Dubois est venue au port.\n« Nous ne vendrons pas », a-t-elle dit."),
    Spoken("inferred", "paul", "Paul Martin est venu au port. Il a déclaré : « Nous ne vendrons pas ce port. »"),
    Spoken("inferred", "claire", "Claire Dubois a visité le port. Cette dernière a assuré : « Il ne sera pas vendu. »"),
    Spoken("open", "", "« Nous ne vendrons pas le port », a déclaré un porte-parole du ministère."),
    Spoken("other", "paul", "« Nous ne vendrons pas le port », a déclaré l’avocat de Paul Martin."),
    Spoken("other", "paul", "« Nous ne vendrons pas le port », a dit un passant à Paul Martin."),
    Spoken("open", "", "Le port est fermé. « Nous ne vendrons pas le port. »"),
)  # fmt: skip

GERMAN_PEOPLE = {
    "jens": Stakeholder(name="Jens Becker", kind=PERSON),
    "ute": Stakeholder(name="Ute Lindner", kind=PERSON),
    "max": Stakeholder(name="Max von der Aue", kind=PERSON),
    "bund": Stakeholder(name="Hafenbund", kind=ORGANISATION),
}
GERMAN = (
    Spoken("named", "jens", "„Wir verkaufen den Hafen nicht“, sagte Jens Becker."),
    Spoken("named", "jens", "„Wir verkaufen den Hafen nicht“, sagte der Minister Jens Becker am Freitag."),
    Spoken("named", "ute", "Ute Lindner sagte: „Wir verkaufen den Hafen nicht.“"),
    Spoken("named", "ute", "Am Freitag sagte Ute Lindner: „Wir verkaufen den Hafen nicht.“"),
    Spoken("named", "ute", "„Wir verkaufen den Hafen nicht“, so Ute Lindner."),
    Spoken("named", "ute", "„Wir verkaufen den Hafen nicht“, so die Ministerin Ute Lindner."),
    Spoken("named", "jens", "Laut Jens Becker ist der Verkauf „auf keinen Fall ein Thema“."),
    Spoken("named", "jens", "Nach Angaben von Jens Becker ist der Verkauf „auf keinen Fall ein Thema“."),
    Spoken("named", "jens", "Nach den Worten Jens Beckers ist der Verkauf „auf keinen Fall ein Thema“."),
    Spoken("named", "jens", "„Der Hafen bleibt“, fügte Becker hinzu."),
    Spoken("named", "ute", "„Der Hafen bleibt“, teilte Ute Lindner am Abend mit."),
    Spoken("named", "ute", "„Der Hafen bleibt“, antwortete Lindner auf eine Frage von Jens Becker."),
    Spoken("named", "ute", "„Der Hafen bleibt“, sagte Frau Lindner der Zeitung."),
    Spoken("named", "max", "„Man muss den Bericht abwarten“, meint Max von der Aue, Abgeordneter der Region."),
    Spoken("named", "max", "Max von der Aue betonte, man müsse „den ganzen Bericht erst einmal abwarten“."),
    Spoken("named", "bund", "„Die Häfen bleiben offen“, versicherte der Hafenbund."),
    Spoken("named", "bund", "Der Hafenbund teilte mit: „Die Häfen bleiben offen.“"),
    Spoken("named", "jens", "»Der Hafen bleibt«, sagte Jens Becker."),
    Spoken("named", "jens", "«Der Hafen bleibt», sagte Jens Becker."),
    Spoken("named", "jens", '"Der Hafen bleibt offen", sagte Jens Becker.'),
    Spoken("named", "jens", "„Der Hafen bleibt“, sagte Jens Becker. „Das gilt für alle.“"),
    Spoken("named", "ute", "Nach dem Besuch von Jens Becker erklärte Ute Lindner: „Der Hafen bleibt.“"),
    Spoken("named", "ute", "Ute Lindner, die Jens Becker empfing, warnte: „Der Hafen bleibt.“"),
    Spoken("named", "ute", "„Der Hafen“, sagte Ute Lindner, „bleibt auf jeden Fall offen.“"),
    Spoken("named", "jens", "Jens Becker hat gesagt: „Der Hafen bleibt offen.“"),
    Spoken("named", "jens", "„Der Hafen bleibt“, kündigte Außenminister Jens Becker am 3. Mai an."),
    Spoken("inferred", "jens", "Jens Becker kam in den Hafen.\n„Wir verkaufen nicht“, sagte er."),
    Spoken("inferred", "ute", "Ute Lindner kam in den Hafen.\n„Wir verkaufen nicht“, fügte sie hinzu."),
    Spoken("inferred", "jens", "Jens Becker kam in den Hafen. Er sagte: „Wir verkaufen den Hafen nicht.“"),
    Spoken("open", "", "„Wir verkaufen den Hafen nicht“, sagte ein Sprecher des Ministeriums."),
    Spoken("other", "jens", "„Wir verkaufen den Hafen nicht“, sagte der Anwalt von Jens Becker."),
    Spoken("other", "jens", "„Wir verkaufen den Hafen nicht“, sagte ein Mann zu Jens Becker."),
    Spoken("open", "", "Der Hafen ist zu. „Wir verkaufen den Hafen nicht.“"),
)  # fmt: skip

ARABIC_PEOPLE = {
    "karim": Stakeholder(name="Karim Haddad", kind=PERSON, names=(NativeName(text="كريم حداد", lang="ar"),)),
    "layla": Stakeholder(
        name="Layla al-Mansour", kind=PERSON, names=(NativeName(text="ليلى المنصور", lang="ar"),)
    ),
    "abbas": Stakeholder(
        name="Abbas Abdul-Rahman", kind=PERSON, names=(NativeName(text="عباس عبد الرحمن", lang="ar"),)
    ),
    "front": Stakeholder(
        name="Ports Union", kind=ORGANISATION, names=(NativeName(text="اتحاد الموانئ", lang="ar"),)
    ),
}
ARABIC = (
    Spoken("named", "karim", "قال كريم حداد: «لن نبيع الميناء»."),
    Spoken("named", "karim", "قال الوزير كريم حداد: «لن نبيع الميناء»."),
    Spoken("named", "karim", "قال وزير النقل كريم حداد، الجمعة، إن «الميناء لن يباع»."),
    Spoken("named", "layla", "وقالت ليلى المنصور إن «الميناء لن يباع»."),
    Spoken("named", "layla", "وأكدت ليلى المنصور أن «الميناء لن يباع»."),
    Spoken("named", "layla", "وأضافت المنصور: «الميناء لن يباع»."),
    Spoken("named", "karim", "«لن نبيع الميناء»، قال كريم حداد للصحفيين."),
    Spoken("named", "karim", "«لن نبيع الميناء»، بحسب كريم حداد."),
    Spoken("named", "karim", "«لن نبيع الميناء»، وفقا لكريم حداد."),
    Spoken("named", "karim", "«لن نبيع الميناء»، وفقاً لكريم حداد."),
    Spoken("named", "karim", "وبحسب كريم حداد، «لن يباع الميناء هذا العام»."),
    Spoken("named", "karim", "كريم حداد قال: «لن نبيع الميناء»."),
    Spoken("named", "karim", "وكان كريم حداد قد صرح في وقت سابق: «لن نبيع الميناء»."),
    Spoken("named", "karim", "وصرّح كريم حداد قائلاً: «لن نبيع الميناء»."),
    Spoken("named", "karim", "وأوضح كريم حداد بعد لقائه ليلى المنصور أن «الميناء لن يباع»."),
    Spoken("named", "layla", "وبعد لقاء كريم حداد، قالت ليلى المنصور: «الميناء لن يباع»."),
    Spoken("named", "layla", "ونقلت الوكالة عن ليلى المنصور قولها: «الميناء لن يباع»."),
    Spoken("named", "layla", "ونقلت الوكالة عن ليلى المنصور قولها إن «الميناء لن يباع»."),
    Spoken("named", "abbas", "وقال عباس عبد الرحمن: «ننتظر التقرير أولا»."),
    Spoken("named", "abbas", "وأشار النائب عباس عبد الرحمن إلى أن «التقرير لم يصدر بعد»."),
    Spoken("named", "front", "وأعلن اتحاد الموانئ: «الموانئ تبقى مفتوحة»."),
    Spoken("named", "front", "وجاء في بيان اتحاد الموانئ: «الموانئ تبقى مفتوحة»."),
    Spoken("named", "karim", 'قال كريم حداد: "لن نبيع الميناء".'),
    Spoken("named", "karim", "قال كريم حداد: “لن نبيع الميناء”."),
    Spoken("named", "karim", "قال كريم حداد لليلى المنصور: «لن نبيع الميناء»."),
    Spoken("named", "karim", "وشدد حداد على أن «الميناء لن يباع أبدا»."),
    Spoken("named", "karim", "وكتب كريم حداد على حسابه: «لن نبيع الميناء»."),
    Spoken("inferred", "karim", "وصل كريم حداد إلى الميناء.\nوقال: «لن نبيع الميناء»."),
    Spoken("inferred", "layla", "وصلت ليلى المنصور إلى الميناء.\nوأضافت: «لن نبيع الميناء»."),
    Spoken("inferred", "karim", "وصل كريم حداد إلى الميناء. وأكد أن «الميناء لن يباع»."),
    Spoken("inferred", "karim", "وصل كريم حداد إلى الميناء. «لن نبيع الميناء»، قال هو."),
    Spoken("open", "", "وقال متحدث باسم الوزارة: «لن نبيع الميناء»."),
    Spoken("other", "karim", "وقال محامي كريم حداد: «لن نبيع الميناء»."),
    Spoken("other", "karim", "وقال رجل لكريم حداد: «لن نبيع الميناء»."),
    Spoken("open", "", "الميناء مغلق. «لن نبيع الميناء»."),
)  # fmt: skip
