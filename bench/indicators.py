"""How fast indicators become results and drawings, and how the time grows with their number.

Run with `python bench/indicators.py`. It makes 1,000 and 10,000 invented indicators of 40 figures (ten years, two
areas, two groups), and for each number measures in the same run: laying their figures out, working out what they
say and how their targets stand, and drawing them. It counts the seconds of the processor that the work takes, so that
other work on the machine plays little part. The ratios are the growth, and how much longer it takes than for PyYAML's
C parser to read the same records, which no build can do without.

Ten times the indicators should take ten times as long. What results are kept, Python's garbage collector walks again
and again, and few are too few to set it off: what it takes is counted by itself, and the growth given without it too.
"""

from __future__ import annotations

import datetime as dt
import gc
import time
from collections.abc import Callable
from random import Random
from typing import NamedTuple, TypeVar

import yaml

from generator import charts
from generator.charts import Addresses
from generator.figures import status
from generator.figures.judging import judge
from generator.figures.ledger import Ledger
from generator.model import Area, Document, Indicator, Target

T = TypeVar("T")

FEW, MANY = 1_000, 10_000
YEARS = range(2010, 2020)
TODAY = dt.date(2026, 1, 1)
SOURCE = {"document": "plan", "section": "2.1 Tal"}
AREAS = {
    "byen": Area(id="byen", title="Byen Kommune", short="Byen", home=True),
    "landet": Area(id="landet", title="Hele landet", short="Hele landet"),
}
DOCUMENTS = {
    "plan": Document.model_validate(
        {
            "id": "plan",
            "title": "Planen",
            "publisher": "Byen",
            "kind": "plan",
            "date": "2020",
            "final": True,
            "rights": "Byens egne.",
            "used_for": "Tal.",
        }
    )
}
ADDRESSES = Addresses({"plan": "/kilder/plan/"}, "/data/tal.csv", "/indikatorer/tal/")


class Seconds(NamedTuple):
    """How long some work took."""

    all: float
    collecting: float
    """What the garbage collector took of it."""

    @property
    def own(self) -> float:
        """What the work itself took."""
        return self.all - self.collecting


def main() -> None:
    """Measure both numbers of indicators and print a table."""
    measured = {number: _measure(number) for number in (FEW, MANY)}
    print(f"{'':12}{FEW:>10,}{MANY:>10,}{'growth':>10}{'uncollected':>14}{'to parsing':>12}")
    parsing = measured[FEW]["parsing"].all
    for name, few in measured[FEW].items():
        many = measured[MANY][name]
        ratios = f"{many.all / few.all:>9.2f}x{many.own / few.own:>13.2f}x{few.all / parsing:>11.2f}x"
        print(f"{name:12}{few.all:>9.2f}s{many.all:>9.2f}s{ratios}")


def _measure(number: int) -> dict[str, Seconds]:
    random = Random(1)  # noqa: S311  invented figures, the same at every run
    records = [_record(f"tal-{place}", random) for place in range(number)]
    made = [Indicator.model_validate(record) for record in records]
    targets = [_target(one.id) for one in made]
    # What the records themselves weigh should not slow down what is measured.
    gc.collect()
    gc.freeze()
    times: dict[str, Seconds] = {}
    ledgers = _timed(times, "ledgers", lambda: [Ledger.of(one, AREAS) for one in made])
    _timed(times, "newest", lambda: [one.newest for one in ledgers])
    _timed(times, "changes", lambda: [status.movements(one) for one in ledgers])
    cases = list(zip(targets, ledgers, strict=True))
    _timed(times, "verdicts", lambda: [judge(target, target.parts[0], one, TODAY) for target, one in cases])
    _timed(times, "drawings", lambda: [_view(one) for one in ledgers])
    times["all"] = Seconds(sum(one.all for one in times.values()), sum(one.collecting for one in times.values()))
    written = [yaml.dump(record, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False) for record in records]
    _timed(times, "parsing", lambda: [yaml.compose(text, Loader=yaml.CSafeLoader) for text in written])
    gc.unfreeze()
    return times


def _view(one: Ledger) -> charts.ChartView:
    return charts.view(one, DOCUMENTS, ADDRESSES, ids=one.indicator.id)


def _timed(times: dict[str, Seconds], name: str, work: Callable[[], T]) -> T:
    collecting = 0.0

    def watch(phase: str, _: dict[str, int]) -> None:
        nonlocal collecting
        collecting += time.process_time() * (-1 if phase == "start" else 1)

    gc.callbacks.append(watch)
    start = time.process_time()
    result = work()
    times[name] = Seconds(time.process_time() - start, collecting)
    gc.callbacks.remove(watch)
    return result


def _record(name: str, random: Random) -> dict[str, object]:
    observations = [
        {"period": str(year), "area": area, "group": group, "value": round(random.uniform(0, 100), 1), "kind": "actual"}
        for area in AREAS
        for group in ("mænd", "kvinder")
        for year in YEARS
    ]
    return {
        "id": name,
        "title": f"Andel i job {name}",
        "summary": "Kort fortalt.",
        "definition": "Sådan er tallet lavet.",
        "unit": "procent",
        "direction": "up",
        "source": SOURCE,
        "observations": observations,
    }


def _target(indicator: str) -> Target:
    part = {"id": "a", "comparator": "at_least", "unit": "procent", "reference": "landet", "group": "mænd"}
    return Target.model_validate(
        {
            "id": f"maal-{indicator}",
            "title": "Flere i job",
            "number": "1",
            "plan": "2019",
            "year": 2019,
            "summary": "Kort fortalt.",
            "wordings": [{"year": 2019, "quote": "Mindst som hele landet.", "source": SOURCE}],
            "parts": [part | {"indicator": indicator}],
        }
    )


if __name__ == "__main__":
    main()
