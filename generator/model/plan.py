"""Everything that a data folder holds, and the types that it is made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.benchmarks import Benchmark, Goal
from generator.model.consultations import Consultation, Point, Response
from generator.model.documents import Document, Organisation
from generator.model.indicators import Indicator
from generator.model.parts import Record
from generator.model.plans import Initiative, Target, YearPlan
from generator.model.recommendations import Recommendation
from generator.model.site import Site
from generator.model.vocabularies import Area, Department, TargetGroup, Term, Theme

RECORD_FILES: list[type[Record]] = [
    Document,
    Organisation,
    Benchmark,
    Goal,
    Indicator,
    YearPlan,
    Target,
    Initiative,
    Recommendation,
]
"""Types with one file per record in a folder of their own."""

VOCABULARIES: list[type[Record]] = [Area, Department, TargetGroup, Term, Theme]
"""Types whose records stand together in one file."""


@dataclass(frozen=True)
class Plan:
    """Everything that a municipality's data folder holds, each type by id in order of file name."""

    site: Site
    documents: dict[str, Document]
    organisations: dict[str, Organisation]
    benchmarks: dict[str, Benchmark]
    goals: dict[str, Goal]
    indicators: dict[str, Indicator]
    consultations: dict[str, Consultation]
    responses: dict[str, Response]
    areas: dict[str, Area]
    departments: dict[str, Department]
    target_groups: dict[str, TargetGroup]
    terms: dict[str, Term]
    themes: dict[str, Theme]
    plans: dict[str, YearPlan]
    targets: dict[str, Target]
    initiatives: dict[str, Initiative]
    recommendations: dict[str, Recommendation]

    def find(self, kind: str, identity: str) -> Record | None:
        """Give a record by its type and id, where there is one."""
        found: Record | None = getattr(self, f"{kind}s").get(identity)
        return found

    def record(self, kind: str, identity: str) -> Record:
        """Give a record by its type and id; raises KeyError where there is none."""
        found = self.find(kind, identity)
        if found is None:
            raise KeyError((kind, identity))
        return found

    def linking(self) -> Iterator[Benchmark | Goal | Target | Initiative | Recommendation | Point]:
        """Yield every record that editors may link from."""
        yield from self.benchmarks.values()
        yield from self.goals.values()
        yield from self.targets.values()
        yield from self.initiatives.values()
        yield from self.recommendations.values()
        for response in self.responses.values():
            for _, point in response.points():
                yield point
