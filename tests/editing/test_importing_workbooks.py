"""Workbooks that are larger than the table in them: what is only formatted, and what is merged without end."""

import io
import zipfile

import openpyxl
import pytest

from generator.editing.importing.grids import GridError
from generator.editing.importing.workbooks import grids

SHEET = "xl/worksheets/sheet1.xml"


def workbook(more):
    """Make a workbook of three rows, with XML added after the last of them."""
    book = openpyxl.Workbook()
    for row in (("TID", "X"), ("2020", 5), ("2021", 6)):
        book.active.append(row)
    plain, changed = io.BytesIO(), io.BytesIO()
    book.save(plain)
    with zipfile.ZipFile(plain) as archive, zipfile.ZipFile(changed, "w") as other:
        for name in archive.namelist():
            content = archive.read(name)
            other.writestr(name, content.replace(b"</sheetData>", more) if name == SHEET else content)
    return changed.getvalue()


def texts(raw):
    return [[[cell.text for cell in row] for row in grid.rows] for grid in grids(raw)]


def test_formatted_rows_without_anything_in_them_are_not_read():
    # With openpyxl alone these rows make a million cells and more, which are refused.
    rows = b"".join(b'<row r="%d"><c r="A%d" s="0"/><c r="D%d" s="0"/></row>' % (n, n, n) for n in range(4, 300_004))
    assert texts(workbook(rows + b"</sheetData>")) == [[["TID", "X"], ["2020", "5"], ["2021", "6"]]]


@pytest.mark.parametrize("area", ["B2:B1048576", "A4:XFD8"])
def test_merged_cells_that_cover_a_whole_column_or_row_are_refused(area):
    merged = f'</sheetData><mergeCells count="1"><mergeCell ref="{area}"/></mergeCells>'
    with pytest.raises(GridError) as refused:
        list(grids(workbook(merged.encode())))
    assert str(refused.value) == (
        "Projektmappen har flettede celler, der dækker over 20.000 celler, måske en hel kolonne. "
        "Ophæv fletningen i Excel, gem, og prøv igen."
    )
