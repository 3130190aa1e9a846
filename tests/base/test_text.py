import datetime as dt
from decimal import Decimal
from types import SimpleNamespace

import pytest

from generator.base.measures import amount
from generator.base.text import (
    age,
    by_letter,
    capitalised,
    counted,
    danish_date,
    danish_number,
    danish_sort,
    decimals_of,
    did_you_mean,
    digits,
    emphasised,
    file_size,
    folded,
    joined,
    lix,
    natural_sort,
    opening,
    paragraphs,
    printable,
    shown,
)


def test_dates_are_written_as_danes_write_them():
    assert danish_date(dt.date(2025, 11, 1)) == "1. november 2025"


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (0, None, "0"),
        (72.3, None, "72,3"),
        (1234567.5, None, "1.234.567,5"),
        (2, 1, "2,0"),
        (-1234.56, 1, "−1.234,6"),
        (-0.04, 1, "−0,04"),
        (0.049, 0, "0,049"),
        (0.5, 0, "0,5"),
        (-0.0, 1, "0,0"),
        (999999.5, None, "999.999,5"),
        (0.5000004, None, "0,5000004"),
        (2 / 3, None, "0,666667"),
        (73.1 - 72.3, None, "0,8"),
        (0.1 + 0.2, None, "0,3"),
    ],
)
def test_numbers_have_decimal_comma_and_thousands_point(value, decimals, expected):
    assert danish_number(value, decimals) == expected


def test_decimals_are_those_that_the_longest_number_needs():
    assert decimals_of([1, 2.5, 3.25]) == 2
    assert decimals_of([1.0]) == 0
    assert decimals_of([]) == 0


def test_tiny_numbers_are_not_nought():
    assert danish_number(0.0000004) == "0,0000004"
    assert danish_number(-0.00000031) == "−0,00000031"
    assert decimals_of([0.0000004, 0.0000003]) == 7
    assert danish_number(0.1 + 0.2 - 0.3) == "0"
    assert danish_number(0.1 + 0.2 - 0.3, 1) == "0,0"


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([0.5000004, 0.5000003], 7),
        ([200 / 7, 28.5714286], 8),
        ([1 / 3, 0.3333333333], 11),
        ([1 / 3, 1 / 3 + 1e-14], 6),
        ([1 / 3, 2 / 3], 6),
        ([-0.1000000001, -0.1], 10),
    ],
)
def test_numbers_that_differ_have_the_decimals_that_tell_them_apart(values, expected):
    assert decimals_of(values) == expected


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (72.3, "procent", "72,3 %"),
        (95, "placering", "nr. 95"),
        (3, "antal", "3"),
        (1, "personer", "1 person"),
        (1, "fuldtidspersoner", "1 fuldtidsperson"),
        (2120, "personer", "2.120 personer"),
        (55.4, "mio. kr.", "55,4 mio. kr."),
    ],
)
def test_figures_are_written_with_their_unit(value, unit, expected):
    assert amount(value, unit) == expected


def test_words_follow_their_number():
    assert [counted(number, "punkt", "punkter") for number in (0, 1, 2)] == ["ingen punkter", "1 punkt", "2 punkter"]


def test_words_are_joined_as_in_a_sentence():
    assert [joined([]), joined(["a"]), joined(["a", "b"], "eller"), joined(["a", "b", "c"])] == [
        "",
        "a",
        "a eller b",
        "a, b og c",
    ]


def test_only_the_first_letter_becomes_a_capital():
    assert capitalised("åben DNA") == "Åben DNA"
    assert capitalised("") == ""


class Named:
    def __init__(self, name):
        self.name = name


def test_danish_letters_are_sorted_last():
    assert [it.name for it in danish_sort(map(Named, "Åzøaæ"), "name")] == ["a", "z", "æ", "ø", "Å"]


def test_numbers_in_names_are_sorted_by_size():
    assert [it.name for it in natural_sort(map(Named, ["p10", "p9", "m1"]), "name")] == ["m1", "p9", "p10"]


def test_paragraphs_are_split_at_empty_lines():
    assert paragraphs("a\nb\n\n \nc  d\n") == ["a b", "c d"]
    assert paragraphs(" \n") == []


