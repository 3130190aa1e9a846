"""A case's table in Word, altered as people and programs alter it: it comes in right, or is refused at its row."""

import copy
import io
import zipfile

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from worksheets import ENTRY, Desk, entries, filled_in

from generator.chain.worksheet import HEADINGS
from generator.editing import worksheets

ROW = "tabel 1, række 6 (HR26-5)"
MERGED = "Celler er flettet. Del dem igen, så hver kolonne har sin egen celle."
TRACKED = "Der er registrerede ændringer. Acceptér eller afvis dem alle under Gennemse."
ALL = ", ".join(HEADINGS)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    return Desk(tmp_path_factory.mktemp("word"))


def put(cell, xml):
    """Put a piece of Word's XML after what stands in a cell's first paragraph."""
    cell.paragraphs[0]._p.append(parse_xml(xml))


def tracked(_, cells):
    put(cells["Svar"], f'<w:ins {nsdecls("w")} w:id="1" w:author="x"><w:r><w:t> Nyt.</w:t></w:r></w:ins>')


def deleted(_, cells):
    put(cells["Svar"], f'<w:del {nsdecls("w")} w:id="1"><w:r><w:delText>Gammelt.</w:delText></w:r></w:del>')


def inserted_row(document, _):
    properties = document.tables[0].rows[5]._tr.get_or_add_trPr()
    properties.append(parse_xml(f'<w:ins {nsdecls("w")} w:id="1" w:author="x"/>'))


def merged_across(document, _):
    document.tables[0].cell(5, 4).merge(document.tables[0].cell(5, 5))


def merged_down(document, _):
    document.tables[0].cell(5, 4).merge(document.tables[0].cell(6, 4))


def nested(_, cells):
    cells["Svar"].add_table(1, 2)


def boxed(_, cells):
    box = "<w:txbxContent><w:p><w:r><w:t>I feltet</w:t></w:r></w:p></w:txbxContent>"
    put(cells["Svar"], f"<w:r {nsdecls('w')}><w:pict>{box}</w:pict></w:r>")


def noted(_, cells):
    put(cells["Svar"], f'<w:r {nsdecls("w")}><w:footnoteReference w:id="2"/></w:r>')


def pictured(_, cells):
    put(cells["Svar"], f"<w:r {nsdecls('w')}><w:drawing/></w:r>")


def signed(_, cells):
    put(cells["Svar"], f'<w:r {nsdecls("w")}><w:sym w:font="Symbol" w:char="F0B3"/></w:r>')


def struck(_, cells):
    cells["Svar"].paragraphs[0].runs[0].font.strike = True


def too_few(document, _):
    row = document.tables[0].rows[5]._tr
    row.remove(row.tc_lst[-1])


@pytest.mark.parametrize(
    ("damage", "troubles"),
    [
        (tracked, [f"{ROW}: {TRACKED}"]),
        (deleted, [f"{ROW}: {TRACKED}"]),
        (inserted_row, [f"{ROW}: {TRACKED}"]),
        (merged_across, [f"{ROW}: {MERGED}"]),
        (merged_down, [f"{ROW}: {MERGED}", f"tabel 1, række 7 (HR26-6A): {MERGED}"]),
        (nested, [f"{ROW}: Der står en tabel inde i en celle. Skriv det som almindelig tekst."]),
        (boxed, [f"{ROW}: Der er et tekstfelt. Skriv ordene i cellen, og slet feltet."]),
        (noted, [f"{ROW}: Der er en note. Skriv dens ord i cellen, og slet noten."]),
        (pictured, [f"{ROW}: Der er et billede. Slet det, eller skriv i ord, hvad det viser."]),
        (signed, [f"{ROW}: Der er et symbol eller en formel. Skriv det som almindelig tekst."]),
        (struck, [f"{ROW}: Noget er streget over. Slet de ord, der ikke gælder, og fjern stregen."]),
        (too_few, [f"{ROW}: Rækken har 10 celler og skal have 11. Er den delt?"]),
    ],
)
def test_what_would_be_lost_is_refused_at_its_row(desk, damage, troubles):
    found = desk.of_word(lambda document: damage(document, filled_in(document)))
    assert (found.troubles, found.answers, found.absent) == (troubles, [], [])


