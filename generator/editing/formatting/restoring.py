"""A file that another program has written anew, with what only we look after put back from how it was.

Such a program keeps what a file says and nothing else: comments are gone, and what says nothing (an empty list, a field
that says what holds without it) is written out or left out as the program likes. Each key and item is found again in
the file as it was, by its key or by what tells it from the others in its list, and takes over what belongs to it there.
"""

from __future__ import annotations

import difflib
import json
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence

import yaml
from pydantic import BaseModel

from generator.editing.formatting import layout
from generator.editing.formatting.entries import Entry, outline
from generator.editing.formatting.files import FormError, annotated
from generator.editing.formatting.kinds import Kind
from generator.reading.source import YamlFile, parse
from generator.reading.values import Decimal, scalar


def restored(base: YamlFile, file: YamlFile, model: type[BaseModel] | None) -> str:
    """Give the text of a file in its one form, with the comments that belong to it in the file as it was.

    Raises:
        FormError: it would not say the same.
    """
    annotation = annotated(model)
    before, after = outline(base.text), outline(file.text)
    after.head[:0] = [comment for comment in before.head if comment not in after.head]
    after.foot.extend([comment for comment in before.foot if comment not in after.foot])
    _take_over(before.root, after.root, Kind(annotation))
    text = layout.text(after, annotation)
    again, problems = parse(text, file.path)
    if problems or not _says_as_much(file.value, again.value):
        raise FormError(file.path)
    return _as_it_lay(base.text, layout.text(outline(base.text), annotation), text)


def _take_over(old: Entry | None, new: Entry, kind: Kind) -> None:
    """Give a value what belongs to it in the value that it was, and leave out what says nothing and was not there."""
    if isinstance(new.value, yaml.MappingNode):
        _take_over_keys(old, new, kind)
    elif isinstance(new.value, yaml.SequenceNode):
        was = old.inside if old and isinstance(old.value, yaml.SequenceNode) else []
        for before, after in _paired(was, new.inside):
            _take_over_comments(before, after)
            _take_over(before, after, kind)
    elif old and _is_same(old.value, new.value, kind):
        new.value = old.value


def _take_over_keys(old: Entry | None, new: Entry, kind: Kind) -> None:
    was = _by_key(old) if old and isinstance(old.value, yaml.MappingNode) else {}
    kept = [inner for inner in new.inside if _name(inner) in was or not _says_nothing(inner, kind)]
    names = {_name(inner) for inner in kept}
    kept += [inner for name, inner in was.items() if name not in names and _says_nothing(inner, kind)]
    # What the model does not know keeps the place that it had.
    order = {name: rank for rank, name in enumerate(was)}
    new.inside = sorted(kept, key=lambda inner: order.get(_name(inner), len(order)))
    for inner in new.inside:
        before = was.get(_name(inner))
        if before is not inner:
            _take_over_comments(before, inner)
            _take_over(before, inner, kind.of(_name(inner)))


def _take_over_comments(old: Entry | None, new: Entry) -> None:
    if old:
        new.above[:0] = [comment for comment in old.above if comment not in new.above]
        new.behind[:] = new.behind or old.behind
        new.below += [comment for comment in old.below if comment not in new.below]


def _by_key(entry: Entry) -> dict[str, Entry]:
    return {_name(inner): inner for inner in entry.inside}


def _name(entry: Entry) -> str:
    return str(entry.key.value) if entry.key else ""


def _says_nothing(entry: Entry, around: Kind) -> bool:
    """Tell whether a field says no more than its absence does: it is empty, or the »no« that holds without it."""
    value, field = _plain(entry.value), around.fields.get(_name(entry))
    return _is_empty(value) or (value is False and field is not None and field.default is False)


def _is_empty(value: object) -> bool:
    return value is None or (isinstance(value, str | list | dict) and not value)


