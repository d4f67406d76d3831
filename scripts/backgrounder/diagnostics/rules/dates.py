"""Dates that contradict each other or the calendar."""

from __future__ import annotations

from backgrounder.diagnostics.rule import Rule, Severity

RULES = (
    Rule(
        "wrong-weekday",
        "{date} is a {weekday}, not a {value}",
        "correct the weekday or the date, whichever the source does not give",
        is_optional=True,
        meaning="A text names a weekday and a date that do not fit each other.",
        why="One of the two is wrong, and a reader who plans by it may come on the wrong day.",
        wrong="""
key_points:
  - text: The ministries are to meet on Monday, 27 July 2021.
    cite: daily-2021-07-22#p2
""",
        right="""
key_points:
  - text: The ministries are to meet on Tuesday, 27 July 2021.
    cite: daily-2021-07-22#p2
""",
    ),
    Rule(
        "impossible-calendar-day",
        "there is no day `{value}`",
        "correct the day or the month",
        is_optional=True,
        meaning="A text names a day that no calendar has.",
        why="A slip of one digit turns a fact into nonsense.",
        wrong="""
key_points:
  - text: The ministries are to meet on Wednesday, 31 June 2021.
    cite: daily-2021-07-22#p2
""",
        right="""
key_points:
  - text: The ministries are to meet on Wednesday, 30 June 2021.
    cite: daily-2021-07-22#p2
""",
    ),
    Rule(
        "unplanned-future-event",
        "this event lies after the day up to which the brief is true",
        "add `planned: true` if it is expected, or move `as_of`",
        is_optional=True,
        meaning="An event after `as_of` is not marked as planned.",
        why="What has not happened yet would stand among the things that have.",
        wrong="""
timeline:
  - date: 2021-08
    text: The ministries meet.
    cite: daily-2021-07-22#p2
""",
        right="""
timeline:
  - date: 2021-08
    planned: true
    text: The ministries are to meet.
    cite: daily-2021-07-22#p2
""",
    ),
    Rule(
        "planned-in-the-past",
        "this event is called planned, but its date has passed",
        "say what happened and take `planned: true` out, or correct the date",
        Severity.WARNING,
        is_optional=True,
        meaning="An event before `as_of` is still marked as planned.",
        why="A reader cannot tell whether it took place.",
        wrong="""
timeline:
  - date: 2021-07-19
    planned: true
    text: The ministries are to meet.
    cite: daily-2021-07-22#p2
""",
        right="""
timeline:
  - date: 2021-07-19
    text: The ministries met.
    cite: daily-2021-07-22#p2
""",
    ),
    Rule(
        "events-out-of-order",
        "this event is earlier than the one above it",
        "put the events in the order of their dates",
        Severity.WARNING,
        is_optional=True,
        meaning="The timeline is not in the order of its dates.",
        why="Readers take the order for the order of events.",
        wrong="""
timeline:
  - date: 2021-07-19
    text: The ministries met.
    cite: daily-2021-07-22#p2
  - date: 2019
    text: The agreement ran out.
    cite: daily-2021-07-22#p2
""",
        right="""
timeline:
  - date: 2019
    text: The agreement ran out.
    cite: daily-2021-07-22#p2
  - date: 2021-07-19
    text: The ministries met.
    cite: daily-2021-07-22#p2
""",
    ),
    Rule(
        "review-overdue",
        "this brief was to be reviewed by {date}, and today is {today}",
        "read it again; then set a new `review_by`, or the status `archived`",
        Severity.WARNING,
        is_optional=True,
        meaning="The day of review of a published brief has passed.",
        why="Site and handout tell readers that the brief may be out of date.",
        wrong="""
review_by: 2021-07-23
""",
        right="""
review_by: 2021-07-30
""",
    ),
    Rule(
        "review-before-as-of",
        "the day of review lies before the day up to which the brief is true",
        "set `review_by` to a later day",
        is_optional=True,
        meaning="`review_by` is earlier than `as_of`.",
        why="The brief would be due for review on the day it is published.",
        wrong="""
status: draft
review_by: 2021-07-20
""",
        right="""
status: draft
review_by: 2021-07-30
""",
    ),
    Rule(
        "as-of-in-the-future",
        "the brief is said to be true up to a day that has not come; today is {today}",
        "set `as_of` to the day of the latest news it takes into account",
        Severity.WARNING,
        is_optional=True,
        meaning="`as_of` is later than today.",
        why="Nobody can vouch for tomorrow, and readers would take the brief for fresher than it is.",
        wrong="""
as_of: 2021-07-25
""",
        right="""
as_of: 2021-07-23
""",
    ),
    Rule(
        "changes-out-of-order",
        "this change is older than the one above it",
        "put the changes in the order of their dates, newest last",
        Severity.WARNING,
        is_optional=True,
        meaning="The list of changes is not in the order of its dates.",
        why="Readers take the last entry for the newest.",
        wrong="""
changes:
  - {date: 2021-07-23, text: The figures were corrected.}
  - {date: 2021-07-20, text: First published.}
""",
        right="""
changes:
  - {date: 2021-07-20, text: First published.}
  - {date: 2021-07-23, text: The figures were corrected.}
""",
    ),
    Rule(
        "source-after-as-of",
        "`{value}` was published after the day up to which the brief is true",
        "move `as_of` if the brief takes the source into account, or correct the source’s date",
        Severity.WARNING,
        is_optional=True,
        meaning="A brief cites a source that was published after its `as_of`.",
        why="The brief knows more than it says it knows; one of the two dates is wrong.",
        wrong="""
sources:
  late-news-1:
    title: Survey agreed
    kind: article
    publisher: The Late News
    published: 2021-07-24
    paragraphs: 3
# briefs/water-sharing.yaml
key_points:
  - text: A survey has been agreed.
    cite: late-news-1#p1
""",
        right="""
sources:
  late-news-1:
    title: Survey agreed
    kind: article
    publisher: The Late News
    published: 2021-07-23
    paragraphs: 3
# briefs/water-sharing.yaml
key_points:
  - text: A survey has been agreed.
    cite: late-news-1#p1
""",
    ),
)
