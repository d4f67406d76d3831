"""Backgrounder compiles briefings written in YAML into a searchable site and print-ready handouts.

Data goes one way, and each folder is one stage:

    load -> check -> link -> render (site | handout) -> hosts (MkDocs) and typeset (Typst) -> publish

``pipeline`` calls the stages in that order, ``cli`` calls ``pipeline``. ``model``, ``spans`` and
``diagnostics`` are the vocabulary that every stage shares.
"""

__version__ = "0.7.0"
