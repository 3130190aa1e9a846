"""What the front page shows at a glance: how far the chain goes, each benchmark in a row, and a few charts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.chain.graph import Raised
from generator.figures.comparing import Series
from generator.figures.judging import Verdict
from generator.figures.telling import Told
from generator.model import Benchmark, Indicator, Target
from generator.model.vocabulary import TargetStatus
from generator.publish.view import View

MOST_CHARTS = 3
"""A front page is no list of figures."""


@dataclass(frozen=True)
class Glance:
    """A benchmark in a row: who was answered, which way it goes, and which sub-targets are met."""

    benchmark: Benchmark
    points: Sequence[Raised]
    indicators: Sequence[Indicator]
    verdicts: Sequence[Verdict]
    shown: Indicator | None
    """The indicator that the row shows: the first with a way, or else the first."""
    series: Series | None
    newest: Told | None


@dataclass(frozen=True)
class Front:
    """What the front page is made of."""

    view: View

    @cached_property
    def glances(self) -> Sequence[Glance]:
        """Every benchmark that holds, in the order of their numbers."""
        return [self._glance(one) for one in sorted(self.view.graph.benchmarks, key=lambda one: one.number)]

    @cached_property
    def changed(self) -> int:
        """How many points have an answer that changed a text or something that is done."""
        return len([item for item in self.view.graph.points if any(entry.changes for entry in item.history)])

    @cached_property
    def measured(self) -> Sequence[Verdict]:
        """The sub-targets that a figure decides about."""
        return [one for one in self.view.results.verdicts if one.status is not TargetStatus.UNMEASURED]

    @cached_property
    def charts(self) -> Sequence[str]:
        """Choose indicators that say most by their charts.

        First those beside another area and then those with a demand, because a figure alone says neither good nor bad;
        of these what most benchmarks have, and then the newest.
        """
        graph = self.view.graph
        used = [
            name for name in self.view.plan.of(Indicator) if graph.neighbours((Indicator.type, name), Benchmark.type)
        ]
        found: list[str] = []
        for name in sorted(used, key=self._rank):
            if self.view.charts[name].narrow:
                found.append(name)
            if len(found) == MOST_CHARTS:
                break
        return found

    def _rank(self, name: str) -> tuple[bool, bool, int, int, str]:
        ledger = self.view.ledgers[name]
        used = len(self.view.graph.neighbours((Indicator.type, name), Benchmark.type))
        newest = ledger.newest.period.end.toordinal() if ledger.newest else 0
        return not ledger.facts.others, not self.view.results.measured_by(name), -used, -newest, name

    def _glance(self, benchmark: Benchmark) -> Glance:
        near = self._near(benchmark, Indicator.type)
        results = self.view.results.targets
        ledgers = [self.view.ledgers[name] for name in near]
        moving = [ledger for ledger in ledgers if ledger.subject and any(ledger.subject[0].edges)]
        shown = next(iter([*moving, *ledgers]), None)
        return Glance(
            benchmark=benchmark,
            points=self.view.graph.points_of(benchmark.id),
            indicators=[ledger.indicator for ledger in ledgers],
            verdicts=[one for name in self._near(benchmark, Target.type) for one in results[name].verdicts],
            shown=shown.indicator if shown else None,
            series=shown.subject[0] if shown and shown.subject else None,
            newest=shown.newest if shown else None,
        )

    def _near(self, benchmark: Benchmark, other: str) -> Sequence[str]:
        return [near.key[1] for near in self.view.graph.neighbours((Benchmark.type, benchmark.id), other)]


def marks(looks: Mapping[str, tuple[str, str]]) -> Mapping[str, tuple[str, str]]:
    """Give the mark of every state, in order; a sub-target without a figure is told from a point without answer."""
    return {**looks, TargetStatus.UNMEASURED.value: (looks[TargetStatus.UNMEASURED.value][0], "□")}


def in_order(looks: Mapping[str, tuple[str, str]], states: Sequence[str]) -> Sequence[tuple[str, str]]:
    """Give the marks of some states, those that are alike together, in the order of the marks."""
    order = list(looks)
    return [looks[state] for state in sorted(states, key=order.index)]
