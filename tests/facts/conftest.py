"""Facts that stand in one municipality's sources, held against `data/` where it is that municipality's.

A fact is about what a source says, and never about all that there is: an answer, a tenth benchmark, a third plan or a
new figure breaks none of them.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

import pytest

from generator.model import Plan
from generator.reading.loading import load

ROOT = Path(__file__).parents[2]
MUNICIPALITY = "Randers Kommune"

T = TypeVar("T")


@pytest.fixture(scope="session")
def plan() -> Plan:
    found = load(ROOT / "data").plan
    if found is None:
        pytest.skip("data/ cannot be read as a plan; »pejl check« says why.")
    if found.site.municipality != MUNICIPALITY:
        pytest.skip(f"data/ is that of {found.site.municipality}, and these are facts about {MUNICIPALITY}'s sources.")
    return found


@pytest.fixture
def one() -> Callable[[Mapping[str, T], str], T]:
    """Give a record by its id, or skip the test where the record is not there."""

    def get(records: Mapping[str, T], name: str) -> T:
        if name not in records:
            pytest.skip(f"data/ has no record »{name}«.")
        return records[name]

    return get
