"""`pejl hvidbog`: a filled-in table is shown, then written; what is wrong in one row leaves every file as it was."""

import frozen
import pytest
from rewriting import copied
from worksheets import ANSWER, CASE, WHERE, Desk, answered, filled_in, number, written

LETTER = "data/consultations/pejlemaerker-2026/handicapraadet.yml"
OTHER = "data/consultations/pejlemaerker-2026/aeldreraadet.yml"
COMMENT = "# Redaktionens egen note: må ikke forsvinde.\n"
BEFORE = """\
        text: Hvem har ansvaret?
        kind: spørgsmål
        themes: [job]
        links:
          - goal: m1
            why: De handler om det samme.
"""
HISTORY = """\
        history:
          - date: 2026-12-15
            status: besvaret
            answer: Jobcentret har ansvaret.
            reason: Det står i planen.
            decided_by: Jobudvalget
            seen: "{}"
            source:
              document: referat-juni-2026
              section: Punkt 4
"""
SOURCE = ("--set", "source.document=referat-juni-2026", "--set", "source.section=Punkt 4")
AGAIN = "Intet er skrevet endnu. Passer det, så kør det samme igen med --write.\n"
DONE = "Skrevet. Det følger alle regler. Send det nu ind som et forslag.\n"


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    return Desk(tmp_path_factory.mktemp("desk"))


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("PEJL_TODAY", frozen.YEAR_LATER.isoformat())
    monkeypatch.chdir(tmp_path)
    data = copied(tmp_path)
    letter = tmp_path / LETTER
    letter.write_text(f"{COMMENT}{letter.read_text('utf-8')}", "utf-8")
    assert data.is_dir()
    return tmp_path


@pytest.fixture
def read(folder, desk, pejl):
    """Read a table in, as CSV with rows changed."""

    def read(change, *options):
        rows = desk.rows()
        change(rows)
        (folder / "svar.csv").write_bytes(written(rows))
        return pejl("hvidbog", CASE, "--from", "svar.csv", *options)

    return read


def files(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.yml")}


def test_an_answer_is_shown_then_written_and_read_again_changes_nothing(folder, read):
    before = files(folder)
    status, said, told = read(answered, *SOURCE)
    assert (status, told) == (0, "")
    assert said.startswith(f"{LETTER}:\n")
    assert "    +             answer: Jobcentret har ansvaret.\n" in said
    assert said.endswith(AGAIN)
    assert files(folder) == before
    status, said, told = read(answered, *SOURCE, "--write")
    assert (status, told) == (0, "")
    assert said.endswith(DONE)
    after = files(folder)
    assert {path for path in after if after[path] != before[path]} == {LETTER}
    text = before[LETTER].decode()
    (seen,) = [line.split('"')[1] for line in after[LETTER].decode().splitlines() if "seen:" in line]
    assert after[LETTER].decode() == text.replace(BEFORE, BEFORE + HISTORY.format(seen))
    assert after[LETTER].decode().startswith(COMMENT)
    for options in (SOURCE, (*SOURCE, "--write"), ()):
        assert read(answered, *options) == (0, "Der er intet at skrive.\n", "")
    assert files(folder) == after


@pytest.mark.parametrize("day", ["15-12-2026", "15. december 2026"])
def test_a_table_that_was_written_in_other_words_changes_nothing_either(read, day):
    def change(rows):
        answered(rows, Dato=day, Tilstand="Besvaret")

    assert read(change, *SOURCE, "--write")[0] == 0
    assert read(change, *SOURCE) == (0, "Der er intet at skrive.\n", "")


def test_what_is_the_same_for_all_may_be_given_once(read):
    def change(rows):
        answered(rows, Dato="", **{"Besluttet af": ""})

    given = (*SOURCE, "--set", "date=2026-11-04", "--set", "decision.meeting=jobudvalget-2026-11-04")
    given = (*given, "--set", "decision.item=2")
    assert read(change, *given, "--write")[1].endswith(DONE)
    assert read(change, *given) == (0, "Der er intet at skrive.\n", "")


def test_word_is_read_as_the_spreadsheet_is(folder, desk, pejl):
    document = desk.document()
    filled_in(document)
    document.save(folder / "svar.docx")
    status, said, _ = pejl("hvidbog", CASE, "--from", "svar.docx", *SOURCE, "--write")
    assert (status, said.endswith(DONE)) == (0, True)
    assert "answer: Jobcentret har ansvaret.\n" in (folder / LETTER).read_text("utf-8")


def test_one_mistake_leaves_every_file_as_it_was(folder, read):
    def change(rows):
        answered(rows)
        row = number(rows, "AR26-2")
        row[3:8] = ["besvaret", "Ja.", "", "", "Derfor."]
        row[10] = "2026-13-45"

    before = files(folder)
    status, said, told = read(change, *SOURCE, "--write")
    assert (status, said) == (1, "")
    assert told.startswith("svar.csv: række 10 (AR26-2): ")
    assert told.endswith("Intet er skrevet.\n")
    assert files(folder) == before


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (
            {"Dato": "2026-02-30"},
            "svar.csv: række 6 (HR26-5): »2026-02-30« er en dag, der ikke findes. Ret dagen eller måneden. [dato]\n",
        ),
        (
            {"Dato": "2027-06-01"},
            (
                "svar.csv: række 6 (HR26-5): 1. juni 2027 ligger i fremtiden. Skriv den dag, det er sket. "
                "[fremtidig-dato]\n"
            ),
        ),
        (
            {"Begrundelse": ""},
            "svar.csv: række 6 (HR26-5): »Begrundelse« er tom, og »besvaret« kræver den.\n",
        ),
        (
            {"Svar": "Ring til 86 12 34 56"},
            (
                "svar.csv: række 6 (HR26-5): Her står et telefonnummer. Slet det: kun sidens egen kontakt i site.yml "
                "må have et. [telefon]\n"
            ),
        ),
    ],
)
def test_what_breaks_a_rule_is_told_at_its_row(folder, read, cells, told):
    before = files(folder)
    status, said, errors = read(lambda rows: answered(rows, **cells), *SOURCE, "--write")
    assert (status, said) == (1, "")
    assert errors == f"{told}Intet er skrevet.\n"
    assert files(folder) == before


