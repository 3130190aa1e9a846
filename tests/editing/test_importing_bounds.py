"""Files that it would take long to read: each kind is refused in little time, with the bound and the way on."""

import io
import json
import time
import zipfile

import pytest
from imports import AREAS, SOURCE, importer, refuser, workbook

from generator.editing.importing import files

MOST_SECONDS = 2
CELLS = "Tabellen har over 100.000 celler. Vælg færre områder, perioder eller grupper, og hent den igen."
COLUMNS = "Tabellen har over 2.000 kolonner. Vælg færre områder, perioder eller grupper, og hent den igen."
TABLES = "Filen har over 100 tabeller eller ark. Gem den tabel, du skal bruge, i en fil for sig."
LARGE = "Projektmappen fylder for meget, når den pakkes ud. Gem kun arket med tabellen i en ny projektmappe."
LONG = "En celle er over 10.000 tegn lang. Mangler der et anførselstegn? Ret rækken, eller hent filen igen."
QUOTES = "Anførselstegnene passer ikke sammen, eller cellen er for lang. Ret rækken, eller hent filen igen."
NO_JSON = "Filen er ikke JSON, der kan læses. Hent den igen."
NO_DATASET = "Filen er ikke et JSON-stat-datasæt. Et felt mangler eller har en forkert form. Hent den igen."
SHEET = "xl/worksheets/sheet1.xml"
START = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
END = "</sheetData></worksheet>"


def with_part(name, text):
    """Make a workbook one part of which says something else."""
    packed = io.BytesIO()
    small = workbook(lambda sheet: sheet.append(["OMRÅDE", "TID", "INDHOLD"]))
    with zipfile.ZipFile(io.BytesIO(small)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            if part.filename != name:
                new.writestr(part.filename, old.read(part))
        new.writestr(name, text)
    return packed.getvalue()


def dataset(sizes, size=None):
    dimensions = {f"d{place}": {"category": {"index": list(map(str, range(size)))}} for place, size in enumerate(sizes)}
    whole = {"class": "dataset", "id": list(dimensions), "size": sizes, "dimension": dimensions, "value": {}}
    return json.dumps(whole).replace(str(sizes), size or str(sizes))


def archive(count):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as new:
        for number in range(count):
            new.writestr(f"{number}.xml", "<a/>")
    return packed.getvalue()


ROWS = "OMRÅDE;TID;INDHOLD\n" + "Hele landet;2011;1\n" * 400_000
WIDE = ";".join(["1"] * 200_000)
PXWEB = {"columns": [{"code": "a"}, {"code": "b"}], "data": [{"key": ["x"], "values": ["1"]}] * 60_000}


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: ROWS, CELLS),
        (lambda: f"{WIDE}\n{WIDE}\n", CELLS),
        (lambda: f"{WIDE[:20_000]}\n" * 4, COLUMNS),
        (lambda: ";" * 9_000_000, CELLS),
        (lambda: "a;b\n" + "\n" * 9_000_000, CELLS),
        (lambda: "a, b, c\n" * 400_000, CELLS),
        (lambda: "a;b\n1;" + "1" * 9_000_000, QUOTES),
        (lambda: 'a;b\n1;"' + "x\n" * 4_000_000 + '"', QUOTES),
        (lambda: "a;b\n1;" + "." * 20_000, LONG),
        (lambda: "a;b\n1;" + "a@a.a " * 20_000, LONG),
        (lambda: json.dumps([{"a": 1}] * 400_000), CELLS),
        (lambda: '{"a": 1}\n' * 400_000, CELLS),
        (lambda: json.dumps([{f"k{number}": 1} for number in range(100_000)]), CELLS),
        (lambda: json.dumps({f"k{number}": 1 for number in range(5_000)}), COLUMNS),
        (lambda: json.dumps(PXWEB), CELLS),
        (lambda: json.dumps([{"Variables": [{"Label": "a"}], "Data": [[1]]}] * 10_000), TABLES),
        (lambda: "[" * 5_000_000, NO_JSON),
        (lambda: '{"a":' * 40_000, NO_JSON),
        (lambda: dataset([1000, 1000]), CELLS),
        (lambda: dataset([2] * 3_000), COLUMNS),
        (lambda: dataset([1], "[1e99999999]"), NO_DATASET),
        (lambda: dataset([1], f"[{'9' * 1_000_000}]"), NO_DATASET),
        (lambda: json.dumps({f"d{number}": json.loads(dataset([1])) for number in range(5_000)}), TABLES),
        (lambda: workbook(*[lambda sheet: sheet.append([1])] * 101), TABLES),
        (lambda: with_part(SHEET, START + '<row><c r="A1"><v>1</v></c></row>' * 200_000), CELLS),
        (lambda: with_part(SHEET, START + '<x:row><x:c r="A1"><x:v>1</x:v></x:c></x:row>' * 200_000), CELLS),
        (lambda: with_part(SHEET, f'{START}<row r="1"><c r="XFD1"><v>1</v></c></row>{END}'), COLUMNS),
        (lambda: with_part("xl/sharedStrings.xml", "<sst>" + "<si><t>a</t></si>" * 1_000_000), CELLS),
        (lambda: with_part("xl/styles.xml", "<styleSheet>" + "<xf/>" * 1_000_000), LARGE),
        (lambda: with_part("bombe.xml", b" " * 200_000_000), LARGE),
        (lambda: archive(20_000), LARGE),
    ],
    ids=[
        "rows", "columns", "wide", "semicolons", "lines", "comma and space", "long cell", "open quotes", "dots",
        "addresses", "json rows", "json lines", "json names", "one wide object", "pxweb", "many answers", "deep list",
        "deep object", "large dataset", "many dimensions", "size of many noughts", "size of many digits",
        "many datasets", "many sheets", "workbook rows", "prefixed rows", "workbook columns", "shared strings",
        "styles", "bomb", "parts",
    ],
)  # fmt: skip
def test_a_file_that_takes_long_to_read_is_refused_at_once(make, message):
    made = make()
    raw = made if isinstance(made, bytes) else made.encode()
    assert len(raw) <= 10_000_000
    start = time.process_time()
    found = files.read_bytes("tabel", raw)
    assert time.process_time() - start < MOST_SECONDS
    assert [problem.message for problem in found.problems] == [message]


