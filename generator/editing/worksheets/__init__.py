"""A case's table that somebody has filled in, in Word or in a spreadsheet, as answers at their points.

`grids` is what both kinds of file become; `word` and `sheets` read them; `answers` holds a table against the data: what
is ours must stand as we wrote it, and what is new becomes an answer; `trying` holds the answers against every rule.
Everything that is wrong is told at once.
"""

from generator.editing.worksheets.answers import Filled, filled
from generator.editing.worksheets.grids import TableError
from generator.editing.worksheets.reading import read
from generator.editing.worksheets.trying import tried

__all__ = ["Filled", "TableError", "filled", "read", "tried"]
