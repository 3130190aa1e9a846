"""YAML files as plain values that remember where they stand.

Only the YAML 1.2 core scalars mean anything but text, so `no`, `on`, `12:30` and `010` stay the text that
the editor wrote. Everything in YAML that an editor needs not know (anchors, aliases, tags, several documents
in one file) is refused. This is the only module that knows PyYAML.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from generator.problems import Location, Problem

Place: TypeAlias = tuple[str | int, ...]
"""The way to a value from the top of a file: keys of mappings and indexes of lists."""

_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)\Z")
_FLOAT = re.compile(r"[-+]?(?:0|[1-9][0-9]*)?(?:\.[0-9]+|[0-9]\.)(?:[eE][-+]?[0-9]+)?\Z")
_WORDS = {"": None, "~": None, "null": None, "true": True, "false": False}
_TOO_DEEP = re.compile(r"(?:[\[{]\s*){100}|(?:[-?] +){100}")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")

# What libyaml says, and what an editor needs to hear instead.
_SYNTAX = {
    "mapping values are not allowed in this context": (
        "Her står et kolon for meget, eller linjen er rykket forkert ind. "
        "Sæt teksten i anførselstegn, hvis kolonet hører til teksten."
    ),
    "found character that cannot start any token": (
        "En tekst kan ikke begynde med dette tegn. Sæt teksten i anførselstegn."
    ),
    "found unexpected end of stream": "Et anførselstegn mangler. Luk teksten med samme tegn, som den begynder med.",
    "could not find expected ':'": "Der mangler et kolon efter feltets navn. Skriv »navn: værdi«.",
    "did not find expected ',' or ']'": "En liste i skarpe parenteser er ikke lukket. Skriv et komma eller ].",
    "did not find expected ',' or '}'": "En krøllet parentes er ikke lukket. Skriv et komma eller }.",
    "did not find expected '-' indicator": (
        "Linjen hører ikke til listen over den. Begynd den med »- «, eller ryk den på plads."
    ),
    "did not find expected key": (
        "Her skulle der stå et feltnavn. Se efter, om linjen er rykket rigtigt ind, "
        "og om der står mere tekst efter et afsluttende anførselstegn."
    ),
    "block sequence entries are not allowed in this context": (
        "Et listepunkt skal stå på sin egen linje. Flyt »- « ned på næste linje."
    ),
    "found unknown escape character": (
        "En omvendt skråstreg betyder noget særligt i dobbelte anførselstegn. Brug enkelte anførselstegn."
    ),
    "found duplicate anchor": "Ankre (&) kan ikke bruges her. Skriv værdien ud.",
    "found undefined alias": "En tekst kan ikke begynde med *. Sæt teksten i anførselstegn.",
    "did not find expected alphabetic or numeric character": (
        "En tekst kan ikke begynde med & eller *. Sæt teksten i anførselstegn."
    ),
    "but found another document": "Filen må kun holde én post. Slet linjen med ---.",
}
_SYNTAX_OTHERWISE = (
    "Linjen er ikke gyldig YAML. Se efter kolon, anførselstegn og indrykning på linjen og linjen før."
)


@dataclass(frozen=True)
class YamlFile:
    """The plain value of a YAML file, with the means to find where any part of it stands."""

    path: str
    value: Any = None
    _root: yaml.Node | None = field(default=None, repr=False)

    def locate(self, place: Place = ()) -> Location:
        """Find where a value begins; of a place that is not there, the nearest thing around it."""
        node, _ = self._walk(place)
        return self._location(node)

    def locate_key(self, place: Place) -> Location:
        """Find where the key of a value stands; of a list item, where the item begins."""
        node, key = self._walk(place)
        return self._location(key or node)

    def written(self, place: Place) -> str:
        """Give a scalar as the editor wrote it, before it became a number: `2.550` rather than 2.55."""
        node, _ = self._walk(place)
        return str(node.value) if isinstance(node, yaml.ScalarNode) else ""

    def _walk(self, place: Place) -> tuple[yaml.Node | None, yaml.Node | None]:
        node, key = self._root, None
        for step in place:
            child = _child(node, step)
            if child is None:
                break
            key, node = child
        return node, key

    def _location(self, node: yaml.Node | None) -> Location:
        if node is None:
            return Location(self.path)
        return Location(self.path, node.start_mark.line + 1, node.start_mark.column + 1)


def read(path: Path, name: str) -> tuple[YamlFile, list[Problem]]:
    """Read a YAML file and say what is wrong with it; its `value` is None where nothing can be read.

    `name` is how the file is called in messages, seen from the folder where the command was given.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        return YamlFile(name), [Problem(Location(name), f"Filen kan ikke læses: {error.strerror}.", "fil")]
    text, problems = _decode(raw, name)
    if problems:
        return YamlFile(name), problems
    return parse(text, name)


