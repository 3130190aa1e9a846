"""A figure, written at the end of its indicator's figures; what others there are stays as it is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.editing.composing import with_item
from generator.editing.filling import in_order
from generator.editing.formatting.kinds import Kind
from generator.editing.rewriting import Change, edited, in_its_form
from generator.model import Indicator, Observation
from generator.reading.loaded import Loaded

FIGURE = Kind(Observation)
"""What a figure is made of."""


def observed(loaded: Loaded, indicator: Indicator, figure: Mapping[str, Any]) -> Change:
    """Give the indicator's file with a new figure.

    Raises:
        RewriteError: the figures are written in a way that cannot be changed safely.
    """
    origin = loaded.origin(indicator)
    edit = with_item(origin.file, origin.place, "observations", in_order(figure, FIGURE), Indicator)
    new, _ = edited(origin.file, [edit])
    return Change(Path(origin.file.path), origin.file.text, in_its_form(origin.file, new, Indicator).text)
