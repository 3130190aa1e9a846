"""A case's table of the frozen year as people fill it in and damage it, and what is read back of it."""

import csv
import io

import docx
import frozen

from generator.chain import worksheet as table
from generator.editing import worksheets
from generator.model import Consultation
from generator.publish.paper import worksheet
from generator.site import seen

CASE = "pejlemaerker-2026"
ANSWER = {
    "Tilstand": "besvaret",
    "Svar": "Jobcentret har ansvaret.",
    "Begrundelse": "Det står i planen.",
    "Besluttet af": "Jobudvalget",
    "Dato": "2026-12-15",
}
"""A new answer, cell by cell."""
ENTRY = {
    "status": "besvaret",
    "answer": "Jobcentret har ansvaret.",
    "reason": "Det står i planen.",
    "decided_by": "Jobudvalget",
    "date": "2026-12-15",
}
"""The same as the data have it."""
WHERE = "HR26-5"
"""The point that nobody has answered."""


class Desk:
    """Whoever gets the table as Word or CSV, does something to it, and sends it back."""

    def __init__(self, place):
        self.place = place
        view = seen(frozen.YEAR, frozen.YEAR_LATER)[0]
        case = view.plan.of(Consultation)[CASE]
        sheet = worksheet.sheet(view, case)
        self._word, self._csv = worksheet.word(sheet), worksheet.spreadsheet(sheet)
        self.lines = [line for chapter in table.chapters(view.graph, case) for line in chapter.lines]

    def document(self):
        return docx.Document(io.BytesIO(self._word))

    def rows(self):
        return list(csv.reader(io.StringIO(self._csv.decode("utf-8-sig")), delimiter=";"))

    def back(self, raw, common=None):
        path = self.place / "skema"
        path.write_bytes(raw)
        return worksheets.filled(worksheets.read(path), self.lines, common or {})

    def of_word(self, change):
        """Read the Word file again as a change leaves it."""
        document = self.document()
        change(document)
        raw = io.BytesIO()
        document.save(raw)
        return self.back(raw.getvalue())

    def of_rows(self, change, delimiter=";", encoding="utf-8-sig", start=""):
        """Read the CSV file again as a change of its rows leaves it."""
        rows = self.rows()
        change(rows)
        return self.back(written(rows, delimiter, encoding, start))


def written(rows, delimiter=";", encoding="utf-8-sig", start=""):
    """Write rows as a spreadsheet does."""
    out = io.StringIO()
    out.write(start)
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode(encoding)


def number(rows, name):
    """Give the row of a point."""
    return next(row for row in rows if row and row[0] == name)


def answered(rows, **more):
    """Fill in the answer that is missing."""
    row = number(rows, WHERE)
    for heading, text in (ANSWER | more).items():
        row[table.HEADINGS.index(heading)] = text
    return rows


def filled_in(document, **more):
    """Fill in the answer that is missing, in Word, and give its cells by their headings."""
    row = next(row for one in document.tables for row in one.rows if row.cells[0].text == WHERE)
    cells = dict(zip(table.HEADINGS, row.cells, strict=True))
    for heading, text in (ANSWER | more).items():
        cells[heading].text = text
    return cells


def entries(found):
    """Give the answers that were read, by their points."""
    assert found.troubles == []
    return {point.id: dict(entry) for point, entry in found.answers}
