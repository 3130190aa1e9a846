"""YAML files as plain values that remember where they stand.

Only the YAML 1.2 core scalars mean anything but text, so `no`, `on`, `12:30` and `010` stay the text that
the editor wrote. Everything in YAML that an editor needs not know (anchors, aliases, tags, several documents
in one file) is refused. This is the only module that knows PyYAML.
"""

from __future__ import annotations

import errno
import functools
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeAlias

import yaml

from generator.base.problems import Location, Problem
from generator.base.rule import Rule
from generator.reading import syntax

if TYPE_CHECKING:
    from yaml._yaml import Mark as CMark
    from yaml.error import Mark

Place: TypeAlias = tuple[str | int, ...]
"""The way to a value from the top of a file: keys of mappings and indexes of lists."""

_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\Z")  # what is longer is text, and so is +4512345678
_FLOAT = re.compile(r"-?(?:0|[1-9][0-9]*)?(?:\.[0-9]+|[0-9]\.)(?:[eE][-+]?[0-9]+)?\Z")
_WORDS = {"": None, "~": None, "null": None, "true": True, "false": False}

_NESTING = re.compile(r"[\[{]|[-?]\s")
_MOST_NESTING = 200
_LONG = 10_000  # a shorter file cannot nest so deeply that libyaml uses up the stack

# Besides control characters: line separators, which only YAML counts as lines, zero-width characters, which no
# search finds, and the signs that turn the direction of text.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]",
)
_INDENT = re.compile("^ *([\t\u00a0])", re.MULTILINE)
_HARD_SPACE = re.compile("^[ -]*[\\w-]+: *(\u00a0)", re.MULTILINE)
_MARK = re.compile(r"(?:^|[\s\[{,])[&*!]", re.MULTILINE)
_CONFLICT = re.compile(r"^ *(<{7} |>{7} |={7}$)", re.MULTILINE)
_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#.*", re.MULTILINE)
_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})")

MOST_BYTES = 2_000_000
"""Forty times the longest letter; a larger file is not read."""

# Why a file cannot be read, by the system's number for it.
_UNREADABLE = {
    errno.EISDIR: "Det er en mappe",
    errno.ENOENT: "Den er en genvej til en fil, der ikke findes",
    errno.ELOOP: "Den er en genvej til sig selv",
    errno.EACCES: "Der mangler adgang til den",
}


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


@dataclass(frozen=True)
class YamlFile:
    """The plain value of a YAML file, with the means to find where any part of it stands."""

    path: str
    value: Any = None
    text: str = field(default="", repr=False)

    def locate(self, place: Place = ()) -> Location:
        """Find where a value begins; of a place that is not there, the nearest thing around it."""
        node, _ = self._walk(place)
        return self._location(node)

    def locate_key(self, place: Place) -> Location:
        """Find where the key of a value stands; of a list item, where the item begins."""
        node, key = self._walk(place)
        return self._location(key or node)

    def locate_offset(self, offset: int) -> Location:
        """Find the line and column of a character in the text."""
        return _at(self.text, offset, self.path)

    def span(self, place: Place) -> range:
        """Give the part of the text that holds a value; nothing where the value is not there."""
        node, _ = self._walk(place, whole=True)
        return range(node.start_mark.index, node.end_mark.index) if node else range(0)

    def written(self, place: Place) -> str:
        """Give a scalar as the editor wrote it, before it became a number: `2.550` rather than 2.55."""
        value = self.value
        for step in place:
            value = value[step]
        return str(value)

    def _walk(self, place: Place, *, whole: bool = False) -> tuple[yaml.Node | None, yaml.Node | None]:
        """Follow a place as far as it goes, or else (`whole`) only if it goes all the way."""
        node, key = _nodes(self.text) if self.value is not None else None, None
        for step in place:
            child = _child(node, step)
            if child is None:
                return (None, None) if whole else (node, key)
            key, node = child
        return node, key

    def _location(self, node: yaml.Node | None) -> Location:
        return _marked(node.start_mark, self.text, self.path) if node else Location(self.path)


@functools.lru_cache(maxsize=16)
def _nodes(text: str) -> yaml.Node | None:
    """Compose a text again to learn its positions.

    They are seldom asked for, and to keep the nodes of every file has Python look for garbage among millions of
    objects, so that reading takes ten times as long.
    """
    return _compose(text)