def commented(document, cells):
    (start,) = cells["Svar"].paragraphs[0].runs
    document.add_comment(start, "Skal vi skrive det?", author="x", initials="x")


def parted(_, cells):
    """Word splits a text into runs wherever its spelling or its form was looked at."""
    paragraph = cells["Svar"].paragraphs[0]
    paragraph.runs[0].text = "Jobcentret "
    paragraph.add_run("har ").bold = True
    paragraph.add_run("ansvaret.").font.strike = False


def autocorrected(_, cells):
    cells["Hvem"].text = "Handicaprådet\u00a0"
    cells["Det skrev de"].text = "Hvem\u00a0har an\u00adsvaret?"
    cells["Tilstand"].text = "Besvaret"


def reordered(document, _):
    rows = document.tables[0]._tbl
    rows.append(rows.tr_lst[1])


def another_table_first(document, _):
    own = document.add_table(2, 2)
    own.cell(0, 0).text = "Deltager"
    document.element.body.insert(0, own._tbl)


def an_empty_row_last(document, _):
    """Word makes one whenever somebody presses Tab in the last cell."""
    document.tables[0].add_row()


def tables_made_one(document, _):
    first, second = (one._tbl for one in document.tables)
    for row in list(second.tr_lst):
        first.append(row)
    document.element.body.remove(second)


def a_title_above_the_headings(document, _):
    rows = document.tables[0]._tbl
    title = copy.deepcopy(rows.tr_lst[1])
    for text in title.iter(qn("w:t")):
        text.text = ""
    next(title.iter(qn("w:t"))).text = "Udkast"
    rows.tr_lst[0].addprevious(title)


def in_a_form_field(_, cells):
    paragraph = cells["Svar"].paragraphs[0]._p
    field = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent/></w:sdt>")
    field[0].append(paragraph.r_lst[0])
    paragraph.append(field)


@pytest.mark.parametrize(
    "change",
    [
        commented,
        parted,
        autocorrected,
        reordered,
        another_table_first,
        an_empty_row_last,
        tables_made_one,
        a_title_above_the_headings,
        in_a_form_field,
    ],
)
def test_what_changes_no_word_comes_in_right(desk, change):
    found = desk.of_word(lambda document: change(document, filled_in(document)))
    assert entries(found) == {"hr26-5": ENTRY}
    assert found.absent == []


def test_a_table_of_somebody_elses_is_named(desk):
    assert desk.of_word(lambda document: another_table_first(document, None)).skipped == ["tabel 1"]


def test_quotation_marks_and_dashes_of_word_are_the_same_words(desk):
    """What Word makes of the words in a letter changes nothing; in an answer they stand as they were typed."""

    def change(document):
        cells = filled_in(document, Svar="Se »planen« – den er fra 2026 …", Begrundelse="“Ja”")
        cells["Det skrev de"].text = "Hvem har ansvaret?"

    said = entries(desk.of_word(change))["hr26-5"]
    assert (said["answer"], said["reason"]) == ("Se »planen« – den er fra 2026 …", "“Ja”")


def test_paragraphs_and_lines_of_an_answer_stay(desk):
    def change(document):
        cells = filled_in(document, Svar="Første.")
        cells["Svar"].paragraphs[0].add_run().add_break()
        cells["Svar"].paragraphs[0].add_run("Samme afsnit.")
        cells["Svar"].add_paragraph("Andet.")
        cells["Svar"].add_paragraph("")

    assert entries(desk.of_word(change))["hr26-5"]["answer"] == "Første.\nSamme afsnit.\n\nAndet."


def test_a_row_that_is_taken_out_is_named_and_one_put_in_is_refused(desk):
    def change(document):
        rows = document.tables[0]._tbl
        rows.remove(rows.tr_lst[2])
        new = document.tables[0].add_row()
        new.cells[4].text = "Et svar mere."

    found = desk.of_word(change)
    assert found.absent == ["HR26-2"]
    assert found.troubles == [
        (
            "tabel 1, række 8: Rækken har intet nummer. Er den sat ind, eller er en række blevet delt? "
            "Skriv kun i de rækker, der er."
        )
    ]


