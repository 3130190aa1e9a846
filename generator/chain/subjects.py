"""A subject through time: everything that carries a theme, in order of the year it speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.chain.links import Graph, Key
from generator.model import Benchmark, Indicator, Initiative, Plan, Recommendation, Target


@dataclass(frozen=True)
class Mention:
    """Something that says something about a subject, and the year it speaks of."""

    year: int
    key: Key
    title: str
    address: str
    text: str = ""
    section_of: str = ""
    """The title of the plan, where the mention is a section of one."""


def mentions(graph: Graph, theme: str) -> list[Mention]:
    """List everything that carries a theme, the oldest first; within a year in the order of the record types."""
    return sorted(
        (mention for mention, themes in _all(graph) if theme in themes),
        key=lambda mention: mention.year,
    )


def _all(graph: Graph) -> Iterator[tuple[Mention, list[str]]]:
    plan = graph.plan
    yield from _sections(plan)
    yield from _goals(plan)
    for target in plan.targets.values():
        yield _whole(target, target.year), target.themes
    for initiative in plan.initiatives.values():
        first = min(_year(plan, source.document) for source in initiative.sources)
        yield _whole(initiative, first), initiative.themes
    for advice in plan.recommendations.values():
        yield _whole(advice, _year(plan, advice.document)), advice.themes
    for benchmark in plan.benchmarks.values():
        yield _whole(benchmark, _year(plan, benchmark.source.document)), benchmark.themes
    for raised in graph.raised.values():
        point, letter = raised.point, raised.response
        address = f"/{letter.address}#{point.id}"
        yield Mention(letter.date.year, (point.type, point.id), point.summary, address), point.themes
    for indicator in plan.indicators.values():
        newest = max(observation.period for observation in indicator.observations)
        yield _whole(indicator, newest.end.year), indicator.themes


def _sections(plan: Plan) -> Iterator[tuple[Mention, list[str]]]:
    for year_plan in plan.plans.values():
        key = (year_plan.type, year_plan.id)
        for part in year_plan.sections:
            address = f"/{year_plan.address}#{part.id}"
            yield Mention(year_plan.year, key, part.title, address, part.summary, year_plan.title), part.themes


def _goals(plan: Plan) -> Iterator[tuple[Mention, list[str]]]:
    for goal in plan.goals.values():
        for year in goal.years:
            address = f"/{goal.address}#aar-{year.year}"
            yield Mention(year.year, (goal.type, goal.id), goal.title, address, year.effort), goal.themes


def _whole(record: Benchmark | Indicator | Initiative | Recommendation | Target, year: int) -> Mention:
    return Mention(year, (record.type, record.id), record.title, f"/{record.address}", record.summary)


def _year(plan: Plan, document: str) -> int:
    return plan.documents[document].date.start.year