def read(path: Path, name: str) -> tuple[YamlFile, list[Problem]]:
    """Read a YAML file and say what is wrong with it; its `value` is None where nothing can be read.

    `name` is how the file is called in messages, seen from the folder where the command was given.
    """
    try:
        mode = path.stat().st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):  # to read a pipe could last for ever
            return YamlFile(name), [_unreadable(None, name)]
        if path.stat().st_size > MOST_BYTES and stat.S_ISREG(mode):
            message = "Filen fylder over 2 MB, og ingen post er så lang. Slet det, der ikke hører til i den."
            return YamlFile(name), [Problem(Location(name), message, Rule.FILE)]
        raw = path.read_bytes()
    except OSError as error:
        return YamlFile(name), [_unreadable(error.errno, name)]
    text, problems = _decode(raw, name)
    if problems:
        return YamlFile(name), problems
    return parse(text, name)


def parse(text: str, name: str) -> tuple[YamlFile, list[Problem]]:
    """Read YAML text; see `read`."""
    empty = YamlFile(name, text=text)
    try:
        if len(text) > _LONG and _nests_too_deeply(text):
            return empty, [_too_deep(name)]
        problems = _conflict(text, name) or [
            *_refused(text, name),
            *_escaped(text, name),
            *_taken_for_comments(text, name),
        ]
        if problems:
            return empty, problems
        root = _compose(text)
        value = _Reader(text, name, problems).plain(root) if root else None
        if value is None or value == "":
            return empty, [Problem(Location(name), "Filen er tom. Udfyld den, eller slet den.", Rule.EMPTY_FILE)]
        file = YamlFile(name, value, text)
    except yaml.MarkedYAMLError as error:
        return empty, [_syntax_problem(error, text, name)]
    except RecursionError:
        return empty, [_too_deep(name)]
    return file, problems


def _unreadable(number: int | None, name: str) -> Problem:
    why = _UNREADABLE.get(number or 0, "Den er ikke en almindelig fil")
    message = f"Filen kan ikke læses. {why}. Læg en almindelig fil her, eller slet den."
    return Problem(Location(name), message, Rule.FILE)


def _decode(raw: bytes, name: str) -> tuple[str, list[Problem]]:
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        message = (
            f"Tegnet er gemt i et andet tegnsæt end UTF-8 (byte 0x{raw[error.start]:02x}). "
            "Gem filen som UTF-8, så æ, ø og å bliver rigtige."
        )
        return "", [Problem(_at(before, len(before), name), message, Rule.CHARACTERS)]
    if text.startswith("\ufeff"):
        message = "Filen begynder med et usynligt tegn (BOM). Gem den som UTF-8 uden BOM."
        return "", [Problem(Location(name), message, Rule.CHARACTERS)]
    if "\r" in text:
        message = "Filen har Windows-linjeskift. Gem den med linjeskiftet LF."
        return "", [Problem(_at(text, text.index("\r"), name), message, Rule.LINE_ENDS)]
    invisible = _INVISIBLE.search(text)
    if invisible:
        message = f"Her står et usynligt tegn (U+{ord(invisible.group()):04X}). Slet det."
        return "", [Problem(_at(text, invisible.start(), name), message, Rule.CHARACTERS)]
    return text, _wrong_space(text, name)


def _wrong_space(text: str, name: str) -> list[Problem]:
    """Find the first tab or hard space where YAML counts spaces."""
    indent = _INDENT.search(text) if "\t" in text or "\u00a0" in text else None
    if indent:
        what = "tabulator" if indent[1] == "\t" else "hårde mellemrum"
        message = f"Linjen er rykket ind med {what}. Brug almindelige mellemrum, to for hvert trin."
        return [Problem(_at(text, indent.start(1), name), message, Rule.TAB)]
    hard = _HARD_SPACE.search(text) if "\u00a0" in text else None
    if hard:
        message = "Her står et hårdt mellemrum efter kolon. Skriv et almindeligt mellemrum i stedet."
        return [Problem(_at(text, hard.start(1), name), message, Rule.CHARACTERS)]
    return []


def _too_deep(name: str) -> Problem:
    message = "Filen har alt for mange lister og felter inden i hinanden. Se en anden fil i mappen, og skriv den om."
    return Problem(Location(name), message, Rule.YAML)


