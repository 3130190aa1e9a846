"""Values written into a file that is there, where they belong, and with everything else as it was."""

import pytest

from generator.editing.composing import text_of, with_item
from generator.editing.rewriting import RewriteError, edited
from generator.model import Gone, Point
from generator.reading.source import parse

LINE = {"from": "a/b/", "to": "a/c/"}
OTHER = {"from": "a/x/", "to": "a/y/"}


def put(text, item=LINE, key="moved", place=(), model=Gone):
    file, problems = parse(text, "x.yml")
    assert problems == []
    return edited(file, [with_item(file, place, key, item, model)])[0].text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("deleted: []\n", "deleted: []\nmoved:\n  - from: a/b/\n    to: a/c/\n"),
        ("moved: []\n# slut\n", "moved:\n  - from: a/b/\n    to: a/c/\n# slut\n"),
        ("moved: []", "moved:\n  - from: a/b/\n    to: a/c/"),
        (
            "moved:\n- from: a/x/\n  to: a/y/  # hvorfor\n\n# om det næste\nwithheld: []\n",
            "moved:\n- from: a/x/\n  to: a/y/  # hvorfor\n- from: a/b/\n  to: a/c/\n\n# om det næste\nwithheld: []\n",
        ),
        (
            "moved:\n    - {from: a/x/, to: a/y/}",
            "moved:\n    - {from: a/x/, to: a/y/}\n    - from: a/b/\n      to: a/c/",
        ),
    ],
)
def test_an_item_stands_last_in_its_list_and_as_far_in_as_the_others(before, after):
    assert put(before) == after


def test_a_list_in_brackets_is_left_alone():
    with pytest.raises(RewriteError):
        put("moved: [{from: a/x/, to: a/y/}]\n")


def test_a_point_in_braces_is_left_alone():
    with pytest.raises(RewriteError):
        put("points:\n  - {id: a, text: b}\n", {"date": "2025-01-01"}, "history", ("points", 0), Point)


def test_what_is_not_known_has_an_empty_place():
    point = {"id": "a", "summary": None, "text": "Nej: aldrig.", "themes": None}
    assert text_of(point, Point) == 'id: a\nsummary:\ntext: "Nej: aldrig."\nthemes:\n'
