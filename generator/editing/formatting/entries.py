"""A text as keys and list items, each with the comments that belong to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from generator.reading.parser import compose

_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#[^\n]*", re.MULTILINE)


@dataclass
class Entry:
    """A key or a list item with its value, and the comments above it, behind it and below it."""

    key: yaml.ScalarNode | None
    value: yaml.Node
    start: int
    """Where its key or its dash stands in the text."""
    column: int
    inside: list[Entry] = field(default_factory=list)
    above: list[str] = field(default_factory=list)
    behind: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)

    @property
    def is_branch(self) -> bool:
        """Tell whether the value has keys or items of its own."""
        return isinstance(self.value, yaml.CollectionNode)

    @property
    def has_comments_inside(self) -> bool:
        """Tell whether a comment belongs to anything inside the value."""
        return any(entry.above or entry.behind or entry.below or entry.has_comments_inside for entry in self.inside)


@dataclass(frozen=True)
class Outline:
    """A whole text: what it holds, and the comments that belong to the file itself."""

    root: Entry
    head: list[str]
    foot: list[str]


def outline(text: str) -> Outline:
    """Read a text that can be parsed."""
    node = compose(text)
    if node is None:
        raise ValueError
    root = Entry(None, node, -1, -1)
    root.inside = list(_inside(node, text))
    found = Outline(root, [], [])
    every = list(_every(root))
    for place, comment in _comments(text, node):
        _attach(found, every, text, place, comment)
    return found


def _inside(node: yaml.Node, text: str) -> Iterator[Entry]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield Entry(key, value, key.start_mark.index, key.start_mark.column, list(_inside(value, text)))
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            start = value.start_mark.index
            if not node.flow_style:
                start = text.rindex("-", 0, start)
            column = start - text.rfind("\n", 0, start) - 1
            yield Entry(None, value, start, column, list(_inside(value, text)))


def _every(entry: Entry) -> Iterator[Entry]:
    """Yield every entry inside another, in the order of the text."""
    for inner in entry.inside:
        yield inner
        yield from _every(inner)


def _comments(text: str, root: yaml.Node) -> Iterator[tuple[int, str]]:
    """Yield every comment with its place: what looks like one outside the scalars."""
    begin = 0
    for start, end in [*_scalars(root), (len(text), len(text))]:
        for found in _COMMENT.finditer(text, begin, start):
            yield found.start(), found.group().rstrip()
        begin = end


def _scalars(node: yaml.Node) -> Iterator[tuple[int, int]]:
    if isinstance(node, yaml.ScalarNode):
        yield node.start_mark.index, node.end_mark.index
    for inner in node.value if isinstance(node, yaml.CollectionNode) else ():
        for part in inner if isinstance(inner, tuple) else (inner,):
            yield from _scalars(part)


def _attach(found: Outline, every: list[Entry], text: str, place: int, comment: str) -> None:
    """Give a comment to what it belongs to: below a step it belongs to the step, elsewhere to what comes after it."""
    column = place - text.rfind("\n", 0, place) - 1
    before = [entry for entry in every if entry.start < place]
    after = next((entry for entry in every if entry.start > place), None)
    if not before:
        found.head.append(comment)
    elif text[place - column : place].strip():
        _behind(before, text, place).append(comment)
    elif after and (column <= after.column or any(inner is after for inner in before[-1].inside)):
        after.above.append(comment)
    elif column == 0:
        found.foot.append(comment)
    else:
        # The last on its way out that begins no further to the right than the comment does.
        above = [entry for entry in before if entry.column <= column and entry.value.end_mark.index <= len(text)]
        (above[-1] if above else before[-1]).below.append(comment)


def _behind(before: list[Entry], text: str, place: int) -> list[str]:
    """Give where a comment goes that stands on the line of something else."""
    line = text.rfind("\n", 0, place) + 1
    closed = [
        entry
        for entry in before
        if isinstance(entry.value, yaml.CollectionNode)
        and entry.value.flow_style
        and line < entry.value.end_mark.index <= place
    ]
    owner = closed[0] if closed else before[-1]
    # A dash has no line of its own for a comment once its first key has moved up to it.
    is_item = owner.key is None and owner.is_branch
    return owner.above if is_item or owner.behind else owner.behind