MAPPING = f"""import:
{SOURCE}  columns: {{period: TID, area: OMRÅDE, group: GRUPPE, value: INDHOLD}}
{AREAS}"""


@pytest.fixture
def refused(project, tmp_path, capsys):
    return refuser(importer(project, tmp_path, capsys))


def test_more_figures_than_an_indicator_can_use_are_refused(refused):
    rows = "".join(f"2011;Hele landet;g{number};1\n" for number in range(5_002))
    (line,) = refused(f"TID;OMRÅDE;GRUPPE;INDHOLD\n{rows}", MAPPING)
    assert line == (
        "tabel.csv:5002:1: fejl: Tabellen giver over 5.000 tal til én indikator. Vælg færre områder, perioder eller "
        "grupper, når du henter den, eller vælg rækker med »keep« under »import«. [import]"
    )


def test_after_a_thousand_faults_the_rest_is_not_read(refused):
    rows = "".join(f"2011;Hele landet;g;x{number}\n" for number in range(5_000))
    first, *rest = refused(f"TID;OMRÅDE;GRUPPE;INDHOLD\n{rows}", MAPPING)
    assert "»x0« er ikke et tal." in first
    assert first.endswith("Det samme gælder 1000 andre celler. [import]")
    assert rest == [
        "tabel.csv:1002:1: fejl: Der er over 1.000 fejl i tabellen, og resten er ikke læst. Ret dem først. [import]"
    ]


NUMBERS = [
    "1e999999999", "1e99999999999999999999", "-1e400", "NaN", "Infinity", "-Infinity", "5e-324", "9" * 5_000,
    "0." + "0" * 5_000 + "1",
]  # fmt: skip


@pytest.mark.parametrize("number", NUMBERS, ids=lambda number: number[:22])
@pytest.mark.parametrize("kind", ["stat", "rows", "text", "csv", "cell"])
def test_a_number_that_nobody_can_hold_is_refused_at_its_place(refused, number, kind):
    written = f'"{number}"' if kind == "text" else number
    rows = f'[{{"TID": "2011", "OMRÅDE": "Hele landet", "GRUPPE": "g", "INDHOLD": {written}}}]'
    stat = f"""{{"class": "dataset", "id": ["TID", "OMRÅDE", "GRUPPE"], "size": [1, 1, 1], "dimension": {{
        "TID": {{"category": {{"index": ["2011"]}}}}, "OMRÅDE": {{"category": {{"index": ["Hele landet"]}}}},
        "GRUPPE": {{"category": {{"index": ["g"]}}}}}}, "value": [{number}]}}"""
    names = ["TID", "OMRÅDE", "GRUPPE", "INDHOLD"]
    csv = ";".join(names) + f"\n2011;Hele landet;g;{number}\n"

    def fill(sheet):
        sheet.append(names)
        sheet.append([2011, "Hele landet", "g", number])

    made = {"stat": stat, "rows": rows, "text": rows, "csv": csv, "cell": workbook(fill) if kind == "cell" else ""}
    mapping = MAPPING + "  numbers: 1234.5\n" if number.startswith("0.") else MAPPING
    (line,) = refused(made[kind], mapping)
    row = 2 if kind in ("csv", "cell") else 1
    assert line.startswith(f"tabel.csv:{row}:4: fejl: ")
    assert line[line.index("fejl: ") + 6 :].startswith(("Tallet er for stort eller for lille. ", "»")), line
    assert "er ikke et tal" in line or "for stort eller for lille. Ret cellen" in line
