"""Somebody's own words as they were set: paragraphs, lists, tables and the line breaks that were meant.

What is written as a list or a table is shown as one, with every sign of it: the numbers and dashes are words of the
letter, and stay in the text.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from markupsafe import Markup

from generator.base.text import emphasised

_ITEM = re.compile(r"\s*(?:(?P<number>[0-9]{1,3})[.)]|(?P<letter>[a-zæøå])\)|[-–—•·*])[ \t]+(?=\S)")
_RULE = re.compile(r"[\s|:+-]*-{3}[\s|:+-]*\Z")
_CELLS = (re.compile(r"\s*\|\s*"), re.compile(r"\t+"), re.compile(r" {2,}"))
_FEWEST = 2
"""Of fewer items, rows or columns there is no list and no table."""

_NARROWEST = 60
"""Nobody breaks running text before so many signs."""


class Kind(StrEnum):
    """What a block is."""

    PARAGRAPH = "p"
    NUMBERED = "ol"
    DASHED = "ul"
    TABLE = "table"


@dataclass(frozen=True)
class Block:
    """A paragraph with its lines, a list with its items, or a table with its rows."""

    kind: Kind
    parts: Sequence[str | Sequence[str]]
    numbers: Sequence[int] = ()
    has_head: bool = False


@dataclass
class _Lines:
    """A block on the way: its parts as the lines of the text."""

    kind: Kind
    parts: list[list[str]]
    numbers: list[int] = field(default_factory=list)
    follows: bool = False
    """Whether another line stands right above it."""


def blocks(text: str) -> list[Block]:
    """Find the paragraphs, lists and tables of a text, in order; items with empty lines between are one list."""
    found: list[_Lines] = []
    tables: dict[int, Block] = {}
    for part in re.split(r"\n[ \t]*\n", text.strip("\n")):
        lines = [line.rstrip() for line in part.splitlines() if line.strip()]
        if table := _table(lines):
            tables[len(found)] = table
            found.append(_Lines(Kind.TABLE, [lines]))
            continue
        for begun in _begun(lines):
            if found and _goes_on(found[-1], begun):
                found[-1].parts += begun.parts
                found[-1].numbers += begun.numbers
            else:
                found.append(begun)
    width = max(_NARROWEST, *map(len, text.splitlines()), 0)
    return list(_settled(found, tables, width))


def worded(text: str) -> Markup:
    """Show somebody's words as HTML: everything in them as text, but for `*emphasis*` and how they are set."""
    return Markup("\n").join(map(_shown, blocks(text)))


def _table(lines: Sequence[str]) -> Block | None:
    """Read lines as a table, where each is cut into as many cells at bars, tabs or wide spaces."""
    rows = [line for line in lines if not _RULE.match(line)]
    for cut in _CELLS:
        cells = [tuple(cut.split(line.strip().strip("|").strip())) for line in rows]
        if len(cells) >= _FEWEST and len({len(row) for row in cells}) == 1 and len(cells[0]) >= _FEWEST:
            return Block(Kind.TABLE, cells, has_head=len(lines) > 1 and bool(_RULE.match(lines[1])))
    return None


def _begun(lines: Sequence[str]) -> Iterator[_Lines]:
    """Yield what stands before the first item, and then each item as a list by itself; other lines go on with it."""
    gathered: list[list[str]] = []
    for line in lines:
        if not gathered or _ITEM.match(line):
            gathered.append([])
        gathered[-1].append(line)
    for place, own in enumerate(gathered):
        item = _ITEM.match(own[0])
        number = _number(item) if item else 0
        kind = Kind.NUMBERED if number else Kind.DASHED if item else Kind.PARAGRAPH
        yield _Lines(kind, [own], [number] if number else [], follows=place > 0)


def _settled(found: Iterable[_Lines], tables: Mapping[int, Block], width: int) -> Iterator[Block]:
    """Yield the blocks; a lone item is none, but a line that begins with a number, such as »9. klasse«."""
    kept: list[tuple[_Lines, Block | None]] = []
    for place, lines in enumerate(found):
        is_lone = lines.kind in (Kind.NUMBERED, Kind.DASHED) and len(lines.parts) < _FEWEST
        if is_lone and lines.follows and kept:
            kept[-1][0].parts[-1] += lines.parts[0]
        else:
            kind = Kind.PARAGRAPH if is_lone else lines.kind
            kept.append((_Lines(kind, lines.parts, lines.numbers), tables.get(place)))
    for lines, table in kept:
        said = [_unwrapped(part, width) for part in lines.parts]
        if table:
            yield table
        elif lines.kind is Kind.PARAGRAPH:
            yield Block(lines.kind, said[0])
        else:
            yield Block(lines.kind, ["\n".join(part) for part in said], lines.numbers)


def _number(item: re.Match[str]) -> int:
    return int(item["number"] or 0) or (ord(item["letter"]) - ord("a") + 1 if item["letter"] else 0)


def _unwrapped(lines: Sequence[str], width: int) -> list[str]:
    """Join lines that were broken because they were full; where the next word had room, the break was meant."""
    found = [lines[0].strip()]
    for before, line in itertools.pairwise(lines):
        if len(before) + 1 + len(line.split()[0]) <= width:
            found.append(line.strip())
        else:
            found[-1] = f"{found[-1]} {line.strip()}"
    return [" ".join(line.split()) for line in found]


def _goes_on(last: _Lines, begun: _Lines) -> bool:
    if begun.kind is Kind.NUMBERED:
        return last.kind is Kind.NUMBERED and begun.numbers[0] == last.numbers[-1] + 1
    return begun.kind is last.kind is Kind.DASHED


def _shown(block: Block) -> Markup:
    match block.kind:
        case Kind.PARAGRAPH:
            return Markup("<p>{}</p>").format(_broken(map(str, block.parts)))
        case Kind.TABLE:
            rows = [_row(row, "th" if block.has_head and not place else "td") for place, row in enumerate(block.parts)]
            return Markup('<table class="own">{}</table>').format(Markup().join(rows))
        case Kind.NUMBERED:
            items = [
                Markup('<li value="{}">{}</li>').format(number, _broken(str(part).split("\n")))
                for number, part in zip(block.numbers, block.parts, strict=True)
            ]
            return Markup('<ol class="own" role="list">{}</ol>').format(Markup().join(items))
        case Kind.DASHED:
            items = [Markup("<li>{}</li>").format(_broken(str(part).split("\n"))) for part in block.parts]
            return Markup('<ul class="own" role="list">{}</ul>').format(Markup().join(items))


def _row(cells: str | Sequence[str], name: str) -> Markup:
    scope = Markup(' scope="col"') if name == "th" else ""
    return Markup("<tr>{}</tr>").format(
        Markup().join(Markup("<{0}{1}>{2}</{0}>").format(name, scope, emphasised(cell)) for cell in cells)
    )


def _broken(lines: Iterator[str] | Sequence[str]) -> Markup:
    return Markup("<br>\n").join(map(emphasised, lines))
