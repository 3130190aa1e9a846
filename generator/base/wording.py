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
from functools import lru_cache

from markupsafe import Markup

from generator.base.text import MONTHS, emphasised

_MARK = "[0-9]{1,3}|[ivx]{2,5}|[a-zæøåA-ZÆØÅ]"
_DOTTED = r"[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}"
"""A number in a list inside a list: `2.1`; three digits after a point are thousands."""
_ITEM = re.compile(
    rf"""(?P<indent>[ \t]*)(?P<whole>
        [(](?:{_MARK})[)] | §[ ]?[0-9]{{1,3}}\.? | (?:{_MARK})[.)] | {_DOTTED}[.)]? | [-–—•·*]
    )[ \t]+(?=\S)(?!(?:{"|".join(MONTHS)})\b)""",
    re.VERBOSE,
)
_INNER = re.compile(rf"{_DOTTED}|{_MARK}")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_RULE = re.compile(r"[\s|:+-]*-{3}[\s|:+-]*\Z")
_CELLS = (re.compile(r"\s*\|\s*"), re.compile(r"\t"), re.compile(r"\t+"), re.compile(r" {2,}"))
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


_LISTS = (Kind.NUMBERED, Kind.DASHED)


@dataclass(frozen=True)
class Block:
    """A paragraph with its lines, a list with its items, or a table with its rows."""

    kind: Kind
    parts: Sequence[str | Sequence[str]]
    numbers: Sequence[int] = ()
    inner: Sequence[Sequence[Block]] = ()
    """The lists inside each item."""
    has_head: bool = False


@dataclass
class _Lines:
    """A block on the way: its parts as the lines of the text."""

    kind: Kind
    parts: list[list[str]]
    numbers: list[Sequence[int]] = field(default_factory=list)
    """What the number of each item may be: `i)` is the first of Roman numbers or the ninth letter."""
    style: str = ""
    """How the items are numbered, or what stands before them."""
    indent: int = 0
    follows: bool = False
    """Whether another line stands right above it."""
    is_meant: bool = True
    """Whether the line begins where the one above still had room."""
    inner: list[list[_Lines]] = field(default_factory=lambda: [[]])

    @property
    def open(self) -> list[_Lines]:
        """The list and those inside its last item, the innermost first."""
        if self.kind not in _LISTS:
            return []
        return [*(self.inner[-1][-1].open if self.inner[-1] else ()), self]

    def is_under(self, other: _Lines) -> bool:
        """Tell whether its numbers say themselves that it belongs to the last item of the other: `4.1` below `4.`."""
        above = other.style.rstrip(".)").removesuffix("0")
        return any(self.style.startswith(f"{above}{number}.") for number in (other.numbers or [()])[-1])


def blocks(text: str) -> list[Block]:
    """Find the paragraphs, lists and tables of a text, in order; items with empty lines between are one list."""
    width = max(_NARROWEST, *map(len, text.splitlines()), 0)
    found: list[_Lines] = []
    tables: dict[int, Block] = {}
    for part in re.split(r"\n[ \t]*\n", text.strip("\n")):
        lines = [line for line in part.splitlines() if line.strip()]
        if table := _table(lines):
            tables[id(lines)] = table
            found.append(_Lines(Kind.TABLE, [lines]))
            continue
        for begun in _begun([line.rstrip() for line in lines], width):
            _put(begun, found)
    return list(_settled(_unnested(found), tables, width))


@lru_cache(maxsize=20_000)  # what somebody said stands on five pages, and in feeds
def worded(text: str) -> Markup:
    """Show somebody's words as HTML: everything in them as text, but for `*emphasis*` and how they are set."""
    return Markup("\n").join(map(_shown, blocks(text)))


def _table(lines: Sequence[str]) -> Block | None:
    """Read lines as a table, where each is cut into as many cells at bars, tabs or wide spaces."""
    rows = [line for line in lines if not _RULE.match(line)]
    for cut in _CELLS:
        # A tab at the end of a line comes before an empty cell.
        whole = (
            rows if "t" in cut.pattern else [line.strip().removeprefix("|").removesuffix("|").strip() for line in rows]
        )
        cells = [tuple(cell.strip() for cell in cut.split(line)) for line in whole]
        if len(cells) >= _FEWEST and len({len(row) for row in cells}) == 1 and len(cells[0]) >= _FEWEST:
            return Block(Kind.TABLE, cells, has_head=len(lines) > 1 and bool(_RULE.match(lines[1])))
    return None


def _begun(lines: Sequence[str], width: int) -> Iterator[_Lines]:
    """Yield what stands before the first item, and then each item as a list by itself; other lines go on with it."""
    gathered: list[list[str]] = []
    for line in lines:
        if not gathered or _ITEM.match(line):
            gathered.append([])
        gathered[-1].append(line)
    above = ""
    for place, own in enumerate(gathered):
        item = _ITEM.match(own[0])
        numbers = _numbers(item["whole"]) if item else ()
        yield _Lines(
            Kind.NUMBERED if numbers else Kind.DASHED if item else Kind.PARAGRAPH,
            [own],
            [numbers] if numbers else [],
            style=_style(item["whole"]) if item else "",
            indent=len(item["indent"].expandtabs()) if item else 0,
            follows=place > 0,
            is_meant=not above or len(above) + 1 + len(own[0].split()[0]) <= width,
        )
        above = own[-1]


