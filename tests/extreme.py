"""A plan at the edge of what anybody would write: forty benchmarks, thirty organisations and words that never end."""

import shutil
from pathlib import Path

import frozen
import yaml

BENCHMARKS, ORGANISATIONS = 40, 30
COMPOUND = "Arbejdsmarkedsuddannelsesudvalget"
TITLES = (
    "Beskæftigelse" * 15 + "erne!",
    f"{COMPOUND} og {COMPOUND.lower()}s underudvalg",
    "Rehabiliteringsindsatsernes tværsektorielle koordinationsmøder " * 3 + "i alle dele af byen",
    "x" * 200,
)
"""Titles of long words: a single one of 200 letters, compounds, and many at once."""
_CASE = "omsorg-2040"


def written(folder: Path) -> Path:
    """Write the data of such a plan, and give their folder."""
    data = folder / "data"
    shutil.copytree(frozen.OTHER, data)
    shutil.copytree(frozen.OTHER_CONTENT, folder / "content")
    for number in range(5, BENCHMARKS + 1):
        _like(data / "benchmarks/f1.yml", data / f"benchmarks/f{number}.yml", number=number, title=_title(number))
    _like(data / "benchmarks/f1.yml", data / "benchmarks/f1.yml", title=_title(1))
    letter = data / f"consultations/{_CASE}/psykiatriraadet.yml"
    for number in range(3, ORGANISATIONS + 1):
        name = f"raad-{number}"
        _like(data / "organisations/psykiatriraadet.yml", data / f"organisations/{name}.yml", title=_title(number))
        text = letter.read_text("utf-8").replace("- id: ", f"- id: r{number}-")
        (data / f"consultations/{_CASE}/{name}.yml").write_text(text, "utf-8")
    return data


def _title(number: int) -> str:
    """Give a title that no other record of its type has."""
    return f"{TITLES[number % len(TITLES)][:195]} {number}"


def _like(old: Path, new: Path, **fields: object) -> None:
    """Write a record like another."""
    record = yaml.safe_load(old.read_text("utf-8"))
    new.write_text(yaml.safe_dump({**record, **fields}, allow_unicode=True, sort_keys=False), "utf-8")
