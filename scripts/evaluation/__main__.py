"""Lets ``python -m evaluation`` run the measurement."""

from __future__ import annotations

from evaluation.run import main

main()
