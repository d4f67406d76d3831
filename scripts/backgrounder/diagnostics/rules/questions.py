"""Open questions: their status, answers and logs."""

from __future__ import annotations

from backgrounder.diagnostics.rule import Rule, Severity

RULES = (
    Rule(
        "answered-without-answer",
        "this question is called answered but has no answer",
        "add `answer:` with `text` and `cite`, or set the status back",
        Severity.WARNING,
        is_optional=True,
        meaning="A question has the status `answered` and no `answer`.",
        why="A reader is told that the answer is known and cannot find it.",
        wrong="""
questions:
  - id: share-per-season
    ask: How much water does each side get in a dry season?
    status: answered
    why: The farms need to know.
    resolves_when: Both ministries publish the same figure.
""",
        right="""
questions:
  - id: share-per-season
    ask: How much water does each side get in a dry season?
    status: answered
    why: The farms need to know.
    resolves_when: Both ministries publish the same figure.
    answer: {text: Half each., cite: daily-2021-07-22#p5}
""",
    ),
    Rule(
        "answer-to-open-question",
        "this question is called open but has an answer",
        "set the status to `answered` or `partly-answered`, and add an entry to the log",
        Severity.WARNING,
        is_optional=True,
        meaning="A question has the status `open` and an `answer`.",
        why="The tracker of open questions would list it as open, and its page would answer it.",
        wrong="""
questions:
  - id: share-per-season
    ask: How much water does each side get in a dry season?
    status: open
    why: The farms need to know.
    resolves_when: Both ministries publish the same figure.
    answer: {text: Half each., cite: daily-2021-07-22#p5}
""",
        right="""
questions:
  - id: share-per-season
    ask: How much water does each side get in a dry season?
    status: partly-answered
    why: The farms need to know.
    resolves_when: Both ministries publish the same figure.
    answer: {text: Half each., cite: daily-2021-07-22#p5}
""",
    ),
    Rule(
        "log-against-status",
        "the log ends with `{value}`, but the question is `{status}`",
        "add a log entry for the last change, or correct the status",
        Severity.WARNING,
        is_optional=True,
        meaning="The newest entry of a log has another status than its question.",
        why="The log is the record of how a question moved; its last step must be where the question stands.",
        wrong="""
questions:
  - id: share-per-season
    ask: How much water does each side get in a dry season?
    status: open
    why: The farms need to know.
    resolves_when: Both ministries publish the same figure.
    log:
      - {date: 2021-07-20, status: open, text: Opened.}
      - {date: 2021-07-23, status: overtaken, text: The talks were called off.}
""",
        right="""
questions:
  - id: share-per-season
    ask: How much water does each side get in a dry season?
    status: overtaken
    why: The farms need to know.
    resolves_when: Both ministries publish the same figure.
    log:
      - {date: 2021-07-20, status: open, text: Opened.}
      - {date: 2021-07-23, status: overtaken, text: The talks were called off.}
""",
    ),
    Rule(
        "log-out-of-order",
        "this entry is older than the one above it",
        "put the entries in the order of their dates, newest last; the words stay as they are",
        Severity.WARNING,
        is_optional=True,
        meaning="The entries of a log are not in the order of their dates.",
        why="Readers take the last entry for the newest.",
        wrong="""
questions:
  - id: share-per-season
    ask: How much water does each side get in a dry season?
    status: open
    why: The farms need to know.
    resolves_when: Both ministries publish the same figure.
    log:
      - {date: 2021-07-23, status: open, text: The survey was put off.}
      - {date: 2021-07-20, status: open, text: Opened.}
""",
        right="""
questions:
  - id: share-per-season
    ask: How much water does each side get in a dry season?
    status: open
    why: The farms need to know.
    resolves_when: Both ministries publish the same figure.
    log:
      - {date: 2021-07-20, status: open, text: Opened.}
      - {date: 2021-07-23, status: open, text: The survey was put off.}
""",
    ),
    Rule(
        "log-after-as-of",
        "this entry is later than the day up to which the brief is true",
        "move `as_of` to this day if the whole brief has been brought up to date, or correct the entry",
        Severity.WARNING,
        is_optional=True,
        meaning="A log entry has a date after `as_of`.",
        why="The brief says that it knows nothing of that day, and then tells of it.",
        wrong="""
questions:
  - id: share-per-season
    ask: How much water does each side get in a dry season?
    status: open
    why: The farms need to know.
    resolves_when: Both ministries publish the same figure.
    log:
      - {date: 2021-07-26, status: open, text: Opened.}
""",
        right="""
questions:
  - id: share-per-season
    ask: How much water does each side get in a dry season?
    status: open
    why: The farms need to know.
    resolves_when: Both ministries publish the same figure.
    log:
      - {date: 2021-07-23, status: open, text: Opened.}
""",
    ),
    Rule(
        "overdue-answer",
        "an answer was expected {expected}, and today is {today}",
        "look for the answer; then set the status, or write the new date here and the reason in the log",
        Severity.WARNING,
        is_optional=True,
        meaning="The day on which an answer was expected has passed, and the question is still open.",
        why="Readers are told to expect an answer that should be there already.",
        wrong="""
questions:
  - id: share-per-season
    ask: How much water does each side get in a dry season?
    status: open
    why: The farms need to know.
    resolves_when: Both ministries publish the same figure.
    expected: 2021-07-20
""",
        right="""
questions:
  - id: share-per-season
    ask: How much water does each side get in a dry season?
    status: open
    why: The farms need to know.
    resolves_when: Both ministries publish the same figure.
    expected: 2021-08/..
""",
    ),
)
