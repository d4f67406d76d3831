"""Puts the site together: pages are filled into the frame that a host has made, and search gets its index.

What a build needs and the last one has made already is taken over: a page whose key is the same, unless its
file on the published site has been touched since. So a build after an edit makes what the edit has changed,
and gives the same files as a build from nothing.
"""

from backgrounder.assemble.assembly import Assembled, Parcel, assemble, is_as_wanted, pages_of
from backgrounder.assemble.frame import Contents, Frame, Shell, contents_of, shell_name
from backgrounder.assemble.same import keep_same
from backgrounder.assemble.searching import NO_DOCUMENTS, search_page, write_search
from backgrounder.assemble.tree import Tree

__all__ = [
    "NO_DOCUMENTS",
    "Assembled",
    "Contents",
    "Frame",
    "Parcel",
    "Shell",
    "Tree",
    "assemble",
    "contents_of",
    "is_as_wanted",
    "keep_same",
    "pages_of",
    "search_page",
    "shell_name",
    "write_search",
]
