"""The same records for other tools: plain MkDocs, sphinx-needs and StrictDoc.

A record becomes a page, and a letter a page with its points, so that the peers have as many pages as Pejl has for
records, with the same texts and figures and the same links. They make no lists by subject, no overviews, no charts and
no data files. What each tool does best is used: sphinx-needs gets each record and point as a need with `:links:`, and
shows both ways of every link; StrictDoc gets each as a requirement with its parents; plain MkDocs gets ordinary
Markdown with ordinary links. Each has an index for each kind, and no list of all pages on every page: Material's
navigation names the indexes only, and of Sphinx' sidebar the search box remains, because its tree of all pages makes
the build two to three times as slow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

KINDS = {
    "sources": "document",
    "organisations": "organisation",
    "benchmarks": "benchmark",
    "goals": "goal",
    "indicators": "indicator",
    "plans": "plan",
    "targets": "target",
    "initiatives": "initiative",
    "recommendations": "recommendation",
    "consultations": "consultation",
    "letters": "letter",
}
_LINKED = ("benchmark", "goal", "indicator", "target", "initiative", "recommendation")
_SILENT = {"id", "title", "seen", "links", "observations", "sections", "points"}


@dataclass
class Node:
    """A record or a point as any tool can tell it: a title, texts, figures, and links with their reasons."""

    id: str
    kind: str
    title: str
    texts: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    figures: list[tuple[str, ...]] = field(default_factory=list)


@dataclass
class Page:
    """A page: a record, and of a letter also its points."""

    folder: str
    name: str
    nodes: list[Node]


def pages(data: Path) -> list[Page]:
    """Read a data folder as pages of nodes."""
    made = []
    for path in sorted(data.rglob("*.yml")):
        folder = path.relative_to(data).parts[0]
        if path.parent == data:
            continue
        record = yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506  all values stay text
        if folder == "consultations" and path.stem != "consultation":
            made.append(_letter(f"{path.parent.name}-{path.stem}", path.parent.name, record))
        else:
            name = path.parent.name if folder == "consultations" else path.stem
            node = _node(_id(KINDS[folder], name), KINDS[folder], record)
            node.texts += [
                f"{section['title']}: {section['summary']}"
                for section in record.get("sections", [])
                if folder == "plans"
            ]
            made.append(Page(folder, name, [node]))
    return made


def write_markdown(made: list[Page], folder: Path) -> None:
    """Write the pages for MkDocs with Material."""
    places = {node.id: f"{page.folder}/{page.name}.md#{node.id}" for page in made for node in page.nodes}
    for page in made:
        _write(folder / "docs" / page.folder / f"{page.name}.md", "\n".join(_markdown(page, places)))
    for kind, some in _by_folder(made).items():
        listed = "\n".join(f"- [{page.nodes[0].title}]({page.name}.md)" for page in some)
        _write(folder / "docs" / kind / "index.md", f"# {kind.capitalize()}\n\n{listed}")
    _write(folder / "docs" / "index.md", "# Forside\n\n" + "\n".join(f"- [{kind}]({kind}/index.md)" for kind in KINDS))
    nav = "\n".join(f"  - {kind.capitalize()}: {kind}/index.md" for kind in KINDS)
    config = "site_name: Plain\ntheme:\n  name: material\n  language: da\n  font: false\nplugins: [search]\n"
    extensions = "markdown_extensions: [attr_list, tables]\n"
    _write(folder / "mkdocs.yml", f"{config}{extensions}nav:\n  - Forside: index.md\n{nav}\nnot_in_nav: |\n  /*/**")


def write_sphinx(made: list[Page], folder: Path) -> None:
    """Write the pages for Sphinx with sphinx-needs."""
    kinds = [*KINDS.values(), "point"]
    types = [{"directive": kind, "title": kind.capitalize(), "prefix": f"{kind}-"} for kind in kinds]
    config = (
        "project = 'Peer'\nlanguage = 'da'\nextensions = ['sphinx_needs']\n"
        "html_sidebars = {'**': ['searchbox.html']}\nhtml_show_sourcelink = False\nhtml_copy_source = False\n"
        f"needs_types = {types!r}\nneeds_id_regex = '^[a-z0-9-]+$'\nneeds_id_required = True\n"
    )
    _write(folder / "conf.py", config)
    for page in made:
        _write(folder / page.folder / f"{page.name}.rst", "\n".join(_sphinx(page)))
    for kind, some in _by_folder(made).items():
        tree = "\n".join(f"   {page.name}" for page in some)
        _write(folder / kind / "index.rst", f"{_headed(kind.capitalize())}\n.. toctree::\n   :maxdepth: 1\n\n{tree}")
    tree = "\n".join(f"   {kind}/index" for kind in KINDS)
    _write(folder / "index.rst", f"{_headed('Forside')}\n.. toctree::\n   :maxdepth: 1\n\n{tree}")


def write_strictdoc(made: list[Page], folder: Path) -> None:
    """Write the pages for StrictDoc, with its search as the only feature beyond the pages themselves."""
    features = 'project_features = ["SEARCH"]'
    _write(folder / "strictdoc.toml", f'[project]\ntitle = "Peer"\n{features.replace("project_", "")}')
    for page in made:
        _write(folder / page.folder / f"{page.name}.sdoc", "\n".join(_strictdoc(page)))


def _letter(name: str, consultation: str, record: dict[str, Any]) -> Page:
    letter = _node(_id("letter", name), "letter", record)
    letter.texts += [*record.get("opening", []), *record.get("closing", [])]
    letter.links = [(_id("consultation", consultation), "Svar på høringen.")]
    points = []
    for section in record["sections"]:
        for point in section["points"]:
            node = _node(_id("point", point["id"]), "point", point | {"title": point["summary"]})
            named = point.get("benchmarks", section.get("benchmarks", []))
            node.links += [(_id("benchmark", each), section["heading"]) for each in named]
            points.append(node)
    return Page("letters", name, [letter, *points])


def _node(identity: str, kind: str, record: dict[str, Any]) -> Node:
    return Node(
        identity,
        kind,
        " ".join(record["title"].split()),
        list(_texts(record)),
        list(dict(_links(record)).items()),
        [
            (each["period"], each["area"], each.get("group", "-"), each["value"], each["kind"])
            for each in record.get("observations", [])
        ],
    )


def _links(record: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for link in record.get("links", []):
        kind = next(name for name in _LINKED if name in link)
        yield _id(kind, link[kind]), link["why"]


def _texts(value: Any, label: str = "") -> Iterator[str]:  # noqa: ANN401  whatever a record holds
    if isinstance(value, Mapping):
        for key, item in value.items():
            if key not in _SILENT:
                yield from _texts(item, key)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item, label)
    else:
        yield f"{label.replace('_', ' ').capitalize()}: {' '.join(value.split())}"


def _markdown(page: Page, places: Mapping[str, str]) -> Iterator[str]:
    for level, node in zip(["#", *["##"] * len(page.nodes)], page.nodes, strict=False):
        yield f"{level} {node.title} {{#{node.id}}}\n"
        yield "\n\n".join(node.texts) + "\n"
        if node.figures:
            yield "| Periode | Område | Gruppe | Tal | Slags |\n|---|---|---|---|---|"
            yield "\n".join(f"| {' | '.join(row)} |" for row in node.figures) + "\n"
        for end, why in node.links:
            yield f"- [{end}](../{places[end]}): {why}"
        yield ""


def _sphinx(page: Page) -> Iterator[str]:
    yield _headed(page.nodes[0].title)
    for node in page.nodes:
        yield f".. {node.kind}:: {node.title}\n   :id: {node.id}"
        if node.links:
            yield f"   :links: {', '.join(end for end, _ in node.links)}"
        yield ""
        yield from (f"   {text}\n" for text in _restructured(node))


def _strictdoc(page: Page) -> Iterator[str]:
    yield f"[DOCUMENT]\nTITLE: {page.nodes[0].title}\nUID: dok-{page.nodes[0].id}\n"
    for node in page.nodes:
        yield f"[REQUIREMENT]\nUID: {node.id}\nTITLE: {node.title}\nSTATEMENT: >>>"
        yield "\n\n".join(_restructured(node))
        yield "<<<"
        if node.links:
            yield "RELATIONS:"
            yield from (f"- TYPE: Parent\n  VALUE: {end}" for end, _ in node.links)
        yield ""


def _restructured(node: Node) -> Iterator[str]:
    """Say a node's texts, figures and reasons in reStructuredText."""
    yield from (re.sub(r"([*`|_\\])", r"\\\1", text) for text in node.texts)
    if node.figures:
        rows = "\n".join(
            f"      {','.join(row)}" for row in [("Periode", "Område", "Gruppe", "Tal", "Slags"), *node.figures]
        )
        yield f".. csv-table::\n      :header-rows: 1\n\n{rows}"
    yield from (f"- {end}: {why}" for end, why in node.links)


def _by_folder(made: list[Page]) -> dict[str, list[Page]]:
    return {kind: [page for page in made if page.folder == kind] for kind in KINDS}


def _headed(title: str) -> str:
    return f"{title}\n{'=' * len(title)}\n"


def _id(kind: str, name: str) -> str:
    return f"{kind}-{name}"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{text}\n", "utf-8")


def main() -> None:
    """Write a data folder for one of the tools: `python bench/peers.py DATA mkdocs|sphinx|strictdoc OUT`."""
    import sys  # noqa: PLC0415

    writers = {"mkdocs": write_markdown, "sphinx": write_sphinx, "strictdoc": write_strictdoc}
    writers[sys.argv[2]](pages(Path(sys.argv[1])), Path(sys.argv[3]))


if __name__ == "__main__":
    main()
