"""Mends what has one right answer: puts the edits of diagnostics into the files.

``apply`` changes a text, ``trial`` keeps the edits that make nothing worse, ``project`` goes on until
nothing more can be mended, ``files`` replaces a file in one step. Which edits there are is for the finder
of a problem to say.
"""

from backgrounder.mend.project import Mended, mend_project

__all__ = ["Mended", "mend_project"]
