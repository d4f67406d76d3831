"""The first stage: files in ``briefs/`` become a corpus of records, or diagnostics.

``files`` decides what is read, ``nodes`` parses YAML under a guard and keeps positions,
``structure`` makes records of nodes and ``values`` their single values, ``shapes`` has what the model
wants to be written; ``straight`` makes faultless briefs without nodes, ``corpus`` puts the records
together, ``locate`` finds the position of a place again. References between records are left to
``link``.
"""

from backgrounder.load.corpus import Shelves, faultless_brief, load_corpus
from backgrounder.load.files import ContentFile, odd_files
from backgrounder.load.locate import locate
from backgrounder.model.loaded import Loaded

__all__ = ["ContentFile", "Loaded", "Shelves", "faultless_brief", "load_corpus", "locate", "odd_files"]
