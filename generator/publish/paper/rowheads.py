"""The first cell of a table's row made a heading of the row, which Typst's package cannot be asked for.

Typst writes each element of a paper's structure as an object of its own, in one form. A table at the end of the file
says where each object begins; the objects of rows and cells are written anew, and that table after them. Whatever has
another form stays as it is, so that the worst that comes of another version is a paper without such headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_PLACES = re.compile(
    rb"xref\n0 [0-9]+\n((?:[0-9]{10} [0-9]{5} [fn][ \r]\n)+)(trailer\n.*\nstartxref\n)[0-9]+", re.DOTALL
)
_PLACE = re.compile(rb"([0-9]{10}) [0-9]{5} n")
_ROW = re.compile(rb"[0-9]+ 0 obj\n<</Type/StructElem/S/TR/P [0-9]+ 0 R/K\[((?:[0-9]+ 0 R ?)+)\]")
_CELL = re.compile(rb"/S/TD(/P [0-9]+ 0 R/A\[<</O/Table)/Headers\[([^\]]+)\]")
_NAMES = re.compile(rb"/IDTree<</Names\[([^\]]*)\]")


def with_row_heads(pdf: bytes) -> bytes:
    """Give a paper that Typst has set with a heading in each row of the tables whose columns have headings."""
    places = _PLACES.search(pdf)
    objects = _objects(pdf, places[1], places.start()) if places else {}
    if not (places and objects):
        return pdf
    named = b""
    for place, (head, *others) in enumerate(_rows(objects)):
        name = b"(V%06d)" % place  # after the names of the columns, which begin with U, as the order must be
        objects[head] = _CELL.sub(rb"/S/TH/ID%s\1/Scope/Row/Headers[\2]" % name, objects[head], count=1)
        for other in others:
            objects[other] = _CELL.sub(rb"/S/TD\1/Headers[\2%s]" % name, objects[other], count=1)
        named += b"%s%d 0 R" % (name, head)
    begin = pdf[: min(int(found) for found in _PLACE.findall(places[1]))]
    return _written(
        begin, {key: _NAMES.sub(rb"/IDTree<</Names[\1%s]" % named, text) for key, text in objects.items()}, places[2]
    )


def _objects(pdf: bytes, places: bytes, end: int) -> dict[int, bytes]:
    """Give the bytes of every object by its number."""
    starts = [int(found) for found in _PLACE.findall(places)]
    if len(starts) + 1 != places.count(b"\n"):
        return {}  # objects are left out, and their numbers with them
    after = dict(zip(sorted(starts), [*sorted(starts)[1:], end], strict=True))
    return {number: pdf[start : after[start]] for number, start in enumerate(starts, 1)}


def _rows(objects: Mapping[int, bytes]) -> Iterator[list[int]]:
    """Yield the cells of every row that is no row of headings, and whose columns have headings."""
    for text in objects.values():
        if row := _ROW.match(text):
            cells = [int(number) for number in row[1].split()[::3]]
            if len(cells) > 1 and all(_CELL.search(objects[cell]) for cell in cells):
                yield cells


def _written(begin: bytes, objects: Mapping[int, bytes], trailer: bytes) -> bytes:
    """Write the objects one after the other, and where each begins."""
    parts, places, length = [begin], [b"0000000000 65535 f \n"], len(begin)
    for text in objects.values():
        places.append(b"%010d 00000 n \n" % length)
        parts.append(text)
        length += len(text)
    return b"%sxref\n0 %d\n%s%s%d\n%%%%EOF" % (b"".join(parts), len(places), b"".join(places), trailer, length)