def _nests_too_deeply(text: str) -> bool:
    """Tell whether composing a text would use up libyaml's stack, and take Python with it."""
    if sum(1 for _ in _NESTING.finditer(text)) < _MOST_NESTING:
        return False
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _MOST_NESTING:
                return True
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return False


def _at(text: str, offset: int, name: str) -> Location:
    before = text[:offset]
    return Location(name, before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1)


def _marked(mark: Mark | CMark | None, text: str, name: str) -> Location:
    """Give the place of one of libyaml's marks; what it misses on a line after the last is on the last."""
    if mark is None:
        return Location(name)
    if mark.index >= len(text):
        return _at(text, len(text) - text.endswith("\n"), name)
    return Location(name, mark.line + 1, mark.column + 1)


def _refused(text: str, name: str) -> list[Problem]:
    """Find anchors, aliases and tags, which leave no trace in composed nodes."""
    problems: list[Problem] = []
    if not (
        any(mark in text for mark in "&*!") and _MARK.search(text)
    ):  # then there are none, and the costly look at every event can be saved
        return problems
    otherwise = "Skriv værdien ud, eller sæt teksten i anførselstegn."
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent):
            message, rule = f"Henvisningen *{anchor} kan ikke bruges her. {otherwise}", Rule.ANCHOR
        elif anchor:
            message, rule = f"Ankeret &{anchor} kan ikke bruges her. {otherwise}", Rule.ANCHOR
        elif tag:
            shown = tag.replace("tag:yaml.org,2002:", "!!")
            message = f"Typemærket {shown} kan ikke bruges her. Slet det, eller sæt teksten i anførselstegn."
            rule = Rule.TAG
        else:
            continue
        problems.append(Problem(_marked(event.start_mark, text, name), message, rule))
    return problems


def _escaped(text: str, name: str) -> list[Problem]:
    """Find characters written as codes: a reviewer, and the rules on text, must see what readers will see."""
    if "\\" not in text:
        return []
    message = "Tegnkoden {code} kan ikke bruges her. Skriv selve tegnet."
    return [
        Problem(_at(text, found.start(), name), message.format(code=found.group()), Rule.CHARACTER_CODE)
        for found in _ESCAPE.finditer(text)
    ]


def _conflict(text: str, name: str) -> list[Problem]:
    """Find what git leaves where two changes met; the first such line is enough."""
    found = _CONFLICT.search(text) if "<<<<<<< " in text or ">>>>>>> " in text or "=======" in text else None
    if not found:
        return []
    message = (
        "Her har git sat to udgaver efter hinanden. Behold den rigtige, "
        "og slet den anden og linjerne med <<<<<<<, ======= og >>>>>>>."
    )
    return [Problem(_at(text, found.start(1), name), message, Rule.TWO_VERSIONS)]


def _taken_for_comments(text: str, name: str) -> list[Problem]:
    """Find text that YAML leaves out: a sign # behind a space makes the rest of the line a comment.

    A comment that is meant to be one has a space behind the sign, or the line to itself.
    """
    suspects = [
        found
        for found in (_COMMENT.finditer(text) if " #" in text or "\t#" in text else ())
        if not found.group().startswith(("# ", "##")) and len(found.group()) > 1
    ]
    suspects = [found for found in suspects if text[text.rfind("\n", 0, found.start()) + 1 : found.start()].strip()]
    if not suspects:
        return []
    texts = [(event.start_mark, event.end_mark) for event in _scalars(text)]
    message = "»{}« bliver til en note og kommer ikke på siden. Sæt hele teksten i anførselstegn."
    return [
        Problem(_at(text, found.start(), name), message.format(found.group().split()[0]), Rule.COMMENT)
        for found in suspects
        if not any(begin and end and begin.index <= found.start() < end.index for begin, end in texts)
    ]


def _scalars(text: str) -> Iterator[yaml.ScalarEvent]:
    """Yield the scalars of a text, as far as it can be parsed."""
    try:
        for event in yaml.parse(text, Loader=yaml.CBaseLoader):
            if isinstance(event, yaml.ScalarEvent):
                yield event
    except yaml.MarkedYAMLError:
        return


