"""How the tests of the import run it: a small indicator, a mapping, a table and what was said."""

import io
from pathlib import Path

import openpyxl
from sample import FILES

from generator.commands import main
from generator.model import Indicator
from generator.reading.loading import load

EXPORTS = Path(__file__).parent / "exports"
FILE = "indicators/ledighed.yml"
HEAD = FILES[FILE][: FILES[FILE].index("observations:")]
SOURCE = "  source:\n    document: brev-2025\n    section: AUS07\n"
OLD = "observations:\n  - {period: 2010, area: landet, value: 7.5, kind: actual}\n"
AREAS = "  areas:\n    Hele landet: landet\n    Eksempelby: eksempelby\n"

SIMPLE = f"""import:
{SOURCE}  columns: {{period: TID, area: OMRÅDE, value: INDHOLD}}
{AREAS}"""


def importer(project, tmp_path, capsys, indicator="ledighed"):
    """Give a function that imports a table and gives the status and what was said; `data` holds the folder."""

    def call(table, mapping=SIMPLE, *options, observations=OLD, unit="procent", name="tabel.csv"):
        path = table
        if not isinstance(table, Path):
            path = tmp_path / name
            path.write_bytes(table if isinstance(table, bytes) else table.encode())
        if not (tmp_path / "data").exists():
            head = HEAD.replace("unit: personer", f"unit: {unit}")
            project({FILE: head + observations + mapping})
        capsys.readouterr()
        data = str(tmp_path / "data")
        status = main(["import", str(path), "--indicator", indicator, "--data", data, *options])
        said = capsys.readouterr()
        return status, (said.out + said.err).replace(f"{path.as_posix()}:", f"{path.name}:").replace(
            f"{tmp_path.as_posix()}/", ""
        )

    return call


def refuser(run):
    """Give a function that gives the problems of a table that is not imported, a line each."""

    def call(table, mapping=SIMPLE, **more):
        status, said = run(table, mapping, **more)
        *lines, summary, last = said.splitlines()
        assert (status, last) == (1, "Intet er skrevet.")
        assert summary == f"{len(lines)} fejl og ingen advarsler."
        return lines

    return call


def imported(data):
    """Give the figures that the indicator now has; its file must load without a problem."""
    found = load(data)
    assert found.problems == []
    return [
        (seen.period.code, seen.area, seen.group, seen.value, seen.kind.value)
        for seen in found.plan.of(Indicator)["ledighed"].observations
    ]


def workbook(*sheets):
    """Make a workbook of functions that each fill a sheet."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, fill in enumerate(sheets, 1):
        fill(book.create_sheet(f"Ark{number}"))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
