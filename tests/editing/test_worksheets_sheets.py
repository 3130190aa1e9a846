"""A case's table in a spreadsheet, as people and programs alter it: it comes in right, or is refused at its row."""

import pytest
from worksheets import ENTRY, WHERE, Desk, answered, entries, number, written

from generator.chain.worksheet import HEADINGS
from generator.editing import worksheets

ROW = "række 6 (HR26-5)"
ALL = ", ".join(HEADINGS)
AS_IT_WAS = "Slet den, eller skriv overskriften, som den var."


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    return Desk(tmp_path_factory.mktemp("sheets"))


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "cp850", "mac_roman"])
def test_whatever_a_spreadsheet_saves_it_as_it_comes_in_right(desk, delimiter, encoding):
    assert entries(desk.of_rows(answered, delimiter, encoding)) == {"hr26-5": ENTRY}


def test_the_line_that_tells_excel_what_stands_between_cells_is_none_of_the_table(desk):
    assert entries(desk.of_rows(answered, ",", start="sep=,\r\n")) == {"hr26-5": ENTRY}


def sorted_with_its_headings(rows):
    rows.sort(key=lambda row: row[2])


def turned_round(rows):
    rows[1:] = reversed(rows[1:])


def empty_cells_at_the_ends(rows):
    for row in rows:
        row.extend([""] * 3)


def no_empty_cells_at_the_ends(rows):
    for row in rows:
        while not row[-1]:
            row.pop()


def empty_rows_between(rows):
    rows.insert(3, [""] * len(HEADINGS))
    rows.append([])


def a_title_above(rows):
    rows.insert(0, ["Udkast fra forvaltningen"])


def guarded(rows):
    """Our own file has an apostrophe before a day, so that no spreadsheet makes another one of it."""
    number(rows, WHERE)[-1] = "'2026-12-15"


@pytest.mark.parametrize(
    "change",
    [
        sorted_with_its_headings,
        turned_round,
        empty_cells_at_the_ends,
        no_empty_cells_at_the_ends,
        empty_rows_between,
        a_title_above,
        guarded,
    ],
)
def test_what_changes_no_word_comes_in_right(desk, change):
    found = desk.of_rows(lambda rows: change(answered(rows)))
    assert entries(found) == {"hr26-5": ENTRY}
    assert found.absent == []


@pytest.mark.parametrize(
    "text", ["15-12-2026", "15.12.2026", "15. 12. 2026", "15. december 2026", "15.\u00a0December 2026", "2026-12-15"]
)
def test_a_day_is_read_as_a_dane_writes_it(desk, text):
    assert entries(desk.of_rows(lambda rows: answered(rows, Dato=text))) == {"hr26-5": ENTRY}


@pytest.mark.parametrize("text", ["12/15/2026", "6/10/2026", "2026/12/15"])
def test_a_day_that_can_be_read_in_two_ways_is_refused(desk, text):
    found = desk.of_rows(lambda rows: answered(rows, Dato=text))
    assert found.troubles == [f"{ROW}: Datoen »{text}« kan læses på flere måder. Skriv den som 2026-01-31."]


@pytest.mark.parametrize("text", ["#NAVN?", "#REFERENCE!", "#I/T", "#NAME?"])
def test_what_a_spreadsheet_took_for_a_formula_is_refused(desk, text):
    assert desk.of_rows(lambda rows: answered(rows, Svar=text)).troubles == [
        (f"{ROW}: »Svar« er blevet til »{text}« i regnearket. Skriv teksten igen, og begynd den ikke med =, + eller -.")
    ]


@pytest.mark.parametrize("text", ["=1+1", "+45 er landekoden", "- Vi gør det", "@alle", '"Ja", sagde de; nej', "a\nb"])
def test_an_answer_is_text_whatever_it_begins_with(desk, text):
    assert entries(desk.of_rows(lambda rows: answered(rows, Svar=text)))["hr26-5"]["answer"] == text


@pytest.mark.parametrize(
    ("cells", "troubles"),
    [
        ({"Tilstand": ""}, ["»Tilstand« er tom. Skriv, hvad svaret er."]),
        ({"Tilstand": "besvart"}, ["Tilstanden »besvart« kendes ikke. Mente du »besvaret«?"]),
        (
            {"Tilstand": "uden svar i kilderne"},
            ["Rækken har noget skrevet, men »Tilstand« er stadig »uden svar i kilderne«. Skriv, hvad svaret er."],
        ),
        (
            {"Svar": "", "Begrundelse": ""},
            [
                "»Svar« er tom, og »besvaret« kræver den.",
                "»Begrundelse« er tom, og »besvaret« kræver den.",
            ],
        ),
        ({"Imødekommet": "Lidt."}, ["»Imødekommet« kan ikke bruges ved »besvaret«. Slet det."]),
        ({"Dato": ""}, ["»Dato« er tom. Skriv den dag, svaret blev givet, som 2026-01-31."]),
        ({"Svar": "a\x07b"}, ["Der står et usynligt tegn (U+0007) i »Svar«. Slet det."]),
        ({"Hvem": "Ældrerådet"}, ["Navnet er ændret i »Hvem«. Sæt det tilbage, som det stod: »Handicaprådet«"]),
        (
            {"Det skrev de": "Hvem har ikke ansvaret?"},
            ["Ordene er ændret i »Det skrev de«. Sæt det tilbage, som det stod: »Hvem har ansvaret?«"],
        ),
        ({"Nr.": "HR26-55"}, ["Høringen har intet punkt »hr26-55«. Mente du »hr26-5«?"]),
    ],
)
def test_a_row_that_cannot_be_an_answer_is_told_with_what_to_do(desk, cells, troubles):
    found = desk.of_rows(lambda rows: answered(rows, **cells))
    place = f"række 6 ({cells.get('Nr.', WHERE)})"
    assert (found.troubles, found.answers) == ([f"{place}: {trouble}" for trouble in troubles], [])


