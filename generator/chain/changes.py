"""What answers changed, in one form: the texts before and after, and where the change can be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import AnswerEntry, Benchmark, Decision, Plan


@dataclass(frozen=True)
class Changed:
    """One thing that an answer changed; of a benchmark's text, before and after are worked out from its versions."""

    before: str = ""
    after: str = ""
    reference: str = ""
    benchmark: str = ""
    """The id of the benchmark whose text it is."""
    version: int = 0
    """The number of the version that it became, from 1."""
    initiative: str = ""
    """The id of what is done instead of a new sentence."""


def changed(plan: Plan, entry: AnswerEntry) -> Sequence[Changed]:
    """List what an answer changed."""
    return [
        Changed(
            *_texts(plan, change.benchmark, change.version or 0, (change.before or "", change.after or "")),
            change.reference or "",
            change.benchmark or "",
            change.version or 0,
            change.initiative or "",
        )
        for change in entry.changes
    ]


def became(plan: Plan, point: str) -> Iterator[tuple[Benchmark, int]]:
    """Yield the versions of benchmarks' texts, from 1, that their sources say were made because of a point."""
    for benchmark in plan.of(Benchmark).values():
        for number, version in enumerate(benchmark.versions, start=1):
            if point in version.because:
                yield benchmark, number


def decider(plan: Plan, entry: AnswerEntry) -> str:
    """Say who decided an answer: whom it names, or else the body whose meeting it names."""
    if entry.decided_by or not entry.decision:
        return entry.decided_by or ""
    return plan.of(Decision)[entry.decision.meeting].body


def _texts(plan: Plan, benchmark: str | None, version: int, texts: tuple[str, str]) -> tuple[str, str]:
    if not benchmark:
        return texts
    versions = plan.of(Benchmark)[benchmark].versions
    before = versions[version - 2].text if version > 1 else ""
    return before, versions[version - 1].text