def test_a_row_in_two_halves_is_refused(desk):
    def change(document):
        cells = filled_in(document)
        row = document.tables[0].rows[5]._tr
        half = copy.deepcopy(row)
        row.addnext(half)
        cells["Begrundelse"].text = ""

    assert desk.of_word(change).troubles == [
        f"{ROW}: »Begrundelse« er tom, og »besvaret« kræver den.",
        f"tabel 1, række 7 (HR26-5): Punktet står også i {ROW}. Behold kun den ene række.",
    ]


def renamed(document):
    document.tables[0].cell(0, 4).text = "Kommunens svar"


def without_numbers(document):
    for row in document.tables[0].rows:
        row._tr.remove(row._tr.tc_lst[0])


def without_headings(document):
    rows = document.tables[0]._tbl
    rows.remove(rows.tr_lst[0])


def one_more(document):
    for row in document.tables[0].rows:
        row._tr.append(copy.deepcopy(row._tr.tc_lst[-1]))
    document.tables[0].rows[0].cells[-1].text = "Kommentar"


def tracked_headings(document):
    put(document.tables[0].cell(0, 0), f'<w:ins {nsdecls("w")} w:id="1" w:author="x"/>')


@pytest.mark.parametrize(
    ("damage", "troubles"),
    [
        (
            renamed,
            [
                "Kolonnen »Svar« mangler, eller overskriften er ændret. Skriv den, som den var.",
                "Kolonnen kendes ikke: »Kommunens svar«. Slet den, eller skriv overskriften, som den var.",
            ],
        ),
        (without_numbers, ["Kolonnen »Nr.« mangler, eller overskriften er ændret. Skriv den, som den var."]),
        (
            without_headings,
            [f"Tabellen har ingen overskrifter. Sæt dem ind igen som den første række: {ALL}."],
        ),
        (one_more, ["Kolonnen kendes ikke: »Kommentar«. Slet den, eller skriv overskriften, som den var."]),
        (tracked_headings, [TRACKED]),
    ],
)
def test_headings_that_are_not_as_they_were_are_told_at_their_row(desk, damage, troubles):
    found = desk.of_word(damage)
    assert [line.partition(": ")[2] for line in found.troubles] == troubles
    assert {line.partition(": ")[0].partition(" (")[0] for line in found.troubles} == {"tabel 1, række 1"}
    assert found.answers == []


def test_a_file_without_the_table_is_refused(desk):
    def other(document):
        for one in document.tables:
            one._tbl.getparent().remove(one._tbl)
        document.add_table(1, 2)

    with pytest.raises(worksheets.TableError, match="Ingen tabel i filen er skemaet"):
        desk.of_word(other)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"%PDF-1.7 x", "Filen er en PDF."),
        (b"{\\rtf1 x", "Filen er en RTF-fil."),
        (b"\xd0\xcf\x11\xe0 x", "Filen er en gammel Word- eller Excel-fil, eller den har adgangskode."),
        (b"PK\x03\x04 x", "Word-filen kan ikke læses. Åbn den i Word, og gem den igen som .docx uden adgangskode."),
        (b" \n", "Filen er tom."),
    ],
)
def test_a_file_that_is_something_else_is_named(desk, raw, words):
    with pytest.raises(worksheets.TableError) as error:
        desk.back(raw)
    assert str(error.value).startswith(words)


@pytest.mark.parametrize(
    ("name", "what"),
    [("xl/workbook.xml", "et regneark fra Excel"), ("mimetype", "gemt i LibreOffices eget format")],
)
def test_another_programs_packed_file_is_named(desk, name, what):
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        archive.writestr(name, "x")
    with pytest.raises(worksheets.TableError) as error:
        desk.back(raw.getvalue())
    assert str(error.value) == f"Filen er {what}. Gem skemaet som .docx eller som CSV, og prøv igen."
