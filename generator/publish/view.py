"""What pages, exports and feeds are made of: a view of the plan for templates, and the files that come out."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import cached_property, partial
from pathlib import Path, PurePosixPath
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import jinja2
from jinja2.runtime import Macro
from markupsafe import Markup

from generator import charts
from generator.base import measures, text
from generator.base.compiled import compiled
from generator.base.local import benchmark
from generator.base.wording import worded
from generator.chain import changes, revised, whitebook
from generator.chain.decided import decided
from generator.chain.graph import Gaps, Graph, Key, Raised, grouped, letters
from generator.chain.next_step import next_step
from generator.chain.outcomes import outcomes
from generator.chain.subjects import Subjects
from generator.chain.timeline import Event, Timeline
from generator.chain.wordings import difference
from generator.charts import ChartView
from generator.charts.against import against
from generator.charts.drawing.small import tally, trend
from generator.charts.drawing.steps import Step, draw_steps
from generator.figures.beside import Standing, standings
from generator.figures.coverage import Coverage, coverage
from generator.figures.ledger import Ledger
from generator.figures.status import Results
from generator.history.log import Log
from generator.model import (
    IDENTIFIED_TYPES,
    RECORD_TYPES,
    Benchmark,
    Consultation,
    Gone,
    Identified,
    Initiative,
    Organisation,
    Plan,
    Point,
    Record,
    Site,
    Term,
)
from generator.publish import meeting, pointviews, progress
from generator.publish.changelog import Changelog, Line
from generator.publish.dated import Dated
from generator.publish.glossary import Glossary
from generator.publish.navigation import has_progress
from generator.publish.pointviews import PointView

if TYPE_CHECKING:
    from generator.publish.paper.offered import Papers

TEMPLATES = (Path(__file__).parent / "templates", Path(charts.__file__).parent / "templates")
"""The pages' templates, and the sentences about charts."""

_ROOTED = re.compile(r'(href|src)="/(?!/)')


@dataclass(frozen=True, init=False)
class Asset:
    """A file of the site that is not a page; a text is kept as UTF-8, which takes half the room."""

    path: str
    data: bytes

    def __init__(self, path: str, content: str | bytes) -> None:
        object.__setattr__(self, "path", path)
        object.__setattr__(self, "data", content.encode() if isinstance(content, str) else content)

    @property
    def content(self) -> str:
        """The text of the file."""
        return self.data.decode()


@dataclass(frozen=True)
class Alternate:
    """The same as a page tells, in a file for programs."""

    path: str
    media: str
    title: str


@dataclass(frozen=True)
class Page:
    """A page of the site: where it stands, what it is called, and its body as HTML."""

    path: str
    title: str
    body: str
    edit_path: str
    description: str = ""
    kind: str = ""
    crumbs: tuple[tuple[str, str], ...] = ()
    alternates: tuple[Alternate, ...] = ()
    dataset: Mapping[str, Any] | None = None
    """What the page's figures are, for search engines."""
    is_entrance: bool = False
    """Whether it is about no single record, and is the first of its stretches: the search finds it by itself."""
    leads_to: str = ""
    """The address that the page leads to by itself, where it has moved."""
    changed: dt.date | None = None
    """The day when what it tells was last changed, where that is known."""

    @property
    def front(self) -> dict[str, Any]:
        """Give what a site generator needs to know beside the body: the front matter of a Markdown file."""
        return {
            "title": self.title,
            "description": self.description,
            "kind": self.kind,
            "crumbs": [{"title": title, "path": path} for title, path in self.crumbs],
            "alternates": [asdict(alternate) for alternate in self.alternates],
            "dataset": self.dataset,
            "entrance": self.is_entrance,
            "leads_to": self.leads_to,
            "changed": self.changed.isoformat() if self.changed else "",
        }

    def markdown(self) -> str:
        """Write the page as a Markdown file: a front matter (JSON is YAML) and one block of HTML."""
        return f"---\n{json.dumps(self.front, ensure_ascii=False)}\n---\n\n{self.body}\n"


