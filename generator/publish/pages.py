"""Records and results as pages; all wording and mark-up stand in the templates beside this module.

A template sets `title`, `description`, `kind` and `crumbs` at its top, and its text is the page's body. A record's
page is made by the template that is named after its type, and the list of its type by the one that is named after
several of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from generator.base.text import as_id, natural_key
from generator.chain.graph import Key
from generator.model import LINKED_TYPES, RECORD_TYPES, Identified, Indicator, Organisation, Record
from generator.publish.exports import alternates, data_catalogue, dataset, guide
from generator.publish.view import Asset, Page, View, relative

SPECIAL = {
    "index.md": "front",
    "hvordan-gaar-det/index.md": "progress",
    "overblik/mangler.md": "gaps",
    "data/index.md": "data",
    "was/index.md": "accessibility",
}
"""Pages that are neither about one record nor a list of a type: where they stand, and their template."""


def outline(view: View, data: Callable[[], Sequence[Asset]]) -> Iterator[tuple[str, Callable[[], Page]]]:
    """List every page of a plan by its path, with what makes it; the one that explains the data files asks for them."""
    about = view.edit_path(view.plan.site)
    for path, template in SPECIAL.items():
        make = partial(_page, view, path, f"{template}.html.j2", about)
        yield path, partial(_explained, make, view, data) if template == "data" else make
    for of_type in RECORD_TYPES:
        for section, heading in of_type.lists().items():
            path, template = f"{section}/index.md", f"{of_type.type}s.html.j2"
            yield path, partial(_page, view, path, template, about, section=section, heading=heading)
        for record in view.plan.of(of_type).values() if of_type.has_page else ():
            path = f"{record.address.rstrip('/')}.md"
            yield path, partial(_page, view, path, f"{of_type.type}.html.j2", view.edit_path(record), record=record)
    overviews = {model: _overview(model) for model in LINKED_TYPES}
    for model, path in overviews.items():
        make = partial(_page, view, path, "overview.html.j2", about, of=model, overviews=overviews)
        yield path, partial(make, keys=_keys(view, model))
    for organisation in view.plan.of(Organisation).values():
        if view.graph.points_by(organisation.id):
            path = f"{organisation.address}efter-pejlemaerke.md"
            edit_path = view.edit_path(organisation)
            template = "organisation_by_benchmark.html.j2"
            yield path, partial(_page, view, path, template, edit_path, record=organisation)


def _explained(make: Callable[..., Page], view: View, data: Callable[[], Sequence[Asset]]) -> Page:
    """Make the page that explains the data files, which says how large they are."""
    return replace(make(guide=guide(view, data())), dataset=data_catalogue(view.plan))


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


def _overview(model: type[Identified]) -> str:
    """Give the path of the overview that has a type in its rows: a page each, so that none grows without end."""
    return "overblik/index.md" if model is LINKED_TYPES[0] else f"overblik/{as_id(model.plural)}.md"


def _keys(view: View, model: type[Identified]) -> list[Key]:
    """Give the rows of a type's overview; points stand in the order of the letters."""
    if not issubclass(model, Record):
        return [(model.type, name) for name in view.graph.raised]
    return [(model.type, name) for name in sorted(view.plan.of(model), key=natural_key)]
