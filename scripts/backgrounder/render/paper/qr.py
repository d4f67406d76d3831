"""The address of a page as a QR code, drawn by the typesetter as vectors."""

from __future__ import annotations

import io

import segno

_MASK = 0
"""ISO/IEC 18004 has eight patterns to lay over a code, of which the encoder takes the one that scores best.
Readers take any, and scoring all eight costs more than all the rest of a code, for each handout."""


def drawing(address: str) -> str:
    """The code as an SVG without a margin; empty where the address is too long for one."""
    try:
        code = segno.make_qr(address, error="m", boost_error=False, mask=_MASK)
    except segno.DataOverflowError:
        return ""
    drawn = io.BytesIO()
    code.save(drawn, kind="svg", border=0, omitsize=True, xmldecl=False, nl=False)
    return drawn.getvalue().decode()