@dataclass(frozen=True)
class View:
    """Everything that templates can ask for."""

    plan: Plan
    graph: Graph
    gaps: Gaps
    ledgers: Mapping[str, Ledger]
    """The figures of every indicator and what follows from them, by its id."""
    charts: Mapping[str, ChartView]
    results: Results
    timeline: Timeline
    subjects: Subjects
    edit_path: Callable[[Identified | Site | Gone], str]
    read_log: Callable[[], Log]
    """Reads the log of changes, which only some pages and files ask for."""
    make_papers: Callable[[View], Papers]
    """Lists the papers that lie beside the pages; to know how long one is, it is made."""
    today: dt.date
    """The day that deadlines and ages are worked out on."""
    shown: dict[tuple[object, ...], Markup] = field(default_factory=dict, init=False, repr=False)
    """What has been shown once and is the same on every page."""
    glossary: Glossary = field(init=False)
    environment: jinja2.Environment = field(init=False)

    def __post_init__(self) -> None:
        """Give the templates their functions, once for all pages."""
        object.__setattr__(self, "glossary", Glossary(self.plan.of(Term)))
        object.__setattr__(self, "environment", _environment(self))

    @cached_property
    def coverage(self) -> Mapping[str, Coverage]:
        """How many figures every indicator has and of which days, by its id."""
        return coverage(self.ledgers.values())

    @cached_property
    def standings(self) -> Sequence[Standing]:
        """Where the municipality stands beside the area that it measures itself by."""
        return standings(self.plan, self.ledgers)

    @cached_property
    def about(self) -> Mapping[str, Sequence[PointView]]:
        """The points about each theme by its id, a view for each state that any of them has."""
        points = grouped((theme, item) for item in self.graph.points for theme in dict.fromkeys(item.point.themes))
        return {theme: pointviews.states_of(self.plan, found) for theme, found in points.items()}

    @cached_property
    def log(self) -> Log:
        """What was put on the site when."""
        return self.read_log()

    @cached_property
    def papers(self) -> Papers:
        """The papers that lie beside the pages."""
        return self.make_papers(self)

    @cached_property
    def changelog(self) -> Changelog:
        """The same as lines of a page."""
        return Changelog(self.log, self.plan, {name: self.address(it)[1:] for name, it in self.graph.raised.items()})

    @cached_property
    def dated(self) -> Dated:
        """When what the pages tell was last changed."""
        return Dated(self.log, self.graph, self.today)

    def latest(self, most: int) -> Sequence[Line]:
        """Give the newest changes, read when they are asked for."""
        return self.changelog.latest(most)

    def happened(self, record: Record) -> list[Event]:
        """List the steps that the feed of a record tells, the newest first; of most types of record it is none."""
        match record:
            case Organisation():
                return self.timeline.of_organisation(record.id)
            case Consultation():
                return self.timeline.of_consultation(record.id)
            case Benchmark():
                return self.timeline.of_benchmark(record.id)
            case Initiative():
                return self.timeline.of_initiative(record.id)
        return []

    def put_on_site(self, event: Event) -> dt.date:
        """Give the day on which a step was put on the site, as far as the log knows; else the day when it happened."""
        if self.plan.site.published is None:
            return event.date  # before that, nobody has read anything
        return self.log.steps.get((event.kind, event.subject[1], event.number), event.date)

    def get(self, key: Key) -> Any:  # noqa: ANN401  a record of any type
        """Give the record at the end of a link; of a point, with what surrounds it."""
        kind, identity = key
        return self.graph.raised[identity] if kind == Point.type else self.plan.record(kind, identity)

    def called(self, key: Key) -> str:
        """Say what readers call the record at the end of a link."""
        found = self.get(key)
        record: Identified = found.point if isinstance(found, Raised) else found
        return record.called

    def by_type(self, keys: Iterable[Key]) -> list[tuple[str, list[Key]]]:
        """Gather records under what readers call several of their type, in the order of the types."""
        found: dict[str, list[Key]] = {}
        for key in keys:
            found.setdefault(key[0], []).append(key)
        return [(model.plural, found[model.type]) for model in IDENTIFIED_TYPES if model.type in found]

    def address(self, item: Record | Raised) -> str:
        """Give the address of a record or a point from the site's root, with a leading slash."""
        if isinstance(item, Raised):
            return f"/{item.response.address}#{item.point.id}"
        return f"/{item.address}"

    def once(self, macro: Macro, *given: Hashable) -> Markup:
        """Call a macro whose text depends on nothing but what it is given, and remember the text for other pages."""
        key = (macro.name, *given)
        if key not in self.shown:
            self.shown[key] = Markup(macro(*given))  # noqa: S704  a template has escaped it
        return self.shown[key]

    @cached_property
    def macros(self) -> Any:  # noqa: ANN401  what a template defines
        """The small pieces that pages share."""
        return self.environment.get_template("macros.html.j2").module

    def render(self, name: str, **values: object) -> tuple[str, Any]:
        """Render a template; give its text, and its module for the values that it sets at its top."""
        module = self.environment.get_template(name).make_module({"gloss": self.glossary.page(), **values})
        return str(module).strip(), module


