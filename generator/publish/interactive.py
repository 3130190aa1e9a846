"""What the interactive charts load when a reader asks for one: each figure as a file, and the library that draws it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

from generator.model import Indicator
from generator.publish.view import Asset, View

# Where it stands, without loading the package, which takes longer than a small build.
LIBRARY = Path(str(distribution("plotly").locate_file("plotly/package_data/plotly.min.js")))


def interactive(view: View) -> Iterator[Asset]:
    """Make the files that only readers of an interactive chart load; nothing where there is no chart."""
    drawn = {name: chart.figure for name, chart in view.charts.items() if chart.figure}
    for name, figure in drawn.items():
        content = json.dumps(figure, ensure_ascii=False, separators=(",", ":"))
        yield Asset(figure_path(view.plan.of(Indicator)[name]), f"{content}\n")
    if drawn:
        # From the installed package, so that it comes from our own site and always fits the figures.
        yield Asset("assets/plotly.min.js", LIBRARY.read_bytes())


def figure_path(indicator: Indicator) -> str:
    """Give the path of an indicator's figure from the site's root."""
    return f"assets/diagrammer/{indicator.id}.json"
