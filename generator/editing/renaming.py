"""A record under another id: its file, every reference to it, and the line that leads from the old address to the new.

Its words stay as they are, so that no link and no answer has to be read again.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.base.text import composed
from generator.editing.composing import text_of, with_item
from generator.editing.creating import path_of
from generator.editing.filling import FillingError
from generator.editing.formatting import model_of
from generator.editing.formatting.scalars import word
from generator.editing.rewriting import Change, Edit, edited, in_its_form
from generator.model import Consultation, Filing, Gone, Organisation, Record, Response
from generator.model.references import references
from generator.reading.folder import GONE
from generator.reading.loaded import Loaded
from generator.reading.source import YamlFile


def candidates(loaded: Loaded, name: str) -> list[Record]:
    """Give the records that have an id: one, or several where not all types are named by the id alone."""
    return [known[name] for known in loaded.records.values() if name in known]


def renamed(loaded: Loaded, record: Record, new: str, data: Path) -> list[Change]:
    """Give the files of a data folder that change when a record gets another id.

    Raises:
        FillingError: something stands where a file would go.
        RewriteError: a file is written in a way that cannot be changed safely.
    """
    places = dict(_moves(loaded, record, new, data))
    edits = _references(loaded, record, new)
    files = {Path(file.path): file for file in loaded.files}
    changes: list[Change] = []
    for path in sorted({*edits, *places}):
        file = files[path]
        fresh, _ = edited(file, edits.get(path, ()))
        text = in_its_form(file, fresh, model_of(path, data)).text
        goal = places.get(path)
        if goal is None:
            changes.append(Change(path, file.text, text))
        elif os.path.lexists(goal):
            raise FillingError(f"{goal} er der allerede. Vælg et andet id.")
        else:
            changes += [Change(goal, None, text, came_from=path), Change(path, file.text, None)]
    return [*changes, _redirects(loaded, _addresses(loaded, record, new), data)]


def pages(loaded: Loaded, record: Record, new: str, folder: Path) -> Iterator[Change]:
    """Yield the pages written by hand whose links lead to the old address; what they miss is led on by itself."""
    ways = [(_link(old), _link(now)) for old, now in _addresses(loaded, record, new).items()]
    for path in sorted(folder.rglob("*.md")):
        if path.is_symlink() or not path.is_file():
            continue
        try:
            before = after = composed(path.read_bytes().decode("utf-8"))
        except UnicodeDecodeError:  # a check tells of it
            continue
        for old, now in ways:
            after = re.sub(rf"(?<=\]\(){re.escape(old)}(?=[)#\s])", now, after)
        if after != before:
            yield Change(path, before, after)


def _moves(loaded: Loaded, record: Record, new: str, data: Path) -> Iterator[tuple[Path, Path]]:
    """Yield every file that gets another name, and that name."""
    if record.filing is Filing.FOLDER:
        yield Path(loaded.origin(record).file.path), path_of(type(record), new, data)
    if isinstance(record, Consultation):
        yield Path(loaded.origin(record).file.path), path_of(Consultation, new, data)
    for letter, name in _letters(loaded, record, new):
        yield Path(loaded.origin(letter).file.path), path_of(Response, name, data)


def _letters(loaded: Loaded, record: Record, new: str) -> Iterator[tuple[Response, str]]:
    """Yield the letters that are named after a record, and their new ids."""
    for letter in loaded.of(Response).values():
        if isinstance(record, Consultation) and letter.consultation == record.id:
            yield letter, f"{new}/{letter.organisation}"
        elif isinstance(record, Organisation) and letter.organisation == record.id:
            yield letter, f"{letter.consultation}/{new}"


def _references(loaded: Loaded, record: Record, new: str) -> Mapping[Path, list[Edit]]:
    """Give what changes inside files, by their paths."""
    edits: dict[Path, list[Edit]] = defaultdict(list)
    for other in (other for known in loaded.records.values() for other in known.values()):
        origin = loaded.origin(other)
        for found in references(other):
            if found.wanted == record.type and found.name == record.id:
                span = origin.file.span((*origin.place, *found.place))
                if span:  # what follows from the name of the file is not written in it
                    edits[Path(origin.file.path)].append((span.start, span.stop, word(new)))
    if record.filing is Filing.LIST:
        origin = loaded.origin(record)
        span = origin.file.span((*origin.place, "id"))
        edits[Path(origin.file.path)].append((span.start, span.stop, word(new)))
    return edits


def _addresses(loaded: Loaded, record: Record, new: str) -> Mapping[str, str]:
    """Give every address that becomes another."""
    whole = [(record, new), *_letters(loaded, record, new)]
    return {one.address: one.model_copy(update={"id": name}).address for one, name in whole}


def _redirects(loaded: Loaded, addresses: Mapping[str, str], data: Path) -> Change:
    path = data / GONE
    lines: Sequence[Mapping[str, object]] = [{"from": old, "to": new} for old, new in addresses.items()]
    if not path.exists():
        return Change(path, None, text_of({"moved": lines}, Gone))
    before = file = loaded.origin(loaded.gone).file
    for index, taken in enumerate(loaded.gone.withheld):
        page, sign, anchor = taken.address.partition("#")
        if page in addresses:
            file = _with(file, ("withheld", index, "address"), f"{addresses[page]}{sign}{anchor}")
    for line in lines:
        file, _ = edited(file, [with_item(file, (), "moved", line, Gone)])
    return Change(path, before.text, in_its_form(before, file, Gone).text)


def _with(file: YamlFile, place: tuple[str | int, ...], text: str) -> YamlFile:
    span = file.span(place)
    return edited(file, [(span.start, span.stop, word(text))])[0]


def _link(address: str) -> str:
    """Give an address as a page written by hand links to it: by the file that the page is made of."""
    page, sign, anchor = address.partition("#")
    return f"/{page}index.md{sign}{anchor}" if sign else f"/{page.rstrip('/')}.md"
