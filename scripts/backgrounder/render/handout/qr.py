"""The address of a page as a QR code, drawn by the typesetter as vectors."""

from __future__ import annotations

import segno


def modules(address: str) -> tuple[str, ...]:
    """The code's rows without a margin, each a string of 0 and 1; none where it would not fit."""
    try:
        code = segno.make_qr(address, error="m", boost_error=False)
    except segno.DataOverflowError:
        return ()
    return tuple("".join("1" if module else "0" for module in row) for row in code.matrix)
