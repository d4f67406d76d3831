"""The desk's own estimates, and the words of likelihood and confidence."""

from __future__ import annotations

from backgrounder.diagnostics.rule import Rule, Severity

RULES = (
    Rule(
        "likelihood-of-another-table",
        "`{value}` is not a word of {table}",
        "write one of: {words}",
        meaning="A judgement uses a word of likelihood from another table than the desk has chosen.",
        why="The same word means another range in another table; one site must mean one thing by it.",
        wrong="""
judgements:
  - text: It is highly unlikely that the sides agree.
    likelihood: highly-unlikely
    confidence: low
    because: One side makes the survey a condition.
    cite: daily-2021-07-22#p4
""",
        right="""
judgements:
  - text: It is very unlikely that the sides agree.
    likelihood: very-unlikely
    confidence: low
    because: One side makes the survey a condition.
    cite: daily-2021-07-22#p4
""",
    ),
    Rule(
        "judgement-as-fact",
        "this judgement reads like a fact: no word in it says how likely it is",
        "put the likelihood into the sentence, as in “It is {likelihood} that …”",
        Severity.WARNING,
        is_optional=True,
        meaning="The text of a judgement has no word of likelihood.",
        why="Quoted without the box around it, the desk’s estimate would pass for something that is known.",
        wrong="""
judgements:
  - text: There will be no figure for dry seasons before the survey.
    likelihood: unlikely
    confidence: low
    because: One side makes the survey a condition.
    cite: daily-2021-07-22#p4
""",
        right="""
judgements:
  - text: A figure for dry seasons is unlikely before the survey.
    likelihood: unlikely
    confidence: low
    because: One side makes the survey a condition.
    cite: daily-2021-07-22#p4
""",
    ),
    Rule(
        "likelihood-contradicted",
        "“{value}” does not fit the likelihood `{likelihood}`",
        "make the text and `likelihood` say the same",
        Severity.WARNING,
        is_optional=True,
        meaning="The words or the percentage in a judgement lie outside the band of its `likelihood`.",
        why="A reader is given two estimates and cannot know which one the desk holds.",
        wrong="""
judgements:
  - text: A figure for dry seasons is very unlikely before the survey.
    likelihood: unlikely
    confidence: low
    because: One side makes the survey a condition.
    cite: daily-2021-07-22#p4
""",
        right="""
judgements:
  - text: A figure for dry seasons is very unlikely before the survey.
    likelihood: very-unlikely
    confidence: low
    because: One side makes the survey a condition.
    cite: daily-2021-07-22#p4
""",
    ),
    Rule(
        "mixed-likelihood-words",
        "“{value}” is not a word of {table}",
        "write the table’s own word",
        Severity.WARNING,
        is_optional=True,
        meaning="A judgement uses a word of likelihood from another row or table, or one that no table holds.",
        why="ICD 203 asks for one row throughout: readers take two words for two degrees.",
        wrong="""
judgements:
  - text: A figure is improbable before the survey; an agreement is unlikely too.
    likelihood: unlikely
    confidence: low
    because: One side makes the survey a condition.
    cite: daily-2021-07-22#p4
""",
        right="""
judgements:
  - text: A figure is unlikely before the survey; an agreement is unlikely too.
    likelihood: unlikely
    confidence: low
    because: One side makes the survey a condition.
    cite: daily-2021-07-22#p4
""",
    ),
    Rule(
        "undefined-hedge",
        "“{value}” has no place on the scale of likelihood",
        "say how likely it is in a word of the table",
        Severity.WARNING,
        is_optional=True,
        meaning="A judgement hedges with a word that stands for no range.",
        why="“May” can mean one in a hundred or nine in ten; readers fill in what they fear or hope.",
        wrong="""
judgements:
  - text: A figure may come before the survey.
    likelihood: unlikely
    confidence: low
    because: One side makes the survey a condition.
    cite: daily-2021-07-22#p4
""",
        right="""
judgements:
  - text: It is unlikely that a figure comes before the survey.
    likelihood: unlikely
    confidence: low
    because: One side makes the survey a condition.
    cite: daily-2021-07-22#p4
""",
    ),
    Rule(
        "stacked-hedges",
        "“{value}” hedges twice",
        "keep one word, and let it be one of the table",
        Severity.WARNING,
        is_optional=True,
        meaning="A judgement puts one hedge on top of another.",
        why="Two hedges do not make a smaller probability, only a vaguer one.",
        wrong="""
judgements:
  - text: A figure might possibly come before the survey.
    likelihood: unlikely
    confidence: low
    because: One side makes the survey a condition.
    cite: daily-2021-07-22#p4
""",
        right="""
judgements:
  - text: It is unlikely that a figure comes before the survey.
    likelihood: unlikely
    confidence: low
    because: One side makes the survey a condition.
    cite: daily-2021-07-22#p4
""",
    ),
    Rule(
        "likelihood-with-confidence",
        "likelihood and confidence stand in one sentence",
        "take the confidence out; it has its own field, and the reason stands in `because`",
        Severity.WARNING,
        is_optional=True,
        meaning="One sentence of a judgement joins a word of likelihood with a degree of confidence.",
        why="ICD 203 keeps them apart because readers multiply them: “high confidence” that something is unlikely is read as likely.",
        wrong="""
judgements:
  - text: We judge with low confidence that a figure is unlikely before the survey.
    likelihood: unlikely
    confidence: low
    because: One side makes the survey a condition.
    cite: daily-2021-07-22#p4
""",
        right="""
judgements:
  - text: A figure for dry seasons is unlikely before the survey.
    likelihood: unlikely
    confidence: low
    because: One side makes the survey a condition.
    cite: daily-2021-07-22#p4
""",
    ),
    Rule(
        "estimate-in-fact",
        "“{value}” is an estimate among facts",
        "say whose estimate it is, or move it to `judgements:`",
        Severity.WARNING,
        is_optional=True,
        meaning="A statement or an event estimates in the desk’s own voice.",
        why="Facts and judgements are kept apart so that a reader knows which ones can be checked.",
        wrong="""
key_points:
  - text: The survey will probably take a year.
    cite: daily-2021-07-22#p4
""",
        right="""
key_points:
  - text: The survey will probably take a year, according to the minister.
    cite: daily-2021-07-22#p4
""",
    ),
)
