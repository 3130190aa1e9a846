"""The lines of a text in its one form, made of its keys and items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import yaml

from generator.editing.formatting import scalars
from generator.editing.formatting.entries import Entry, Outline
from generator.editing.formatting.kinds import Kind
from generator.model.order import ranks
from generator.reading.values import scalar

_STEP = 2
_PHRASE = re.compile(r"[A-ZÆØÅ0-9»].* |.*[.!?…:]\Z|.*, ", re.DOTALL)
"""An item of a list that reads like a sentence or a part of one, and has a line to itself."""


def text(found: Outline, annotation: object) -> str:
    """Write a whole text in its one form."""
    lines = [*found.head, *_branch(found.root, 0, Kind(annotation)), *found.foot]
    return "\n".join(lines) + "\n"


def _branch(entry: Entry, indent: int, kind: Kind) -> Iterator[str]:
    """Yield the lines of every key or item inside a value."""
    for inner in _ordered(entry, kind):
        yield from _entry(inner, indent, kind)


def _ordered(entry: Entry, kind: Kind) -> Sequence[Entry]:
    order: Mapping[str, int] = ranks(kind.model) if kind.model and isinstance(entry.value, yaml.MappingNode) else {}
    return sorted(entry.inside, key=lambda inner: order.get(inner.key.value, len(order)) if inner.key else 0)


def _entry(entry: Entry, indent: int, around: Kind) -> Iterator[str]:
    margin = " " * indent
    kind = around.of(entry.key.value) if entry.key else around
    yield from _comments(_above(entry, kind), margin)
    if entry.key:
        first, *rest = _keyed(entry, indent, kind)
    else:
        first, *rest = _item(entry, indent, kind)
    yield "  ".join([margin + first, *entry.behind[:1]])
    yield from rest
    yield from _comments(entry.below, margin)


def _comments(comments: Sequence[str], margin: str) -> Iterator[str]:
    return (margin + comment for comment in comments)


def _above(entry: Entry, kind: Kind) -> list[str]:
    """Give the comments above an entry; those of an item's first key stand above the dash that shares its line."""
    comments = entry.above
    if entry.key is None and entry.inside and _in_line(entry, kind) is None:
        first = _ordered(entry, kind)[0]
        comments = comments + _above(first, kind.of(first.key.value) if first.key else kind)
    return comments


def _keyed(entry: Entry, indent: int, kind: Kind) -> list[str]:
    """Give the lines of a key and its value, the first without its margin."""
    key = scalars.inline(entry.key.value, "") + ":" if entry.key else ""
    if not entry.is_branch:
        first, *rest = _scalar(entry.value, kind, indent + len(key), indent + _STEP)
        return [f"{key} {first}".rstrip(), *rest]
    one = _in_line(entry, kind)
    if one is not None and (indent + len(key) + 1 + len(one) <= scalars.WIDEST or not entry.inside):
        return [f"{key} {one}"]
    return [key, *_branch(entry, indent + _STEP, kind)]


def _item(entry: Entry, indent: int, kind: Kind) -> list[str]:
    """Give the lines of a list item, the first without its margin."""
    if not entry.is_branch:
        first, *rest = _scalar(entry.value, kind, indent + 1, indent + _STEP)
        return [f"- {first}", *rest]
    one = _in_line(entry, kind)
    if one is not None and (indent + _STEP + len(one) <= scalars.WIDEST or not entry.inside):
        return [f"- {one}"]
    inner = _ordered(entry, kind)
    above = _above(inner[0], kind.of(inner[0].key.value) if inner[0].key else kind)
    lines = [line for each in inner for line in _entry(each, indent + _STEP, kind)][len(above) :]
    return ["- " + lines[0][indent + _STEP :], *lines[1:]]


def _scalar(node: yaml.Node, kind: Kind, before: int, indent: int) -> list[str]:
    if kind.is_fingerprint:
        return [f'"{node.value}"']
    return scalars.lines(_value(node, kind), node.value, before, indent)


def _value(node: yaml.Node, kind: Kind) -> object:
    value: object = scalar(node)  # type: ignore[arg-type]
    if kind.is_text:
        return scalars.as_text(value)
    if kind.is_period and isinstance(value, str) and not isinstance(scalar(yaml.ScalarNode("", value)), str):
        return scalar(yaml.ScalarNode("", value))
    return value


def _in_line(entry: Entry, kind: Kind) -> str | None:
    """Write a value in brackets or braces, where that is its form: words, or a part that says so; None elsewhere."""
    if entry.has_comments_inside:
        return None
    is_list = isinstance(entry.value, yaml.SequenceNode)
    if not entry.inside:
        return "[]" if is_list else "{}"
    if is_list:
        words = [_value(inner.value, kind) for inner in entry.inside if not inner.is_branch]
        if len(words) < len(entry.inside) or any(isinstance(word, str) and _PHRASE.match(word) for word in words):
            return None
        return "[" + ", ".join(_flow(inner, kind) for inner in entry.inside) + "]"
    return _flow(entry, kind) if getattr(kind.model, "one_line", False) else None


def _flow(entry: Entry, kind: Kind) -> str:
    if not entry.is_branch:
        return scalars.inline(_value(entry.value, kind), entry.value.value, is_flow=True)
    if isinstance(entry.value, yaml.SequenceNode):
        return "[" + ", ".join(_flow(inner, kind) for inner in entry.inside) + "]"
    fields = [
        f"{scalars.inline(inner.key.value, '', is_flow=True)}: {_flow(inner, kind.of(inner.key.value))}"
        for inner in _ordered(entry, kind)
        if inner.key
    ]
    return "{" + ", ".join(fields) + "}"
