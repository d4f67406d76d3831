"""The fourth stage, on paper: briefs become the data of what is printed.

Here is only data: ``build`` follows a brief's references and says everything that its pages
show (``sheet``); ``fit`` knows what is left out where that is too much; ``axis`` works out the drawn
timeline. ``templates`` has the fixed Typst templates that ``typeset`` sets the data with. No text of a brief ever
becomes Typst source.
"""

from backgrounder.render.paper.book import render_book
from backgrounder.render.paper.failed import not_set, too_long
from backgrounder.render.paper.handout import render_handout, render_handouts
from backgrounder.render.paper.job import TEMPLATES, Job
from backgrounder.render.paper.questions import render_question_sheet, render_question_sheets

__all__ = [
    "TEMPLATES",
    "Job",
    "not_set",
    "render_book",
    "render_handout",
    "render_handouts",
    "render_question_sheet",
    "render_question_sheets",
    "too_long",
]
