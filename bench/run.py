"""Measures Pejl on the real data and on plans of given sizes, beside what it is compared with, and prints the ratios.

    python bench/run.py 1000 5000 [--runs 5] [--builds 2] [--no-peers]

Every figure comes from fresh processes. Seconds are those of the processor, user and system, of a command and all that
it starts, so that other work on the machine plays little part; the least of several runs counts, and the median is
printed behind it. What is compared is measured in the same run: take the ratios, and not the seconds. README.md beside
this file says what is compared with what.
"""

from __future__ import annotations

import argparse
import itertools
import json
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import sites
from measure import ROOT, CommandError, Runs, clock, once, pejl, python, several
from sites import Site

HELP, CHECK, BUILD = 0.25, 0.9, 5.0
"""What the commands may take, in seconds, on the real data."""
COMPOSE, BESIDES = 1.5, 0.4
"""What `check` may take: so many times composing the same files, and so many seconds besides."""
FIRST, ONE, _ = CHECKS = ("for the first time", "one file changed", "nothing changed")
"""What a check remembers of the one before: nothing, all but one file, or everything."""
PLAIN, SPHINX = 0.45, 0.4
"""What a build may take of the time of plain MkDocs on the same pages, and of sphinx-needs on the same records."""
PAGE = 400_000
"""The most bytes of a page."""

_HERE = Path(__file__).resolve().parent
_PEERS = ("sphinx-needs", "strictdoc")


@dataclass
class Row:
    """A line of the table."""

    what: str
    measured: str
    ratio: str = ""
    wanted: str = ""
    is_met: bool | None = None

    def __str__(self) -> str:
        verdict = "" if self.is_met is None else "ok" if self.is_met else "NO"
        return f"{self.what:<52}{self.measured:>22}{self.ratio:>12}{self.wanted:>24}  {verdict}".rstrip()


@dataclass
class Size:
    """What was measured at one number of records."""

    records: int
    pages: int = 0
    checks: Mapping[str, Runs] = field(default_factory=dict)
    build: Runs | None = None
    plain: Runs | None = None
    simple: Runs | None = None
    peers: dict[str, Runs] = field(default_factory=dict)
    site: Site | None = None
    plain_site: Site | None = None


