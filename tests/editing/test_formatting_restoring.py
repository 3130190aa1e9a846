"""What another program lost when it wrote a file anew, put back from the file as it was."""

import json

import frozen
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.editing.formatting import model_of, restored
from generator.model import Area, Benchmark, Gone, Indicator, Response
from generator.reading.source import parse


def back(base, text, model=None):
    files = [parse(each, "x.yml") for each in (base, text)]
    assert [problems for _, problems in files] == [[], []]
    return restored(files[0][0], files[1][0], model)


BASE = """\
# Filens egen note.
number: 1
title: Job til alle  # kort
# Emnerne er aftalt.
themes: [job, unge]
links:
  # Den første kobling.
  - indicator: ledige
    why: Tallet viser det.
  - goal: m1
    # Hvorfor, er ikke til at sige.
    why: De hører sammen.
    # Her kommer flere.
source:
  document: plan
  section: "3"
# Slut.
"""
REWRITTEN = """\
number: 1
title: Arbejde til alle
themes:
  - job
  - unge
links:
  - indicator: ledige
    why: Tallet viser det.
  - goal: m1
    why: De hører sammen.
source:
  document: plan
  section: '3'
"""


def test_one_changed_word_is_all_that_differs():
    assert back(BASE, REWRITTEN, Benchmark) == BASE.replace("Job til alle", "Arbejde til alle")


def test_a_file_that_says_the_same_is_as_it_was():
    assert back(BASE, REWRITTEN.replace("Arbejde", "Job"), Benchmark) == BASE


def test_the_notes_of_an_item_follow_it_where_others_come_and_go():
    new = REWRITTEN.replace("Arbejde", "Job").replace(
        "  - indicator: ledige\n    why: Tallet viser det.\n", "  - benchmark: p2\n    why: En ny.\n"
    )
    assert back(BASE, new, Benchmark) == BASE.replace(
        "  - indicator: ledige\n    why: Tallet viser det.\n", "  - benchmark: p2\n    why: En ny.\n"
    )
    without = REWRITTEN.replace("Arbejde", "Job").replace("  - indicator: ledige\n    why: Tallet viser det.\n", "")
    assert back(BASE, without, Benchmark) == BASE.replace(
        "  # Den første kobling.\n  - indicator: ledige\n    why: Tallet viser det.\n", ""
    )
    twice = REWRITTEN.replace("Arbejde", "Job").replace("links:\n", "links:\n  - benchmark: p2\n    why: En ny.\n")
    assert back(BASE, twice, Benchmark) == BASE.replace("links:\n", "links:\n  - benchmark: p2\n    why: En ny.\n")


def test_an_item_with_an_id_is_found_again_wherever_it_stands():
    base = "- id: a\n  # Om a.\n  title: A\n- id: b\n  # Om b.\n  title: B\n"
    new = "- id: b\n  title: Bb\n- id: c\n  title: C\n- id: a\n  title: A\n"
    assert (
        back(base, new, Area)
        == "- id: b\n  # Om b.\n  title: Bb\n- id: c\n  title: C\n- id: a\n  # Om a.\n  title: A\n"
    )


def test_another_item_in_the_place_of_one_takes_none_of_its_notes():
    base = "- id: a\n  # Om a.\n  title: A\n"
    assert back(base, "- id: c\n  title: C\n", Area) == "- id: c\n  title: C\n"


def test_what_says_nothing_is_left_as_it_was():
    base = "sections:\n  - heading: Et\n    points:\n      - id: a\n        text: Ord.\n        history: []\n"
    new = (
        "opening: []\nsections:\n  - heading: Et\n    benchmarks: []\n    points:\n      - id: a\n"
        "        text: Flere ord.\n        continues: false\n"
    )
    assert back(base, new, Response) == base.replace("Ord.", "Flere ord.")


def test_what_is_no_longer_true_is_written_and_a_no_of_weight_stays():
    base = "- id: a\n  home: true\n"
    assert back(base, "- id: a\n  home: false\n", Area) == "- id: a\n  home: false\n"


def test_a_number_is_written_as_it_was_until_it_is_another():
    base = "title: T\nobservations:\n  - {period: 2024, area: by, value: 72.0, kind: actual}\n"
    same = "title: T\nobservations:\n  - period: '2024'\n    area: by\n    value: 72\n    kind: actual\n"
    assert back(base, same, Indicator) == base
    assert back(base, same.replace("72", "72.5"), Indicator) == base.replace("72.0", "72.5")


def test_a_section_2_10_does_not_become_2_1():
    base = "source:\n  document: plan\n  section: 2.10\n"
    assert back(base, "source:\n  document: plan\n  section: '2.10'\n", Benchmark) == base
    assert back(base, "source:\n  document: plan\n  section: '2.1'\n", Benchmark) == base.replace("2.10", '"2.1"')


def test_what_was_not_in_its_form_stays_as_it_lay_where_nothing_has_changed():
    base = "title:   'Job til alle'\nnumber: 1\n\nsummary: >-\n  Kort\n  sagt.\nthemes:\n- job\n"
    new = "number: 1\ntitle: Job til alle\nsummary: Kort sagt.\nthemes:\n  - job\n  - unge\n"
    assert back(base, new.replace("  - unge\n", ""), Benchmark) == base


def test_a_note_that_the_new_text_has_as_well_is_not_written_twice():
    assert back(BASE, BASE.replace("Job til", "Arbejde til"), Benchmark) == BASE.replace("Job til", "Arbejde til")


def simple(value):
    """Give a value as a program has it that knows no more than JSON does."""
    if isinstance(value, dict):
        return {key: simple(inner) for key, inner in value.items()}
    return [simple(inner) for inner in value] if isinstance(value, list) else json.loads(json.dumps(value))


FILES = sorted([*frozen.DATA.rglob("*.yml"), *frozen.YEAR.rglob("*.yml")])


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_file_comes_back_letter_for_letter(path):
    data = frozen.DATA if path.is_relative_to(frozen.DATA) else frozen.YEAR
    base, _ = parse(path.read_text("utf-8"), path.name)
    anew = yaml.safe_dump(simple(base.value), allow_unicode=True, sort_keys=False, width=60)
    model = model_of(path, data)
    file, problems = parse(anew, path.name)
    assert problems == []
    assert restored(base, file, model) == base.text


VALUES = st.recursive(
    st.text("ab '#:", min_size=1, max_size=6).map(str.strip).filter(bool),
    lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, min_size=1),
    max_leaves=8,
)


@settings(max_examples=60)
@given(
    st.dictionaries(st.sampled_from("abc"), VALUES, min_size=1),
    st.dictionaries(st.sampled_from("abc"), VALUES, min_size=1),
)
def test_a_file_says_what_it_was_made_to_say(was, now):
    base, file = (parse(yaml.safe_dump(each, allow_unicode=True), "x.yml")[0] for each in (was, now))
    again, problems = parse(restored(base, file, Gone), "x.yml")
    assert problems == []
    assert simple(again.value) == simple(file.value)
