"""A table that no import explains yet: what is shown of it, what is asked, and what the proposal is worth."""

import json

import pytest
from imports import EXPORTS, FILE, HEAD, OLD, imported, workbook

UNKNOWN = "Indikatoren »ledighed« siger endnu ikke, hvordan tabellen skal læses. Her er et forslag."


def block(said):
    """Give the proposed import of what was said."""
    return said[said.index("import:") : said.index("\nIntet er skrevet.")]


def paste(tmp_path, text):
    """Put a proposal at the end of the indicator's file."""
    path = tmp_path / "data" / FILE
    path.write_text(path.read_text("utf-8") + text, "utf-8")


def test_a_table_is_shown_column_by_column_and_every_guess_is_asked_about(run, tmp_path):
    status, said = run(EXPORTS / "statistikbanken-api.csv", "", "--write", unit="procentpoint")
    assert (status, said) == (
        0,
        f"""{UNKNOWN}

Tabellen har 5 kolonner. Overskrifterne står i række 1.
  1. »OMRÅDE«: »Hele landet«, »Eksempelby«
  2. »KØN«: »I alt«, »Mænd«
  3. »ENHED«: »Personer«
  4. »TID«: »2020K1«, »2020K2«
  5. »INDHOLD«: »133.150«, »..«, »70.020«, »2.401«, »2.390« og 1 til

Se efter, om det passer:
  Er »TID« perioden?
  Er »OMRÅDE« området?
  Er »KØN« gruppen?
  Er »INDHOLD« tallet?
  Skriver tabellen tal på formen 1.234,5?
  Hvad er »ENHED«? Forslaget læser kun rækker med »Personer«.

Ret forslaget, og sæt det nederst i indikatorens fil, ledighed.yml:

import:
  source:
    document: plan-2025   # eller den kilde, som tabellen er
    section: 2.1 Rammer   # eller tabellens navn
  columns:
    period: TID
    area: OMRÅDE
    value: INDHOLD
    group: KØN
  numbers: "1.234,5"
  areas:
    Hele landet: landet
    Eksempelby: eksempelby
  total: [I alt]
  keep:
    ENHED: [Personer]

Intet er skrevet.
""",
    )
    assert (tmp_path / "data" / FILE).read_text("utf-8") == HEAD.replace("personer", "procentpoint") + OLD
    paste(tmp_path, block(said))
    assert run(EXPORTS / "statistikbanken-api.csv", "", "--write")[0] == 0
    assert [figure[:4] for figure in imported(tmp_path / "data")[1:]] == [
        ("2020-K1", "landet", None, 133150),
        ("2020-K1", "landet", "Mænd", 70020),
        ("2020-K1", "eksempelby", None, 2401),
        ("2020-K2", "eksempelby", None, 2390),
        ("2020-K1", "eksempelby", "Mænd", 1201),
    ]


@pytest.mark.parametrize(
    ("name", "edits", "expected"),
    [
        ("json-stat-2.json", {"  keep:": "  marks: {f: forecast}\n  keep:"}, (5, ("2019-H2", "landet", None, 3.9))),
        ("statistikbanken-1.json", {}, (7, ("2020-01", "landet", None, 115000))),
        ("statbank-FOLK1A-da.csv", {}, (52, ("2008-K1", "landet", None, 5475791))),
        (
            "statistikbanken-tabel.csv",
            {"  # fill_down: true,": "  fill_down: true   #"},
            (10, ("2020-01", "landet", None, 3.9)),
        ),
        (
            "jobindsats.csv",
            {'Mænd"': "x", 'I alt"': 'Mænd"', "x": 'I alt"'},
            (5, ("2020-01", "landet", None, 2.6)),
        ),
    ],
)
def test_a_proposal_that_is_corrected_is_an_import(run, tmp_path, name, edits, expected):
    status, said = run(EXPORTS / name, "", unit="procentpoint")
    assert status == 0
    text = block(said)
    for before, after in edits.items():
        assert before in text
        text = text.replace(before, after)
    paste(tmp_path, text)
    status, said = run(EXPORTS / name, "", "--write")
    assert status == 0, said
    found = [figure[:4] for figure in imported(tmp_path / "data")[1:]]
    assert (len(found), found[0]) == expected


def lines(run, table, **more):
    status, said = run(table, "", **more)
    assert status == 0
    return said.splitlines()


def test_periods_across_are_told_in_one_line_and_what_is_not_found_is_asked(run):
    said = lines(run, EXPORTS / "statbank-FOLK1A-website-en.xlsx")
    assert said[2:6] == [
        "Tabellen har 52 kolonner. Overskrifterne står i række 3.",
        "  1. »kolonne 1«: »Copenhagen«, »Frederiksberg«, »Dragør«, »Tårnby«, »Albertslund« og 94 til",
        "  2 til 52. Perioder fra »2020Q3« til »2008Q1«, med tal under",
        "",
    ]
    assert said[6:10] == [
        "Se efter, om det passer:",
        "  Står perioderne i overskrifterne, og tallene under dem?",
        "  Hvor står området? Forslaget har ikke fundet det.",
        "  Er »kolonne 1« gruppen?",
    ]
    assert "  area:   # områdets id, hvis hele tabellen gælder ét område" in said


