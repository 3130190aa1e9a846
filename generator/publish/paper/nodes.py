"""A page's HTML as plain nodes for paper: what is folded stands open, and what only a screen needs is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import groupby
from typing import Any, TypeAlias

Node: TypeAlias = str | dict[str, Any]
"""A text, or a node with its `tag`, its `kids` and what else is known of it."""

_VOID = {"br", "path", "circle", "input"}
_INLINE = {"a", "br", "del", "em", "ins", "sign", "small", "strong"}
_LEFT_OUT_CLASSES = {"apart", "n"}
"""What says a second time what stands beside it, and a chart's narrow drawing."""
_LOOKS = {"state", "wide-state", "aimed"}
"""The tables whose columns have widths of their own."""
_MOST_WHOLE = 400
"""A cell of so many letters fits on a page however narrow it is; a row of longer ones may go on to the next page."""
_HEADINGS = {"h2": 1, "h3": 2, "h4": 3, "h5": 4}


@dataclass
class _Element:
    """An element while it is read."""

    tag: str
    attributes: Mapping[str, str]
    kids: list[_Element | str] = field(default_factory=list)

    @property
    def classes(self) -> set[str]:
        return set(self.attributes.get("class", "").split())


class _Reader(HTMLParser):
    """Reads what our own templates wrote: every element is closed, and a drawing is kept as it stands."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [_Element("root", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = _Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].kids.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].kids.append(_Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].kids.append(data)


@dataclass(frozen=True)
class _Maker:
    """Makes nodes of elements; `reach` says where a link leads from paper, and is empty where it leads nowhere."""

    reach: Callable[[str], str]

    def blocks(self, kids: Iterable[_Element | str]) -> Iterator[Node]:
        """Yield blocks; texts and other inline things between them become paragraphs."""
        flat = list(self._flat(kids))
        for is_inline, group in groupby(flat, key=_is_inline):
            if not is_inline:
                yield from group
            elif words := _trimmed(list(group)):
                yield {"tag": "p", "kids": words}

    def _flat(self, kids: Iterable[_Element | str]) -> Iterator[Node]:
        for kid in kids:
            if isinstance(kid, str):
                if kid:
                    yield kid
            elif not kid.classes & _LEFT_OUT_CLASSES:
                yield from self._made(kid)

    def _made(self, element: _Element) -> Iterator[Node]:
        make: Mapping[str, Callable[[_Element], Iterator[Node]]] = {
            **dict.fromkeys(_HEADINGS, self._heading),
            **dict.fromkeys(("ul", "ol"), self._list),
            **dict.fromkeys(("ins", "del"), self._taken),
            **dict.fromkeys(("strong", "em"), self._stressed),
            "p": self._paragraph,
            "summary": self._summary,
            "blockquote": self._quoted,
            "table": self._table,
            "picture": _as_it_is,
            "br": _as_it_is,
            "a": self._link,
            "span": self._span,
        }
        yield from make.get(element.tag, self._opened)(element)

    def _opened(self, element: _Element) -> Iterator[Node]:
        yield from self.blocks(element.kids)

    def _quoted(self, element: _Element) -> Iterator[Node]:
        yield {"tag": element.tag, "kids": list(self.blocks(element.kids))}

    def _heading(self, element: _Element) -> Iterator[Node]:
        place, level = element.attributes.get("id", ""), _HEADINGS[element.tag]
        yield {"tag": "heading", "level": level, "id": place, "kids": self._inline(element)}

    def _paragraph(self, element: _Element) -> Iterator[Node]:
        if words := self._inline(element):
            kids = [{"tag": "small", "kids": words}] if element.classes & {"meta", "sub"} else words
            alone = isinstance(words[0], dict) and words[0]["tag"] == "strong" and len(words) == 1
            yield {"tag": "p", "kids": kids, "leads": alone or "sub" in element.classes}

    def _summary(self, element: _Element) -> Iterator[Node]:
        yield {"tag": "p", "kids": [{"tag": "strong", "kids": self._inline(element)}], "leads": True}

    def _list(self, element: _Element) -> Iterator[Node]:
        items = [kid for kid in element.kids if isinstance(kid, _Element)]
        yield {"tag": element.tag, "items": [self._item(item) for item in items]}

    def _stressed(self, element: _Element) -> Iterator[Node]:
        yield {"tag": element.tag, "kids": self._inline(element)}

    def _taken(self, element: _Element) -> Iterator[Node]:
        """Show what only a screen reader hears on a page: on paper, no line through a word is read aloud."""
        yield {"tag": element.tag, "kids": _trimmed(["".join(map(_words, element.kids))])}

    def _span(self, element: _Element) -> Iterator[Node]:
        if element.attributes.get("aria-hidden"):
            yield {"tag": "sign", "text": "".join(map(_words, element.kids))}
        elif "tag" in element.classes:
            yield {"tag": "strong", "kids": self._inline(element)}
        elif "unseen" not in element.classes:
            yield from self._flat(element.kids)

    def _link(self, element: _Element) -> Iterator[Node]:
        kids = self._inline(element)
        to = self.reach(element.attributes.get("href", ""))
        if to and kids:
            yield {"tag": "a", "to": to, "kids": kids}
        else:
            yield from kids

    def _item(self, element: _Element) -> dict[str, Any]:
        value = element.attributes.get("value")
        return {"number": int(value) if value else None, "kids": self._cell(element)}

    def _table(self, table: _Element) -> Iterator[Node]:
        rows = list(_rows(table))
        head = [row for row in rows if row.tag == "head"]
        body = [row for row in rows if row.tag != "head"]
        caption = next((one for one in table.kids if isinstance(one, _Element) and one.tag == "caption"), None)
        yield {
            "tag": "table",
            "look": next(iter(table.classes & _LOOKS), ""),
            "caption": self._inline(caption) if caption else [],
            "columns": max((len(row.kids) for row in rows), default=1),
            "head": [self._row(row) for row in head],
            "body": [self._row(row) for row in body],
        }

    def _row(self, row: _Element) -> list[dict[str, Any]]:
        cells = [cell for cell in row.kids if isinstance(cell, _Element)]
        whole = all(len(_words(cell)) <= _MOST_WHOLE for cell in cells)
        return [
            {"span": int(cell.attributes.get("colspan", 1)), "whole": whole, "kids": self._cell(cell)} for cell in cells
        ]

    def _cell(self, element: _Element) -> list[Node]:
        """Give what stands in a cell or an item: only words, or blocks."""
        flat = list(self._flat(element.kids))
        return _trimmed(flat) if all(map(_is_inline, flat)) else list(self.blocks(element.kids))

    def _inline(self, element: _Element) -> list[Node]:
        return _trimmed([one for one in self._flat(element.kids) if _is_inline(one)])


def nodes(html: str, reach: Callable[[str], str]) -> list[Node]:
    """Give a page's HTML as nodes, block by block."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return list(_Maker(reach).blocks(reader.open[0].kids))


