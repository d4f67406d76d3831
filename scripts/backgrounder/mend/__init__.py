"""Mends what has one right answer: puts the edits of diagnostics into the files.

``apply`` changes a text, ``files`` a file in one step, ``project`` all files, checking again after each
round. Which edits are safe is for the finder of a problem to say.
"""

from backgrounder.mend.project import Mended, mend_project

__all__ = ["Mended", "mend_project"]
