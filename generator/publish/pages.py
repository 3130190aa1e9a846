"""Records and results as pages; all wording and mark-up stand in the templates beside this module.

A template sets `title`, `description`, `kind` and `crumbs` at its top, and its text is the page's body. A record's
page is made by the template that is named after its type, and the list of its type by the one that is named after
several of them. A list that grows with the data is cut: see `stretches`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, TypeAlias

from generator.base.text import as_id, danish_sort, natural_key, natural_sort
from generator.chain import whitebook
from generator.chain.graph import Key
from generator.model import (
    LINKED_TYPES,
    RECORD_TYPES,
    Benchmark,
    Consultation,
    Document,
    Identified,
    Indicator,
    Initiative,
    Organisation,
    Record,
    Theme,
)
from generator.publish import changelog, feeds, meeting, navigation, progress
from generator.publish.exports import alternates, data_catalogue, dataset, guide
from generator.publish.front import Front, in_order, marks
from generator.publish.pointviews import point_views
from generator.publish.rail import railed
from generator.publish.stretches import WHOLE, Stretch, stretches
from generator.publish.view import Alternate, Page, View, relative

Making: TypeAlias = tuple[str, Callable[[], Page]]
"""The path of a page, and what makes it."""

SPECIAL = {
    "index.md": "front",
    "hvordan-gaar-det/index.md": "progress",
    "overblik/mangler.md": "gaps",
    "data/index.md": "data",
    "was/index.md": "accessibility",
    "soeg/index.md": "search",
}
"""Pages that are neither about one record nor a list of a type: where they stand, and their template."""

_OF_SITE = ("accessibility", "search")
"""Those of them that tell of the site alone."""

_UNFOUND = ("search.html.j2", "gone.html.j2", "changes.html.j2", "meeting.html.j2")
"""The templates of pages that nobody searches for: what they tell stands on other pages too."""

MOST_ROWS = 100
"""The most records of a list, or rows of an overview, on a page."""
MOST_LISTED = 60
"""The most points of a list on a page, so that each is a few stops away by the list of the page's places."""
MOST_NAMED = 20
"""The most rows of an overview on a page that names everything."""
MOST_NAMES = 20
"""The most names in a cell of an overview; the rest are on the page of the row's record."""
MOST_SAID = 112
"""The most letters of what a point says in a row of numbers: four lines on a phone, in the widest font."""
MOST_POINTS = 40
"""The most points, each with its words and its answer, on a page."""
MOST_MENTIONS = 200
"""The most lines of a subject on a page."""
MOST_CITING = 500
"""The most names of records that use a source on a page."""


def outline(view: View, sizes: Callable[[], Mapping[str, int]]) -> Iterator[Making]:
    """List every page by its path, with what makes it; the one that explains the data files asks for their sizes."""
    yield from _special(view, sizes)
    yield from _lists(view)
    yield from _records(view)
    yield from _overviews(view)
    yield from _point_views(view)
    yield from _theme_views(view)
    yield from _whitebooks(view)
    yield from _changes(view)
    yield from _meetings(view)
    yield from _gone(view)


def _special(view: View, sizes: Callable[[], Mapping[str, int]]) -> Iterator[Making]:
    about = view.edit_path(view.plan.site)
    grouped = {"gaps": _gaps(view), "progress": progress.lists(view.plan, view.results, view.standings)}
    for path, template in SPECIAL.items():
        if template == "progress" and not navigation.has_progress(view.plan):
            continue
        groups = grouped.get(template, {})
        most = MOST_LISTED if template == "gaps" else MOST_ROWS
        make = partial(_page, view, template=f"{template}.html.j2", edit_path=about, groups=groups, most=most)
        make = partial(make, lists=navigation.lists(view.plan), front=Front(view), in_order=in_order, marks=marks)
        whole = partial(make, path=path, only="", about=("site", "") if template in _OF_SITE else None)
        if template == "accessibility" and view.plan.site.accessibility.statement_url:
            whole = partial(_leading, whole, view.plan.site.accessibility.statement_url)
        yield path, partial(_explained, whole, view, sizes) if template == "data" else whole
        # A group that is too long to stand on the page has pages of its own.
        for name, items in groups.items():
            if len(items) > (progress.CHARTS if name == "ved-siden-af" else most):
                folder = path.removesuffix("/index.md").removesuffix(".md")
                for place, stretch in stretches(f"{folder}/{name}.md", len(items), most):
                    yield place, partial(make, path=place, only=name, stretch=stretch)


def _lists(view: View) -> Iterator[Making]:
    about = view.edit_path(view.plan.site)
    for model in RECORD_TYPES:
        for section, heading in navigation.filled(view.plan, model):
            make = partial(_page, view, template=f"{model.type}s.html.j2", edit_path=about, about=(model.type, ""))
            for path, stretch in stretches(f"{section}/index.md", _length(view, model, section), MOST_ROWS):
                yield path, partial(make, path=path, section=section, heading=heading, stretch=stretch)


