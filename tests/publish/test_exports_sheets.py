import csv
import datetime as dt
import io
import re

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publish.exports.columns import Column
from generator.publish.exports.sheets import DANISH, PLAIN, write

COLUMNS = (Column("a", "A", "A."), Column("b", "B", "B."))
TRICKS = st.text(alphabet=" =+-@,;\"\n\r\tx1'＝", max_size=12)


def cells(content, delimiter):
    """Read as a lenient spreadsheet does: a quotation mark counts only at the start of a cell."""
    return list(csv.reader(io.StringIO(content.removeprefix("\ufeff"), newline=""), delimiter=delimiter))


def row(dialect, *values):
    return cells(write(dialect, COLUMNS, [values]), dialect.delimiter)[1]


def test_programs_get_commas_points_and_bare_utf_8():
    assert write(PLAIN, COLUMNS, [("Ærø, øst", 72.3)]) == 'a,b\n"Ærø, øst",72.3\n'


def test_danish_excel_gets_semicolons_decimal_commas_and_a_mark_that_it_is_utf_8():
    content = write(DANISH, COLUMNS, [("Ærø; øst", 72.3)])
    assert content.encode() == b"\xef\xbb\xbf" + 'a;b\r\n"Ærø; øst";72,3\r\n'.encode()


@pytest.mark.parametrize(
    ("value", "plain", "danish"),
    [
        (-0.125, "-0.125", "-0,125"),
        (0.0, "0", "0"),
        (-0.0, "0", "0"),
        (2400.0, "2400", "2400"),
        (12345678901234.5, "12345678901234.5", "12345678901234,5"),
        (1e22, "10000000000000000000000", "10000000000000000000000"),
        (0.0000001, "0.0000001", "0,0000001"),
        (7, "7", "7"),
        (True, "true", "true"),
        (dt.date(2025, 11, 21), "2025-11-21", "2025-11-21"),
        (None, "", ""),
        ("", "", ""),
    ],
)
def test_every_value_is_written_whole(value, plain, danish):
    assert row(PLAIN, "x", value)[1] == plain
    assert row(DANISH, "x", value)[1] == danish


@pytest.mark.parametrize("start", ["=", "+", "-", "@", " =", "\t=", "\n=", '"=', "＝", "＋", "－", "＠"])
def test_a_text_that_begins_like_a_formula_gets_an_apostrophe_only_in_excel(start):
    before, sign = start[:-1], start[-1]
    assert row(DANISH, f"{start}1+1", "x")[0] == f"{before}'{sign}1+1"
    assert row(PLAIN, f"{start}1+1", "x")[0] == f"{start}1+1"


def test_only_the_start_of_a_cell_is_guarded():
    letter = "Rådet beder om:\n\n- flere mentorer\n\n- kortere ventetid, =1+1; +2"
    assert row(PLAIN, letter, "x")[0] == letter
    assert row(DANISH, letter, "x")[0] == letter


@pytest.mark.parametrize(("dialect", "third"), [(PLAIN, "\r\nden tredje\rden"), (DANISH, "\nden tredje\nden")])
def test_a_line_of_a_text_never_ends_the_row(dialect, third):
    text = "Den ene\nden anden\r\nden tredje\rden fjerde"
    assert row(dialect, text, "x") == [f"Den ene\nden anden{third} fjerde", "x"]


@given(text=TRICKS, other=TRICKS)
def test_no_text_becomes_a_formula_in_excel(text, other):
    for line in cells(write(DANISH, COLUMNS, [(text, other), (other, -1.5)]), ";")[1:]:
        for cell in line:
            assert cell == "-1,5" or not cell.lstrip(' "\t\r\n').startswith(("=", "+", "-", "@", "＝"))


@given(text=st.one_of(TRICKS, st.text(max_size=20)), other=TRICKS)
def test_programs_get_any_text_back_word_for_word(text, other):
    assert row(PLAIN, text, other) == [text, other]


@given(text=st.text(alphabet="aæ å,;\"'.\n1", max_size=12))
def test_other_text_comes_back_as_it_was_from_excel(text):
    assert row(DANISH, f"x{text}", "y") == [f"x{text}", "y"]


@given(text=st.one_of(TRICKS, st.text(max_size=20)))
def test_excel_gets_any_text_back_but_for_one_apostrophe_at_the_start_of_the_cell(text):
    (cell, _) = row(DANISH, text, "x")
    whole = text.replace("\r\n", "\n").replace("\r", "\n")
    before = re.match(r'[\s"]*', whole)[0]
    assert cell in (whole, f"'{whole}", f"{before}'{whole[len(before) :]}")


TURNED = [
    "2020-05", "2019/20", "1-2", "2.10", "1/2", "16-24", "10:30", "007", "1.000", "9" * 12,
    "1e5", "1E+5", "1.5e-3", "50 %", "100 kr.", "(5)",
    "maj 2020", "Maj-20", "1. maj", "1. december 2020", "3 okt.", "MARTS 1", "sand", "FALSE",
]  # fmt: skip


@pytest.mark.parametrize("text", TURNED)
def test_excel_gets_an_apostrophe_before_text_that_it_would_turn_into_something_else(text):
    assert row(DANISH, text, "x")[0] == f"'{text}"
    assert row(PLAIN, text, "x")[0] == text


BARE = [
    "2020", "0", "2020-K2", "2020-ultimo", "2.1 Rammer", "p1", "16-24 år", "hr25-1-1", "Mål 1", "Marie 2", "maj",
    "50 % af alle", "sandt", "1. maj til 3. maj",
]  # fmt: skip


@pytest.mark.parametrize("text", BARE)
def test_other_text_stays_bare_in_excel(text):
    assert row(DANISH, text, "x")[0] == text


def test_pandas_reads_both():
    rows = [("Ærø, øst; vest", -1.5), ("En linje\nog en til", 1234.25)]
    plain = pd.read_csv(io.StringIO(write(PLAIN, COLUMNS, rows)))
    danish = pd.read_csv(io.BytesIO(write(DANISH, COLUMNS, rows).encode()), sep=";", decimal=",", encoding="utf-8-sig")
    for read in (plain, danish):
        assert list(read["a"]) == ["Ærø, øst; vest", "En linje\nog en til"]
        assert list(read["b"]) == [-1.5, 1234.25]


def test_what_is_alike_to_python_is_written_as_what_it_is():
    columns = [Column("a", "A", "a"), Column("b", "B", "b")]
    rows = [(1, "1"), (True, 1.5), (1.0, None), (0, False)]
    assert write(PLAIN, columns, rows) == "a,b\n1,1\ntrue,1.5\n1,\n0,false\n"
