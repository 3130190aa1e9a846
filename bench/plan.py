"""Makes a valid data folder of a given number of records: an invented municipality, the same for the same seed.

    python bench/plan.py 1000 build/bench/plan-1000 [--seed 1]

One *record* is what has a file of its own, or is a point in a letter; a letter and its consultation are records too.
`site.yml` and the entries of the five vocabularies (areas, departments, target groups, themes, words: 48 in all) are
the same at every size and are not counted. Of 1,000 records 740 are points and 260 have a page of their own, which
is about a quarter; `SHARES` says which. All kinds grow alike, so twice the records are twice as many letters, not
longer ones, and twice as many benchmarks with as many points each. As in life:

- a letter has 10 to 30 points, in the mean 20, under headings that name one benchmark, at times two or none; three
  letters come to a consultation, which is about nine benchmarks, so that each is heard about in two of them
- a point is about 30 words, and linked to up to eight records of six types, four in the mean; one of 25 to none
- a third of the points have no answer; the rest are in every other state, with answer, reason and change
- an indicator has twelve figures in the mean, in ten shapes that bring out every form of chart
- a target has one to four parts, an initiative up to four, a plan 24 to 40 sections

Texts are put together of a few hundred words and compounds (`words.py`), and lie in the files as editors write them.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from records import Maker
from writing import as_yaml

SHARES = {
    "benchmarks": 48,
    "goals": 20,
    "indicators": 40,
    "targets": 26,
    "initiatives": 32,
    "recommendations": 12,
    "plans": 3,
    "sources": 18,
    "organisations": 12,
    "consultations": 12,
    "letters": 37,
}
"""How many of 1,000 records are of each kind; the rest are points."""

_AT_LEAST = {"organisations": 4, "indicators": 4}  # of the rest, one
FEWEST = 60
"""A smaller plan could not have every kind of record."""


def counts(number: int) -> dict[str, int]:
    """Say how many records of each kind a plan of so many has."""
    some = {kind: max(_AT_LEAST.get(kind, 1), number * share // 1000) for kind, share in SHARES.items()}
    some["sources"] = max(some["sources"], some["plans"] + some["consultations"] + 1)
    # Whoever is heard about a case writes one letter.
    some["organisations"] = max(some["organisations"], -(-some["letters"] // some["consultations"]))
    return some | {"points": number - sum(some.values())}


def files(number: int, seed: int = 1) -> dict[str, Any]:
    """Make the records of a plan: for each file of the data folder its content."""
    return dict(Maker(counts(number), seed).files())


def write(folder: Path, made: dict[str, Any]) -> None:
    """Write records as the files of a data folder."""
    for name, value in made.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(as_yaml(value), "utf-8")


def main() -> None:
    """Write a plan into a folder."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("records", type=int, help=f"how many records, at least {FEWEST}")
    parser.add_argument("folder", type=Path, help="the folder to write them into; it must be empty or not be there")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if options.records < FEWEST:
        parser.error(f"a plan has at least {FEWEST} records")
    if options.folder.exists() and any(options.folder.iterdir()):
        parser.error(f"{options.folder} is not empty")
    write(options.folder, files(options.records, options.seed))


if __name__ == "__main__":
    main()
