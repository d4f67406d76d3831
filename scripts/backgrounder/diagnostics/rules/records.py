"""The shape of a record: its fields and the kinds of values they take."""

from __future__ import annotations

from backgrounder.diagnostics.rule import Rule

RULES = (
    Rule(
        "duplicate-key",
        "`{key}` stands here twice",
        "keep one of them",
        meaning="A field stands twice in one record.",
        why="Only one of the two would be published, and nobody could say which one was meant.",
        wrong="""
title: Sharing the river
title: Sharing the water
""",
        right="""
title: Sharing the river
""",
    ),
    Rule(
        "unknown-field",
        "{record} has no field `{field}`",
        "the fields are: {fields}",
        meaning="A record has a field that no such record has.",
        why="What stands in it would be lost without a word; most often the name is misspelt.",
        wrong="""
reviewed_by: 2021-07-30
""",
        right="""
review_by: 2021-07-30
""",
    ),
    Rule(
        "missing-field",
        "{record} has no `{field}`",
        "add a line `{field}: …`",
        meaning="A record lacks a field that every such record needs.",
        why="The page would have a hole where readers expect a fact.",
        wrong="""
key_points:
  - cite: daily-2021-07-22#p2
""",
        right="""
key_points:
  - text: The ministries are to meet in August 2021.
    cite: daily-2021-07-22#p2
""",
    ),
    Rule(
        "empty-value",
        "`{field}` has no value",
        "write one after the colon, or delete the line",
        meaning="A field or an item of a list has no value.",
        why="It was started and not finished, or a value was lost.",
        wrong="""
sourcing:
""",
        right="""
sourcing: Two newspapers; neither quotes the downstream side.
""",
    ),
    Rule(
        "wrong-type",
        "{what} must be {wanted}, but this is {found}",
        "write {example}",
        meaning="A value is of another kind than its field: a list where a text belongs, a text where a list belongs, a word that is not true or false.",
        why="The program would have to guess what was meant.",
        wrong="""
key_points: The ministries are to meet in August 2021.
""",
        right="""
key_points:
  - text: The ministries are to meet in August 2021.
    cite: daily-2021-07-22#p2
""",
    ),
    Rule(
        "text-too-long",
        "`{field}` has {length} characters, more than the {most} allowed",
        "shorten it",
        meaning="A text is longer than its field allows.",
        why="Titles and names go into lists, tables and the handout, where there is no room for more.",
        wrong="""
title: Sharing the river, season by season, Sharing the river, season by season, Sharing the river, season by season, Sharing the river, season by season, Sharing the river, season by season, Sharing the river, season by season, Sharing the river, season by season, Sharing the river, season by season, Sharing the river, season by season
""",
        right="""
title: Sharing the river, season by season
""",
    ),
    Rule(
        "not-one-line",
        "`{field}` must be one {unit}",
        "take the line breaks out",
        meaning="A text that belongs in one paragraph has line breaks.",
        why="It stands in places that show one paragraph, such as a list or the head of a handout.",
        wrong="""
bottom_line: |
  The ministries are to meet.
  No date is reported.
""",
        right="""
bottom_line: >-
  The ministries are to meet.
  No date is reported.
""",
    ),
    Rule(
        "bad-id",
        "`{value}` cannot be an id",
        "use small letters, digits and single hyphens, as in `{suggestion}`",
        meaning="An id has other signs than small letters, digits and single hyphens.",
        why="Ids are addresses: they stand in links that others keep.",
        wrong="""
topics: [Water]
""",
        right="""
topics: [water]
""",
    ),
    Rule(
        "reserved-id",
        "`{value}` is reserved",
        "choose another id, as in `{value}-1`",
        meaning="An id is a name that the site or a file system needs for itself.",
        why="Its page would take the place of another.",
        wrong="""
topics:
  search:
    name: Search
""",
        right="#! The same record with another id, such as `search-and-rescue`.",
    ),
    Rule(
        "unknown-choice",
        "`{value}` is not one of the words for `{field}`",
        "write one of: {choices}",
        meaning="A field that takes one of a few words has another.",
        why="The words have one meaning each, on the page, in lists and in the tracker.",
        wrong="""
status: finished
""",
        right="""
status: published
""",
    ),
    Rule(
        "impossible-date",
        "{problem}",
        "write 2021, 2021-07 or 2021-07-23",
        meaning="A date is one that no calendar has, or is written in another order.",
        why="The timeline and everything that is due are sorted by it.",
        wrong="""
as_of: 23.07.2021
""",
        right="""
as_of: 2021-07-23
""",
    ),
    Rule(
        "bad-citation",
        "`{value}` is not a citation",
        "write the source's id, `#p` and the number of the paragraph, as in `{example}#p4`",
        meaning="A citation is not a source’s id with the number of a paragraph.",
        why="Readers could not be led to the place.",
        wrong="""
key_points:
  - text: The ministries are to meet in August 2021.
    cite: The Daily, 22 July
""",
        right="""
key_points:
  - text: The ministries are to meet in August 2021.
    cite: daily-2021-07-22#p2
""",
    ),
    Rule(
        "bad-address",
        "`{value}` is not a web address",
        "copy it from the browser: https:// or http://, then the site, without spaces",
        meaning="An address does not start with https:// or http://, or has spaces.",
        why="The link would lead nowhere.",
        wrong="""
sources:
  daily-2021-07-23:
    title: Minister speaks
    kind: article
    publisher: The Daily
    url: www.daily.example/minister
""",
        right="#! The same source with `url: https://www.daily.example/minister`.",
    ),
    Rule(
        "bad-language",
        "`{value}` is not a language tag",
        "write a tag such as en, ar, ckb or fa",
        meaning="A language tag is not one that browsers know.",
        why="Readers who listen to a page would hear the text read by the rules of another language.",
        wrong="""
language: English
""",
        right="""
language: en
""",
    ),
    Rule(
        "number-out-of-range",
        "`{field}` must be between {least} and {most}",
        "write a number in that range",
        meaning="A number is smaller or larger than its field allows.",
        why="It cannot be what was meant.",
        wrong="""
sources:
  daily-2021-07-23:
    title: Minister speaks
    kind: article
    publisher: The Daily
    paragraphs: 0
""",
        right="#! The same source with the number of its paragraphs, or without the field.",
    ),
    Rule(
        "unprintable-character",
        "a handout cannot print {character}",
        "the handout's fonts have no such character; write it in Latin, Greek, Cyrillic or Arabic letters, "
        "or leave it out",
        meaning="A text has a character that the handout’s fonts do not have.",
        why="The printed page would show an empty box, or could not be made at all.",
        wrong="""
title: Sharing the river 🙂
""",
        right="""
title: Sharing the river
""",
    ),
)
