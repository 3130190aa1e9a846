"""What the interactive charts load when a reader asks for one: each figure as a file, and what draws it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from generator.model import Indicator
from generator.publish.assets import CHARTS, LIBRARY, assets, library_path, named
from generator.publish.view import Asset, View


def interactive(view: View) -> Iterator[Asset]:
    """Make the files that only readers of an interactive chart load; nothing where there is no chart."""
    drawn = {name: chart.figure for name, chart in view.charts.items() if chart.figure}
    for name, figure in drawn.items():
        yield figure_file(view.plan.of(Indicator)[name], figure)
    if drawn:
        yield assets()[CHARTS]
        yield Asset(library_path(), LIBRARY.read_bytes())


def figure_file(indicator: Indicator, figure: Mapping[str, Any]) -> Asset:
    """Make the file of an indicator's figure, named by what it holds."""
    content = f"{json.dumps(figure, ensure_ascii=False, separators=(',', ':'))}\n".encode()
    return Asset(named(f"assets/diagrammer/{indicator.id}.json", content), content)
