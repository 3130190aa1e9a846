"""What stands in a YAML file, as plain values.

Only the YAML 1.2 core scalars mean anything but text, so `no`, `on`, `12:30` and `010` stay the text that
the editor wrote.
"""

from __future__ import annotations

import re
from array import array
from typing import Any, Self, TypeAlias

import yaml
from yaml.composer import ComposerError

from generator.base.problems import Problem
from generator.base.rule import Rule
from generator.base.text import shown
from generator.reading.parser import following
from generator.reading.positions import Marks, marked

Scalar: TypeAlias = str | int | float | bool | None

_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\Z")  # what is longer is text, and so is +4512345678
_FLOAT = re.compile(r"-?(?:0|[1-9][0-9]*)?(?:\.[0-9]+|[0-9]\.)(?:[eE][-+]?[0-9]+)?\Z")
_WORDS: dict[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}
_NOT_TEXT = frozenset("-.0123456789~ntf")
"""How a scalar begins that may mean something but text."""


_SCALAR: Any = yaml.ScalarEvent
_LIST_END: Any = yaml.SequenceEndEvent
_MAPPING_END: Any = yaml.MappingEndEvent
"""Told apart by their class alone, which is faster than to ask whether they are instances of it."""


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


def plain(text: str, name: str) -> tuple[object, Marks, list[Problem]]:
    """Read the plain value of a text, note where its parts stand, and find what an editor must mend in them.

    Raises:
        yaml.MarkedYAMLError: the text is not YAML.
    """
    reader = _Reader(text, name)
    value = reader.document()
    return value, Marks(array("I", reader.starts), array("I", reader.ends)), reader.problems


class _Reader:
    """Makes values of what the parser meets: to make nodes of it first takes longer than all the rest."""

    def __init__(self, text: str, name: str) -> None:
        self.text = text
        self.name = name
        self.following = following(text)
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.problems: list[Problem] = []

    def document(self) -> object:
        self.following()  # the stream begins
        if isinstance(self.following(), yaml.StreamEndEvent):
            return None
        root = self.following()
        value = self._value(root)
        self.following()  # the document ends
        end = self.following()
        if not isinstance(end, yaml.StreamEndEvent):
            one, another = "expected a single document in the stream", "but found another document"
            raise ComposerError(one, root.start_mark, another, end.start_mark)
        return value

    def _value(self, event: Any) -> object:  # noqa: ANN401  an event, whose marks are always there
        known = len(self.starts)
        self.starts.append(event.start_mark.index)
        self.ends.append(event.end_mark.index)
        if event.__class__ is _SCALAR:
            return scalar(event)
        if not isinstance(event, yaml.CollectionStartEvent):
            raise ComposerError(None, None, "found undefined alias", event.start_mark)
        value, end = self._mapping() if isinstance(event, yaml.MappingStartEvent) else self._list()
        self.ends[known] = end.end_mark.index
        return value

    # The two below go through every value of every file: what is as it should be costs no call of its own.

    def _list(self) -> tuple[list[object], Any]:
        found: list[object] = []
        starts, ends, following = self.starts, self.ends, self.following
        while (item := following()).__class__ is not _LIST_END:
            if item.__class__ is _SCALAR:
                starts.append(item.start_mark.index)
                ends.append(item.end_mark.index)
                value: object = scalar(item)
            else:
                value = self._value(item)
            if value is None or value == "":
                self._report(item, "Listepunktet er tomt. Skriv en værdi, eller slet linjen.", Rule.EMPTY_VALUE)
            found.append(value)
        return found, item

    def _mapping(self) -> tuple[dict[str, object], Any]:
        found: dict[str, object] = {}
        before: Any = None
        starts, ends, following = self.starts, self.ends, self.following
        while (key := following()).__class__ is not _MAPPING_END:
            if key.__class__ is not _SCALAR or not key.value or key.value in found:
                before = self._odd(before, key)
                continue
            known, item = len(starts), following()
            starts.append(key.start_mark.index)
            ends.append(key.end_mark.index)
            if item.__class__ is _SCALAR:
                starts.append(item.start_mark.index)
                ends.append(item.end_mark.index)
                value: object = scalar(item)
            else:
                value = self._value(item)
            if not value and not getattr(item, "value", "") and _is_decimals(before, key):
                self._cut_off(before, key)
                del starts[known:], ends[known:]
            else:
                found[key.value] = value
                if value is None or value == "":
                    self._empty(key)
            before = item
        return found, key

    def _odd(self, before: Any, key: Any) -> Any:  # noqa: ANN401  events likewise
        """Pass over a field whose key is not a new name, and give its value; what is left out stands nowhere."""
        self._is_nothing(key)
        item = self.following()
        if self._is_nothing(item) and _is_decimals(before, key):
            self._cut_off(before, key)
        elif not isinstance(key, yaml.ScalarEvent):
            self._report(key, "Et feltnavn skal være et enkelt ord. Skriv »navn: værdi«.", Rule.YAML)
        elif not key.value:
            self._report(key, "Der mangler et feltnavn før kolonet. Skriv »navn: værdi«.", Rule.YAML)
        else:
            self._report(key, f"Feltet {shown(key.value)} står her for anden gang. Slet det ene.", Rule.FIELD_TWICE)
        return item

    def _is_nothing(self, event: yaml.Event) -> bool:
        """Pass over a value, and tell whether it is empty."""
        if not isinstance(event, yaml.CollectionStartEvent):
            return isinstance(event, yaml.ScalarEvent) and not event.value
        depth, events = 1, 0
        while depth:
            inner = self.following()
            depth += isinstance(inner, yaml.CollectionStartEvent) - isinstance(inner, yaml.CollectionEndEvent)
            events += 1
        return events == 1

    def _cut_off(self, before: yaml.ScalarEvent, key: yaml.ScalarEvent) -> None:
        whole = f"{before.value},{key.value}"
        number = f"{before.value.replace('.', '')}.{key.value}"
        fix = f'Skriv {number}, hvis det er et tal, og "{whole}", hvis det er tekst.'
        self._report(before, f"Kommaet deler »{whole}« i to. {fix}", Rule.NUMBER)

    def _empty(self, key: yaml.ScalarEvent) -> None:
        message = f"Feltet {shown(key.value)} er tomt. Skriv en værdi, eller slet linjen."
        self._report(key, message, Rule.EMPTY_VALUE)

    def _report(self, event: yaml.Event, message: str, rule: Rule) -> None:
        self.problems.append(Problem(marked(event.start_mark, self.text, self.name), message, rule))


def _is_decimals(before: Any, key: Any) -> bool:  # noqa: ANN401  likewise
    """Tell whether an empty field is what a decimal comma has cut off a number: `{value: 69,2}`."""
    if not (before.__class__ is key.__class__ is _SCALAR and key.value.isdecimal()):
        return False
    end, start = before.end_mark, key.start_mark
    is_number = before.value.removeprefix("-").replace(".", "").isdecimal()
    return is_number and (end.line, end.column + 1) == (start.line, start.column)


def scalar(node: yaml.ScalarNode | yaml.ScalarEvent) -> Scalar:
    """Give what a scalar means."""
    text: str = node.value
    if node.style or (text and text[0] not in _NOT_TEXT):
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.match(text):
        return int(text)
    return Decimal(text) if _FLOAT.match(text) else text
