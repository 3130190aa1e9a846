"""Records and results as pages; all wording and mark-up stand in the templates beside this module.

A template sets `title`, `description`, `kind` and `crumbs` at its top, and its text is the page's body.
Adding a record type means adding a template named after it, and its index to `INDEXES`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.base.text import natural_key
from generator.chain.links import Key
from generator.model import Goal, Indicator, Plan, Record
from generator.publish.exports import alternates, data_catalogue, dataset, guide
from generator.publish.view import Asset, Page, View, relative

INDEXES = {
    "index.md": "front",
    "pejlemaerker/index.md": "benchmarks",
    "hoeringer/index.md": "consultations",
    "emner/index.md": "themes",
    "planer/index.md": "plans",
    "maal/index.md": "targets",
    "hvordan-gaar-det/index.md": "progress",
    "indsatser/index.md": "initiatives",
    "anbefalinger/index.md": "recommendations",
    "indikatorer/index.md": "indicators",
    "overblik/mangler.md": "gaps",
    "organisationer/index.md": "organisations",
    "kilder/index.md": "documents",
    "ordliste/index.md": "glossary",
    "data/index.md": "data",
    "afdelinger-og-maalgrupper/index.md": "groups",
    "was/index.md": "accessibility",
}
"""Pages that are not about one record: where they stand, and their template."""

OVERVIEWS = {
    "benchmark": "overblik/index.md",
    "point": "overblik/hoeringspunkter.md",
    "goal": "overblik/maal.md",
    "target": "overblik/resultatmaal.md",
    "indicator": "overblik/tal.md",
    "initiative": "overblik/indsatser.md",
    "recommendation": "overblik/anbefalinger.md",
}
"""The overview of links, a page for each type of record so that none of them grows without end."""


def pages(view: View, data: Sequence[Asset]) -> Iterator[Page]:
    """Make every page of a plan; one of them explains its data files."""
    explained = guide(view, data)
    for path, template in INDEXES.items():
        page = _page(view, path, f"{template}.html.j2", "data/site.yml", guide=explained)
        yield replace(page, dataset=data_catalogue(view.plan)) if template == "data" else page
    for section in dict.fromkeys(Goal.sections.values()):
        yield _page(view, f"{section}/index.md", "goals.html.j2", "data/goals", section=section)
    for of_type, path in OVERVIEWS.items():
        yield _page(view, path, "overview.html.j2", "data", of_type=of_type, keys=_keys(view, of_type))
    for record in _with_pages(view.plan):
        path = f"{record.address.rstrip('/')}.md"
        yield _page(view, path, f"{record.type}.html.j2", view.edit_path(record), record=record)
    for organisation in view.plan.organisations.values():
        if view.graph.points_by(organisation.id):
            path = f"{organisation.address}efter-pejlemaerke.md"
            edit_path = view.edit_path(organisation)
            yield _page(view, path, "organisation_by_benchmark.html.j2", edit_path, record=organisation)


def _page(
    view: View, path: str, template: str, edit_path: str, *, record: Record | None = None, **values: object
) -> Page:
    body, module = view.render(template, record=record, **values)
    return Page(
        path=path,
        title=str(module.title),
        body=f'<div class="pejl">\n{relative(body, path)}\n</div>',
        edit_path=edit_path,
        description=str(module.description),
        kind=str(module.kind),
        crumbs=tuple((str(title), str(address)) for title, address in module.crumbs),
        alternates=tuple(alternates(record)) if record else (),
        dataset=dataset(view.plan, record, view.coverage[record.id]) if isinstance(record, Indicator) else None,
    )


def _with_pages(plan: Plan) -> Iterator[Record]:
    yield from plan.benchmarks.values()
    yield from plan.consultations.values()
    yield from plan.responses.values()
    yield from plan.goals.values()
    yield from plan.targets.values()
    yield from plan.indicators.values()
    yield from plan.initiatives.values()
    yield from plan.recommendations.values()
    yield from plan.themes.values()
    yield from plan.plans.values()
    yield from plan.organisations.values()
    yield from plan.documents.values()


def _keys(view: View, of_type: str) -> list[Key]:
    if of_type == "point":  # in the order of the letters
        return [(of_type, name) for name in view.graph.raised]
    return [(of_type, name) for name in sorted(getattr(view.plan, f"{of_type}s"), key=natural_key)]