def parse(text: str, name: str) -> tuple[YamlFile, list[Problem]]:
    """Read YAML text; see `read`."""
    empty = YamlFile(name)
    if _TOO_DEEP.search(text):  # libyaml would use up the stack and take Python with it
        return empty, [_too_deep(name)]
    try:
        # In a text without these three characters there can be no anchor, alias or tag.
        problems = _refused(text, name) if any(mark in text for mark in "&*!") else []
        if problems:
            return empty, problems
        root = yaml.compose(text, Loader=yaml.CBaseLoader)
        if root is None:
            return empty, [Problem(Location(name), "Filen er tom. Udfyld den, eller slet den.", "tom-fil")]
        found: list[Problem] = []
        value = _plain(root, name, found)
    except yaml.MarkedYAMLError as error:
        return empty, [_syntax_problem(error, name)]
    except RecursionError:
        return empty, [_too_deep(name)]
    return YamlFile(name, value, root), found


def _decode(raw: bytes, name: str) -> tuple[str, list[Problem]]:
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        message = (
            f"Tegnet er gemt i et andet tegnsæt end UTF-8 (byte 0x{raw[error.start]:02x}). "
            "Gem filen som UTF-8, så æ, ø og å bliver rigtige."
        )
        return "", [Problem(_at(before, len(before), name), message, "tegnsæt")]
    if text.startswith("\ufeff"):
        message = "Filen begynder med et usynligt tegn (BOM). Gem den som UTF-8 uden BOM."
        return "", [Problem(Location(name), message, "tegnsæt")]
    if "\r" in text:
        message = "Filen har Windows-linjeskift. Gem den med linjeskiftet LF."
        return "", [Problem(_at(text, text.index("\r"), name), message, "linjeskift")]
    control = _CONTROL.search(text)
    if control:
        message = f"Her står et usynligt styretegn (U+{ord(control.group()):04X}). Slet det."
        return "", [Problem(_at(text, control.start(), name), message, "tegnsæt")]
    tab = re.search(r"^ *\t", text, re.MULTILINE)
    if tab:
        message = "Linjen er rykket ind med tabulator. Brug mellemrum, to for hvert trin."
        return "", [Problem(_at(text, tab.end() - 1, name), message, "tabulator")]
    return text, []


def _too_deep(name: str) -> Problem:
    return Problem(Location(name), "Filen har alt for mange lister inden i hinanden.", "yaml")


def _at(text: str, offset: int, name: str) -> Location:
    before = text[:offset]
    return Location(name, before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1)


def _refused(text: str, name: str) -> list[Problem]:
    """Find anchors, aliases and tags, which leave no trace in composed nodes."""
    problems = []
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        where = Location(name, event.start_mark.line + 1, event.start_mark.column + 1)
        if isinstance(event, yaml.AliasEvent):
            message = f"Henvisningen *{event.anchor} kan ikke bruges her. Skriv værdien ud, eller sæt den i anførselstegn."
            problems.append(Problem(where, message, "anker"))
        elif getattr(event, "anchor", None):
            problems.append(Problem(where, f"Ankeret &{event.anchor} kan ikke bruges her. Skriv værdien ud.", "anker"))
        elif getattr(event, "tag", None):
            message = f"Typemærket {_short_tag(event.tag)} kan ikke bruges her. Slet det, eller sæt teksten i anførselstegn."
            problems.append(Problem(where, message, "typemærke"))
    return problems


def _short_tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")


def _syntax_problem(error: yaml.MarkedYAMLError, name: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    where = Location(name, mark.line + 1, mark.column + 1) if mark else Location(name)
    if error.context and "flow" in error.context and error.context_mark and "end of" not in str(error.problem):
        # libyaml notices an unclosed bracket far below it; the editor must look where it was opened.
        where = Location(name, error.context_mark.line + 1, error.context_mark.column + 1)
    return Problem(where, _SYNTAX.get(str(error.problem), _SYNTAX_OTHERWISE), "yaml")


def _plain(node: yaml.Node, name: str, problems: list[Problem]) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node)
    if isinstance(node, yaml.SequenceNode):
        return [_filled(item, name, problems) for item in node.value]
    mapping: dict[str, Any] = {}
    for key, value in node.value:
        where = Location(name, key.start_mark.line + 1, key.start_mark.column + 1)
        if not isinstance(key, yaml.ScalarNode):
            problems.append(Problem(where, "Et feltnavn skal være et enkelt ord.", "yaml"))
        elif key.value in mapping:
            message = f"Feltet »{key.value}« står her for anden gang. Slet det ene."
            problems.append(Problem(where, message, "dobbelt-felt"))
        else:
            mapping[key.value] = _filled(value, name, problems, key)
    return mapping


def _filled(node: yaml.Node, name: str, problems: list[Problem], key: yaml.Node | None = None) -> Any:
    value = _plain(node, name, problems)
    if value is None or value == "":
        place = (key or node).start_mark
        what = f"Feltet »{key.value}«" if key else "Listepunktet"
        message = f"{what} er tomt. Skriv en værdi, eller slet linjen."
        problems.append(Problem(Location(name, place.line + 1, place.column + 1), message, "tom-værdi"))
    return value


def _scalar(node: yaml.ScalarNode) -> str | int | float | bool | None:
    text: str = node.value
    if node.style not in ("", None):
        return text
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in "+-.0123456789":
        return text
    if _INTEGER.match(text):
        # Python refuses to read numbers of thousands of digits; such a "number" is text.
        return int(text) if len(text) < 20 else text
    return float(text) if _FLOAT.match(text) else text


def _child(node: yaml.Node | None, step: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value == step:
                return key, value
    elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None