class Bench:
    """One run: where it works, how often it measures, and the lines of its table."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.work: Path = options.work.resolve()
        self.rows: list[Row] = []
        self.begun = clock()

    def run(self) -> None:
        """Measure everything, and print each part of the table as soon as it is known."""
        self._real()
        sizes = [self._size(records) for records in sorted(self.options.records)]
        for few, many in itertools.pairwise(sizes):
            self._growth(few, many)
        done = {"seconds": round(clock() - self.begun), "rows": [vars(row) for row in self.rows]}
        (self.work / "results.json").write_text(json.dumps(done, ensure_ascii=False, indent=1) + "\n", "utf-8")

    def _real(self) -> None:
        print(f"{'real data':<52}{'seconds (median)':>22}{'ratio':>12}{'wanted':>24}")
        out = self.work / "site-real"
        for what, most, times, command in (
            ("pejl --help", HELP, self.options.runs, pejl("--help")),
            ("pejl check", CHECK, self.options.runs, pejl("check")),
            ("pejl build", BUILD, self.options.builds, pejl("build", "--out", out)),
        ):
            runs = several(times, command)
            self._row(Row(what, _seconds(runs), "", f"<= {most} s", runs.least <= most))

    def _size(self, records: int) -> Size:
        size = Size(records)
        data = self._plan(records)
        print(f"\n{records:,} records")
        self._checked(size, data)
        self._built(size, data)
        if self.options.peers:
            self._compared(size, data)
        self._weighed(size)
        return size

    def _plan(self, records: int) -> Path:
        data = self.work / f"plan-{records}"
        if not data.exists():
            several(1, python(_HERE / "plan.py", records, data, "--seed", self.options.seed))
            # Editors have read every link and answer; each remembers its texts, as on the real data.
            several(1, pejl("confirm", "--data", data))
        return data

    def _checked(self, size: Size, data: Path) -> None:
        bare = python(_HERE / "compose.py", data)
        composed = several(self.options.runs, bare)
        own = min(float(run.output) for run in composed.all)
        as_it_is = min(float(run.output) for run in several(self.options.runs, [*bare, "plain"]).all)
        self._row(Row("C compose of the same files: without tags, as it is", f"{own:.2f}, {as_it_is:.2f}"))
        size.checks = {what: self._check(what, data) for what in CHECKS}
        for what, runs in size.checks.items():
            ratio, most = f"{runs.least / own:.2f} x", COMPOSE * own + BESIDES
            wanted = f"<= {most:.2f} s ({COMPOSE} x + {BESIDES})"
            self._row(Row(f"pejl check, {what} / without tags", _seconds(runs), ratio, wanted, runs.least <= most))

    def _check(self, what: str, data: Path) -> Runs:
        """Check with a memory of its own: empty, or of the very same, or of all but one file."""
        memory, changed = self.work / "memory", next((data / "benchmarks").glob("*.yml"))
        text, command, extra = (
            changed.read_text("utf-8"),
            pejl("check", "--data", data),
            {"XDG_CACHE_HOME": str(memory)},
        )
        runs = []
        for number in range(self.options.runs):
            if what == FIRST:
                shutil.rmtree(memory, ignore_errors=True)
            elif what == ONE:
                changed.write_text(f"{text}# {number}\n", "utf-8")
            runs.append(once(command, extra=extra))
        changed.write_text(text, "utf-8")
        several(1, command, extra=extra)  # what comes next begins with the memory of the plan as it is
        return Runs(tuple(runs))

    def _built(self, size: Size, data: Path) -> None:
        records = size.records
        plain, out = self.work / f"plain-{records}", self.work / f"site-{records}"
        size.pages = _as_markdown(data, plain)
        times = self.options.builds
        runs = size.build = several(times, pejl("build", "--data", data, "--out", out))
        other = size.plain = several(times, python("-m", "mkdocs", "build", "-q"), cwd=plain)
        self._row(Row(f"plain mkdocs-material, the same {size.pages} pages", _seconds(other)))
        self._against("pejl build / plain mkdocs-material", runs, other, PLAIN)
        size.site, size.plain_site = sites.weigh(out), sites.weigh(plain / "site")

    def _compared(self, size: Size, data: Path) -> None:
        folder = self.work / f"peers-{size.records}"
        for name, build in _builds(folder, self.options.peers).items():
            shutil.rmtree(folder / name, ignore_errors=True)
            several(1, python(_HERE / "peers.py", data, name, folder / name))
            try:
                runs = build(1 if name == "strictdoc" else self.options.builds)
            except (CommandError, OSError) as error:
                self._row(Row(f"{name}: did not build", str(error).strip().splitlines()[-1][:60]))
                continue
            size.peers[name] = runs
            self._row(Row(_TITLES[name], _seconds(runs)))
            if size.build:
                self._against(
                    f"pejl build / {_TITLES[name].partition(',')[0]}",
                    size.build,
                    runs,
                    SPHINX if name == "sphinx" else None,
                )

    def _weighed(self, size: Size) -> None:
        site, plain, build, other = size.site, size.plain_site, size.build, size.plain
        if not (site and plain and build and other):
            return
        least, most = build.memory, other.memory
        peak = max(usage.largest for usage in build.all)
        ratio = f"{least / most:.2f} x"
        self._row(
            Row("memory at one time, MB (plain mkdocs)", f"{least:.0f} ({most:.0f})", ratio, "<= 1 x", least <= most)
        )
        self._row(Row("memory of the largest process, MB", f"{peak:.0f}"))
        self._row(Row("bytes of the site, MB (plain mkdocs)", f"{site.all / 1e6:.1f} ({plain.all / 1e6:.1f})"))
        self._row(Row("search index, MB (plain mkdocs)", f"{site.index / 1e6:.2f} ({plain.index / 1e6:.2f})"))
        wanted = f"<= {PAGE // 1000} kB"
        self._row(
            Row(f"largest page: {site.largest_page}", f"{site.largest / 1e3:.0f} kB", "", wanted, site.largest <= PAGE)
        )
        loaded = f"{sum(site.loaded.values()) / 1e3:.0f} kB"
        self._row(Row(f"every page loads {len(site.loaded)} files", loaded, f"{site.compressed / 1e3:.0f} kB gz"))

    def _growth(self, few: Size, many: Size) -> None:
        print(f"\nfrom {few.records:,} to {many.records:,} records")
        times = many.records / few.records
        for what, before, after in (
            ("pejl build", few.build, many.build),
            *((f"pejl check, {what}", few.checks.get(what), many.checks.get(what)) for what in CHECKS),
            ("plain mkdocs-material", few.plain, many.plain),
        ):
            if before and after:
                ratio = after.least / before.least
                is_ours = what.startswith("pejl")
                wanted = f"<= {times:.1f} x" if is_ours else ""
                is_met = ratio <= times if is_ours else None
                self._row(Row(what, f"{before.least:.2f} -> {after.least:.2f}", f"{ratio:.2f} x", wanted, is_met))
        if few.site and many.site:
            sizes = f"{few.site.all / 1e6:.1f} -> {many.site.all / 1e6:.1f} MB"
            self._row(Row("bytes of the site", sizes, f"{many.site.all / few.site.all:.2f} x"))
            grown = {
                name: size for name, size in many.site.loaded.items() if size > few.site.loaded.get(name, size) * 1.01
            }
            names = ", ".join(f"{name} {size / 1e6:.1f} MB" for name, size in grown.items()) or "none"
            self._row(Row("files that every page loads, and that grow", names, "", "none", not grown))

    def _against(self, what: str, runs: Runs, other: Runs, most: float | None) -> None:
        ratio = runs.least / other.least
        wanted = f"<= {most} x" if most else ""
        self._row(Row(what, _seconds(runs), f"{ratio:.2f} x", wanted, ratio <= most if most else None))

    def _row(self, row: Row) -> None:
        self.rows.append(row)
        print(row, flush=True)


_TITLES = {
    "mkdocs": "simple pages by plain mkdocs, one a record",
    "sphinx": "sphinx-needs, the same records",
    "strictdoc": "StrictDoc, the same records, search only",
}


def _as_markdown(data: Path, folder: Path) -> int:
    """Write Pejl's own pages as Markdown into a plain project of MkDocs, and count them."""
    shutil.rmtree(folder, ignore_errors=True)
    docs = folder / "docs"
    several(1, pejl("pages", "--data", data, "--out", docs))
    shutil.copytree(ROOT / "content", docs, dirs_exist_ok=True)  # the hand-written pages too
    # Without a navigation of its own, MkDocs lists every page on every page, and would be no fair measure.
    indexes = ["index.md", *sorted(path.relative_to(docs).as_posix() for path in docs.glob("*/index.md"))]
    nav = "\n".join(f"  - {path}" for path in indexes)
    (folder / "mkdocs.yml").write_text(
        "site_name: Plain\ntheme:\n  name: material\n  language: da\n  font: false\nplugins: [search]\n"
        f"markdown_extensions: [attr_list, tables]\nnav:\n{nav}\nnot_in_nav: |\n  /*/**\n",
        "utf-8",
    )
    return sum(1 for _ in docs.rglob("*.md"))


