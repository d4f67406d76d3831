"""Quotations that say something else than the source."""

from __future__ import annotations

from backgrounder.diagnostics.rule import Rule, Severity

_SOURCE = """
# briefs/registry/weekly.yaml
sources:
  weekly-2021-07-21: {title: Two ministers, kind: article, publisher: The Weekly, published: 2021-07-21}
# briefs/archive/weekly-2021-07-21.txt
Rain has been scarce on both banks this year, and the ministers met the press on Tuesday.

“We have 2,500 men at the dam, and we have no plans to leave,” the upstream minister said, and walked out. “If the
 other side pays, we will withdraw in August.”

“They must go at once,” the downstream minister said. “The harbour master told me ‘pack your bags’ last year.”
""".replace("“If the\n other", "“If the other")


def _quoting(paragraphs: str, words: str, by: str = "upstream-minister", more: str = "") -> str:
    """Return an example that quotes these words from the source above."""
    cite = ", ".join(f"weekly-2021-07-21#p{number}" for number in paragraphs.split())
    cite = f"[{cite}]" if " " in paragraphs else cite
    return f"""
background:
  - text: The two ministers disagree about the dam.
    cite: {cite}
    quote:
      words: {words}
      by: {by}
{more}{_SOURCE}"""


RULES = (
    Rule(
        "cut-word",
        "the quotation takes a part of “{words}” for the whole",
        "begin and end the quotation where a word or a figure of the source begins and ends",
        meaning="A quotation begins or ends inside a word or a figure: “500 men” of “2,500 men”, “We can” of “We can’t”.",
        why="A part of a word says something else, and often the opposite.",
        wrong=_quoting("2", "500 men at the dam"),
        right=_quoting("2", "2,500 men at the dam"),
    ),
    Rule(
        "runs-over",
        "the quotation runs on beyond what one speaker says",
        "begin and end it where the quotation marks of the source stand; quote the rest by itself, with its own speaker",
        meaning="The words stand in the source in this order, but some of them are the reporter’s or another speaker’s.",
        why="Nobody has said these words as one remark.",
        wrong=_quoting("2", "we have no plans to leave, the upstream minister said"),
        right=_quoting("2", "we have no plans to leave"),
    ),
    Rule(
        "altering-omission",
        "what … leaves out turns the sense: {what}, “{words}”; the source has “{there}”",
        "quote the words that are left out, or make two quotations of it",
        meaning="An ellipsis within a sentence swallows a negation, a condition, a number, a month, a modal verb or the"
        " subject of what follows.",
        why="Readers take an ellipsis for something that does not matter.",
        wrong=_quoting("2", "we have … plans to leave"),
        right=_quoting("2", "we have no plans to leave"),
    ),
    Rule(
        "joined-sentences",
        "… joins the beginning of one sentence with the end of another; the source has “{there}”",
        "end the first sentence, or begin the second one, as the source does; or make two quotations of it",
        meaning="Both what comes before an ellipsis and what follows it are parts of sentences, and not of the same one.",
        why="The sentence that readers see was never said.",
        wrong=_quoting("2", "We have 2,500 men … we will withdraw in August"),
        right=_quoting("2", "We have 2,500 men at the dam, and we have no plans to leave"),
    ),
    Rule(
        "altering-insertion",
        "“[{words}]” changes what was said: {why}",
        "put in only what explains; say the rest outside the quotation, in your own words",
        meaning="Square brackets put in a negation, a condition, a number, a month or a modal verb, take the place of a"
        " noun or a name, change who speaks of whom, or make up most of the quotation.",
        why="Readers take what stands in brackets for help, not for something else than was said.",
        wrong=_quoting("2", "we will withdraw in [December]"),
        right=_quoting("2", "If the other side pays, [the men] will withdraw in August"),
    ),
    Rule(
        "joined-remarks",
        "these words are not one speaker’s, as far as the source shows",
        "make a quotation of each remark, with its own speaker; where both are one speaker’s, say in `attributed:` how you"
        " know",
        meaning="The parts of a quotation stand in different remarks, and the source does not show that one speaker made"
        " both.",
        why="Words of two people joined into one sentence were said by nobody.",
        wrong=_quoting("2 3", "we have no plans to leave … They must go at once"),
        right=_quoting("3", "They must go at once", "downstream-minister"),
    ),
    Rule(
        "nested-words",
        "these words are quoted by somebody from another, and the source does not show that it is {name}",
        "give them to whoever said them, or quote the sentence around them as well; where they are the speaker’s own, say in"
        " `attributed:` how you know",
        meaning="The words stand in a quotation within a quotation and are given to the one who repeats them.",
        why="To repeat what another has said is not to say it.",
        wrong=_quoting("3", "pack your bags", "downstream-minister"),
        right=_quoting("3", "The harbour master told me ‘pack your bags’ last year", "downstream-minister"),
    ),
    Rule(
        "another-issuer",
        "this document speaks for {name}, not for {given}",
        "name whoever issued it; where {given} signed it too, say in `attributed:` how you know",
        meaning="The own words of a statement, a report or the like are given to somebody who did not issue it.",
        why="A document says what its issuer says, and nobody else.",
        wrong="""
background:
  - text: The upstream side asks for a survey.
    cite: note-2021-07-21#p1
    quote: {words: We ask for a survey of the river, by: downstream-minister}
# briefs/registry/note.yaml
sources:
  note-2021-07-21: {title: Note, kind: statement, publisher: Upstream minister, published: 2021-07-21}
# briefs/archive/note-2021-07-21.txt
We ask for a survey of the river before anything is shared.
""",
        right="""
background:
  - text: The upstream side asks for a survey.
    cite: note-2021-07-21#p1
    quote: {words: We ask for a survey of the river, by: upstream-minister}
# briefs/registry/note.yaml
sources:
  note-2021-07-21: {title: Note, kind: statement, publisher: Upstream minister, published: 2021-07-21}
# briefs/archive/note-2021-07-21.txt
We ask for a survey of the river before anything is shared.
""",
    ),
    Rule(
        "doubtful-speaker",
        "the text seems to give these words to {name}, not to {given}",
        "see who speaks there; where it is {given}, say in `attributed:` how you know; readers are shown that",
        Severity.WARNING,
        meaning="A pronoun, a title or the last speaker of a source points at somebody else than the brief gives.",
        why="The speaker may be a guess; a reader should know what it rests on.",
        wrong=_quoting("2", "If the other side pays, we will withdraw in August", "downstream-minister"),
        right=_quoting(
            "2",
            "If the other side pays, we will withdraw in August",
            "downstream-minister",
            "      attributed: The minister’s office has confirmed that he answered so.\n",
        ),
    ),
    Rule(
        "cut-context",
        "{what} around these words bears on them: “{words}”",
        "quote it as well, or tell readers in `context:` what stands around the words",
        Severity.WARNING,
        meaning="A condition, a denial, a question or somebody else’s claim governs the quoted words in the source, and was"
        " cut off.",
        why="“If they pay, we will withdraw” is no promise to withdraw.",
        wrong=_quoting("2", "we will withdraw in August"),
        right=_quoting("2", "If the other side pays, we will withdraw in August"),
    ),
    Rule(
        "marked-quotation",
        "“{words}” reads as what somebody said, so that `marked:` cannot explain it",
        "quote what the source says; `marked:` is for titles, names and terms",
        meaning="A verb of saying, or a colon, leads to words that the record says quote nobody.",
        why="Readers take words behind “said” for somebody’s, whatever stands at the end of the page.",
        wrong="""
background:
  - text: "The upstream minister said: “Nobody gets a drop of it”."
    cite: daily-2021-07-22#p4
    marked: {words: Nobody gets a drop of it, reason: a title that we made up}
""",
        right="""
background:
  - text: "The upstream minister said that he “cannot share” it."
    cite: daily-2021-07-22#p4
""".replace("cannot share", "cannot share"),
    ),
    Rule(
        "unneeded-attribution",
        "the source itself names {name} beside these words",
        "take `attributed:` out; the mark says more without it",
        Severity.ADVICE,
        is_optional=True,
        meaning="The desk says who speaks, where the source names the speaker or labels the turn.",
        why="An answer to a question that nobody asks any more makes readers doubt what is plain.",
        wrong=_quoting("2", "we have no plans to leave", more="      attributed: Two papers have it so.\n"),
        right=_quoting("2", "we have no plans to leave"),
    ),
    Rule(
        "unused-marked-term",
        "nothing in this record stands between quotation marks as “{value}”",
        "take it out of `marked:`, or write the words as the text has them",
        Severity.WARNING,
        meaning="A record explains words in quotation marks that are not in it.",
        why="What explains nothing hides what is not explained.",
        wrong="""
background:
  - text: Border wells have run dry.
    cite: daily-2021-07-22#p3
    marked: {words: dry season, reason: a term of the agreement}
""",
        right="""
background:
  - text: Border wells have run dry.
    cite: daily-2021-07-22#p3
""",
    ),
    Rule(
        "changed-text",
        "the text of `{source}` is not the one that was compared: version {found}, not {known}",
        "see what is different in {file}; `backgrounder verify --accept-text {source}` takes it in place of the old one",
        meaning="The file briefs/evidence.lock knows another version of a source than the one in the archive.",
        why="Whoever changes the text of a source can make it say anything; so somebody has to accept a new one by name.",
        wrong="""
background:
  - text: Rain was scarce.
    cite: weekly-2021-07-21#p1
# briefs/registry/weekly.yaml
sources:
  weekly-2021-07-21: {title: Farmers, kind: article, publisher: The Weekly, published: 2021-07-21}
# briefs/archive/weekly-2021-07-21.txt
Rain has been scarce on both banks this year.
# briefs/evidence.lock
format 2
source weekly-2021-07-21 0123456789abcdef
""",
        right="""
background:
  - text: Rain was scarce.
    cite: weekly-2021-07-21#p1
# briefs/registry/weekly.yaml
sources:
  weekly-2021-07-21: {title: Farmers, kind: article, publisher: The Weekly, published: 2021-07-21}
# briefs/archive/weekly-2021-07-21.txt
Rain has been scarce on both banks this year.
""",
    ),
    Rule(
        "old-lock",
        "this lock is of an older format, which does not say how speakers are known",
        "whoever holds the texts runs `backgrounder verify`, which compares everything anew, and commits the file",
        meaning="The file briefs/evidence.lock was written by a version before 0.7.",
        why="What was compared less strictly cannot vouch for what is claimed now.",
        wrong="""
# briefs/evidence.lock
source daily-2021-07-22 479ba17cd23299a7
daily-2021-07-22#p4 upstream-minister 0123456789abcdef0123456789abcdef
""",
        right="""
# briefs/evidence.lock
format 2
source daily-2021-07-22 479ba17cd23299a7
""",
    ),
    Rule(
        "newer-lock",
        "this lock is of format {value}, which this version does not know",
        "install the version of Backgrounder that wrote it, or a later one",
        meaning="The file briefs/evidence.lock was written by a later version of the program.",
        why="What is not understood vouches for nothing.",
        wrong="""
# briefs/evidence.lock
format 99
""",
        right="""
# briefs/evidence.lock
format 2
""",
    ),
)
