"""An indicator's figures as a chart, and everything that its place on a page shows."""

from generator.charts.choosing import choose_form, figure
from generator.charts.forms import draw
from generator.charts.parts import TargetLine
from generator.charts.place import Addresses, ChartView, Source, TableRow, view

__all__ = ["Addresses", "ChartView", "Source", "TableRow", "TargetLine", "choose_form", "draw", "figure", "view"]
