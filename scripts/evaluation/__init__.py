"""Measures the evidence checks on annotated news, run by ``scripts/evaluate``; no part of the package.

``corpus`` reads the articles, ``cast`` makes a registry of those who speak, ``quotations`` finds what they say.
``true``, ``planting``, ``fair`` and ``forms`` turn this into probes: quotations that must pass or must be
told. ``checking`` puts the probes to the program, ``drafting`` measures the draft, ``tables`` prints. The
rules and lists of words here are its own, so that the program is not measured with its own ideas.
"""