def _rows(table: _Element) -> Iterator[_Element]:
    for part in table.kids:
        if isinstance(part, _Element):
            if part.tag == "tr":
                yield _Element(_head_or_row(part), {}, _cells(part))
            elif part.tag in ("thead", "tbody"):
                name = "head" if part.tag == "thead" else "row"
                yield from (_Element(name, {}, _cells(row)) for row in part.kids if isinstance(row, _Element))


def _head_or_row(row: _Element) -> str:
    cells = [cell for cell in row.kids if isinstance(cell, _Element)]
    return "head" if cells and all(cell.attributes.get("scope") == "col" for cell in cells) else "row"


def _cells(row: _Element) -> list[_Element | str]:
    return [cell for cell in row.kids if isinstance(cell, _Element)]


def _as_it_is(element: _Element) -> Iterator[Node]:
    yield {"tag": element.tag, **element.attributes}


def _words(kid: _Element | str) -> str:
    return kid if isinstance(kid, str) else "".join(map(_words, kid.kids))


def _is_inline(node: Node) -> bool:
    return isinstance(node, str) or node["tag"] in _INLINE


def _trimmed(found: list[Node]) -> list[Node]:
    """Collapse white space as a browser does, also where two nodes meet."""
    kept: list[Node] = []
    ends_open = True
    for node in found:
        if isinstance(node, str):
            words = _collapsed(node)
            if kept and isinstance(kept[-1], dict) and kept[-1]["tag"] == "sign" and words.startswith(" "):
                words = f"\N{NO-BREAK SPACE}{words[1:]}"
            words = words.lstrip(" ") if ends_open else words
            if words:
                kept.append(words)
                ends_open = words.endswith(" ")
        else:
            kept.append(node)
            ends_open = node["tag"] == "br"
    if kept and isinstance(kept[-1], str):
        kept[-1] = kept[-1].rstrip(" ")
    return [node for node in kept if node != ""]


def _collapsed(text: str) -> str:
    """Collapse spaces, tabs and line ends; a hard space stays."""
    parts = text.replace("\t", " ").replace("\n", " ").replace("\r", " ").split(" ")
    inner = " ".join(part for part in parts if part)
    return f"{' ' if parts[0] == '' else ''}{inner}{' ' if inner and parts[-1] == '' else ''}" if inner else " "