def test_an_answer_needs_a_source(folder, read):
    before = files(folder)
    assert read(answered, "--write") == (
        1,
        "",
        (
            "svar.csv: Skriv, hvor svarene står: --set source.document=ID --set source.section=AFSNIT.\n"
            "Intet er skrevet.\n"
        ),
    )
    assert files(folder) == before


def test_rows_and_tables_that_are_not_read_are_named(folder, desk, pejl):
    document = desk.document()
    filled_in(document)
    own = document.add_table(1, 2)
    document.element.body.insert(0, own._tbl)
    rows = document.tables[1]._tbl
    rows.remove(rows.tr_lst[1])
    document.save(folder / "svar.docx")
    status, _, told = pejl("hvidbog", CASE, "--from", "svar.docx", *SOURCE)
    assert status == 0
    assert told == ("Ikke en del af skemaet og ikke læst: tabel 1.\nSkemaet har ikke HR26-1. De bliver, som de er.\n")


def test_the_table_of_another_case_is_refused(folder, desk, pejl):
    (folder / "svar.csv").write_bytes(written(desk.rows()))
    status, _, told = pejl("hvidbog", "ungeplan-2026", "--from", "svar.csv")
    assert status == 1
    assert told.startswith("svar.csv: række 2 (HR26-1): Høringen har intet punkt »hr26-1«.")
    assert told.endswith("Intet er skrevet.\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((CASE,), "Skriv enten --out FIL for at lave skemaet eller --from FIL for at læse det.\n"),
        ((CASE, "--out", "svar.odt"), "svar.odt ender ikke på .docx eller .csv.\n"),
        (
            ("pejlemaerker-2025", "--out", "a.csv"),
            "Ingen høring har id'et »pejlemaerker-2025«. Mente du »pejlemaerker-2026«?\n",
        ),
    ],
)
def test_wrong_usage_is_told(folder, pejl, words, told):
    assert pejl("hvidbog", *words) == (2, "", told)
    assert not list(folder.glob("*.*"))


def test_both_files_are_made(folder, pejl):
    for name in ("svar.docx", "svar.csv"):
        assert pejl("hvidbog", CASE, "--out", name) == (0, f"Skemaet ligger i {name}.\n", "")
        assert pejl("hvidbog", CASE, "--from", name) == (0, "Der er intet at skrive.\n", "")
    assert ANSWER["Svar"] not in (folder / "svar.csv").read_text("utf-8")
    assert WHERE in (folder / "svar.csv").read_text("utf-8")
