"""What is said of each kind of problem, a file for each topic. Only words: the stages find the facts."""

from __future__ import annotations

from backgrounder.diagnostics.rules import (
    across,
    allowances,
    completeness,
    dates,
    evidence,
    facts,
    files,
    judgements,
    paper,
    publication,
    questions,
    quotations,
    records,
    references,
    registry,
    sourcing,
    stakeholders,
    tidiness,
    wording,
    yaml,
)

TOPICS = (
    files,
    yaml,
    records,
    references,
    publication,
    allowances,
    completeness,
    quotations,
    evidence,
    facts,
    sourcing,
    judgements,
    questions,
    dates,
    wording,
    stakeholders,
    registry,
    across,
    tidiness,
    paper,
)
"""In the order of the documentation. The docstring of each is its heading there."""

RULES = tuple(rule for topic in TOPICS for rule in topic.RULES)
