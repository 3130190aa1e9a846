from pathlib import Path

from generator.editing.differences import lines
from generator.editing.rewriting import Change


def test_a_change_is_told_line_by_line():
    assert lines([Change(Path("data/a.yml"), "a: 1\nb: 2\nc: 3\n", "a: 1\nb: 3\nc: 3\nd: 4\n")]) == [
        "data/a.yml:",
        "  linje 2:",
        "    - b: 2",
        "    + b: 3",
        "  linje 4:",
        "    + d: 4",
    ]


def test_a_new_file_is_shown_whole_and_one_that_goes_is_named():
    assert lines([Change(Path("a.yml"), None, "a: 1\n"), Change(Path("b.yml"), "b: 1\n", None)]) == [
        "a.yml (ny fil):",
        "    + a: 1",
        "b.yml slettes.",
    ]


def test_nobody_reads_more_than_four_hundred_lines():
    told = lines([Change(Path("a.yml"), None, "x\n" * 500)])
    assert (len(told), told[-1]) == (402, "  og 100 linjer til")


def test_a_file_that_moves_is_told_once_with_what_changes_in_it():
    old, new = Path("data/a.yml"), Path("data/b.yml")
    changes = [Change(new, None, "id: b\n", came_from=old), Change(old, "id: a\n", None)]
    assert lines(changes) == ["data/a.yml flyttes til data/b.yml.", "  linje 1:", "    - id: a", "    + id: b"]
