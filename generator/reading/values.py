"""The nodes of a YAML file as plain values.

Only the YAML 1.2 core scalars mean anything but text, so `no`, `on`, `12:30` and `010` stay the text that
the editor wrote.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Self, TypeAlias

import yaml

from generator.base.problems import Problem
from generator.base.rule import Rule
from generator.base.text import shown
from generator.reading.positions import Marks, marked

Scalar: TypeAlias = str | int | float | bool | None

_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\Z")  # what is longer is text, and so is +4512345678
_FLOAT = re.compile(r"-?(?:0|[1-9][0-9]*)?(?:\.[0-9]+|[0-9]\.)(?:[eE][-+]?[0-9]+)?\Z")
_WORDS: dict[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}
_NOT_TEXT = frozenset("-.0123456789~ntf")
"""How a scalar begins that may mean something but text."""


class Decimal(float):
    """A decimal number that remembers how it was written, so that section 2.10 does not become 2.1."""

    written: str

    def __new__(cls, written: str) -> Self:
        """Read a number as YAML writes it."""
        number = super().__new__(cls, written)
        number.written = written
        return number

    def __str__(self) -> str:
        return self.written


def plain(root: yaml.Node, text: str, name: str) -> tuple[object, Marks, list[Problem]]:
    """Turn the nodes of a file into plain values, note where they stand, and find what an editor must mend in them."""
    reader = _Reader(text, name, Marks.none(), [])
    reader.marks.add(root.start_mark.index, root.end_mark.index)
    return reader.plain(root), reader.marks, reader.problems


@dataclass(frozen=True)
class _Reader:
    text: str
    name: str
    marks: Marks
    problems: list[Problem]

    def plain(self, node: yaml.Node) -> object:
        if isinstance(node, yaml.ScalarNode):
            return scalar(node)
        return self._mapping(node) if isinstance(node, yaml.MappingNode) else self._list(node)

    # The two below go through every value of every file: what is as it should be costs no call of its own.

    def _list(self, node: yaml.Node) -> list[object]:
        found: list[object] = []
        starts, ends = self.marks
        for item in node.value:
            starts.append(item.start_mark.index)
            ends.append(item.end_mark.index)
            value = scalar(item) if item.__class__ is yaml.ScalarNode else self.plain(item)
            if value is None or value == "":
                self._report(item, "Listepunktet er tomt. Skriv en værdi, eller slet linjen.", Rule.EMPTY_VALUE)
            found.append(value)
        return found

    def _mapping(self, node: yaml.Node) -> dict[str, object]:
        found: dict[str, object] = {}
        before: yaml.Node | None = None
        starts, ends = self.marks
        for key, item in node.value:
            name = key.value
            starts.append(key.start_mark.index)
            ends.append(key.end_mark.index)
            starts.append(item.start_mark.index)
            ends.append(item.end_mark.index)
            if key.__class__ is not yaml.ScalarNode or not name or name in found or not item.value:
                self._odd(found, before, key, item)
            else:
                value = scalar(item) if item.__class__ is yaml.ScalarNode else self.plain(item)
                found[name] = value
                if value is None:
                    self._empty(key)
            before = item
        return found

    def _odd(self, found: dict[str, object], before: yaml.Node | None, key: yaml.Node, item: yaml.Node) -> None:
        """Read a field whose key is not a new name, or whose value is empty; what is left out stands nowhere."""
        known = len(self.marks.starts) - 2
        if before and _is_decimals(before, key, item):
            whole = f"{before.value},{key.value}"
            number = f"{before.value.replace('.', '')}.{key.value}"
            fix = f'Skriv {number}, hvis det er et tal, og "{whole}", hvis det er tekst.'
            self._report(before, f"Kommaet deler »{whole}« i to. {fix}", Rule.NUMBER)
        elif not isinstance(key, yaml.ScalarNode):
            self._report(key, "Et feltnavn skal være et enkelt ord. Skriv »navn: værdi«.", Rule.YAML)
        elif not key.value:
            self._report(key, "Der mangler et feltnavn før kolonet. Skriv »navn: værdi«.", Rule.YAML)
        elif key.value in found:
            self._report(key, f"Feltet {shown(key.value)} står her for anden gang. Slet det ene.", Rule.FIELD_TWICE)
        else:
            value = found[key.value] = self.plain(item)
            if value is None or value == "":
                self._empty(key)
            return
        self.marks.forget(known)

    def _empty(self, key: yaml.Node) -> None:
        message = f"Feltet {shown(key.value)} er tomt. Skriv en værdi, eller slet linjen."
        self._report(key, message, Rule.EMPTY_VALUE)

    def _report(self, node: yaml.Node, message: str, rule: Rule) -> None:
        self.problems.append(Problem(marked(node.start_mark, self.text, self.name), message, rule))


def _is_decimals(before: yaml.Node, key: yaml.Node, value: yaml.Node) -> bool:
    """Tell whether an empty field is what a decimal comma has cut off a number: `{value: 69,2}`."""
    if not (isinstance(key, yaml.ScalarNode) and key.value.isdecimal()) or value.value:
        return False
    is_number = isinstance(before, yaml.ScalarNode) and before.value.removeprefix("-").replace(".", "").isdecimal()
    end, start = before.end_mark, key.start_mark
    return is_number and (end.line, end.column + 1) == (start.line, start.column)


def scalar(node: yaml.ScalarNode) -> Scalar:
    """Give what a scalar means."""
    text: str = node.value
    if node.style or (text and text[0] not in _NOT_TEXT):
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.match(text):
        return int(text)
    return Decimal(text) if _FLOAT.match(text) else text
