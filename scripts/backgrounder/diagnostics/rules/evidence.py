"""What the sources do not bear out."""

from __future__ import annotations

from backgrounder.diagnostics.rule import Rule, Severity

RULES = (
    Rule(
        "altered-quotation",
        "these are not the words of the source: {difference}",
        "quote word for word; put … where you leave words out, and [ ] around what you put in",
        meaning="The quoted words are nearly, but not exactly, what the cited source says.",
        why="A quotation tells readers that somebody said just this; one word can turn a promise into a threat.",
        wrong="""
background:
  - text: The upstream side asks for a survey before any sharing.
    cite: daily-2021-07-22#p4
    quote: {words: We cannot share what we have never measured, by: upstream-minister}
""",
        right="""
background:
  - text: The upstream side asks for a survey before any sharing.
    cite: daily-2021-07-22#p4
    quote: {words: We cannot share what we have not measured, by: upstream-minister}
""",
    ),
    Rule(
        "misplaced-quotation",
        "these words do not stand in {where}; they stand in {there}",
        "cite {there}",
        meaning="The quoted words are in the source, or in another one, but not in the paragraph that is cited.",
        why="A reader who looks them up where the citation points does not find them.",
        wrong="""
background:
  - text: The upstream side asks for a survey before any sharing.
    cite: daily-2021-07-22#p3
    quote: {words: We cannot share what we have not measured, by: upstream-minister}
""",
        right="""
background:
  - text: The upstream side asks for a survey before any sharing.
    cite: daily-2021-07-22#p4
    quote: {words: We cannot share what we have not measured, by: upstream-minister}
""",
    ),
    Rule(
        "quotation-not-in-source",
        "these words are not in {where}, nor in any other source the desk holds",
        "quote what the source says, or tell it in your own words without quotation marks",
        meaning="The quoted words stand in no source whose text the desk has imported.",
        why="Words that nobody can find in print are invented as far as a reader can tell.",
        wrong="""
background:
  - text: The upstream side asks for a survey before any sharing.
    cite: daily-2021-07-22#p4
    quote: {words: The river belongs to those who live at its springs, by: upstream-minister}
""",
        right="""
background:
  - text: The upstream side asks for a survey before any sharing.
    cite: daily-2021-07-22#p4
    quote: {words: We cannot share what we have not measured, by: upstream-minister}
""",
    ),
    Rule(
        "wrong-speaker",
        "the source gives these words to {name}, not to {given}",
        "name the speaker whom the source names; if it is a body that is missing, add it to the registry",
        meaning="A quotation is given to somebody else than the person whom the source has saying it.",
        why="It puts words into the mouth of somebody who did not say them.",
        wrong="""
background:
  - text: The upstream side asks for a survey before any sharing.
    cite: daily-2021-07-22#p4
    quote: {words: We cannot share what we have not measured, by: downstream-minister}
""",
        right="""
background:
  - text: The upstream side asks for a survey before any sharing.
    cite: daily-2021-07-22#p4
    quote: {words: We cannot share what we have not measured, by: upstream-minister}
""",
    ),
    Rule(
        "unnamed-speaker",
        "the text near these words in `{where}` does not name {name}",
        "see who speaks there, and say in `attributed:` how you know; where a name is spelt otherwise, add the spelling to"
        " `aliases:` in the registry",
        Severity.WARNING,
        meaning="Neither the paragraph of a quotation nor the one before it names the speaker that the brief gives.",
        why="The speaker may be a guess.",
        wrong="""
background:
  - text: Farmers on both banks will not wait much longer.
    cite: weekly-2021-07-21#p2
    quote: {words: Enough is enough for us, by: upstream-minister}
# briefs/registry/weekly.yaml
sources:
  weekly-2021-07-21: {title: Farmers, kind: article, publisher: The Weekly, published: 2021-07-21}
# briefs/archive/weekly-2021-07-21.txt
Rain has been scarce on both banks this year.

“Enough is enough for us.” Farmers on both banks will soon stop waiting.
""",
        right="""
background:
  - text: Farmers on both banks will not wait much longer.
    cite: weekly-2021-07-21#p2
# briefs/registry/weekly.yaml
sources:
  weekly-2021-07-21: {title: Farmers, kind: article, publisher: The Weekly, published: 2021-07-21}
# briefs/archive/weekly-2021-07-21.txt
Rain has been scarce on both banks this year.

“Enough is enough for us.” Farmers on both banks will soon stop waiting.
""",
    ),
    Rule(
        "not-direct-speech",
        "`{where}` has these words outside quotation marks, as its own, not as what {name} said",
        "give the words to the publisher of the source, or tell what they say without quoting; where {name} speaks there"
        " without quotation marks, say in `attributed:` how you know",
        meaning="Words are quoted as somebody’s, which the source reports in words of its own.",
        why="A reporter’s summary is not what the person said, however close it comes.",
        wrong="""
background:
  - text: The upstream side asks for a survey before any sharing.
    cite: daily-2021-07-22#p4
    quote: {words: asking for a survey of the river, by: upstream-minister}
""",
        right="""
background:
  - text: The upstream side asks for a survey before any sharing.
    cite: daily-2021-07-22#p4
    quote: {words: We cannot share what we have not measured, by: upstream-minister}
""",
    ),
    Rule(
        "unsupported-words",
        "these quoted words are not in {where}",
        "quote what the source says, or take the quotation marks away; where the words quote nobody, say in `marked:` what"
        " they are",
        meaning="Words between quotation marks in a text stand in none of the sources that the text rests on.",
        why="Quotation marks tell readers that the words are the source’s, wherever they stand.",
        wrong="""
background:
  - text: The upstream minister will not share what is “not yet measured”.
    cite: daily-2021-07-22#p4
""",
        right="""
background:
  - text: The upstream minister will not share what is “not measured”.
    cite: daily-2021-07-22#p4
""",
    ),
    Rule(
        "unverified-quotation",
        "these words have not been compared with `{source}`: {why}",
        "who holds the text runs `backgrounder source add FILE --id {source}`, then `backgrounder verify`, and"
        " commits briefs/evidence.lock",
        meaning="The text of the cited source is not here, and briefs/evidence.lock does not vouch for these words"
        " of this speaker in this paragraph.",
        why="Nothing is published as a quotation that nobody has compared with its source. The lock lets a public"
        " copy of the project be built without the texts, which are somebody’s copyright.",
        wrong="""
background:
  - text: The ministries will meet soon.
    cite: weekly-2021-07-21#p1
    quote: {words: We will meet soon, by: upstream-minister}
# briefs/registry/weekly.yaml
sources:
  weekly-2021-07-21: {title: Farmers, kind: article, publisher: The Weekly, published: 2021-07-21}
""",
        right="""
background:
  - text: The ministries will meet soon.
    cite: weekly-2021-07-21#p1
# briefs/registry/weekly.yaml
sources:
  weekly-2021-07-21: {title: Farmers, kind: article, publisher: The Weekly, published: 2021-07-21}
""",
    ),
    Rule(
        "unsupported-figure",
        "{where} has the figure “{value}”",
        "take the figure from the source, or say in `computed:` how you reached it",
        Severity.WARNING,
        is_optional=True,
        meaning="A statement gives a figure that the cited paragraphs do not have.",
        why="Figures are what readers copy, and a slip of one digit looks like any other figure.",
        wrong="""
background:
  - text: The river feeds 3,500 northern farms.
    cite: daily-2021-07-22#p5
""",
        right="""
background:
  - text: The river feeds 2,500 northern farms.
    cite: daily-2021-07-22#p5
""",
    ),
    Rule(
        "unsupported-date",
        "{where} gives the date “{value}”",
        "count from the day on which the source appeared; where it gives no day, write the month or the year",
        Severity.WARNING,
        is_optional=True,
        meaning="A date does not agree with the dates in the cited paragraphs, those among them that count from the"
        " day of publication (“on Friday”, “last year”).",
        why="A timeline with one wrong day is a wrong timeline.",
        wrong="""
timeline:
  - date: 2018
    text: The agreement runs out.
    cite: daily-2021-07-22#p3
""",
        right="""
timeline:
  - date: 2019
    text: The agreement runs out.
    cite: daily-2021-07-22#p3
""",
    ),
    Rule(
        "unsupported-weekday",
        "{where} speaks of {value}",
        "see which day the source means, and write its date",
        Severity.WARNING,
        is_optional=True,
        meaning="A statement names a weekday on which nothing in the cited paragraphs falls.",
        why="A wrong weekday sends readers to the wrong date.",
        wrong="""
background:
  - text: The ministries put out their note on a Tuesday.
    cite: daily-2021-07-22#p2
""",
        right="""
background:
  - text: The ministries put out their note on a Wednesday.
    cite: daily-2021-07-22#p2
""",
    ),
    Rule(
        "absent-stakeholder",
        "{name} is not named in {where}",
        "cite the paragraph that names them; where it spells the name otherwise, add that to `aliases:`",
        Severity.WARNING,
        is_optional=True,
        meaning="A statement is about a stakeholder whom the cited paragraphs do not name, by any known name.",
        why="What a source does not say of somebody must not be said of them with its citation.",
        wrong="""
timeline:
  - date: 2019
    text: The agreement runs out.
    actors: [farmers-union]
    cite: daily-2021-07-22#p3
# briefs/registry/union.yaml
stakeholders:
  farmers-union: {name: Union of River Farmers, kind: organisation}
""",
        right="""
timeline:
  - date: 2019
    text: The agreement runs out.
    cite: daily-2021-07-22#p3
""",
    ),
    Rule(
        "copied-prose",
        "{count} words in a row are those of {where}",
        "say it in your own words, or quote it with quotation marks and the speaker",
        Severity.WARNING,
        is_optional=True,
        meaning="Eight or more consecutive words of a source stand in our own prose outside quotation marks.",
        why="It is somebody else’s sentence, and readers take its wording for the desk’s.",
        wrong="""
background:
  - text: There will be talks in August, according to a short note that both of them put out.
    cite: daily-2021-07-22#p2
""",
        right="""
background:
  - text: Both ministries announced in a note that they will meet in August.
    cite: daily-2021-07-22#p2
""",
    ),
    Rule(
        "doubtful-citation",
        "paragraph {paragraph} of `{source}` has more of what is said here than paragraph {here}",
        "see which paragraph says it, and cite that one; cite both where both do",
        Severity.WARNING,
        is_optional=True,
        meaning="The words of a statement are found in another paragraph of its source, not in the cited one.",
        why="A citation that leads to the wrong paragraph cannot be checked.",
        wrong="""
background:
  - text: Border wells have run dry.
    cite: daily-2021-07-22#p2
""",
        right="""
background:
  - text: Border wells have run dry.
    cite: daily-2021-07-22#p3
""",
    ),
    Rule(
        "idle-citation",
        "paragraph {paragraph} of `{source}` seems to say nothing of this",
        "cite the paragraph that bears the statement out, and leave out those that do not",
        Severity.ADVICE,
        is_optional=True,
        meaning="A cited paragraph shares no telling word with the statement that cites it.",
        why="A citation too many hides the one that matters, and may be a slip of the pen.",
        wrong="""
background:
  - text: Border wells have run dry.
    cite: [daily-2021-07-22#p3, daily-2021-07-22#p6]
""",
        right="""
background:
  - text: Border wells have run dry.
    cite: daily-2021-07-22#p3
""",
    ),
    Rule(
        "paragraph-count",
        "the archived text of this source has {count} paragraphs, not {value}",
        "write the number of the text; check citations that were counted otherwise",
        Severity.WARNING,
        meaning="The record of a source counts its paragraphs otherwise than the text that the desk holds.",
        why="Citations name paragraphs by number; two ways of counting lead readers astray.",
        wrong="""
sources:
  weekly-2021-07-21: {title: Farmers, kind: article, publisher: The Weekly, published: 2021-07-21, paragraphs: 3}
# briefs/weekly-look.yaml
related: [water-sharing]
background:
  - text: Rain was scarce.
    cite: weekly-2021-07-21#p1
# briefs/archive/weekly-2021-07-21.txt
Rain has been scarce on both banks this year.
""",
        right="""
sources:
  weekly-2021-07-21: {title: Farmers, kind: article, publisher: The Weekly, published: 2021-07-21, paragraphs: 1}
# briefs/weekly-look.yaml
related: [water-sharing]
background:
  - text: Rain was scarce.
    cite: weekly-2021-07-21#p1
# briefs/archive/weekly-2021-07-21.txt
Rain has been scarce on both banks this year.
""",
    ),
    Rule(
        "changed-source",
        "paragraph {paragraph} of `{source}` {fate}, since the text that was compared",
        "read the statement against the new text, and correct its citation; then run `backgrounder verify`",
        Severity.WARNING,
        meaning="A source was imported again with another text, and a statement rests on a paragraph that changed.",
        why="Publishers correct their articles; what was true of the old text may not be in the new one.",
        wrong="""
background:
  - text: Rain was scarce on both banks.
    cite: weekly-2021-07-21#p1
# briefs/registry/weekly.yaml
sources:
  weekly-2021-07-21: {title: Farmers, kind: article, publisher: The Weekly, published: 2021-07-21}
# briefs/archive/weekly-2021-07-21@0a15f4927bcb3823.txt
Rain has been scarce on both banks this year.
# briefs/archive/weekly-2021-07-21.txt
Rain has been scarce on both banks for three years.
# briefs/evidence.lock
format 2
source weekly-2021-07-21 0a15f4927bcb3823
""",
        right="""
background:
  - text: Rain was scarce on both banks.
    cite: weekly-2021-07-21#p1
# briefs/registry/weekly.yaml
sources:
  weekly-2021-07-21: {title: Farmers, kind: article, publisher: The Weekly, published: 2021-07-21}
# briefs/archive/weekly-2021-07-21.txt
Rain has been scarce on both banks for three years.
""",
    ),
    Rule(
        "stale-lock",
        "{name} is out of date: quotations missing from it: {missing}; in it without need: {idle}",
        "run `backgrounder verify`, and commit the file",
        Severity.WARNING,
        meaning="The file briefs/evidence.lock does not list exactly the quotations that the texts bear out now.",
        why="Without the texts, as in a public copy of the project, only the lock can vouch for a quotation.",
        wrong="""
background:
  - text: The upstream side asks for a survey before any sharing.
    cite: daily-2021-07-22#p4
    quote: {words: We cannot share what we have not measured, by: upstream-minister}
# briefs/evidence.lock
format 2
source daily-2021-07-22 479ba17cd23299a7
""",
        right="""
background:
  - text: The upstream side asks for a survey before any sharing.
    cite: daily-2021-07-22#p4
""",
    ),
    Rule(
        "bad-lock",
        "this line of the lock says nothing: “{value}”",
        "take the file as it was before two changes met in it, then run `backgrounder verify`",
        meaning="The file briefs/evidence.lock has a line that the program did not write.",
        why="A lock that was edited by hand, or by a merge, vouches for nothing.",
        wrong="""
# briefs/evidence.lock
<<<<<<< HEAD
""",
        right="""
# briefs/evidence.lock
format 2
source daily-2021-07-22 479ba17cd23299a7
""",
    ),
)