def relative(body: str, path: str) -> str:
    """Make links from the site's root relative to a page, so that the site can stand in any folder."""
    depth = path.count("/") + (0 if PurePosixPath(path).name == "index.md" else 1)
    return _ROOTED.sub(rf'\1="{"../" * depth or "./"}', body)


def _environment(view: View) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=compiled(),
        auto_reload=False,
    )
    environment.globals.update(
        plan=SimpleNamespace(**{f"{model.type}s": view.plan.of(model) for model in RECORD_TYPES}),
        site=view.plan.site,
        graph=view.graph,
        gaps=view.gaps,
        newest={name: ledger.newest for name, ledger in view.ledgers.items()},
        charts=view.charts,
        against=against,
        tally=tally,
        trend=trend,
        step=Step,
        draw_steps=draw_steps,
        charted=progress.CHARTS,
        results=view.results,
        get=view.get,
        called=view.called,
        by_type=view.by_type,
        views=pointviews.names(),
        word=benchmark(),
        has_progress=has_progress(view.plan),
        benchmarks_at=(Benchmark.plural, f"{Benchmark.section}/"),
        states_about=lambda theme: view.about.get(theme, ()),
        meeting_at=meeting.addresses(view.graph.benchmarks),
        once=view.once,
        address=view.address,
        changed=partial(changes.changed, view.plan),
        decider=partial(changes.decider, view.plan),
        decided=decided(view.graph),
        answers_another_text=view.graph.answers_another_text,
        outcomes=outcomes,
        latest=view.latest,
        papers=view.papers,
        heard=partial(whitebook.heard, view.graph),
        carried=partial(whitebook.carried, view.plan),
        revised_figures=revised.figures,
        revised_demands=revised.demands,
        next_step=lambda item: next_step(item, view.plan, view.today),
        difference=difference,
        today=view.today,
        happened=view.happened,
        letters=letters,
        unreplied=whitebook.unreplied(view.graph),
        withheld=grouped((line.address, line) for line in view.plan.gone.withheld),
        timeline=view.timeline,
        subjects=view.subjects,
        counted=text.counted,
        amount=measures.amount,
        measure=measures.measure,
        unbroken=text.unbroken,
    )
    environment.filters.update(
        date=text.danish_date,
        age=lambda since: text.age(since, view.today),
        number=text.danish_number,
        paragraphs=text.paragraphs,
        emphasised=text.emphasised,
        worded=worded,
        joined=text.joined,
        capitalised=text.capitalised,
        danish_sort=text.danish_sort,
        by_letter=text.by_letter,
        natural_sort=text.natural_sort,
        slug=text.as_id,
        opening=text.opening,
    )
    return environment