def _is_same(old: yaml.Node, new: yaml.Node, kind: Kind) -> bool:
    """Tell whether two scalars say the same, but for white space around a text and how a number is written."""
    if not (isinstance(old, yaml.ScalarNode) and isinstance(new, yaml.ScalarNode)):
        return False
    before, after = _plain(old), _plain(new)
    if isinstance(before, bool) or isinstance(after, bool):
        return before is after
    is_written_so: bool = old.value.strip() == new.value.strip()
    return is_written_so or (not kind.is_text and isinstance(before, float | int) and before == after)


def _plain(node: yaml.Node) -> object:
    """Give what a node says, with a number as a number."""
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value) for key, value in node.value}
    value: object = scalar(node)  # type: ignore[arg-type]
    return float(value) if isinstance(value, Decimal) else value


def _paired(old: Sequence[Entry], new: Sequence[Entry]) -> Iterator[tuple[Entry | None, Entry]]:
    """Pair the items of a list with what they were: the same words, then the same id, then the same place."""
    found: dict[int, int] = {}
    for tells in (_written, _id):
        taken, known = set(found.values()), defaultdict[str, deque[int]](deque)
        for index, entry in enumerate(old):
            if index not in taken:
                known[tells(entry)].append(index)
        for index, entry in enumerate(new):
            if index not in found and tells(entry) and known[tells(entry)]:
                found[index] = known[tells(entry)].popleft()
    taken = set(found.values())
    for index, entry in enumerate(new):
        place = found[index - 1] + 1 if index - 1 in found else 0 if index == 0 else len(old)
        if index not in found and place < len(old) and place not in taken and not (_id(entry) and _id(old[place])):
            found[index] = place
            taken.add(place)
    return ((old[found[index]] if index in found else None, entry) for index, entry in enumerate(new))


def _written(entry: Entry) -> str:
    return json.dumps(_plain(entry.value), ensure_ascii=False, sort_keys=True, default=str)


def _id(entry: Entry) -> str:
    return str(next((inner.value.value for inner in entry.inside if _name(inner) == "id"), ""))


def _says_as_much(before: object, after: object) -> bool:
    """Tell whether two values say the same, but for what says nothing."""
    if isinstance(before, dict) and isinstance(after, dict):
        both = before.keys() & after.keys()
        alone = [value for each in (before, after) for key, value in each.items() if key not in both]
        same = all(_says_as_much(before[key], after[key]) for key in both)
        return same and all(_is_empty(value) or value is False for value in alone)
    if isinstance(before, list) and isinstance(after, list):
        return len(before) == len(after) and all(map(_says_as_much, before, after))
    if isinstance(before, bool) or isinstance(after, bool):
        return before is after
    is_number = isinstance(before, int | float) and isinstance(after, int | float)
    return before == after if is_number else str(before).strip() == str(after).strip()


def _as_it_lay(text: str, form: str, wanted: str) -> str:
    """Put what changes between a text's one form and what it is to say into the text as it lay.

    Where what changes lies in what was not in its form, the form wins.
    """
    if text == form:
        return wanted
    lines, new = text.splitlines(keepends=True), wanted.splitlines(keepends=True)
    kept = {
        start + step: place + step
        for start, place, length in _matcher(form, text).get_matching_blocks()
        for step in range(length)
    }
    made: list[str] = []
    done = 0
    for kind, start, end, first, last in _matcher(form, wanted).get_opcodes():
        if kind == "equal":
            continue
        if not all(row in kept for row in range(max(start - 1, 0), end)):
            return wanted
        begin = kept[start - 1] + 1 if start else 0
        made += [*lines[done:begin], *new[first:last]]
        done = begin + end - start
    return "".join([*made, *lines[done:]])


def _matcher(before: str, after: str) -> difflib.SequenceMatcher[str]:
    before_lines, after_lines = before.splitlines(keepends=True), after.splitlines(keepends=True)
    return difflib.SequenceMatcher(None, before_lines, after_lines, autojunk=False)