def test_an_answer_that_stands_is_not_taken_back(desk):
    def change(rows):
        number(rows, "HR26-3")[3:] = ["uden svar i kilderne", *[""] * 7]

    assert desk.of_rows(change).troubles == [
        "række 4 (HR26-3): »Tilstand« er ændret til »uden svar i kilderne«, men punktet har et svar. Sæt den tilbage."
    ]


def test_a_row_twice_and_a_row_too_many_are_told(desk):
    def change(rows):
        rows.append([*number(rows, "HR26-4")])
        rows.append([*[""] * 4, "Et svar mere."])

    assert desk.of_rows(change).troubles == [
        "række 12 (HR26-4): Punktet står også i række 5 (HR26-4). Behold kun den ene række.",
        (
            "række 13: Rækken har intet nummer. Er den sat ind, eller er en række blevet delt? Skriv kun i de "
            "rækker, der er."
        ),
    ]


def test_rows_that_are_not_there_are_named(desk):
    def change(rows):
        del rows[1:4]

    found = desk.of_rows(change)
    assert (found.troubles, found.absent) == ([], ["HR26-1", "HR26-2", "HR26-3"])


def without(rows):
    for row in rows:
        del row[4]


def renamed(rows):
    rows[0][4] = "svar"


def one_more(rows):
    for row in rows:
        row.insert(2, "x")


def nameless(rows):
    for row in rows:
        row.append("")
    rows[2][-1] = "Husk det"


def twice(rows):
    rows[0][5] = "Svar"


def swapped(rows):
    for row in rows:
        row[4], row[7] = row[7], row[4]


@pytest.mark.parametrize(
    ("damage", "troubles"),
    [
        (without, ["række 1: Kolonnen »Svar« mangler, eller overskriften er ændret. Skriv den, som den var."]),
        (
            renamed,
            [
                "række 1: Kolonnen »Svar« mangler, eller overskriften er ændret. Skriv den, som den var.",
                f"række 1: Kolonnen kendes ikke: »svar«. {AS_IT_WAS}",
            ],
        ),
        (one_more, [f"række 1: Kolonnen kendes ikke: »x«. {AS_IT_WAS}"]),
        (nameless, ["række 3 (HR26-2): Rækken har 12 celler og skal have 11. Er den delt?"]),
        (
            twice,
            [
                "række 1: Kolonnen »Imødekommet« mangler, eller overskriften er ændret. Skriv den, som den var.",
                "række 1: Kolonnen »Svar« står der flere gange. Slet den ene.",
            ],
        ),
        (swapped, [f"række 1: Kolonnerne er byttet om. De skal stå sådan: {ALL}."]),
    ],
)
def test_columns_that_are_not_as_they_were_are_told(desk, damage, troubles):
    found = desk.of_rows(lambda rows: damage(answered(rows)))
    assert found.troubles == troubles


def test_the_open_data_of_the_same_case_are_not_taken_for_the_table(desk):
    rows = [["point", "organisation", "state", "answer"], ["hr26-1", "Handicaprådet", "imødekommet", "Ja"]]
    with pytest.raises(worksheets.TableError) as error:
        desk.back(written(rows))
    assert str(error.value) == (
        "Filen er hvidbogen fra de åbne data, og den læses ikke ind. Skriv i det skema, som pejl hvidbog laver med "
        "--out."
    )


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"\xef\xbb\xbf", "Filen er tom."),
        (b";;;\r\n;;;\r\n", "Filen er tom. Gem skemaet som CSV (UTF-8)."),
        (b"\x00\x01\x02", "Filen er ikke et skema som CSV. Det første i den skal være »Nr.«."),
        (
            b'Nr.;"Hvem',
            "Filen kan ikke deles i celler. Et anførselstegn mangler, eller filen er i stykker. Gem den igen.",
        ),
        (b"a;b\n1;2\n", f"Ingen tabel i filen er skemaet. Det skal have overskrifterne {ALL}."),
    ],
)
def test_what_is_no_table_is_told(desk, raw, words):
    with pytest.raises(worksheets.TableError) as error:
        desk.back(raw)
    assert str(error.value) == words


def test_a_very_long_answer_is_read_whole(desk):
    text = "Et langt svar. " * 20_000
    assert entries(desk.of_rows(lambda rows: answered(rows, Svar=text)))["hr26-5"]["answer"] == text.strip()
