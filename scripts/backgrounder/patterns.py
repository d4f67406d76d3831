"""Regular expressions that are compiled when they are first used.

The program has more than a hundred of them, and to compile all takes a tenth of the time of a build after an
edit, which uses thirty.
"""

from __future__ import annotations

import re
from typing import Any, cast

_USES = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn", "groupindex")


def late_pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile`` gives, but for faults: these are raised by the first use.

    It can do what the methods of a pattern do, and has its ``pattern``; functions of ``re`` do not take it.
    """
    return cast("re.Pattern[str]", _Late(source, flags))


class _Late:
    """Has its pattern's methods for its own once one of them has been asked for."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _USES:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        for use in _USES:
            setattr(self, use, getattr(compiled, use))
        return getattr(compiled, name)
