"""The story of a site, from the data folder to everything that is published: load and check, draw, write."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from generator import charts
from generator.base.lazy import Lazy
from generator.base.placing import is_same
from generator.base.problems import Problem, has_errors
from generator.chain.graph import Graph, gaps
from generator.chain.subjects import Subjects
from generator.chain.timeline import Timeline
from generator.charts import ChartView, TargetLine
from generator.checking import check
from generator.editing.form_editor import api, configuration
from generator.figures import status
from generator.figures.ledger import Ledger
from generator.history.log import log
from generator.model import Area, Document, Gone, Identified, Indicator, Plan, Site, Target, TargetGroup
from generator.publish import form_editor
from generator.publish.assets import shared
from generator.publish.emblem.files import sign
from generator.publish.exports import csv_path, exports
from generator.publish.feeds import feeds
from generator.publish.interactive import figure_file, interactive
from generator.publish.pages import outline
from generator.publish.paper.offered import Papers
from generator.publish.view import Asset, Page, View
from generator.publish.wellknown import well_known
from generator.reading.loaded import Loaded, key_of
from generator.reading.source import Memory
from generator.rules.site import stands_where_it_says
from generator.search.pieces import Search


@dataclass(frozen=True)
class Built:
    """What a data folder became: the plan, the problems, and (where no problem is an error) the site's files.

    Each file is made when it is first asked for, so that whoever looks at one page waits for one page.
    """

    plan: Plan | None = None
    problems: list[Problem] = field(default_factory=list)
    outline: Mapping[str, Page] = field(default_factory=dict)
    """Every page by its path."""
    files: Mapping[str, Mapping[str, Asset]] = field(default_factory=dict)
    """The files that are no pages by their paths, in groups that are made together and kept, but for papers."""
    stream: Callable[[], Iterator[Asset]] = field(default=lambda: iter(()), compare=False)
    """Makes the same files one by one and keeps none, for whoever only writes them down."""
    search: Callable[[], Search] | None = field(default=None, compare=False)
    """Enters everything that the plan says into a search; whoever knows the finished pages adds them to it."""
    elsewhere: list[Problem] = field(default_factory=list)
    """That it is built for another address than its own, which no check of the data can see."""

    @property
    def pages(self) -> list[Page]:
        """Every page."""
        return list(self.outline.values())

    @property
    def assets(self) -> list[Asset]:
        """Every file that is no page."""
        return [asset for group in self.files.values() for asset in group.values()]


def build(data: Path, today: dt.date, memory: Memory | None = None, address: str = "") -> Built:
    """Turn a data folder into pages and data files; with errors in the data there are none.

    `address` is where the site is to stand, where that is not, or not yet, said in its own record.
    """
    loaded, problems = check(data, today, memory)
    plan = loaded.plan
    if plan is None or has_errors(problems):
        return Built(problems=problems)
    view = _view(data, loaded, _placed(plan, address), today)
    return replace(_built(view, problems), elsewhere=list(stands_where_it_says(loaded, address)))


def seen(data: Path, today: dt.date, memory: Memory | None = None) -> tuple[View | None, list[Problem]]:
    """Give the view of a data folder that everything published is made of; with errors in the data there is none."""
    loaded, problems = check(data, today, memory)
    plan = loaded.plan
    return (None if plan is None or has_errors(problems) else _view(data, loaded, plan, today)), problems


def _placed(plan: Plan, address: str) -> Plan:
    """Give a plan whose site stands where it is built for; everything that is published asks the site for that."""
    if not address or is_same(plan.site.root, address):
        return plan
    return replace(plan, site=plan.site.model_copy(update={"address": address}))


def _view(data: Path, loaded: Loaded, plan: Plan, today: dt.date) -> View:
    graph = Graph.of(plan)
    ledgers = {name: Ledger.of(indicator, plan.of(Area)) for name, indicator in plan.of(Indicator).items()}
    targets = _target_lines(plan)
    sources = {document.id: f"/{document.address}" for document in plan.of(Document).values()}
    return View(
        plan=plan,
        graph=graph,
        gaps=gaps(graph),
        ledgers=ledgers,
        charts=Lazy(ledgers, lambda name: _chart(plan, ledgers[name], targets.get(name, []), sources)),
        timeline=Timeline(graph),
        subjects=Subjects(plan),
        results=status.results(plan, ledgers, today),
        edit_path=_edit_paths(loaded),
        read_log=lambda: log(data, plan.site.published),
        make_papers=lambda view: Papers(view, data),
        today=today,
    )


def _built(view: View, problems: list[Problem]) -> Built:
    plan, sizes = view.plan, dict[str, int]()

    def measured() -> Iterator[Asset]:
        for asset in exports(view):
            sizes[asset.path] = len(asset.data)
            yield asset

    makers: dict[str, Callable[[], Iterable[Asset]]] = {
        "exports": measured,
        "feeds": lambda: feeds(view),
        "interactive": lambda: interactive(view),
        "shared": lambda: shared(plan.site, plan.logo),
        "sign": lambda: sign(plan.site, plan.logo),
        "known": lambda: well_known(plan.site, view.today),
        "papers": view.papers.assets.values,
    }
    if plan.site.form_editor:
        makers["editor"] = lambda: form_editor.assets(plan.site, api(plan.site), configuration(plan.site))

    def group(name: str) -> Mapping[str, Asset]:
        # Each paper takes as long as ten pages, so whoever looks at one waits for no other.
        return view.papers.assets if name == "papers" else {asset.path: asset for asset in makers[name]()}

    files = Lazy(makers, group)

    def known_sizes() -> Mapping[str, int]:
        if not sizes:
            files.get("exports")  # one page tells how large the data files are, whoever makes them
        return sizes

    makes = dict(outline(view, known_sizes))
    # Whoever asks for a page uses it once; together the pages are most of what a build has in memory.
    pages = Lazy(makes, lambda path: makes[path](), keep=False)
    return Built(
        view.plan,
        problems,
        pages,
        files,
        stream=lambda: chain.from_iterable(make() for make in makers.values()),
        search=lambda: Search(view.plan, view.macros.looks),
    )


def _edit_paths(loaded: Loaded) -> Callable[[Identified | Site | Gone], str]:
    """Give what says which file a record stands in, without holding on to what the files were read as."""
    paths = {key: origin.file.path for key, origin in loaded.origins.items()}
    return lambda record: paths[key_of(record)]


def _chart(plan: Plan, ledger: Ledger, targets: Sequence[TargetLine], sources: Mapping[str, str]) -> ChartView:
    indicator = ledger.indicator
    addresses = charts.Addresses(
        sources=sources,
        csv=f"/{csv_path(indicator)}",
        page=f"/{indicator.address}",
        figure=lambda figure: f"/{figure_file(indicator, figure).path}",
    )
    return charts.view(ledger, plan.of(Document), addresses, ids=indicator.id, targets=targets)


def _target_lines(plan: Plan) -> dict[str, list[TargetLine]]:
    """Gather the sub-targets with a fixed value that an indicator measures, by the indicator's id."""
    found: dict[str, list[TargetLine]] = {}
    for target in plan.of(Target).values():
        for part in target.parts:
            if part.indicator is None or part.value is None or part.comparator is None:
                continue
            group = plan.of(TargetGroup)[part.target_group].title if part.target_group else ""
            label = ", ".join(filter(None, (group, part.label)))
            line = TargetLine(part.value, label, part.comparator, part.group or "", f"/{target.address}#{part.id}")
            found.setdefault(part.indicator, []).append(line)
    return found
