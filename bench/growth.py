"""Profiles the making of pages at two sizes: which functions take the most, and which grow faster than the data.

    python bench/growth.py 500 2000 [--top 25]

Seconds under a profiler are too many, and too many most where functions are small; how often a function is called is
exact. A function whose calls grow faster than the records does work that a page more, or a link more, makes longer on
every page. What is profiled is `pejl pages`, all that the generator does for a site, in one process and without MkDocs;
only the code in `generator/` and its templates is shown.
"""

from __future__ import annotations

import argparse
import pstats
import shutil
from dataclasses import dataclass
from pathlib import Path

from measure import ROOT, once, pejl, python

_HERE = Path(__file__).resolve().parent
_FASTER = 1.1
"""Calls may grow so much faster than the records, since no two plans are quite alike."""
_FEW = 500
"""Of what is called less often, nothing can be said."""
_MOMENT = 0.05
"""Seconds that a function must take before it matters how they grow."""

# Like `python -m cProfile -m generator`, but counting the seconds of the processor.
_PROFILED = """
import cProfile, runpy, sys, time
profile = cProfile.Profile(time.process_time)
out, *sys.argv = sys.argv[1:]
try:
    profile.runcall(runpy.run_module, sys.argv[0], run_name="__main__", alter_sys=True)
finally:
    profile.dump_stats(out)
"""


@dataclass(frozen=True)
class Taken:
    """What a function took in one build."""

    calls: int
    own: float
    all: float


Profile = dict[str, Taken]


def profile(records: int, work: Path) -> tuple[Profile, float]:
    """Make the pages of a plan under the profiler; give what each function took, and the seconds of all."""
    data, out = work / f"plan-{records}", work / f"profile-{records}"
    shutil.rmtree(out, ignore_errors=True)
    if not data.exists():
        once(python(_HERE / "plan.py", records, data))
        once(pejl("confirm", "--data", data))
    once(python("-c", _PROFILED, f"{out}.prof", "generator", "pages", "--data", data, "--out", out))
    stats = pstats.Stats(f"{out}.prof")
    raw: dict[tuple[str, int, str], tuple[int, int, float, float, object]] = stats.stats  # type: ignore[attr-defined]
    found: Profile = {}
    for (file, line, name), (_, calls, own, cumulative, _) in raw.items():
        place = _place(file)
        if place:
            full = f"{place}:{line}:{name}" if name.startswith("<") else f"{place}:{name}"
            before = found.get(full, Taken(0, 0, 0))
            found[full] = Taken(before.calls + calls, before.own + own, max(before.all, cumulative))
    return found, stats.total_tt  # type: ignore[attr-defined]


def _place(file: str) -> str | None:
    """Say where code of ours stands; None for the code of others."""
    if "/site-packages/" in file or "/generator/" not in file:
        return None
    return file.rpartition("/generator/")[2]


def _print(title: str, rows: list[tuple[str, Taken]], total: float) -> None:
    print(f"\n{title}\n{'calls':>11}{'own s':>9}{'all s':>9}{'share':>8}  function")
    for name, taken in rows:
        print(f"{taken.calls:>11,}{taken.own:>9.2f}{taken.all:>9.2f}{taken.all / total:>8.1%}  {name}")


def main() -> None:
    """Profile two sizes and print what they show."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("few", type=int, nargs="?", default=500)
    parser.add_argument("many", type=int, nargs="?", default=2000)
    parser.add_argument("--top", type=int, default=25, help="how many functions are listed (25)")
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "bench", help="where everything is made")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    few, all_few = profile(options.few, options.work.resolve())
    many, all_many = profile(options.many, options.work.resolve())
    times = options.many / options.few

    for title, key in (("with what they call", "all"), ("by themselves", "own")):
        rows = sorted(many.items(), key=lambda item: -getattr(item[1], key))[: options.top]
        _print(f"{options.many:,} records: what takes longest {title}, of {all_many:.0f} s", rows, all_many)

    print(f"\nCalls that grow faster than {times:.1f} x, from {options.few:,} to {options.many:,} records")
    print(f"{'few':>11}{'many':>11}{'growth':>9}{'own growth':>12}{'own s':>9}{'all s':>9}  function")
    for name, taken in sorted(many.items(), key=lambda item: -item[1].all):
        before = few.get(name)
        if not before or taken.calls < _FEW or taken.all < _MOMENT or taken.calls < before.calls * times * _FASTER:
            continue
        own = f"{taken.own / before.own:.1f} x" if before.own else "-"
        line = f"{before.calls:>11,}{taken.calls:>11,}{taken.calls / before.calls:>7.1f} x{own:>12}"
        print(f"{line}{taken.own:>9.2f}{taken.all:>9.2f}  {name}")

    print(
        f"\nTime that grows faster than {times:.1f} x ({all_few:.0f} -> {all_many:.0f} s in all), in calls that do not"
    )
    print(f"{'few s':>11}{'many s':>11}{'growth':>9}  function")
    for name, taken in sorted(many.items(), key=lambda item: -item[1].own):
        before = few.get(name)
        grown = taken.own / before.own if before and before.own else 0
        if before and taken.own > _MOMENT and grown > times * 1.3 and taken.calls < before.calls * times * _FASTER:
            print(f"{before.own:>11.2f}{taken.own:>11.2f}{grown:>7.1f} x  {name}")


if __name__ == "__main__":
    main()
