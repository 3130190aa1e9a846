import json

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.publish.exports.lines import in_lines


def test_each_value_and_each_thing_in_a_list_has_its_line():
    text = in_lines({"navn": "Ærø", "poster": iter([{"id": "a"}, {"id": "b"}]), "om": {"a": [1, 2]}})
    assert text == '{"navn": "Ærø",\n"poster": [\n{"id": "a"},\n{"id": "b"}\n],\n"om": {"a": [1, 2]}}\n'
    assert json.loads(text)["poster"] == [{"id": "a"}, {"id": "b"}]


def test_an_empty_list_is_one():
    assert json.loads(in_lines({"a": []})) == {"a": []}


@settings(deadline=None)
@given(text=st.text(max_size=30))
def test_any_text_comes_back_word_for_word_from_json(text):
    assert json.loads(in_lines({"records": [{"text": text}], "om": text})) == {"records": [{"text": text}], "om": text}
