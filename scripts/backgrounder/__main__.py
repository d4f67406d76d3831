"""Lets ``python -m backgrounder`` stand for the ``backgrounder`` command."""

from backgrounder.cli import run

run()
