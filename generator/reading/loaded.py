"""What came out of a data folder: records, where they stand, and what is wrong."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeVar

from generator.base.problems import Location, Problem
from generator.model import Gone, Identified, Part, Plan, Record, Site
from generator.model.references import Place
from generator.reading.source import Memory, YamlFile

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Origin:
    """Where a record stands: its file, and the way to it inside the file."""

    file: YamlFile
    place: Place = ()

    def locate(self, *steps: str | int) -> Location:
        """Find where a field's value stands."""
        return self.file.locate((*self.place, *steps))

    def locate_key(self, *steps: str | int) -> Location:
        """Find where a field's key stands."""
        return self.file.locate_key((*self.place, *steps))

    def written(self, *steps: str | int) -> str:
        """Give a value as the editor wrote it."""
        return self.file.written((*self.place, *steps))


@dataclass
class Loaded:
    """What came out of a data folder: the records that could be read, where they stand, and the problems.

    `plan` is None where the site's own file cannot be read; the records are there all the same.
    """

    plan: Plan | None = None
    site: Site | None = None
    gone: Gone = field(default_factory=Gone)
    records: dict[type[Record], dict[str, Any]] = field(default_factory=dict)
    origins: dict[tuple[str, str], Origin] = field(default_factory=dict)
    files: list[YamlFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    memory: Memory = field(default_factory=Memory, repr=False)
    unread: set[tuple[str, str]] = field(default_factory=set)
    """Type and id of each record that is there but cannot be read; without an id, all those of a type."""

    def of(self, model: type[R]) -> dict[str, R]:
        """Give the records of a type by id."""
        return self.records.get(model, {})

    def origin(self, record: Identified | Site | Gone) -> Origin:
        """Give the place of a record."""
        return self.origins[key_of(record)]


def key_of(record: Part) -> tuple[str, str]:
    """Give the type and id by which a record's place is kept; what there is only one of has no id."""
    return (record.type, record.id) if isinstance(record, Identified) else (type(record).__name__.lower(), "")