def _put(begun: _Lines, found: list[_Lines]) -> None:
    """Put an item into the list that it goes on with, or into the item above it, or else by itself."""
    opened = found[-1].open if found and begun.kind in _LISTS else []
    for known in opened:
        if _goes_on(known, begun):
            known.parts += begun.parts
            known.numbers += begun.numbers
            known.inner.append([])
            return
    if opened and (begun.indent > opened[0].indent + 1 or begun.style != opened[0].style):
        opened[0].inner[-1].append(begun)
    else:
        found.append(begun)


def _unnested(found: Iterable[_Lines]) -> Iterator[_Lines]:
    """Take a list out of the item above it where it is no deeper and the outer list does not go on after it."""
    for lines in found:
        lines.inner = [list(_unnested(inner)) for inner in lines.inner]
        last = lines.inner[-1]
        outer = [
            len(lines.parts) < _FEWEST or (one.indent <= lines.indent + 1 and not one.is_under(lines)) for one in last
        ]
        end = outer.index(True) if True in outer else len(last)
        lines.inner[-1] = last[:end]
        yield lines
        yield from last[end:]


def _settled(found: Iterable[_Lines], tables: Mapping[int, Block], width: int) -> Iterator[Block]:
    """Yield the blocks; a lone item is none, but a line that begins with a number, such as »9. klasse«."""
    kept: list[_Lines] = []
    for lines in found:
        is_lone = lines.kind in _LISTS and len(lines.parts) < _FEWEST
        if is_lone and lines.follows and kept and kept[-1].kind is not Kind.TABLE and not kept[-1].inner[-1]:
            kept[-1].parts[-1] += lines.parts[0]
        else:
            lines.kind = Kind.PARAGRAPH if is_lone else lines.kind
            kept.append(lines)
    for lines in kept:
        if lines.kind is Kind.TABLE:
            yield tables[id(lines.parts[0])]
            continue
        for part, own in zip(lines.parts, lines.inner, strict=True):
            while own and len(own[0].parts) < _FEWEST:
                part.extend(own.pop(0).parts[0])
        said = [_unwrapped(part, width) for part in lines.parts]
        if lines.kind is Kind.PARAGRAPH:
            yield Block(lines.kind, said[0])
        else:
            whole = ["\n".join(part) for part in said]
            numbers = [number[0] for number in lines.numbers]
            yield Block(lines.kind, whole, numbers, [list(_settled(own, tables, width)) for own in lines.inner])


def _numbers(whole: str) -> Sequence[int]:
    """Give the numbers that an item's mark may stand for; none for a dash."""
    found = _INNER.search(whole)
    if found is None:
        return ()
    mark = found[0].rpartition(".")[2]
    if mark.isdigit():
        return (int(mark),)
    roman = (_ROMAN.index(mark) + 1,) if mark in _ROMAN else ()
    alphabet = "abcdefghijklmnopqrstuvwxyzæøå"
    return (*((alphabet.index(mark.lower()) + 1,) if len(mark) == 1 else ()), *roman)


def _style(whole: str) -> str:
    """Say how a mark looks, whatever its number: `(1)` as `(0)`, and every dash as the same."""
    found = _INNER.search(whole)
    if found is None:
        return "-"
    above, point, mark = found[0].rpartition(".")
    kind = "0" if mark.isdigit() else "a" if mark.islower() else "A"
    return whole.replace(found[0], f"{above}{point}{kind}").replace(" ", "")


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
    if begun.style != last.style:
        return False
    if begun.kind is Kind.DASHED:
        return abs(begun.indent - last.indent) <= 1
    pairs = [(before, now) for before in last.numbers[-1] for now in begun.numbers[0]]
    # A number may be skipped, but only where nobody has broken a full line before »9. klasse«.
    can_skip = begun.is_meant and "0" in begun.style
    meant = [pair for pair in pairs if pair[1] == pair[0] + 1 or (can_skip and pair[1] > pair[0])]
    if meant:
        last.numbers[-1], begun.numbers[0] = (meant[0][0],), (meant[0][1],)
    return bool(meant)


def _shown(block: Block) -> Markup:
    match block.kind:
        case Kind.PARAGRAPH:
            return Markup("<p>{}</p>").format(_broken(map(str, block.parts)))
        case Kind.TABLE:
            rows = [_row(row, "th" if block.has_head and not place else "td") for place, row in enumerate(block.parts)]
            return Markup('<table class="own">{}</table>').format(Markup().join(rows))
        case Kind.NUMBERED:
            marks = [Markup('<li value="{}">').format(number) for number in block.numbers]
            return Markup('<ol class="own" role="list">{}</ol>').format(_items(block, marks))
        case Kind.DASHED:
            marks = [Markup("<li>")] * len(block.parts)
            return Markup('<ul class="own" role="list">{}</ul>').format(_items(block, marks))


def _items(block: Block, marks: Sequence[Markup]) -> Markup:
    return Markup().join(
        mark + _broken(str(part).split("\n")) + Markup().join(map(_shown, inner)) + Markup("</li>")
        for mark, part, inner in zip(marks, block.parts, block.inner, strict=True)
    )


def _row(cells: str | Sequence[str], name: str) -> Markup:
    scope = Markup(' scope="col"') if name == "th" else ""
    return Markup("<tr>{}</tr>").format(
        Markup().join(Markup("<{0}{1}>{2}</{0}>").format(name, scope, emphasised(cell)) for cell in cells)
    )


def _broken(lines: Iterator[str] | Sequence[str]) -> Markup:
    return Markup("<br>\n").join(map(emphasised, lines))
