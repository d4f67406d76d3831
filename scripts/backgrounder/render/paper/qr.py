"""The address of a page as a QR code, drawn by the typesetter as vectors."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import segno

_MASK = 0
"""ISO/IEC 18004 has eight patterns to lay over a code, of which the encoder takes the one that scores best.
Readers take any, and scoring all eight costs more than all the rest of a code, for each handout."""


def drawing(address: str) -> str:
    """The code as an SVG without a margin; empty where the address is too long for one.

    Of filled shapes: segno's own drawing is of lines, which some viewers move to whole pixels.
    """
    try:
        code = segno.make_qr(address, error="m", boost_error=False, mask=_MASK)
    except segno.DataOverflowError:
        return ""
    shapes = [
        f"M{start} {y}h{length}v1h-{length}z"
        for y, row in enumerate(code.matrix)
        for start, length in _dark_runs(row)
    ]
    size = len(code.matrix)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}"><path d="{"".join(shapes)}"/></svg>'


def _dark_runs(row: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where each run of dark modules starts, and how long it is."""
    place = 0
    for is_dark, run in itertools.groupby(row):
        length = len(list(run))
        if is_dark:
            yield place, length
        place += length
