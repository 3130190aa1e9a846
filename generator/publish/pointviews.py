"""Points seen in several ways, each a page of plain links.

An organisation's stand by answer, by benchmark and by theme; those about a theme by how they stand, a page for each
state that any of them has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.base.local import benchmark
from generator.base.text import as_id, danish_sort
from generator.chain.graph import Raised, grouped
from generator.chain.outcomes import outcomes
from generator.model import Benchmark, Plan, Theme


class Group(NamedTuple):
    """Points under a heading; `address` is that of the record whose name the heading is."""

    heading: str
    anchor: str
    address: str
    points: Sequence[Raised]


class Row(NamedTuple):
    """A point in a way to see points, with its group and the group's place among them."""

    place: int
    group: Group
    item: Raised


@dataclass(frozen=True)
class PointView:
    """One way to see some points."""

    path: str
    name: str
    rows: Sequence[Row]


def point_views(plan: Plan, points: Sequence[Raised]) -> Iterator[PointView]:
    """Yield the ways to see some points."""
    for (path, name), gathered in zip(names().items(), _GATHERED, strict=True):
        groups = [group for group in gathered(plan, points) if group.points]
        yield PointView(
            path, name, [Row(place, group, item) for place, group in enumerate(groups) for item in group.points]
        )


def states_of(plan: Plan, points: Sequence[Raised]) -> list[PointView]:
    """Give a view for each state that any of some points has, what has no answer first."""
    return [
        PointView(group.anchor, group.heading, [Row(0, group, item) for item in group.points])
        for group in _by_state(plan, points)
    ]


def _by_state(plan: Plan, points: Sequence[Raised]) -> Iterable[Group]:  # noqa: ARG001  as all the ways are called
    """Begin with what has no answer: it is what a reader looks for."""
    for state, _ in reversed(outcomes(points).found):
        same = [item for item in points if item.state is state]
        yield Group(str(state).capitalize(), as_id(state), "", same)


def _by_benchmark(plan: Plan, points: Sequence[Raised]) -> Iterable[Group]:
    word, about = benchmark(), grouped((name, item) for item in points for name in item.benchmarks)
    for found in sorted((plan.of(Benchmark)[name] for name in about), key=lambda found: found.number):
        yield Group(f"{found.number}. {found.title}", found.id, found.address, about[found.id])
    loose = [item for item in points if not item.benchmarks]
    yield Group(f"Uden for {word.the_many}", word.none, "", loose)


def _by_theme(plan: Plan, points: Sequence[Raised]) -> Iterable[Group]:
    about = grouped((name, item) for item in points for name in item.point.themes)
    for theme in danish_sort((plan.of(Theme)[name] for name in about), "title"):
        yield Group(theme.title, theme.id, theme.address, about[theme.id])


_GATHERED: Sequence[Callable[[Plan, Sequence[Raised]], Iterable[Group]]] = (_by_state, _by_benchmark, _by_theme)


def names() -> Mapping[str, str]:
    """Give what each way is called, by the end of its address."""
    return {f"efter-{as_id(by)}": f"Efter {by}" for by in ("svar", benchmark().one, "emne")}
