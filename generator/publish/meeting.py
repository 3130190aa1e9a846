"""Benchmarks for a meeting, each on paper of its own: which page it stands on, of those that are cut from the list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.model import Benchmark
from generator.publish.stretches import NAME

HOME = "moede"
MOST = 12
"""The most benchmarks on a page."""


def ordered(benchmarks: Sequence[Benchmark]) -> list[Benchmark]:
    """Give the benchmarks in the order in which they are numbered."""
    return sorted(benchmarks, key=lambda benchmark: benchmark.number)


def addresses(benchmarks: Sequence[Benchmark]) -> Mapping[str, str]:
    """Give the address of each benchmark's place, from the site's root with a leading slash, by its id."""
    found = {}
    for place, benchmark in enumerate(ordered(benchmarks)):
        page = place // MOST + 1
        found[benchmark.id] = f"/{HOME}/{f'{NAME}-{page}/' if page > 1 else ''}#{benchmark.id}"
    return found