def test_only_emphasis_becomes_mark_up():
    assert emphasised("*a b* <b>c</b> 2*3*4 *") == "<em>a b</em> &lt;b&gt;c&lt;/b&gt; 2<em>3</em>4 *"


def test_lix_adds_words_in_a_sentence_and_the_share_of_long_words():
    # 6 words, 2 sentences, 1 word of 7 letters or more: 3 + 100/6
    assert lix("Flere får job. Hvem fortæller det?") == pytest.approx(3 + 100 / 6)
    assert lix("") == 0
    assert lix("123 – 4.") == 0


def test_a_full_stop_before_a_small_letter_ends_no_sentence():
    # 7 words (2 is none), 1 sentence, none long
    assert lix("Det er den 2. maj f.eks. nu.") == 7
    assert lix("»Ja.« Nej.") == 1


@pytest.mark.parametrize(
    ("value", "expected"),
    [(True, "»true«"), (7, "»7«"), ([], "En liste"), ({}, "En gruppe felter"), ("x" * 50, f"»{'x' * 39}…«")],
)
def test_what_was_written_is_quoted_briefly(value, expected):
    assert shown(value) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [(2400.0, "2400"), (-0.0, "0"), (1e22, "1" + "0" * 22), (1e-7, "0.0000001"), (Decimal("-72.30"), "-72.3")],
)
def test_numbers_for_programs_have_every_digit_and_no_exponent(number, expected):
    assert digits(number) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rådet er glad. Det vil gerne høres.", "Rådet er glad"),
        ("Rådet nævner bl.a. børn, jf. nr. 7 i planen. Og mere.", "Rådet nævner bl.a. børn, jf. nr. 7 i planen"),
        ("Hvem skriver planen? Det står der ikke.", "Hvem skriver planen?"),
        ("Rådet vil gerne have, at borgerne bliver hørt.", "Rådet vil gerne have, at borgerne bliver hørt"),
        ("Rådet vil gerne have, at alle borgerne bliver hørt.", "Rådet vil gerne have, at alle borgerne …"),
        ("", ""),
    ],
)
def test_a_text_opens_with_its_first_sentence_as_long_as_there_is_room(text, expected):
    assert opening(text, 45) == expected


def test_names_are_compared_without_capitals_and_extra_spaces():
    assert folded(" Unge\u00a0 MÆND\n") == folded("unge mænd") != folded("ungemænd")


def test_what_cannot_be_printed_is_a_question_mark():
    assert printable("å\udcff\x1b[2J.yml") == "å??[2J.yml"


def test_a_near_word_is_suggested_or_else_all_are_named():
    assert did_you_mean("Procnt", ["procent", "antal"]) == "Mente du »procent«?"
    assert did_you_mean("xyz", ["procent", "antal"]) == "Vælg mellem: antal, procent."
    assert did_you_mean("xyz", []) == ""


@pytest.mark.parametrize(
    ("since", "today", "words"),
    [
        ("2026-01-15", "2026-01-15", "ingen dage"),
        ("2026-01-14", "2026-01-15", "1 dag"),
        ("2025-12-16", "2026-01-15", "30 dage"),
        ("2025-12-15", "2026-01-15", "1 måned"),
        ("2025-02-28", "2026-01-15", "10 måneder"),
        ("2025-01-15", "2026-01-15", "1 år"),
        ("2023-11-15", "2026-01-15", "2 år og 2 måneder"),
    ],
)
def test_an_age_is_told_in_whole_months_and_the_first_in_days(since, today, words):
    assert age(dt.date.fromisoformat(since), dt.date.fromisoformat(today)) == words


def test_things_are_gathered_under_the_first_letter_or_digit_of_their_name():
    things = [SimpleNamespace(title=title) for title in ("6-punktsplan", "abc", "Alle", "»Ånd«", "…")]
    assert [(letter, [one.title for one in found]) for letter, found in by_letter(things)] == [
        ("6", ["6-punktsplan"]),
        ("A", ["abc", "Alle"]),
        ("Å", ["»Ånd«"]),
        ("#", ["…"]),
    ]


@pytest.mark.parametrize(("count", "size"), [(3, "1\xa0kB"), (14_500, "14\xa0kB"), (1_260_000, "1,3\xa0MB")])
def test_a_size_is_written_as_people_read_it(count, size):
    assert file_size(count) == size
