"""A case's table out and back: nothing changes by itself, what is filled in becomes an answer, and damage is told."""

import csv
import io

import docx
import frozen
import pytest
from docx.oxml.ns import qn

from generator.chain import worksheet as table
from generator.editing import worksheets
from generator.model import Consultation
from generator.publish.paper.worksheet import sheet, spreadsheet, word
from generator.site import seen

CASE = "pejlemaerker-2026"


@pytest.fixture(scope="module")
def view():
    return seen(frozen.YEAR, frozen.YEAR_LATER)[0]


@pytest.fixture(scope="module")
def case(view):
    return view.plan.of(Consultation)[CASE]


@pytest.fixture
def back(view, case, tmp_path):
    """Read a file back against the plan that it was made of."""

    def run(raw):
        path = tmp_path / "skema"
        path.write_bytes(raw)
        lines = [line for chapter in table.chapters(view.graph, case) for line in chapter.lines]
        return worksheets.filled(worksheets.read(path), lines, {})

    return run


@pytest.mark.parametrize("make", [word, spreadsheet])
def test_what_nobody_has_touched_changes_nothing(view, case, back, make):
    found = back(make(sheet(view, case)))
    assert (found.answers, found.troubles, found.absent) == ([], [], [])
    assert make(sheet(view, case)) == make(sheet(view, case))


def test_the_word_file_has_headings_a_head_that_repeats_and_its_language(view, case):
    document = docx.Document(io.BytesIO(word(sheet(view, case))))
    headings = [one.text for one in document.paragraphs if one.style.name == "Heading 1"]
    assert headings == ["1. Job til alle", "3. Plads til alle"]
    assert [cell.text for cell in document.tables[0].rows[0].cells] == list(table.HEADINGS)
    assert all("w:tblHeader" in one.rows[0]._tr.xml for one in document.tables)
    assert document.core_properties.language == "da-DK"
    assert {one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))} == {"da-DK"}
    assert all("w:cantSplit" in row._tr.xml for one in document.tables for row in one.rows)
    assert not document.inline_shapes


def filled_in(raw, change):
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig")), delimiter=";"))
    change({row[0]: row for row in rows}, rows)
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(rows)
    return out.getvalue().encode()


def damaged(view, case, back, change):
    return back(filled_in(spreadsheet(sheet(view, case)), change)).troubles


def test_damage_is_told_at_its_row_and_all_at_once(view, case, back):
    def change(by, _):
        by["HR26-1"][2] = "Skriv noget andet."
        by["HR26-2"][0] = ""
        by["HR26-3"][0] = "HR26-9X"
        by["HR26-6A"][0] = "HR26-4"

    assert damaged(view, case, back, change) == [
        (
            "række 2 (HR26-1): Ordene er ændret i »Det skrev de«. Sæt det tilbage, som det stod: "
            "»Skriv, at hjælpen er individuel.«"
        ),
        (
            "række 3: Rækken har intet nummer. Er den sat ind, eller er en række blevet delt? "
            "Skriv kun i de rækker, der er."
        ),
        "række 4 (HR26-9X): Høringen har intet punkt »hr26-9x«. Mente du »hr26-5«?",
        "række 7 (HR26-4): Punktet står også i række 5 (HR26-4). Behold kun den ene række.",
    ]


def test_moved_columns_are_told(view, case, back):
    def change(_, rows):
        for row in rows:
            row[4], row[7] = row[7], row[4]

    (trouble,) = damaged(view, case, back, change)
    assert trouble.startswith("række 1: Kolonnerne er byttet om. De skal stå sådan: Nr., Hvem,")


def test_an_answer_is_read_and_one_that_stands_is_never_changed(view, case, back):
    def change(by, _):
        by["HR26-5"][3:5] = ["besvaret", "Jobcentret."]
        by["HR26-5"][7], by["HR26-5"][9], by["HR26-5"][10] = "Det står i planen.", "Jobudvalget", "15-12-2026"
        by["HR26-3"][4] = "Et andet svar."

    found = back(filled_in(spreadsheet(sheet(view, case)), change))
    ((point, entry),) = found.answers
    assert (point.id, entry["date"], entry["answer"]) == ("hr26-5", "2026-12-15", "Jobcentret.")
    assert found.troubles == [
        (
            "række 4 (HR26-3): Svaret fra 2026-06-10 står i data og ændres ikke. Er det et nyt svar, så skriv dagen "
            "for det. Ellers sæt rækken tilbage, som den var."
        )
    ]