def _records(view: View) -> Iterator[Making]:
    for model in RECORD_TYPES:
        for record in view.plan.of(model).values() if model.has_page else ():
            make = partial(_page, view, template=f"{model.type}.html.j2", edit_path=view.edit_path(record))
            for path, stretch in stretches(f"{record.address.rstrip('/')}.md", *_inside(view, record)):
                yield path, partial(make, path=path, record=record, stretch=stretch)


def _overviews(view: View) -> Iterator[Making]:
    about = view.edit_path(view.plan.site)
    rows = {model: keys for model in LINKED_TYPES if (keys := _keys(view, model))}
    first = {model: _overview(model, is_first=not place) for place, model in enumerate(rows)}
    names = {model: _names(path) for model, path in first.items()}
    for model, keys in rows.items():
        make = partial(_page, view, template="overview.html.j2", edit_path=about, of=model, keys=keys, overviews=first)
        make = partial(make, most=MOST_NAMES, most_said=MOST_SAID, names=names)
        for named, start in ((False, first[model]), (True, names[model])):
            for path, stretch in stretches(start, len(keys), MOST_NAMED if named else MOST_ROWS):
                yield path, partial(make, path=path, stretch=stretch, named=named)


def _point_views(view: View) -> Iterator[Making]:
    for organisation in view.plan.of(Organisation).values():
        points = view.graph.points_by(organisation.id)
        for way in point_views(view.plan, points) if points else ():
            make = partial(_page, view, template="organisation_view.html.j2", edit_path=view.edit_path(organisation))
            make = partial(make, record=organisation, view_of=way)
            for path, stretch in stretches(f"{organisation.address}{way.path}.md", len(way.rows), MOST_LISTED):
                yield path, partial(make, path=path, stretch=stretch)


def _theme_views(view: View) -> Iterator[Making]:
    for theme in view.plan.of(Theme).values():
        for way in view.about.get(theme.id, ()):
            make = partial(_page, view, template="theme_view.html.j2", edit_path=view.edit_path(theme))
            make = partial(make, record=theme, view_of=way)
            for path, stretch in stretches(f"{theme.address}{way.path}.md", len(way.rows), MOST_LISTED):
                yield path, partial(make, path=path, stretch=stretch)


def _whitebooks(view: View) -> Iterator[Making]:
    for case in view.plan.of(Consultation).values():
        rows = whitebook.rows(view.graph, case.id)
        make = partial(_page, view, template="whitebook.html.j2", edit_path=view.edit_path(case), record=case)
        make = partial(make, rows=rows)
        for path, stretch in stretches(f"{case.address}hvidbog.md", len(rows), MOST_POINTS) if rows else ():
            yield path, partial(make, path=path, stretch=stretch)


def _changes(view: View) -> Iterator[Making]:
    """Make the page of what was put on the site when, and one for each kind of change."""
    make = partial(_page, view, template="changes.html.j2", edit_path="", log=view.changelog)
    make = partial(make, by_month=changelog.by_month, kind_path=changelog.path)
    for kind in (None, *view.changelog.kinds):
        lines = view.changelog.of(kind)
        home = f"{changelog.path(kind).rstrip('/')}.md" if kind else f"{changelog.ADDRESS}index.md"
        for path, stretch in stretches(home, len(lines), MOST_ROWS):
            yield path, partial(make, path=path, stretch=stretch, only=kind, lines=lines)


def _meetings(view: View) -> Iterator[Making]:
    make = partial(_page, view, template="meeting.html.j2", edit_path=view.edit_path(view.plan.site))
    make = partial(make, meeting=meeting.ordered(view.graph.benchmarks))
    for path, stretch in (
        stretches(f"{meeting.HOME}/index.md", len(view.graph.benchmarks), meeting.MOST) if view.graph.benchmarks else ()
    ):
        yield path, partial(make, path=path, stretch=stretch)


def _gone(view: View) -> Iterator[Making]:
    """Make a page at every address that is gone: it leads on, or says why there is nothing."""
    gone = view.plan.gone
    about = view.edit_path(gone) if gone.moved or gone.deleted else ""
    make = partial(_page, view, template="gone.html.j2", edit_path=about, about=("gone", ""))
    for address, goal in gone.destinations.items():
        if "#" not in address:
            path = f"{address.rstrip('/')}.md"
            yield path, partial(_leading, partial(make, path=path, goal=goal, deleted=None), goal)
    for line in gone.deleted:
        if "#" not in line.address:
            path = f"{line.address.rstrip('/')}.md"
            yield path, partial(make, path=path, goal="", deleted=line)


