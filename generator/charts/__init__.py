"""An indicator's table as a Plotly figure, and everything that its place on a page shows."""

from generator.charts.forms import choose_form, figure
from generator.charts.parts import TargetLine
from generator.charts.place import ChartView, Links, Source, TableRow, view

__all__ = ["ChartView", "Links", "Source", "TableRow", "TargetLine", "choose_form", "figure", "view"]
