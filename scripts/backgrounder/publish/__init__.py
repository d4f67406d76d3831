"""The last stage: a complete site takes the place of the old one, or the old one stays.

``workshop`` is the project's ignored folder where a site is put together, held by one build at a
time; ``swap`` exchanges two folders; ``ignored`` keeps both out of git. None knows what a site is.
"""

from backgrounder.publish.ignored import ignore_what_is_made, is_in_git
from backgrounder.publish.swap import OccupiedError, publish, recover
from backgrounder.publish.workshop import FOLDER, BusyError, Workshop

__all__ = [
    "FOLDER",
    "BusyError",
    "OccupiedError",
    "Workshop",
    "ignore_what_is_made",
    "is_in_git",
    "publish",
    "recover",
]
