"""A case's table to work in, for Word and for a spreadsheet; `generator.editing.worksheets` reads both again."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import TYPE_CHECKING, NamedTuple

from generator.base.text import joined
from generator.chain import worksheet as of_case
from generator.chain.worksheet import COLUMNS, HEADINGS
from generator.model import Consultation
from generator.model.vocabulary import AnswerState
from generator.publish.exports import sheets
from generator.publish.exports.columns import Column
from generator.publish.view import View

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell

_HOW = (
    "Skriv kun i kolonnerne fra »Tilstand« til »Dato«. Lad numrene, navnene, ordene fra brevene og kolonnernes "
    "overskrifter stå, og lad hver række være én række."
)
_STATES = [str(state) for state in AnswerState if state is not AnswerState.UNANSWERED]
_WIDE, _HIGH, _MARGIN = 29.7, 21.0, 1.0
_SIZE = 8.0
_BESIDE = 57
"""The room beside the words of a cell, in twentieths of a point: a millimetre."""
_SAME_TIME = (1980, 1, 1, 0, 0, 0)


class Chapter(NamedTuple):
    """A heading with the rows of texts below it."""

    heading: str
    rows: tuple[tuple[str, ...], ...]


class Sheet(NamedTuple):
    """All that is written in a case's table: plain texts, so that the same give the same file."""

    title: str
    author: str
    day: dt.date
    chapters: tuple[Chapter, ...]


def sheet(view: View, case: Consultation) -> Sheet:
    """Gather what is written in a case's table."""
    found = [
        Chapter(one.heading, tuple(line.cells for line in one.lines)) for one in of_case.chapters(view.graph, case)
    ]
    return Sheet(f"Hvidbog: {case.title}", view.plan.site.municipality, view.today, tuple(found))


def spreadsheet(sheet: Sheet) -> bytes:
    """Write a table for a Danish spreadsheet."""
    columns = [Column(heading, heading, "") for heading in HEADINGS]
    return sheets.write(sheets.DANISH, columns, [row for one in sheet.chapters for row in one.rows]).encode()


def word(sheet: Sheet) -> bytes:
    """Write a table as a Word file: a heading for each benchmark, and a table with a head of its own below it."""
    import docx  # noqa: PLC0415  only for whoever wants a Word file

    document = docx.Document()
    _set_up(document, sheet)
    document.add_heading(sheet.title, 0)
    document.add_paragraph(_HOW)
    document.add_paragraph(f"Tilstanden er én af disse: {joined(_STATES, 'eller')}. Datoen skrives som 2026-01-31.")
    for chapter in sheet.chapters:
        document.add_heading(chapter.heading, 1)
        _table(document, chapter)
    raw = io.BytesIO()
    document.save(raw)
    return _at_the_same_time(raw.getvalue())


def _set_up(document: Document, sheet: Sheet) -> None:
    """Turn the page, and say what the document is called, whose it is and which language it is in."""
    from docx.enum.section import WD_ORIENT  # noqa: PLC0415  likewise
    from docx.oxml import OxmlElement  # noqa: PLC0415  likewise
    from docx.oxml.ns import qn  # noqa: PLC0415  likewise
    from docx.shared import Cm, Pt  # noqa: PLC0415  likewise

    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(_WIDE), Cm(_HIGH)
    section.left_margin = section.right_margin = Cm(_MARGIN)
    section.top_margin = section.bottom_margin = Cm(1.5 * _MARGIN)
    about = document.core_properties
    about.title, about.author, about.language, about.comments = sheet.title, sheet.author, "da-DK", ""
    about.created = about.modified = dt.datetime(sheet.day.year, sheet.day.month, sheet.day.day, tzinfo=dt.UTC)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "da-DK")
        language.set(qn("w:eastAsia"), "da-DK")
    for name in ("Normal", "Title", "Heading 1"):
        style = document.styles[name]
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in [*fonts.attrib]:
            del fonts.attrib[key]  # a theme's font would go before ours
        style.font.name = "Arial"
    document.styles["Normal"].paragraph_format.space_after = Pt(4)
    hyphens = OxmlElement("w:autoHyphenation")
    document.settings.element.find(qn("w:defaultTabStop")).addnext(hyphens)
    rels = document.part.package.rels
    for name in [name for name, rel in rels.items() if rel.reltype.endswith("/thumbnail")]:
        del rels[name]  # a picture of an empty page
    foot = section.footer.paragraphs[0]
    foot.add_run("Side ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    foot._p.append(field)  # noqa: SLF001  the library has no name for a field


def _table(document: Document, chapter: Chapter) -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415  likewise
    from docx.shared import Cm  # noqa: PLC0415  likewise

    table = document.add_table(1 + len(chapter.rows), len(COLUMNS), "Table Grid")
    table.autofit = False
    for column, of in zip(table.columns, COLUMNS, strict=True):
        column.width = Cm(of.width)
    _named(table, f"Punkter under {chapter.heading}")
    for row, texts in zip(table.rows, [HEADINGS, *chapter.rows], strict=True):
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001  likewise
        for cell, text, of in zip(row.cells, texts, COLUMNS, strict=True):
            cell.width = Cm(of.width)
            _written(cell, text, is_head=texts is HEADINGS)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001  likewise


def _named(table: Table, words: str) -> None:
    """Say what a table is, for whoever does not see it, and leave little room beside the words in its cells."""
    from docx.oxml import OxmlElement  # noqa: PLC0415  likewise
    from docx.oxml.ns import qn  # noqa: PLC0415  likewise

    room = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        beside = OxmlElement(f"w:{side}")
        beside.set(qn("w:w"), str(_BESIDE))
        beside.set(qn("w:type"), "dxa")
        room.append(beside)
    properties = table._tbl.tblPr  # noqa: SLF001  likewise
    look = properties.find(qn("w:tblLook"))
    assert look is not None  # noqa: S101  the library's own table has one
    look.addprevious(room)
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), words)
    properties.append(caption)


def _written(cell: _Cell, text: str, *, is_head: bool) -> None:
    """Write a cell: an empty line begins a paragraph, and another line end stays one."""
    from docx.shared import Pt  # noqa: PLC0415  likewise

    for number, part in enumerate(text.split("\n\n")):
        paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.keep_with_next = is_head or None
        run = paragraph.add_run(part.strip("\n"))
        run.font.size, run.bold = Pt(_SIZE), is_head or None


def _at_the_same_time(raw: bytes) -> bytes:
    """Pack a file anew, as if at one time on every machine, so that the same words give the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            info = zipfile.ZipInfo(part.filename, _SAME_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(part))
    return packed.getvalue()
