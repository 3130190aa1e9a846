"""The rows of the tables, from records and links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from generator.base.text import unemphasised
from generator.chain.graph import Key
from generator.model import (
    Area,
    Benchmark,
    Department,
    Document,
    Indicator,
    Organisation,
    Plan,
    Point,
    Target,
    TargetGroup,
    TextChange,
)
from generator.publish.exports.sheets import Cell
from generator.publish.exports.standing import standing
from generator.publish.view import View

Row: TypeAlias = Sequence[Cell]

_OTHERS = ("goal", "indicator", "target", "initiative", "recommendation")
"""The types whose links with benchmarks and points have a column, in the columns' order."""


def observations(plan: Plan, indicator: Indicator) -> Iterator[Row]:
    """List the figures of an indicator, as the editors ordered them."""
    for observation in indicator.observations:
        source = indicator.source_of(observation)
        yield (
            observation.period.code,
            observation.period.start,
            observation.period.end,
            plan.of(Area)[observation.area].title,
            observation.area,
            observation.group,
            observation.value,
            observation.kind,
            indicator.unit,
            observation.calculation,
            observation.note,
            plan.of(Document)[source.document].title,
            source.document,
            source.section,
        )


def indicators(view: View) -> Iterator[Row]:
    """Say of each indicator what it measures and where its figures stand."""
    for indicator in view.plan.of(Indicator).values():
        covered = view.coverage[indicator.id]
        yield (
            indicator.id,
            indicator.title,
            indicator.definition,
            indicator.unit,
            indicator.direction,
            covered.figures,
            covered.first,
            covered.last,
            " ".join(at.period.code for at in indicator.breaks),
            indicator.original_source,
            view.plan.of(Document)[indicator.source.document].title,
            indicator.source.document,
            indicator.source.section,
            f"indikatorer/{indicator.id}.csv",
            indicator.address,
        )


def overview(view: View) -> Iterator[Row]:
    """List what belongs to each benchmark."""
    for benchmark in view.plan.of(Benchmark).values():
        points = view.graph.points_of(benchmark.id)
        yield (
            benchmark.id,
            benchmark.title,
            " ".join(item.point.id for item in points),
            " ".join(item.point.id for item in points if not item.answered),
            *(_near(view, (benchmark.type, benchmark.id), other) for other in _OTHERS),
            benchmark.address,
        )


def points(view: View) -> Iterator[Row]:
    """List the points of all letters, in the order of the letters."""
    for raised in view.graph.raised.values():
        point, response = raised.point, raised.response
        yield (
            point.id,
            view.plan.of(Organisation)[response.organisation].title,
            response.date,
            " ".join(raised.benchmarks),
            point.kind,
            point.state,
            point.summary,
            unemphasised(point.text),
            *(_near(view, (point.type, point.id), other) for other in _OTHERS),
            response.id,
            raised.heading,
            " ".join(point.themes),
            *_newest_answer(point),
            view.address(raised).lstrip("/"),
        )


def _newest_answer(point: Point) -> Row:
    entry = point.history[-1] if point.history else None
    change = entry.change if entry else None
    return (
        entry.date if entry else None,
        entry.answer if entry else None,
        entry.reason if entry else None,
        entry.decided_by if entry else None,
        change.before if change else None,
        change.after if change else None,
        change.reference if change else None,
    )


def answers(view: View) -> Iterator[Row]:
    """List every step in the answering of every point."""
    for raised in view.graph.raised.values():
        for entry in raised.point.history:
            change = entry.change or TextChange()
            yield (
                raised.point.id,
                entry.date,
                entry.status,
                entry.answer,
                entry.reason,
                entry.decided_by,
                change.before,
                change.after,
                change.reference,
                entry.note,
                view.plan.of(Document)[entry.source.document].title,
                entry.source.document,
                entry.source.section,
            )


def targets(view: View) -> Iterator[Row]:
    """List every part of every target, with how it stands."""
    plan = view.plan
    for target in plan.of(Target).values():
        result = view.results.targets[target.id]
        for verdict in result.verdicts:
            part = verdict.part
            yield (
                target.id,
                part.id,
                target.number,
                target.title,
                target.plan,
                target.year,
                plan.of(Department)[target.department].title if target.department else None,
                plan.of(TargetGroup)[part.target_group].title if part.target_group else None,
                part.label,
                part.comparator,
                part.value,
                part.unit,
                part.reference,
                part.offset,
                part.indicator,
                part.group,
                target.unmeasured,
                result.status,
                *standing(plan, verdict).values(),
                f"{target.address}#{part.id}",
            )


def links(view: View) -> Iterator[Row]:
    """List every link, once, the way it was stored."""
    for edge in view.graph.edges:
        yield (*edge.source, *edge.target, edge.why, edge.stale)


def _near(view: View, key: Key, other: str) -> str:
    return " ".join(near.key[1] for near in view.graph.neighbours(key, other))
