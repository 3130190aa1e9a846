"""Brings the figures of a table from outside into an indicator's file.

`files` reads a file as grids of cells, `observations` reads a grid as an indicator's `import` says, `changes` compares
the figures with those that the indicator has, and `rewriting` changes its file without touching anything else in it.
For a table that no import explains yet, `proposing` shows what it could be.
"""

from generator.editing.importing.changes import Import, hindrances, lines, prepare
from generator.editing.importing.files import TableFile, read, read_bytes
from generator.editing.importing.proposing import proposal

__all__ = ["Import", "TableFile", "hindrances", "lines", "prepare", "proposal", "read", "read_bytes"]