def _builds(folder: Path, peers: Path) -> dict[str, Callable[[int], Runs]]:
    """Give how each peer builds; those that could not be installed are said and left out."""
    scripts = peers / "bin"
    found: dict[str, Callable[[int], Runs]] = {
        "mkdocs": lambda times: several(times, python("-m", "mkdocs", "build", "-q"), cwd=folder / "mkdocs")
    }
    if (scripts / "sphinx-build").exists():
        # -E and -a: nothing from an earlier build is used.
        command: list[str | Path] = [scripts / "sphinx-build", "-q", "-E", "-a", "-b", "html", ".", "out"]
        found["sphinx"] = lambda times: several(times, command, cwd=folder / "sphinx")
    if (scripts / "strictdoc").exists():
        # It keeps what it has parsed in the folder for temporary files; this one is new.
        away = {"TMPDIR": str(folder / "strictdoc")}
        export: list[str | Path] = [scripts / "strictdoc", "export", ".", "--output-dir", "out", "--no-parallelization"]
        found["strictdoc"] = lambda times: several(times, export, cwd=folder / "strictdoc", extra=away)
    return found


def _installed(folder: Path) -> Path:
    """Make an environment for the peers, each as far as it can be installed."""
    if not folder.exists():
        several(1, python("-m", "venv", folder))
        for name in _PEERS:
            try:
                several(1, [folder / "bin" / "python", "-m", "pip", "install", "-q", name])
            except CommandError as error:
                print(f"{name} cannot be installed and is left out: {str(error).strip().splitlines()[-1]}")
    listed = several(1, [folder / "bin" / "python", "-m", "pip", "list", "--format", "freeze"]).all[0].output
    print(", ".join(line for line in listed.splitlines() if line.partition("==")[0].lower() in (*_PEERS, "sphinx")))
    return folder


def _seconds(runs: Runs) -> str:
    return f"{runs.least:.2f} ({runs.median:.2f})"


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("records", type=int, nargs="*", default=[1000, 5000], help="sizes of plans (1000 5000)")
    parser.add_argument("--runs", type=int, default=5, help="how often a short command is run (5)")
    parser.add_argument("--builds", type=int, default=2, help="how often a build is run (2)")
    parser.add_argument("--seed", type=int, default=1, help="another seed makes another plan, in an empty folder")
    parser.add_argument("--work", type=Path, default=ROOT / ".cache" / "bench", help="where everything is made")
    parser.add_argument(
        "--no-peers", dest="with_peers", action="store_false", help="leave out plain pages, sphinx-needs and StrictDoc"
    )
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    options.peers = _installed(ROOT / ".cache" / "bench-peers") if options.with_peers else None
    try:
        Bench(options).run()
    except CommandError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
