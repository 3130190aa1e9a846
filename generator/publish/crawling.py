"""Dead links: what the pages of a site link to, held against what the site has.

Hand-written and generated pages are followed alike, in both directions, and by the mark-up that readers get. A problem
stands where it can be mended: at the link in a page written by hand, and in the record that a page was generated from.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from posixpath import basename, join, normpath
from urllib.parse import unquote

from generator.base.problems import Location, Problem
from generator.base.rule import Rule
from generator.base.text import closest
from generator.publish import markup

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


@dataclass(frozen=True)
class Leaf:
    """A page as it is followed: where it stands on the site, what it holds, and the file to mend."""

    path: str
    """From the site's root, as a Markdown file: `emner/unge.md`."""
    read: Callable[[], tuple[str, str]]
    """Gives its body, and the path of the file that it was made from."""
    written: bool = False
    """Whether that file is the page itself, written by hand."""

    @cached_property
    def address(self) -> str:
        """The address from the site's root: `emner/unge/`, and nothing for the front page."""
        return markup.address_of(self.path)

    @property
    def body(self) -> str:
        """What is read for links."""
        return self.read()[0]

    @property
    def source(self) -> str:
        """The path of the file that it was made from."""
        return self.read()[1]

    @cached_property
    def ids(self) -> set[str]:
        """The places on the page that can be linked to."""
        return markup.ids(self.body)


@dataclass(frozen=True)
class _Dead:
    """A link that leads nowhere, or to a page without the place that it names."""

    leaf: Leaf
    link: str
    """As it stands in the page."""
    target: str
    """The address from the site's root."""
    anchor: str = ""
    page: Leaf | None = None
    """The page that it leads to, where only the place is missing."""


def dead_links(leaves: Iterable[Leaf], files: Container[str], *, written_only: bool = False) -> Iterator[Problem]:
    """Find the links that lead nowhere; `files` are the addresses of everything on the site that is no page.

    A page is read only where it is followed, or where a link names a place on it.
    """
    site = {leaf.address: leaf for leaf in leaves}
    followed = (leaf for leaf in site.values() if leaf.written or not written_only)
    found = [dead for leaf in followed for dead in _dead(leaf, site, files)]
    # Generated pages link alike, so what is missing is told once and not for every page that links to it.
    alike: dict[tuple[str, str], list[_Dead]] = {}
    for dead in found:
        if dead.leaf.written:
            hint = _meant(dead, site)
            yield _problem(_in_page(dead), f"Linket »{_as_written(dead)}« {_fate(dead)}.", hint)
        else:
            alike.setdefault((dead.target, dead.anchor), []).append(dead)
    for group in alike.values():
        yield _of_generated(group, _meant(group[0], site))


def _dead(leaf: Leaf, site: Mapping[str, Leaf], files: Container[str]) -> Iterator[_Dead]:
    up = "../" * leaf.address.count("/")
    for link in markup.addresses(leaf.body):
        if _ELSEWHERE.match(link):
            continue
        path, _, anchor = link.partition("#")
        path = path.partition("?")[0]
        if not path:
            target = leaf.address
        elif up and path.startswith(up) and not path.startswith("../", len(up)):
            target = path[len(up) :]
        else:
            target = _resolved(leaf.address, path)
        page = site.get(target) or site.get(_decoded(target))
        # MkDocs makes what it knows relative; what still begins at the root would leave a site that stands in a folder.
        if path.startswith("/"):
            yield _Dead(leaf, link, _decoded(target))
        elif page is None:
            if target not in files and _decoded(target) not in files:
                yield _Dead(leaf, link, _decoded(target))
        elif anchor and anchor not in page.ids and _decoded(anchor) not in page.ids:
            yield _Dead(leaf, link, page.address, _decoded(anchor), page)


def _resolved(address: str, path: str) -> str:
    """Give the address from the site's root of a path that is relative to a page."""
    joined = normpath(join("/", address, path)).lstrip("/")
    is_folder = path.endswith("/") or path.rpartition("/")[2] in (".", "..")
    return f"{joined}/" if is_folder and joined else joined


def _decoded(text: str) -> str:
    return html.unescape(unquote(text))


def _of_generated(group: Sequence[_Dead], hint: str) -> Problem:
    """Tell of a link on generated pages: where its page is written by hand, what is missing is missing there."""
    first, others = group[0], len({dead.leaf.address for dead in group}) - 1
    on = f"siden »/{first.leaf.address}«" + (f" og {others} {'anden' if others == 1 else 'andre'}" if others else "")
    if first.page and first.page.written:
        return _problem(
            Location(first.page.source), f"Stedet »#{first.anchor}« findes ikke, men {on} linker til det.", hint
        )
    link = f"/{first.target}" + (f"#{first.anchor}" if first.anchor else "")
    return _problem(_in_record(first), f"Linket »{link}« på {on} {_fate(first)}.", hint)


def _fate(dead: _Dead) -> str:
    return f"fører til en side, der ikke har stedet »#{dead.anchor}«" if dead.page else "fører ingen steder hen"


def _problem(place: Location, sentence: str, hint: str) -> Problem:
    return Problem(place, f"{sentence} {hint}".strip(), Rule.DEAD_LINK)


def _meant(dead: _Dead, site: Mapping[str, Leaf]) -> str:
    """Suggest a place or a page, in the form in which the link is written: in a page written by hand, as a file."""
    if dead.page:
        word, known = dead.anchor, {name: f"#{name}" for name in dead.page.ids}
    elif dead.leaf.written:
        files = {leaf.path: f"/{leaf.path}" for leaf in site.values()}
        word, known = dead.target, files | {leaf.address: f"/{leaf.path}" for leaf in site.values()}
    else:
        word, known = dead.target, {address: f"/{address}" for address in site if dead.target.endswith("/")}
    meant = closest(word, sorted(known))
    return f"Mente du »{known[meant]}«?" if meant else ""


def _as_written(dead: _Dead) -> str:
    """Give a link as a page written by hand has it: MkDocs makes a link to a page that it knows relative."""
    if dead.page:
        return f"#{dead.anchor}" if dead.page is dead.leaf else f"/{dead.page.path}#{dead.anchor}"
    return _decoded(dead.link)


def _in_page(dead: _Dead) -> Location:
    """Find a link in the Markdown of a page, where a file is named in any of the ways that lead to it."""
    if dead.page is None:
        link = re.escape(_decoded(dead.link))
    else:
        name = "" if dead.page is dead.leaf else rf"[^\s()<>\"]*{re.escape(basename(dead.page.path))}"
        link = name + re.escape(f"#{dead.anchor}")
    return _located(dead.leaf.source, [rf"(?:\]\(\s*<?|\]:\s*|=\")({link})(?![\w-])"])


def _in_record(dead: _Dead) -> Location:
    """Find what a record says that became a link: the id of the place or the page that it leads to."""
    names = [dead.anchor, *reversed(dead.target.strip("/").split("/"))]
    return _located(dead.leaf.source, [rf"(?<![\w-])({re.escape(name)})(?![\w-])" for name in names if name])


def _located(path: str, patterns: Iterable[str]) -> Location:
    """Give the place of the group in the first pattern that fits; the beginning of the file where none does."""
    try:
        text = Path(path).read_text("utf-8")
    except OSError:  # a folder of records, for a page about all of them
        return Location(path)
    for pattern in patterns:
        match = re.search(pattern, text)
        if match:
            start = match.start(1)
            return Location(path, text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))
    return Location(path)
