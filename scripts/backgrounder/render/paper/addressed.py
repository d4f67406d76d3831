"""Addresses as they are printed."""

from __future__ import annotations


def short(url: str) -> str:
    """The address as it is read out: without the scheme and the slash at its end."""
    return url.split("://", 1)[-1].rstrip("/")