def test_areas_that_nobody_knows_are_left_to_the_editor(run):
    said = lines(run, EXPORTS / "jobindsats-y30r21-randers.jsonl")
    assert "  Er »Area« området? Forslaget kender ingen af navnene: skriv dem selv." in said
    assert "  areas: {}   # tabellens navn, kolon og områdets id" in said


def test_an_empty_cell_and_a_column_that_divides_are_asked_about(run):
    table = "ÅR;KØN;ALDER;OMRÅDE;TAL\n2020;Mænd;Unge;Byen;4\n2020;;Gamle;Eksempelby;5\n2021;Kvinder;Unge;Eksempelby;6\n"
    said = lines(run, table)
    assert "  Hvad betyder en tom celle under »KØN«?" in said
    assert "  Hvad er »ALDER«? Den kan dele tallene op. Vælg selv." in said
    assert "  # empty_is_all: true, hvis en tom celle betyder alle" in said
    assert "  # ALDER: skriv kolonnen i »keep«, »ignore« eller »columns«" in said
    assert "    OMRÅDE: [Eksempelby]   # de områder, vi kender" in said


def test_of_several_tables_the_largest_is_proposed(run):
    def small(sheet):
        sheet.append(["Om tallene"])

    def large(sheet):
        sheet.append(["OMRÅDE", "TID", "INDHOLD"])
        sheet.append(["Eksempelby", 2020, 4.5])

    said = lines(run, workbook(small, large), name="bog.xlsx")
    assert said[1] == "Filen har flere tabeller: »Ark1« og »Ark2«. Forslaget gælder den største, »Ark2«."
    assert "  sheet: Ark2" in said


@pytest.mark.parametrize("table", ["x", "a;b\n", ";;\n;;\n", json.dumps([{"a": None}])])
def test_whatever_a_table_holds_there_is_an_answer(run, table):
    said = lines(run, table, name="tabel.json" if table.startswith("[") else "tabel.csv")
    assert (said[0], said[-1]) == (UNKNOWN, "Intet er skrevet.")


def test_a_file_that_is_no_table_is_told_of(run):
    assert run("", "") == (
        1,
        "tabel.csv:1:1: fejl: Filen er tom. Hent den igen. [import]\n1 fejl og ingen advarsler.\nIntet er skrevet.\n",
    )


def test_areas_in_the_headings_are_asked_about_and_the_advice_can_be_followed(run, tmp_path):
    table = "Periode;Eksempelby;Hele landet\n2021;4,5;5,1\n"
    _, said = run(table, "")
    asked = (
        "  Står områderne i overskrifterne (»Eksempelby« og »Hele landet«)? Så slet »value« og »ignore«, og skriv "
        "»across: area«."
    )
    assert asked in said.splitlines()
    names = "  areas: {Eksempelby: eksempelby, Hele landet: landet}\n"
    lines = block(said).splitlines(keepends=True)
    kept = [line for line in lines if not line.strip().startswith(("value:", "ignore:", "area:"))]
    paste(tmp_path, "".join(kept) + "  across: area\n" + names)
    assert run(table, "", "--write")[0] == 0
    assert [figure[1:4] for figure in imported(tmp_path / "data")[1:]] == [
        ("eksempelby", None, 4.5),
        ("landet", None, 5.1),
    ]


def test_a_column_that_is_called_a_period_and_cannot_be_read_is_asked_about(run, tmp_path):
    table = "Kommune;Måned;Ledige\nEksempelby;jan-24;4\n"
    _, said = run(table, "")
    assert "  Er »Måned« perioden? Så skriv i »periods«, hvilken periode »jan-24« er." in said.splitlines()
    told = (
        block(said).replace("  keep:\n    Måned: [jan-24]\n", "").replace("columns:\n", "columns:\n    period: Måned\n")
    )
    paste(tmp_path, told + "  periods: {jan-24: 2024-01}\n")
    assert run(table, "", "--write")[0] == 0
    assert imported(tmp_path / "data")[-1][:4] == ("2024-01", "eksempelby", None, 4.0)


def test_a_second_row_of_headings_under_periods_is_asked_about(run, tmp_path):
    def fill(sheet):
        for row in [["Område", 2023, None], [None, "Mænd", "Kvinder"], ["Eksempelby", 12, 14]]:
            sheet.append(row)
        sheet.cell(1, 4, 2024)
        sheet.cell(2, 4, "Mænd")
        sheet.cell(3, 4, 15)
        sheet.merge_cells("B1:C1")

    _, said = run(workbook(fill), "", name="bog.xlsx")
    asked = "  Er »Mænd« også overskrifter? Så skriv »header_rows: 2«, og vælg én af dem som »value« i »columns«."
    assert asked.replace("»Mænd«", "»Mænd« og »Kvinder«") in said.splitlines(), said
    more = block(said).replace("columns:\n", "columns:\n    value: Mænd\n") + "  header_rows: 2\n  ignore: [Kvinder]\n"
    paste(tmp_path, more.replace("    # fill_down", "  # fill_down"))
    status, said = run(workbook(fill), "", "--write", name="bog.xlsx")
    assert status == 0, said
    assert [figure[:4] for figure in imported(tmp_path / "data")[1:]] == [
        ("2023", "eksempelby", None, 12.0),
        ("2024", "eksempelby", None, 15.0),
    ]
