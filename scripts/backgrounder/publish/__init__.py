"""The last stage: a complete site takes the place of the old one, or the old one stays.

``workshop`` is the project's ignored folder where a site is put together, held by one build at a
time; ``swap`` exchanges two folders. Neither knows what a site is.
"""

from backgrounder.publish.swap import OccupiedError, publish, recover
from backgrounder.publish.workshop import BusyError, Workshop

__all__ = ["BusyError", "OccupiedError", "Workshop", "publish", "recover"]
