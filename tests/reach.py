"""What a page is to those who do not see it, see it in their own colours, or have no mouse: measured in a browser."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import browser as chrome
import reach_scripts as scripts
from playwright.sync_api import Page

from generator.publish.pages import outline
from generator.site import seen

ONCE = ("banner", "main", "contentinfo")
"""The landmarks that every page has one of."""
LANDMARKS = ("navigation", "complementary", "region", "search", "form")
"""The landmarks that a page may have several of, each by its own name."""
NAMED = (
    "button",
    "checkbox",
    "combobox",
    "dialog",
    "alertdialog",
    "DisclosureTriangle",
    "heading",
    "image",
    "link",
    "listbox",
    "option",
    "radio",
    "searchbox",
    "spinbutton",
    "table",
    "textbox",
)
"""What nobody finds, presses or understands without a name."""


def made_by(make: Callable[[], Any]) -> tuple[str, bool]:
    """Tell by which template a page is made, and whether by the look of it that names."""
    while "template" not in make.keywords:  # type: ignore[attr-defined]
        make = make.args[0]  # type: ignore[attr-defined]
    return make.keywords["template"].removesuffix(".html.j2"), bool(make.keywords.get("named"))  # type: ignore[attr-defined]


def kinds(data: Path, today: dt.date, folder: Path) -> dict[str, str]:
    """Find the kinds of page that a built site has, by their templates, and the longest page of each."""
    view, _ = seen(data, today)
    assert view
    made = {path.removesuffix(".md").removesuffix("index").rstrip("/"): make for path, make in outline(view, dict)}
    found: dict[str, tuple[int, str]] = {}
    for path in chrome.paths(folder):
        make = made.get(path.strip("/"))
        template, is_named = made_by(make) if make else (path[1:] if path.endswith(".html") else "by hand", False)
        kind = f"{template}, named" if is_named else template
        size = (folder / path[1:] / ("index.html" * path.endswith("/"))).stat().st_size
        found[kind] = max(found.get(kind, (0, "")), (size, path))
    return {kind: path for kind, (_, path) in sorted(found.items())}


@dataclass
class Node:
    """A place in the tree that a screen reader is told about."""

    role: str
    name: str
    level: int = 0
    address: str = ""
    inner: list[Node] = field(default_factory=list)

    def all(self, *roles: str) -> Iterator[Node]:
        """Give every place below this one, and it itself, that has one of the roles."""
        if self.role in roles or not roles:
            yield self
        for node in self.inner:
            yield from node.all(*roles)


def tree(page: Page) -> Node:
    """Read the tree that Chromium gives to a screen reader, without what it leaves out of it."""
    session = page.context.new_cdp_session(page)
    nodes = {node["nodeId"]: node for node in session.send("Accessibility.getFullAXTree")["nodes"]}
    session.detach()

    def made(node: Mapping[str, Any]) -> Iterator[Node]:
        below = [one for name in node.get("childIds", ()) if name in nodes for one in made(nodes[name])]
        if node["ignored"]:
            yield from below
            return
        values = {one["name"]: one["value"].get("value") for one in node.get("properties", ())}
        name = str(node.get("name", {}).get("value", ""))
        yield Node(node["role"]["value"], name.strip(), int(values.get("level", 0)), str(values.get("url", "")), below)

    root = next(node for node in nodes.values() if "parentId" not in node)
    return next(made(root))


def walked(page: Page) -> list[str]:
    """Hold Tab down from the top of a page until focus has stood everywhere, and say where it could not be followed."""
    stops = page.evaluate(scripts.STOPS)
    page.evaluate(scripts.FOLLOW)
    for _ in range(stops):
        page.keyboard.down("Tab")  # to let go of it each time takes as long once more, and moves nothing
    page.keyboard.up("Tab")
    followed = page.evaluate("window.stops")
    wrong = [f"{name} {what}" for name, found in followed for what in found]
    return wrong if len(followed) == stops else [*wrong, f"{len(followed)} of {stops} stops were reached"]


def repeated(names: Iterable[str]) -> list[str]:
    """Give what stands more than once."""
    return [name for name, times in Counter(names).items() if times > 1]


def unsaid(root: Node, once: Iterable[str] = ONCE) -> Iterator[str]:
    """Say what a screen reader would not be told about a page, or would be told so that nobody can use it."""
    if not root.name:
        yield "the page has no name"
    yield from _landmarks(root, once)
    yield from _headings(list(root.all("heading")))
    for role in NAMED:
        if any(not node.name for node in root.all(role)):
            yield f"{role} without a name"
    yield from _tables(root)
    for node in root.all("list"):
        others = [
            item for item in node.inner if item.role != "listitem" and (item.role, item.name) != ("StaticText", "")
        ]
        if others or not node.inner:
            yield f"a list of {sorted({item.role for item in others}) or 'nothing'}"
    yield from _links(root)


def _landmarks(root: Node, once: Iterable[str]) -> Iterator[str]:
    for role in once:
        if (times := len(list(root.all(role)))) != 1:
            yield f"{times} of {role}"
    for role in LANDMARKS:
        for name in repeated(node.name for node in root.all(role)):
            yield f"several of {role} called »{name}«"
        if any(not node.name for node in root.all(role)):
            yield f"{role} without a name"


def _headings(headings: list[Node]) -> Iterator[str]:
    if [node.level for node in headings].count(1) != 1:
        yield "not one heading of the first level"
    before = 0
    for node in headings:
        if node.level > before + 1:
            yield f"»{node.name}« is of level {node.level} after one of {before}"
        before = node.level


def _tables(root: Node) -> Iterator[str]:
    tables = list(root.all("table"))
    for name in repeated(node.name for node in tables):
        yield f"several tables called »{name}«"
    for table in tables:
        if not list(table.all("columnheader", "rowheader")):
            yield f"the table »{table.name}« has no headers"
        if not any(row.all("cell", "gridcell") for row in table.all("row")):
            yield f"the table »{table.name}« has no rows"


def _links(root: Node) -> Iterator[str]:
    """What is called the same in one landmark leads to one place, or to something of another type, which is said."""
    goals: dict[tuple[str, ...], set[str]] = {}
    for place, link in _placed(root, ""):
        section = urlsplit(link.address).path.split("/")[1:2]
        goals.setdefault((place, link.name, *section), set()).add(link.address)
    for (place, name, *_), found in goals.items():
        if len(found) > 1:
            yield f"{len(found)} places behind links called »{name}« in {place}"


def _placed(node: Node, place: str) -> Iterator[tuple[str, Node]]:
    """Give every link with the landmark that it stands in."""
    if node.role in (*ONCE, *LANDMARKS):
        place = f"{node.role} {node.name}".strip()
    if node.role == "link":
        yield place, node
    for below in node.inner:
        yield from _placed(below, place)