def _syntax_problem(error: yaml.MarkedYAMLError, text: str, name: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    if error.context_mark and error.problem in syntax.SEEN_LATE:
        mark = error.context_mark
    location = _marked(mark, text, name)
    message = syntax.MESSAGES.get(str(error.problem), syntax.OTHERWISE)
    quoted = _open_quote(text, location) if error.problem == syntax.NO_KEY else None
    if quoted:
        return Problem(_marked(quoted.start_mark, text, name), syntax.OPEN_QUOTE, Rule.YAML)
    line, column, message = syntax.cause(str(error.problem), text.split("\n"), location.line, location.column) or (
        location.line,
        location.column,
        message,
    )
    return Problem(Location(name, line, column), message, Rule.YAML)


def _open_quote(text: str, stumble: Location) -> yaml.ScalarEvent | None:
    """Find the text that runs on to the next quotation mark, in a line where the parser then stumbles."""
    *_, last = (None, *_scalars(text))
    if last and last.style in ("'", '"'):
        begin, end = _marked(last.start_mark, text, ""), _marked(last.end_mark, text, "")
        if begin.line < end.line == stumble.line:
            return last
    return None


class _Loader(yaml.CBaseLoader):
    """Composes nodes without tags, since we decide for ourselves what a scalar means; that halves the time."""

    def resolve(self, kind: object, value: object, implicit: object) -> str:  # noqa: ARG002
        return ""

    def descend_resolver(self, current_node: object, current_index: object) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass


def _compose(text: str) -> yaml.Node | None:
    node: yaml.Node | None = yaml.compose(text, Loader=_Loader)
    return node


@dataclass(frozen=True)
class _Reader:
    """Turns the nodes of one file into plain values, and notes what an editor must mend."""

    text: str
    name: str
    problems: list[Problem]

    def plain(self, node: yaml.Node) -> object:
        if isinstance(node, yaml.ScalarNode):
            return _scalar(node)
        if isinstance(node, yaml.SequenceNode):
            return [self._filled(item) for item in node.value]
        mapping: dict[str, object] = {}
        for (_, before), (key, value) in zip([(None, None), *node.value], node.value, strict=False):
            if before and _is_decimals(before, key, value):
                whole = f"{before.value},{key.value}"
                number = f"{before.value.replace('.', '')}.{key.value}"
                fix = f'Skriv {number}, hvis det er et tal, og "{whole}", hvis det er tekst.'
                self._report(before, f"Kommaet deler »{whole}« i to. {fix}", Rule.NUMBER)
            elif not isinstance(key, yaml.ScalarNode):
                self._report(key, "Et feltnavn skal være et enkelt ord. Skriv »navn: værdi«.", Rule.YAML)
            elif not key.value:
                self._report(key, "Der mangler et feltnavn før kolonet. Skriv »navn: værdi«.", Rule.YAML)
            elif key.value in mapping:
                self._report(key, f"Feltet »{key.value}« står her for anden gang. Slet det ene.", Rule.FIELD_TWICE)
            else:
                mapping[key.value] = self._filled(value, key)
        return mapping

    def _filled(self, node: yaml.Node, key: yaml.Node | None = None) -> object:
        value = self.plain(node)
        if value is None or value == "":
            what = f"Feltet »{key.value}«" if key else "Listepunktet"
            self._report(key or node, f"{what} er tomt. Skriv en værdi, eller slet linjen.", Rule.EMPTY_VALUE)
        return value

    def _report(self, node: yaml.Node, message: str, rule: Rule) -> None:
        self.problems.append(Problem(_marked(node.start_mark, self.text, self.name), message, rule))


def _is_decimals(before: yaml.Node, key: yaml.Node, value: yaml.Node) -> bool:
    """Tell whether an empty field is what a decimal comma has cut off a number: `{value: 69,2}`."""
    if not (isinstance(key, yaml.ScalarNode) and key.value.isdecimal()) or value.value:
        return False
    is_number = isinstance(before, yaml.ScalarNode) and before.value.removeprefix("-").replace(".", "").isdecimal()
    end, start = before.end_mark, key.start_mark
    return is_number and (end.line, end.column + 1) == (start.line, start.column)


def _scalar(node: yaml.ScalarNode) -> str | int | float | bool | None:
    text: str = node.value
    if node.style not in ("", None):
        return text
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in "-.0123456789":
        return text
    if _INTEGER.match(text):
        return int(text)
    return Decimal(text) if _FLOAT.match(text) else text


def _child(node: yaml.Node | None, step: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value == step:
                return key, value
    elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None
