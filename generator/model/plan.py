"""Everything that a data folder holds, and the types of record that it is made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Any, TypeVar

from generator.model.benchmarks import Benchmark, Goal
from generator.model.consultations import Consultation, Response
from generator.model.decisions import Decision
from generator.model.documents import Document, Organisation
from generator.model.gone import Gone
from generator.model.indicators import Indicator
from generator.model.parts import Identified, Link, Linking, Record
from generator.model.plans import Initiative, Target, YearPlan
from generator.model.recommendations import Recommendation
from generator.model.site import Site
from generator.model.vocabularies import Area, Department, TargetGroup, Term, Theme

R = TypeVar("R", bound=Record)

RECORD_TYPES: tuple[type[Record], ...] = (
    Benchmark,
    Consultation,
    Response,
    Decision,
    Goal,
    Target,
    Indicator,
    Initiative,
    Recommendation,
    Theme,
    YearPlan,
    Organisation,
    Document,
    Area,
    Department,
    TargetGroup,
    Term,
)
"""Every type of record, in the order in which readers meet them."""

IDENTIFIED_TYPES: tuple[type[Identified], ...] = tuple(
    chain.from_iterable((model, *model.inner) for model in RECORD_TYPES)
)
"""Every type that an id can belong to: the records, and what stands inside them."""

LINKED_TYPES: tuple[type[Identified], ...] = tuple(
    model for model in IDENTIFIED_TYPES if issubclass(model, Linking) or model.type in Link.target_types()
)
"""The types that links join."""


@dataclass(frozen=True)
class Logo:
    """The municipality's logo: a picture, by the name of its file."""

    name: str
    data: bytes = field(repr=False)


@dataclass(frozen=True)
class Plan:
    """Everything that a municipality's data folder holds, each type by id in order of file name."""

    site: Site
    records: Mapping[type[Record], Mapping[str, Any]]
    gone: Gone = field(default_factory=Gone)
    logo: Logo | None = None

    def of(self, model: type[R]) -> Mapping[str, R]:
        """Give the records of a type by their ids."""
        return self.records.get(model, {})

    def find(self, kind: str, identity: str) -> Record | None:
        """Give a record by its type and id, where there is one."""
        return self._by_type[kind].get(identity)

    @cached_property
    def _by_type(self) -> Mapping[str, Mapping[str, Record]]:
        """The records of every type, by its name; every link is asked for the record at its end."""
        return {model.type: self.of(model) for model in RECORD_TYPES}

    def record(self, kind: str, identity: str) -> Record:
        """Give a record by its type and id; raises KeyError where there is none."""
        found = self.find(kind, identity)
        if found is None:
            raise KeyError((kind, identity))
        return found

    def every(self) -> Iterator[Record]:
        """Yield every record, type by type."""
        for model in RECORD_TYPES:
            yield from self.of(model).values()

    def identified(self) -> Iterator[Identified]:
        """Yield everything that has an id: every record, and after it what stands inside it."""
        for record in self.every():
            yield record
            yield from record.within()

    def linking(self) -> Iterator[Linking]:
        """Yield everything that editors may link from."""
        return (item for item in self.identified() if isinstance(item, Linking))
