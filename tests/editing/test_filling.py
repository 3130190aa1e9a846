"""What somebody writes for a field becomes the value that a file would hold."""

import pytest

from generator.editing.filling import FillingError, given, is_yes, pairs_of, read
from generator.editing.formatting.kinds import Kind
from generator.model import Benchmark, Document, Indicator, Observation, Response


@pytest.mark.parametrize(
    ("model", "field", "text", "value"),
    [
        (Observation, "value", "2550", 2550),
        (Observation, "value", "72,3", 72.3),
        (Observation, "value", "-0.25", -0.25),
        (Observation, "value", "2.550", "2.550"),  # may be either: a check asks which
        (Observation, "value", "007", "007"),
        (Observation, "value", "9" * 19, "9" * 19),
        (Document, "final", "Ja", True),
        (Document, "final", "nej", False),
        (Document, "final", "måske", "måske"),
        (Benchmark, "themes", "job, unge,", ["job", "unge"]),
        (Response, "closing", "Hilsen\nRådet, formanden", ["Hilsen", "Rådet, formanden"]),
        (Document, "title", " 2025 ", "2025"),
    ],
)
def test_a_text_is_read_as_its_field_holds_it(model, field, text, value):
    found = read(text, Kind(model).of(field))
    assert (found, type(found)) == (value, type(value))


def test_fields_inside_others_are_given_by_their_way():
    pairs = ["source.document=plan", "source.section=2=b", "observations.1.value=2", "observations.0.value=1"]
    assert given(pairs, Kind(Indicator)) == {
        "source": {"document": "plan", "section": "2=b"},
        "observations": [{"value": 1}, {"value": 2}],
    }


@pytest.mark.parametrize("pair", ["observations.x.value=1", "observations.²=1", ".=1", "=1", "title.x=1", "a\x1b=1"])
def test_a_way_that_leads_nowhere_is_refused(pair):
    with pytest.raises(FillingError, match="kendes ikke"):
        given([pair], Kind(Indicator))


@pytest.mark.parametrize(("said", "yes"), [("ja", True), (" J ", True), ("nej", False), ("", False), ("jo", False)])
def test_only_a_yes_is_a_yes(said, yes):
    assert is_yes(said) is yes


def test_what_is_given_can_be_given_again():
    fields = {
        "title": "a=b",
        "source": {"document": "plan"},
        "observations": [{"value": 1}, {"value": 2.5}],
        "themes": ["x"],
    }
    pairs = list(pairs_of({**fields, "final": True}))
    assert pairs == [
        *("title=a=b", "source.document=plan", "observations.0.value=1", "observations.1.value=2.5", "themes.0=x"),
        "final=ja",
    ]
    assert given(pairs[:-1], Kind(Indicator)) == fields
