"""What a published brief should not lack."""

from __future__ import annotations

from backgrounder.diagnostics.rule import Rule, Severity

RULES = (
    Rule(
        "uncited-statement",
        "{what} has no citation",
        "add `cite:` with the source and paragraph it rests on, as in `daily-2021-07-22#p4`",
        Severity.WARNING,
        is_optional=True,
        meaning="A published brief states a fact without saying where it comes from.",
        why="A reader cannot check it, and the desk itself will not know in a year.",
        wrong="""
key_points:
  - text: The ministries are to meet in August 2021.
""",
        right="""
key_points:
  - text: The ministries are to meet in August 2021.
    cite: daily-2021-07-22#p2
""",
    ),
    Rule(
        "uncited-quotation",
        "these quoted words have no citation",
        "add `cite:` with the source and paragraph that hold exactly these words",
        meaning="A brief that readers see quotes somebody without naming the source of the words.",
        why="Words that nobody can look up are hearsay; a quotation is only as good as its source.",
        wrong="""
background:
  - text: The upstream minister asked for a survey first.
    quote: {words: We cannot share what we have not measured, by: upstream-minister}
""",
        right="""
background:
  - text: The upstream minister asked for a survey first.
    cite: daily-2021-07-22#p4
    quote: {words: We cannot share what we have not measured, by: upstream-minister}
""",
    ),
    Rule(
        "no-key-points",
        "this published brief has no key points",
        "add `key_points:` with the three to five statements that matter most",
        Severity.ADVICE,
        is_optional=True,
        meaning="A published brief goes from the bottom line straight to the background.",
        why="A reader with one minute reads the bottom line and the key points, and nothing else.",
        wrong="""
key_points: []
""",
        right="""
key_points:
  - text: The ministries are to meet in August 2021.
    cite: daily-2021-07-22#p2
""",
    ),
    Rule(
        "question-without-test",
        "this question does not say what would settle it",
        "add `resolves_when:` so exactly that two people would agree whether it has happened",
        Severity.WARNING,
        is_optional=True,
        meaning="An open question of a published brief has no `resolves_when`.",
        why="Without a test a question stays open for ever, or is called answered by taste.",
        wrong="""
questions:
  - id: share-per-season
    ask: How much water does each side get in a dry season?
    status: open
    why: The farms need to know.
""",
        right="""
questions:
  - id: share-per-season
    ask: How much water does each side get in a dry season?
    status: open
    why: The farms need to know.
    resolves_when: Both ministries publish the same figure for a dry season.
""",
    ),
)
