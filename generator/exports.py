"""Open data: the figures of every indicator and the overview of links, as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from generator.links import Raised
from generator.model import Benchmark, Indicator
from generator.view import Asset, View

_FORMULA = ("=", "+", "-", "@", "\t", "\r")

OBSERVATIONS = ("period", "area", "group", "value", "kind", "unit", "calculation", "source", "section", "note")
OVERVIEW = ("benchmark", "title", "points", "unanswered", "goals", "indicators")
POINTS = ("point", "organisation", "received", "benchmarks", "kind", "state", "summary", "text", "goals", "indicators")


def exports(view: View) -> Iterator[Asset]:
    """Make every data file of a plan."""
    for indicator in view.plan.indicators.values():
        yield Asset(indicator_path(indicator), _csv(OBSERVATIONS, _observations(view, indicator)))
    yield Asset("data/overblik.csv", _csv(OVERVIEW, (_overview(view, item) for item in view.plan.benchmarks.values())))
    yield Asset("data/punkter.csv", _csv(POINTS, (_point(view, item) for item in view.graph.raised.values())))


def indicator_path(indicator: Indicator) -> str:
    """Give the path of an indicator's CSV file from the site's root."""
    return f"data/indikatorer/{indicator.id}.csv"


def _observations(view: View, indicator: Indicator) -> Iterator[list[object]]:
    for observation in indicator.observations:
        source = indicator.source_of(observation)
        yield [
            observation.period,
            view.plan.areas[observation.area].title,
            observation.group or "",
            f"{observation.value:.10g}",
            observation.kind,
            indicator.unit,
            observation.calculation or "",
            view.plan.documents[source.document].title,
            source.section,
            observation.note or "",
        ]


def _overview(view: View, benchmark: Benchmark) -> list[object]:
    key = (benchmark.type, benchmark.id)
    points = view.graph.points_of(benchmark.id)
    return [
        benchmark.id,
        benchmark.title,
        _ids(item.point.id for item in points),
        _ids(item.point.id for item in points if not item.answered),
        _ids(near.key[1] for near in view.graph.neighbours(key, "goal")),
        _ids(near.key[1] for near in view.graph.neighbours(key, "indicator")),
    ]


def _point(view: View, raised: Raised) -> list[object]:
    key = (raised.point.type, raised.point.id)
    return [
        raised.point.id,
        view.plan.organisations[raised.response.organisation].title,
        raised.response.date.isoformat(),
        _ids(raised.benchmarks),
        raised.point.kind,
        raised.point.state,
        raised.point.summary,
        raised.point.text.replace("*", ""),
        _ids(near.key[1] for near in view.graph.neighbours(key, "goal")),
        _ids(near.key[1] for near in view.graph.neighbours(key, "indicator")),
    ]


def _ids(ids: Iterable[str]) -> str:
    return " ".join(ids)


def _csv(header: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return buffer.getvalue()


def _cell(value: object) -> str:
    """Write a cell that no spreadsheet takes for a formula; numbers keep their sign."""
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA) and not _is_number(text) else text


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