def _leading(make: Callable[[], Page], goal: str) -> Page:
    """Make a page that leads to another by itself."""
    return replace(make(), leads_to=goal)


def _gaps(view: View) -> Mapping[str, Sequence[Any]]:
    """Give the lists of the page of gaps by their anchors."""
    gaps = view.gaps
    return {
        "ubesvarede": gaps.silent,
        "uden-kobling": gaps.unaddressed,
        "uden-maaling": gaps.unmeasured,
        "ubrugte-tal": gaps.unused,
        "maal-uden-maaling": natural_sort(gaps.unmeasured_targets, "id"),
        "unaevnte-indsatser": danish_sort(gaps.unmentioned, "title"),
    }


def _explained(make: Callable[..., Page], view: View, sizes: Callable[[], Mapping[str, int]]) -> Page:
    """Make the page that explains the data files, which says how large they are."""
    return replace(make(guide=guide(view, sizes())), dataset=data_catalogue(view.plan))


def _page(  # noqa: PLR0913 - what a page is made of, each from somewhere else
    view: View,
    *,
    path: str,
    template: str,
    edit_path: str,
    record: Record | None = None,
    about: Key | None = None,
    stretch: Stretch = WHOLE,
    **values: object,
) -> Page:
    body, module = view.render(template, record=record, stretch=stretch, **values)
    if record and template == f"{record.type}.html.j2" and stretch.number == 1 and getattr(record, "corrections", None):
        body = f"{body}\n{view.macros.corrections_of(record)}"
    laid_out = railed(body, str(getattr(module, "tools", ""))) if getattr(module, "is_listed", True) else body
    return Page(
        path=path,
        title=f"{module.title}{view.macros.page_of(stretch)}",
        body=f'<div class="pejl">\n{relative(laid_out, path)}\n</div>',
        edit_path=edit_path,
        description=str(module.description),
        kind=str(module.kind),
        crumbs=tuple((str(title), str(address)) for title, address in module.crumbs),
        alternates=(*(alternates(record) if record else ()), *_followed(view, record, path)),
        dataset=dataset(view.plan, record, view.coverage[record.id]) if isinstance(record, Indicator) else None,
        changed=_changed(view, (record.type, record.id) if record else about),
        is_entrance=record is None and stretch.number == 1 and template not in _UNFOUND,
    )


def _changed(view: View, about: Key | None) -> dt.date | None:
    """Give the day when what a page tells was last changed, where it is not about one record or one type: all."""
    return view.dated.of(about) if about else view.dated.of_all


def _followed(view: View, record: Record | None, path: str) -> Iterator[Alternate]:
    """List the feeds that a page offers: the front page has the site's."""
    if record or path == "index.md":
        yield from feeds.alternates(view, record)
    elif path.startswith(changelog.ADDRESS) and view.changelog.lines:
        yield feeds.OF_CHANGES


def _length(view: View, model: type[Record], section: str) -> int:
    """Count what the list of a type shows; whole entries are never cut, because they stand nowhere else."""
    if not model.has_page:
        return 0
    records = [record for record in view.plan.of(model).values() if record.address.startswith(f"{section}/")]
    return len([record for record in records if not (isinstance(record, Initiative) and record.part_of)])


def _inside(view: View, record: Record) -> tuple[int, int]:
    """Count what a record's page lists of other records, and say how many of them a page may have."""
    match record:
        case Benchmark():
            return len(view.graph.points_of(record.id)), MOST_POINTS
        case Organisation():
            return len(view.graph.points_by(record.id)), MOST_LISTED
        case Consultation():
            return len(view.graph.points_of_case(record.id)), MOST_LISTED
        case Theme():
            return len(view.subjects.besides_points(record.id)), MOST_MENTIONS
        case Document():
            return len(view.graph.cited_by(record.id)), MOST_CITING
    return 0, 1


def _overview(model: type[Identified], *, is_first: bool) -> str:
    """Give the path of the overview that has a type in its rows: a page each, so that none grows without end."""
    return "overblik/index.md" if is_first else f"overblik/{as_id(model.plural)}.md"


def _names(overview: str) -> str:
    """Give the path of the page that says by name what an overview counts."""
    return f"{overview.removesuffix('/index.md').removesuffix('.md')}/navne.md"


def _keys(view: View, model: type[Identified]) -> list[Key]:
    """Give the rows of a type's overview, those that hold; points stand in the order of the letters."""
    if not issubclass(model, Record):
        return [(model.type, item.point.id) for item in view.graph.points]
    records = view.graph.benchmarks if model is Benchmark else view.plan.of(model).values()
    return [(model.type, name) for name in sorted((record.id for record in records), key=natural_key)]
