"""The records in a version of the data, as plain values: an old version need not fit today's models."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from generator.model import Benchmark, Consultation, Filing, Goal, Gone, Part, Point, Record, Response, Site
from generator.model.references import Place
from generator.model.vocabulary import GoalKind
from generator.reading.folder import CONSULTATION, GONE, SITE
from generator.reading.places import FOLDER_TYPES, LIST_TYPES
from generator.reading.source import YamlFile
from generator.reading.values import plain

Texts: TypeAlias = Mapping[str, str]
"""The texts of a version's files, by their paths from the data folder."""
Key: TypeAlias = tuple[str, str]


@dataclass(frozen=True)
class Filed:
    """A record as a file holds it."""

    model: type[Part]
    id: str
    value: dict[str, Any]
    file: YamlFile
    place: Place = ()

    @property
    def key(self) -> Key:
        """Its type and id."""
        return getattr(self.model, "type", self.model.__name__.lower()), self.id

    @property
    def name(self) -> str:
        """What readers call it, with its title."""
        if self.model is Site:
            return "Siden selv"
        if not issubclass(self.model, Record):
            return "Listen over det, der er flyttet og slettet"
        label = self.model.label
        if self.model is Benchmark:
            return f"{label} {self.value.get('number', self.id)}"
        return f"{label} »{' '.join(str(self.value.get('title', self.id)).split())}«"

    @property
    def address(self) -> str:
        """Its address on the site from the root; nothing where it has none of its own."""
        model = self.model
        if not issubclass(model, Record) or not model.has_place:
            return ""
        if model is Goal:
            kind = self.value.get("kind")
            return f"{Goal.kinds[GoalKind(kind)][1]}/{self.id}/" if kind in set(GoalKind) else ""
        return f"{model.section}/{self.id}/" if model.has_page else f"{model.section}/#{self.id}"

    def addresses(self) -> Iterator[tuple[str, str, Place]]:
        """Yield every address on its page, with the id and the way to what stands there."""
        if not self.address:
            return
        yield self.address, self.id, ()
        if not issubclass(self.model, Record) or not self.model.has_page:
            return
        for name, inner in self.value.items():
            for index, part in enumerate(inner if isinstance(inner, list) else ()):
                if isinstance(part, dict) and "id" in part:
                    yield f"{self.address}#{part['id']}", str(part["id"]), (name, index)
        for place, point in points(self):
            yield f"{self.address}#{point.get('id')}", str(point.get("id")), place


def points(filed: Filed) -> Iterator[tuple[Place, dict[str, Any]]]:
    """Yield the points of a letter, each with the way to it; of anything else nothing."""
    if filed.model is Response:
        for s, section in enumerate(filed.value.get("sections") or ()):
            for p, point in enumerate((section.get("points") if isinstance(section, dict) else None) or ()):
                if isinstance(point, dict):
                    yield ("sections", s, "points", p), point


def point_name(point: Mapping[str, Any]) -> str:
    """Say what readers call a point."""
    return f"{Point.label} {str(point.get('id', '')).upper()}"


@functools.lru_cache(maxsize=1024)
def records(path: str, text: str, name: str = "") -> dict[Key, Filed]:
    """Give the records in a file of the data; of a file that cannot be read nothing. `name` is how it is called."""
    model, identity = _kind(path)
    if model is None:
        return {}
    file = _parsed(text, name or path)
    value = file.value
    if issubclass(model, Record) and model.filing is Filing.LIST:
        found = [
            Filed(model, str(item["id"]), item, file, (index,))
            for index, item in enumerate(value if isinstance(value, list) else ())
            if isinstance(item, dict) and "id" in item
        ]
    else:
        found = [Filed(model, identity, value, file)] if isinstance(value, dict) else []
    return {item.key: item for item in found}


def _parsed(text: str, name: str) -> YamlFile:
    """Read YAML as it may have been before there were rules: what cannot be read at all is as good as empty."""
    try:
        value, marks, _ = plain(text, name)
        return YamlFile(name, value, text, marks)
    except (yaml.YAMLError, RecursionError):
        return YamlFile(name, text=text)


def in_folder(folder: Path) -> dict[str, str]:
    """Read the texts of a data folder as it is on the disk."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode("utf-8", "replace")
        for path in sorted(folder.rglob("*.yml"))
        if path.is_file()
    }


def _kind(path: str) -> tuple[type[Part] | None, str]:
    """Give the type of the records in a file, and the id where the file's name gives it."""
    folder, _, name = path.rpartition("/")
    stem = name.removesuffix(".yml")
    if path == SITE:
        return Site, ""
    if path == GONE:
        return Gone, ""
    top, _, case = folder.partition("/")
    if top == Consultation.place and case and "/" not in case:
        return (Consultation, case) if name == CONSULTATION else (Response, f"{case}/{stem}")
    kinds = [(model, "") for model in LIST_TYPES if model.place == path]
    kinds += [(model, stem) for model in FOLDER_TYPES if model.place == folder and name.endswith(".yml")]
    return kinds[0] if kinds else (None, "")
