"""The story of a site, from the data folder to everything that is published: load, check, draw, write."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator import charts, rules
from generator.base.problems import Problem, has_errors
from generator.chain import links
from generator.charts import ChartView, TargetLine
from generator.figures import status
from generator.figures.ledger import Ledger
from generator.model import Plan
from generator.publish.assets import assets
from generator.publish.exports import csv_path, exports
from generator.publish.feeds import feeds
from generator.publish.interactive import figure_path, interactive
from generator.publish.pages import pages
from generator.publish.view import Asset, Page, View
from generator.reading.loading import Loaded, load


@dataclass(frozen=True)
class Built:
    """What a data folder became: the plan, the problems, and (where no problem is an error) the site's files."""

    plan: Plan | None = None
    problems: list[Problem] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)
    assets: list[Asset] = field(default_factory=list)


def check(data: Path, today: dt.date) -> tuple[Loaded, list[Problem]]:
    """Load a data folder and find every problem in it; `today` is what dates are held against."""
    loaded = load(data)
    return loaded, [*loaded.problems, *rules.check(loaded, today)]


def build(data: Path, today: dt.date) -> Built:
    """Turn a data folder into pages and data files; with errors in the data there are none."""
    loaded, problems = check(data, today)
    plan = loaded.plan
    if plan is None or has_errors(problems):
        return Built(plan, problems)
    graph = links.graph(plan)
    ledgers = {name: Ledger.of(indicator, plan.areas) for name, indicator in plan.indicators.items()}
    targets = _target_lines(plan)
    view = View(
        plan=plan,
        graph=graph,
        gaps=links.gaps(graph),
        ledgers=ledgers,
        charts={name: _chart(plan, ledger, targets.get(name, [])) for name, ledger in ledgers.items()},
        results=status.results(plan, ledgers, today),
        edit_path=lambda record: loaded.origin(record).file.path,
    )
    files = list(exports(view))
    return Built(plan, problems, list(pages(view, files)), [*files, *feeds(view), *interactive(view), *assets()])


def _chart(plan: Plan, ledger: Ledger, targets: Sequence[TargetLine]) -> ChartView:
    indicator = ledger.indicator
    addresses = charts.Addresses(
        sources={document.id: f"/{document.address}" for document in plan.documents.values()},
        csv=f"/{csv_path(indicator)}",
        page=f"/{indicator.address}",
        figure=f"/{figure_path(indicator)}",
    )
    return charts.view(ledger, plan.documents, addresses, ids=indicator.id, targets=targets)


def _target_lines(plan: Plan) -> dict[str, list[TargetLine]]:
    """Gather the sub-targets with a fixed value that an indicator measures, by the indicator's id."""
    found: dict[str, list[TargetLine]] = {}
    for target in plan.targets.values():
        for part in target.parts:
            if part.indicator is None or part.value is None or part.comparator is None:
                continue
            group = plan.target_groups[part.target_group].title if part.target_group else ""
            label = ", ".join(filter(None, (group, part.label)))
            line = TargetLine(part.value, label, part.comparator, part.group or "", f"/{target.address}#{part.id}")
            found.setdefault(part.indicator, []).append(line)
    return found
