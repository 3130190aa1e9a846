from generator.base.problems import Location, Problem, Severity
from generator.base.rule import Rule
from generator.terminal.carets import with_carets


def problem(line, column, message="Ret den."):
    return Problem(Location("data/a.yml", line, column), message, Rule.TYPE)


def test_the_line_stands_under_its_problem_with_a_mark_at_the_place():
    warning = Problem(Location("data/a.yml", 1, 1), "Se efter.", Rule.LIX, Severity.WARNING)
    assert with_carets([problem(2, 10), warning, problem(2, 10)], {"data/a.yml": "title: Å\nnumber: en\n"}) == (
        "data/a.yml:1:1: advarsel: Se efter. [lix]\n"
        "    title: Å\n"
        "    ^\n"
        "data/a.yml:2:10: fejl: Ret den. [type]\n"
        "    number: en\n"
        "             ^\n"
        "1 fejl og 1 advarsel."
    )


def test_of_a_long_line_the_part_around_the_mark_is_shown():
    text = "a" * 200 + "X" + "b" * 200
    _, row, mark, _ = with_carets([problem(1, 201)], {"data/a.yml": text}).split("\n")
    assert row == f"    …{'a' * 60}X{'b' * 39}…"
    assert row[mark.index("^")] == "X"


def test_what_cannot_be_printed_is_a_question_mark():
    lines = with_carets([problem(1, 3)], {"data/a.yml": "a\x1b\u202eb"}).split("\n")
    assert lines[1:3] == ["    a??b", "      ^"]


def test_without_a_line_there_is_no_mark():
    texts = {"data/a.yml": "a: b\n\n"}
    for place in (problem(2, 1), problem(9, 1)):
        assert with_carets([place], texts) == f"{place}\n1 fejl og ingen advarsler."
    assert with_carets([problem(1, 1)], {}) == f"{problem(1, 1)}\n1 fejl og ingen advarsler."
